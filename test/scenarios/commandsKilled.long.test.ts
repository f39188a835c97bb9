/** Every other command that dies at any of its service calls: all of it is written or nothing, and no number is given twice. */
import type { CallRecord, World } from '../../emulator/world/types'
import type { Input } from '../../src/rpc/contract'
import { deathFaults } from '../fixtures/deaths'
import { booked, createInput, deskWorld, director, done, eventOf, minute, nextTick, phoned, request, run } from '../fixtures/desk'
import { registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'

const friday = Date.parse('2026-11-27T16:00:00+03:00')

interface Command {
  readonly world: World
  readonly method: string
  readonly input: unknown
  readonly user?: string
}

function creating(): Command {
  return { world: deskWorld(), method: 'deal/create', input: createInput() }
}

function noting(): Command {
  const world = deskWorld()
  return { world, method: 'deal/note', input: { deal: phoned(world, 'АНО «Маяк»').ref, outcome: 'noAnswer', text: '' } }
}

function moving(): Command {
  const world = deskWorld()
  return { world, method: 'deal/move', input: { deal: phoned(world, 'АНО «Маяк»').ref, to: 'lost', reason: 'отказ клиента', fields: {} } }
}

function closing(): Command {
  const world = deskWorld()
  world.state.now = friday
  const deals = done(world, 'week/list', {})
    .awaiting.slice(0, 5)
    .map(({ ref, undistributed }) => ({
      ref,
      to: 'won' as const,
      reason: 'отвечал недавно',
      ...(undistributed ? { project: 'не распределено' } : {}),
    }))
  expect(deals).toHaveLength(5)
  return { world, method: 'week/close', input: { deals } }
}

function takingBack(): Command {
  const { world, input } = closing()
  const { undo } = done(world, 'week/close', input as Input<'week/close'>)
  return { world, method: 'week/undo', input: { deals: undo } }
}

function paying(): Command {
  const world = deskWorld()
  const { projects } = done(world, 'external/list', { month: '2026-10' }, director)
  const deals = projects.flatMap(({ consultations }) => consultations.map(({ ref }) => ref))
  expect(deals.length).toBeGreaterThan(1)
  return { world, method: 'external/pay', input: { deals, paid: true }, user: director }
}

function releasing(): Command {
  const world = deskWorld()
  const { ref } = booked(world, 'АНО «Маяк»')
  return { world, method: 'deal/move', input: { deal: ref, to: 'accepted', reason: 'по просьбе клиента', fields: {} } }
}

function callsOf({ world, method, input, user }: Command): readonly CallRecord[] {
  return run(world.fork(), method, input, user).calls
}

/** Forks on which the command died once, before and after each of its calls. */
function* deaths(command: Command): Generator<World> {
  for (const fault of deathFaults(callsOf(command))) {
    const after = command.world.fork()
    const record = after.invoke(request(command.method, command.input, command.user), [fault])
    if (record.error?.name !== 'Killed') throw new Error(`it was not killed at ${fault.at}`)
    yield after
  }
}

describe.each([
  ['a new request (I3)', creating],
  ['a call noted (I5)', noting],
  ['a move to «Неуспешные» (I7)', moving],
  ['cards closed on Friday (K1, K7)', closing],
  ['that closing taken back (K1, K7)', takingBack],
  ['external consultations marked paid (T3)', paying],
])('%s', (_, begin) => {
  test('is written whole or not at all, at every death', () => {
    const command = begin()
    const before = registerOf(command.world)
    const well = command.world.fork()
    run(well, command.method, command.input, command.user)
    const whole = registerOf(well)
    const ends = [...deaths(command)].map((after) => {
      const register = registerOf(after)
      const isWhole = JSON.stringify(register) === JSON.stringify(whole)
      expect(register).toEqual(isWhole ? whole : before)
      registerEqualsJournal(after)
      return isWhole
    })
    expect(new Set(ends)).toEqual(new Set([true, false]))
  })
})

test('I3: after a death the next request has a number of its own', () => {
  for (const after of deaths(creating())) {
    const next = phoned(after, 'Фонд «Север»')
    expect(rowById(after, 'Сделки', next.deal.id)['Организация']).toBe('Фонд «Север»')
    registerEqualsJournal(after)
  }
})

test('G6: a release that died is finished or was none: event and deal agree after the tick, and the consultant is told once', () => {
  const command = releasing()
  const id = Math.max(...rowsOf(command.world, 'Сделки').map(({ cells }) => Number(cells['№'])))
  const eventId = String(rowById(command.world, 'Сделки', id)['Событие'])
  const ends = [...deaths(command)].map((after) => {
    nextTick(after)
    const isHeld = rowById(after, 'Сделки', id)['Событие'] === eventId
    const event = eventOf(after, eventId)
    expect(event.summary).toBe(isHeld ? 'ММ_АНО «Маяк»' : 'ММ консультация')
    expect(event.extendedProperties?.private?.['deal']).toBe(isHeld ? String(id) : undefined)
    registerEqualsJournal(after)
    return isHeld
  })
  expect(new Set(ends)).toEqual(new Set([true, false]))
})

test('a tick that dies while it finishes a booking is finished by the next one', () => {
  const world = deskWorld()
  const { deal } = booked(world.fork(), 'АНО «Маяк»')
  const card = phoned(world, 'АНО «Маяк»')
  const slot = { eventId: deal.eventId, etag: eventOf(world, deal.eventId).etag, start: deal.start ?? '', end: deal.end ?? '' }
  const input = {
    deal: card.ref,
    consultant: 'ММ',
    topic: 10,
    format: 'inPerson',
    place: '',
    minutes: 60,
    slot: { ...slot, event: { start: slot.start, end: slot.end } },
  }
  const patch = run(world.fork(), 'deal/book', input).calls.find(({ name }) => name === 'Calendar.Events.patch')?.n ?? 0
  world.invoke(request('deal/book', input), [{ at: patch, kind: 'killAfter' }])
  world.state.now += 10 * minute
  const tick = { fn: 'tick', entry: 'trigger', user: '' } as const
  for (const fault of deathFaults(world.fork().invoke(tick).calls)) {
    const after = world.fork()
    after.invoke(tick, [fault])
    after.state.now += 20 * minute
    after.invoke(tick)
    expect(rowById(after, 'Сделки', deal.id)).toMatchObject({ Этап: 'Консультация назначена', Событие: deal.eventId })
    expect(eventOf(after, deal.eventId).summary).toBe('ММ_АНО «Маяк»')
    expect(rowsOf(after, 'Задачи').filter(({ cells }) => cells['№ сделки'] === deal.id)).toHaveLength(1)
    registerEqualsJournal(after)
  }
})
