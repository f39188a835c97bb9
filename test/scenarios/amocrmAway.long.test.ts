/** amoCRM is disconnected for a while, its key ends, another account is connected: both sides stay whole, and afterwards say the same. */
import type { World } from '../../emulator/world/types'
import {
  amoAccount,
  amoOf,
  besideAmo,
  connectedAmo,
  connectInput,
  dealRow,
  fieldOf,
  handOf,
  leadOf,
  notesThere,
  pairsOf,
  passTicks,
  statusOf,
  waitingThere,
} from '../fixtures/amoDesk'
import { bookInput, director, done, nextTick, phoned, slotOf } from '../fixtures/desk'
import { unequal } from '../fixtures/livedAmo'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'
import { closing, filled, move, setClock } from '../fixtures/stages'

const connected = connectedAmo()

function disconnect(world: World) {
  done(world, 'amo/disconnect', {}, director)
  amoOf(world).requests = []
}

function reconnect(world: World) {
  const screen = done(world, 'amo/connect', connectInput, director)
  if (!screen.good) throw new Error(screen.message)
  passTicks(world, 45)
}

function booked(world: World, organisation: string) {
  const { card } = done(world, 'deal/book', bookInput(phoned(world, organisation), slotOf(world)))
  nextTick(world)
  return card
}

describe('disconnected', () => {
  test('nothing is asked and nothing deleted, and what waited stays', () => {
    const world = connected.fork()
    const { deal } = booked(world, 'АНО «Маяк»')
    phoned(world, 'АНО «Ждёт»')
    const [waiting, leads] = [waitingThere(world).length, amoOf(world).leads.length]
    expect(waiting).toBe(1)
    disconnect(world)
    passTicks(world, 120)
    expect(amoOf(world).requests).toEqual([])
    expect(amoOf(world).leads).toHaveLength(leads)
    expect(dealRow(world, deal.id)['Этап']).toBe('Консультация назначена')
    expect(waitingThere(world)).toHaveLength(waiting)
    expect(done(world, 'desk/today', {}, director).notes.filter(({ where }) => where === 'amoCRM')).toEqual([])
  })

  test('connected again, what either side did meanwhile reaches the other, once', () => {
    const world = connected.fork()
    const there = booked(world, 'АНО «Там»')
    const here = booked(world, 'АНО «Здесь»')
    const closed = booked(world, 'АНО «Закрыта»')
    disconnect(world)
    handOf(world).edit(leadOf(world, there.deal.id).id, { fields: { Запрос: 'Иначе спросили там' } })
    handOf(world).edit(leadOf(world, here.deal.id).id, { status: statusOf('won') })
    handOf(world).add({ name: 'Новая там', pipeline: 500, status: statusOf('new'), company: 'АНО «Пришла туда»', contact: 'Инна' })
    const made = phoned(world, 'АНО «Пришла сюда»').deal.id
    setClock(world, '2026-12-02T12:00')
    const held = move(world, closed, 'held', { fields: filled })
    move(world, held, 'won', closing)
    done(world, 'deal/fill', {
      deal: done(world, 'deal/open', { id: here.deal.id, row: null, clientId: null }).ref,
      fields: { request: 'Здесь' },
    })
    reconnect(world)
    expect(dealRow(world, there.deal.id)['Запрос']).toBe('Иначе спросили там')
    expect(fieldOf(world, leadOf(world, here.deal.id), 'Запрос')).toBe('Здесь')
    expect(leadOf(world, here.deal.id).status_id).toBe(statusOf('assigned'))
    expect(notesThere(world, leadOf(world, here.deal.id).id)).toHaveLength(1)
    expect(leadOf(world, closed.deal.id).status_id).toBe(statusOf('won'))
    expect(rowsOf(world, 'Сделки').filter(({ cells }) => cells['Организация'] === 'АНО «Пришла туда»')).toHaveLength(1)
    expect(amoOf(world).leads.filter(({ name }) => name.includes(`№ ${made}`))).toHaveLength(1)
    expect(unequal(world)).toEqual([])
    expect(waitingThere(world)).toEqual([])
    registerEqualsJournal(world)
  })

  test('the first look brings both sides level, what goes back there too', () => {
    const world = connected.fork()
    const [attacked, changed] = [booked(world, 'АНО «Там»'), booked(world, 'АНО «Здесь»')]
    disconnect(world)
    handOf(world).edit(leadOf(world, attacked.deal.id).id, { status: statusOf('won') })
    const ref = done(world, 'deal/open', { id: changed.deal.id, row: null, clientId: null }).ref
    done(world, 'deal/fill', { deal: ref, fields: { request: 'Здесь' } })
    done(world, 'amo/connect', connectInput, director)
    nextTick(world)
    expect(notesThere(world, leadOf(world, attacked.deal.id).id)).toHaveLength(1)
    expect(fieldOf(world, leadOf(world, changed.deal.id), 'Запрос')).toBe('Здесь')
    expect(unequal(world)).toEqual([])
  })

  test('the same account twice over: no lead and no deal is made a second time', () => {
    const world = connected.fork()
    booked(world, 'АНО «Маяк»')
    const counts = () => [rowsOf(world, 'Сделки').length, amoOf(world).leads.length, pairsOf(world).length]
    const before = counts()
    for (let time = 0; time < 2; time++) {
      disconnect(world)
      passTicks(world, 30)
      reconnect(world)
    }
    expect(counts()).toEqual(before)
    expect(amoOf(world).requests.filter(({ method }) => method !== 'get')).toEqual([])
  })
})

test('another account: its leads are nobody’s yet, and those of the former one are asked for no more', () => {
  const world = connected.fork()
  const { deal } = booked(world, 'АНО «Маяк»')
  const [lead, first] = [leadOf(world, deal.id).id, amoOf(world)]
  disconnect(world)
  world.state.partners = { ...world.state.partners, amocrm: amoAccount({ subdomain: 'second' }) }
  const stranger = handOf(world).add({ name: 'Чужая', pipeline: 500, status: statusOf('new'), company: 'АНО «Чужая»', contact: 'Олег' })
  stranger.id = lead
  const screen = done(world, 'amo/connect', { ...connectInput, account: 'second' }, director)
  expect(screen.good).toBe(true)
  passTicks(world, 30)
  handOf(world).edit(lead, { fields: { Запрос: 'Чужой вопрос' } })
  done(world, 'deal/fill', {
    deal: done(world, 'deal/open', { id: deal.id, row: null, clientId: null }).ref,
    fields: { request: 'Свой вопрос' },
  })
  passTicks(world, 30)
  expect(dealRow(world, deal.id)['Запрос']).toBe('Свой вопрос')
  expect(amoOf(world).leads.find(({ id }) => id === lead)?.name).toBe('Чужая')
  expect(fieldOf(world, leadOf(world, deal.id), 'Запрос')).toBe('Свой вопрос')
  expect(leadOf(world, deal.id).id).not.toBe(lead)
  world.state.partners = { ...world.state.partners, amocrm: first }
  reconnect(world)
  expect(leadOf(world, deal.id).id).toBe(lead)
  expect(pairsOf(world).filter((pair) => pair.deal === deal.id)).toHaveLength(1)
})

test('the key ends: requests wait on both sides, people are told, and a new key lets everything through once', () => {
  const world = connected.fork()
  booked(world, 'АНО «Маяк»')
  const token = amoOf(world).token
  amoOf(world).token = 'another'
  const id = phoned(world, 'АНО «Пока ключа нет»').deal.id
  handOf(world).add({ name: 'Там', pipeline: 500, status: statusOf('new'), company: 'АНО «Пришла туда»', contact: 'Инна' })
  passTicks(world, 180)
  const told = () => done(world, 'desk/today', {}, director).notes.filter(({ where }) => where === 'amoCRM')
  expect(told()).toHaveLength(1)
  expect(waitingThere(world)).toHaveLength(1)
  expect(rowsOf(world, 'Сделки').filter(({ cells }) => cells['Организация'] === 'АНО «Пришла туда»')).toEqual([])
  amoOf(world).token = token
  reconnect(world)
  expect(told()).toEqual([])
  expect(waitingThere(world)).toEqual([])
  expect(leadOf(world, id).name).toContain(`№ ${id}`)
  expect(rowsOf(world, 'Сделки').filter(({ cells }) => cells['Организация'] === 'АНО «Пришла туда»')).toHaveLength(1)
})

describe('an account without a pipeline for consultations', () => {
  const bare = () => {
    const world = besideAmo()
    amoOf(world).pipelines.length = 1
    return world
  }
  const made = (world: World) => amoOf(world).pipelines.filter(({ name }) => name === 'Консультации')
  const input = { ...connectInput, pipeline: 0 }

  test('looking tells what would be made and makes nothing', () => {
    const world = bare()
    const looked = done(world, 'amo/look', input, director)
    expect(looked.pipelines.map(({ title }) => title)).toContain('завести новую: «Консультации» с этапами порядка')
    expect(looked.dry?.counts).toEqual(['В amoCRM появится воронка «Консультации»: 9 этапов. Другие воронки останутся как есть.'])
    expect(made(world)).toEqual([])
    expect(amoOf(world).requests.filter(({ method }) => method !== 'get')).toEqual([])
  })

  test('connecting makes it once, also where the answer got lost, and the desk works with it', () => {
    const world = bare()
    amoOf(world).faults.push({ kind: 'timeoutAfter', path: 'leads/pipelines', times: 1, method: 'post' })
    expect(done(world, 'amo/connect', input, director)).toMatchObject({ connected: false, good: false })
    expect(done(world, 'amo/connect', input, director)).toMatchObject({ connected: true, good: true })
    expect(made(world)).toHaveLength(1)
    const { deal } = booked(world, 'АНО «Маяк»')
    passTicks(world, 30)
    const status = made(world)[0]?.statuses.find(({ id }) => id === leadOf(world, deal.id).status_id)
    expect(status?.name).toBe('Консультация назначена')
  })
})
