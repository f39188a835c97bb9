/** A run dies at any of its service calls, on the way in, out, or at the first meeting: repeated, the end is the same. */
import type { World } from '../../emulator/world/types'
import {
  amoOf,
  besideAmo,
  connectedAmo,
  connectInput,
  handOf,
  leadOf,
  pairsOf,
  passTicks,
  statusOf,
  waitingThere,
} from '../fixtures/amoDesk'
import { deathFaults } from '../fixtures/deaths'
import { bookInput, director, done, nextTick, phoned, slotOf } from '../fixtures/desk'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

const tick = { fn: 'tick', entry: 'trigger', user: '' } as const
/** One death of so many; DEATHS=1: each. */
const step = Number(process.env['DEATHS'] ?? 4)

/** A lease is a quarter of an hour; the tick comes every ten minutes. */
const later = 45

const untimed = (text: unknown) => String(text ?? '').replace(/\d\d\.\d\d\.\d{4} \d\d:\d\d/g, '')

/** What people see on both sides, without the moments. */
function endOf(world: World) {
  const { leads, notes, unsorted } = amoOf(world)
  const deals = rowsOf(world, 'Сделки').map(({ cells }) => [
    cells['Организация'],
    cells['Этап'],
    cells['Запрос'],
    cells['Телефон'],
    untimed(cells['Комментарии']),
  ])
  return {
    deals: deals.map((cells) => JSON.stringify(cells)).sort(),
    pairs: pairsOf(world)
      .map(({ deal, lead, state }) => `${deal}:${leads.findIndex(({ id }) => id === lead)}:${state}`)
      .sort(),
    leads: leads.map(({ name, status_id, custom }) => JSON.stringify([name, status_id, custom])).sort(),
    notes: notes.map(({ text }) => untimed(text)).sort(),
    unsorted: unsorted.length,
    lines: rowsOf(world, 'Расхождения').filter(({ cells }) => String(cells['Ключ']).startsWith('amo') && cells['Решено'] === null).length,
  }
}

function everyDeath(world: World, least: number): void {
  const alive = world.fork()
  const record = alive.invoke(tick)
  passTicks(alive, later)
  const wanted = endOf(alive)
  let died = 0
  for (const fault of deathFaults(record.calls).filter((_, index) => index % step === 0)) {
    const after = world.fork()
    const killed = after.invoke(tick, [fault])
    if (killed.error?.name !== 'Killed') throw new Error(`it was not killed at ${fault.at}`)
    passTicks(after, later)
    expect({ at: fault.at, ...endOf(after) }).toEqual({ at: fault.at, ...wanted })
    expect(waitingThere(after)).toEqual([])
    registerEqualsJournal(after)
    died++
  }
  console.log(`${died} deaths, ${record.calls.length} calls`)
  expect(died * step).toBeGreaterThan(least)
}

const form = { pipeline_id: 500, _embedded: { contacts: [{ name: 'Вера' }], companies: [{ name: 'АНО «Компас»' }] } }

test('in: a request, a legal change, one that goes back, a note, a deleted lead', () => {
  const world = connectedAmo()
  const ids = ['АНО «Маяк»', 'АНО «Бриз»', 'АНО «Волна»'].map((name) => phoned(world, name).deal.id)
  nextTick(world)
  const [legal, attacked, gone] = ids.map((id) => leadOf(world, id).id)
  const hand = handOf(world)
  hand.arrives('forms', form)
  hand.edit(legal ?? 0, { fields: { Запрос: 'Устав' } })
  hand.edit(attacked ?? 0, { status: statusOf('won') })
  hand.note(legal ?? 0, 'Перезвонить')
  hand.remove(gone ?? 0)
  everyDeath(world, 20)
})

test('out: made, changed, accepted, noted', () => {
  const world = connectedAmo()
  const booked = phoned(world, 'АНО «Маяк»')
  const { lead } = handOf(world).arrives('forms', form)
  nextTick(world)
  done(world, 'deal/book', bookInput(booked, slotOf(world)))
  phoned(world, 'АНО «Бриз»')
  const id = pairsOf(world).find((pair) => pair.lead === lead)?.deal ?? 0
  const card = done(world, 'deal/open', { id, row: null, clientId: null })
  done(world, 'deal/note', { deal: card.ref, outcome: 'noAnswer', text: '' })
  everyDeath(world, 20)
})

test('the first meeting', () => {
  const world = besideAmo()
  const hand = handOf(world)
  for (let lead = 0; lead < 5; lead++)
    hand.add({ name: `Прошлое ${lead}`, pipeline: 500, status: statusOf('won'), company: `АНО «Прошлое ${lead}»`, contact: `Анна ${lead}` })
  hand.add({ name: 'Ждёт', pipeline: 500, status: statusOf('accepted'), company: 'АНО «Ждёт»', contact: 'Ян' })
  hand.arrives('mail', form)
  done(world, 'amo/connect', connectInput, director)
  everyDeath(world, 15)
})

test('connected again after a while', () => {
  const world = connectedAmo()
  const ids = ['АНО «Маяк»', 'АНО «Бриз»'].map((name) => phoned(world, name).deal.id)
  nextTick(world)
  const [there, here] = ids
  done(world, 'amo/disconnect', {}, director)
  handOf(world).edit(leadOf(world, there ?? 0).id, { fields: { Запрос: 'Устав' } })
  done(world, 'deal/fill', {
    deal: done(world, 'deal/open', { id: here ?? 0, row: null, clientId: null }).ref,
    fields: { request: 'Здесь' },
  })
  phoned(world, 'АНО «Волна»')
  done(world, 'amo/connect', connectInput, director)
  everyDeath(world, 20)
})

test('again: a lead that is made anew after it was deleted there, in a run that dies, is no new request', () => {
  const world = connectedAmo()
  phoned(world, 'АНО «Бриз»')
  const { id } = phoned(world, 'АНО «Маяк»').deal
  nextTick(world)
  handOf(world).remove(leadOf(world, id).id)
  nextTick(world)
  const [line] = done(world, 'discrepancy/list', {}, director).items.filter(({ what }) => what.includes('amoCRM'))
  done(world, 'discrepancy/resolve', { key: line?.key ?? '', outcome: 'anew', reason: '', deal: null }, director)
  everyDeath(world, 15)
})
