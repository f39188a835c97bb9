/** Rows of docs/calendar-cases.md that hold on a small desk: instances of series, other organisers, private events, several deeds between two looks. */
import type { World } from '../../emulator/world/types'
import {
  discrepancies,
  drag,
  expireTokens,
  insert,
  liveEvents,
  mirrorProblems,
  receive,
  remove,
  rename,
  tick,
} from '../fixtures/consultantHand'
import { cardNow } from '../fixtures/controlDesk'
import { bookInput, calendarId, done, minute, morozova, run, slotsOf } from '../fixtures/desk'
import { type Row, rowById, serialOf } from '../fixtures/register'
import { smallDesk } from '../fixtures/smallDesk'

/** Two looks, a quiet quarter of an hour between them. */
function settle(world: World): void {
  for (let look = 0; look < 2; look++) {
    world.state.now += 11 * minute
    tick(world)
  }
}

const row = (world: World, id: number): Row => rowById(world, 'Сделки', id)
const open = (world: World) => discrepancies(world).filter(({ solved }) => solved === '')
const startOf = (world: World, id: number) => Number(row(world, id)['Начало'])
const tuesdays = (world: World) =>
  liveEvents(world).filter(({ title, start, series }) => series !== '' && title.startsWith('ММ консультация') && start.endsWith('T17:00'))

/** The fourth deal stands on an instance of ММ's weekly series, that of the first of December unless another day is given. */
function onInstance(day = '2026-12-01') {
  const { world, deals } = smallDesk()
  const id = deals[3] ?? 0
  const slot = slotsOf(world, 'ММ').find(({ start }) => start === `${day}T17:00`)
  if (slot === undefined) throw new Error(`ММ has no hour on ${day}`)
  done(world, 'deal/book', bookInput(cardNow(world, id), slot))
  done(world, 'outbox/send', {})
  settle(world)
  return { world, id, event: String(row(world, id)['Событие']), letters: world.state.letters.length }
}

test('rows 7 and 30: one booked instance moved: the card follows, the letter names the moved one, the others stay', () => {
  const { world, id, event, letters } = onInstance()
  drag(world, event, '2026-12-02T15:00')
  settle(world)
  expect(startOf(world, id)).toBeCloseTo(serialOf('2026-12-02T15:00'), 6)
  const told = world.state.letters.slice(letters).filter(({ to }) => to === 'client3@example.net')
  expect(told.map(({ subject }) => subject)).toEqual(['Консультация перенесена: ср 2 декабря, 15:00'])
  expect(told[0]?.body).toContain('1 декабря')
  expect(tuesdays(world)).toHaveLength(2)
  expect(open(world)).toEqual([])
})

test('row 15: one booked instance released in the panel is free again, the others untouched', () => {
  const { world, id } = onInstance()
  expect(tuesdays(world)).toHaveLength(2)
  done(world, 'deal/move', { deal: cardNow(world, id).ref, to: 'accepted', reason: 'по просьбе клиента', fields: {} })
  done(world, 'outbox/send', {})
  settle(world)
  expect(tuesdays(world)).toHaveLength(3)
  expect(mirrorProblems(world)).toEqual([])
})

test('row 18: the first instance deleted, a later one booked: the booking stands', () => {
  const { world, id } = onInstance()
  const [first] = tuesdays(world)
  remove(world, first?.id ?? '')
  settle(world)
  expect(row(world, id)['Этап']).toBe('Консультация назначена')
  expect(open(world)).toEqual([])
})

test('row 25: two bookings of one consultant swapped between two looks: both follow, or both are asked about; never two in one hour', () => {
  const { world, deals } = smallDesk()
  const [one = 0, , two = 0] = deals
  const [a, b] = [row(world, one), row(world, two)]
  expect([a['Консультант'], b['Консультант']]).toEqual(['ММ', 'ММ'])
  const at = (id: unknown) => liveEvents(world).find((event) => event.id === id)?.start ?? ''
  const [wasA, wasB] = [at(a['Событие']), at(b['Событие'])]
  drag(world, String(a['Событие']), wasB)
  drag(world, String(b['Событие']), wasA)
  for (let look = 0; look < 3; look++) settle(world)
  const [isA, isB] = [startOf(world, one), startOf(world, two)]
  expect(isA).not.toBeCloseTo(isB, 6)
  const isFollowed = Math.abs(isA - serialOf(wasB)) < 1e-6 && Math.abs(isB - serialOf(wasA)) < 1e-6
  expect(isFollowed || open(world).length === 2).toBe(true)
})

test('row 20: an invitation from outside over a booking is nobody’s booking, and the desk asks instead of failing', () => {
  const { world, deals } = smallDesk()
  const booked = row(world, deals[0] ?? 0)
  receive(world, 'ММ_Фонд «Приглашение»', '2026-11-25T12:00', '2026-11-25T13:00')
  settle(world)
  expect(open(world).map(({ key }) => key.split(':')[0])).toEqual(['unknownBooking'])
  expect(row(world, deals[0] ?? 0)['Начало']).toBe(booked['Начало'])
  expect(world.state.executions.flatMap(({ error }) => (error === null ? [] : [error.message]))).toEqual([])
})

test('row 19: over a free hour an event without a title that its consultant made takes the hour off the list, and is asked about', () => {
  const { world } = smallDesk()
  const hours = () => slotsOf(world, 'ММ').map(({ start }) => start)
  const [hour = ''] = hours()
  world.calendarHand.insert({
    ...{ calendarId, summary: '', visibility: 'private', user: morozova },
    ...{ start: hour, end: `${hour.slice(0, 11)}${Number(hour.slice(11, 13)) + 1}:00` },
  })
  settle(world)
  expect(hours()).not.toContain(hour)
  expect(open(world).map(({ key }) => key.split(':')[0])).toEqual(['unread'])
})

test('row 31: a full list again and again releases nobody and asks nothing new', () => {
  const { world, deals } = smallDesk()
  const before = deals.map((id) => row(world, id))
  for (let look = 0; look < 3; look++) {
    expireTokens(world)
    settle(world)
  }
  expect(deals.map((id) => row(world, id))).toEqual(before)
  expect(open(world)).toEqual([])
})

test('half of the bookings deleted, the others renamed: one question, nobody released, nobody told', () => {
  const { world, deals } = smallDesk()
  for (const id of deals.slice(3))
    done(world, 'deal/book', bookInput(cardNow(world, id), slotsOf(world, 'ОП')[0] ?? never(), { consultant: 'ОП' }))
  done(world, 'outbox/send', {})
  settle(world)
  const letters = world.state.letters.length
  const events = deals.map((id) => String(row(world, id)['Событие']))
  for (const [at, id] of events.entries()) at % 2 === 0 ? remove(world, id) : rename(world, id, 'ММ консультация')
  settle(world)
  expect(deals.map((id) => row(world, id)['Этап'])).toEqual(deals.map(() => 'Консультация назначена'))
  expect(open(world).filter(({ key }) => key.startsWith('manyGone:'))).toHaveLength(1)
  expect(world.state.letters.slice(letters)).toEqual([])
})

function never(): never {
  throw new Error('ОП has no slot')
}

test('a booking typed over the end of another is not made, though one is free by its own title', () => {
  const { world, deals } = smallDesk()
  const event = liveEvents(world).find(({ id }) => id === row(world, deals[0] ?? 0)['Событие'])
  const start = event?.start ?? ''
  insert(world, 'ММ_АНО «Маяк»', `${start.slice(0, 14)}30`, `${start.slice(0, 11)}${Number(start.slice(11, 13)) + 1}:30`)
  settle(world)
  expect(row(world, deals[4] ?? 0)['Этап']).toBe('Принято в работу')
  expect([...new Set(open(world).map(({ key }) => key.split(':')[0]))]).toEqual(['overlap'])
})

test('a booking that breaks a rule is given up in the panel: its line goes with it, before any look, and costs no further call', () => {
  const { world, deals } = smallDesk()
  const id = deals[0] ?? 0
  const day =
    liveEvents(world)
      .find((event) => event.id === row(world, id)['Событие'])
      ?.start.slice(0, 10) ?? ''
  const usual = release(world.fork(), id).leavingCalls
  insert(world, 'Больничный ММ', day, `${day.slice(0, 8)}${Number(day.slice(8)) + 1}`)
  settle(world)
  expect(open(world).map(({ key }) => key.split(':')[0])).toEqual(['breaks'])
  const given = release(world, id)
  expect(open(world)).toEqual([])
  expect(given.leavingCalls).toBe(usual)
  settle(world)
  expect(open(world)).toEqual([])
})

function release(world: World, id: number) {
  return run(world, 'deal/move', { deal: cardNow(world, id).ref, to: 'accepted', reason: 'заболела', fields: {} })
}
