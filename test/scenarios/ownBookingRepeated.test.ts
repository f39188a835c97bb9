/** I9: an employee’s own consultation whose first try died after its event stood: tried again, the event is this booking’s and live. */
import type { World } from '../../emulator/world/types'
import type { Input } from '../../src/rpc/contract'
import { bookingProblems, remove } from '../fixtures/consultantHand'
import { answersOf } from '../fixtures/deedRace'
import { calendarId, completeClient, deskWorld, done, eventOf, nextTick, request, run } from '../fixtures/desk'
import { registerEqualsJournal, rowById } from '../fixtures/register'

const at = { start: '2026-11-25T18:00', end: '2026-11-25T19:00' }

function input(organisation: string, consultant = 'ММ'): Input<'deal/bookOwn'> {
  const client = { ...completeClient, organisation }
  return {
    clientId: null,
    client,
    consultant,
    topic: consultant === 'ММ' ? 10 : 2,
    request: 'Отчёт',
    format: 'phone',
    place: '',
    slot: null,
    at,
  }
}

/** The run dies once the event is in the calendar, before the register knows. */
function died(): { readonly world: World; readonly eventId: string } {
  const world = deskWorld()
  nextTick(world)
  const { calls } = world.fork().invoke(request('deal/bookOwn', input('АНО «Маяк»')))
  const insert = calls.find(({ name }) => name === 'Calendar.Events.insert')
  const known = new Set(world.state.calendars[calendarId]?.events.map(({ id }) => id))
  run(world, 'deal/bookOwn', input('АНО «Маяк»'), 'office@example.org', [{ at: insert?.n ?? 0, kind: 'killAfter' }])
  const left = world.state.calendars[calendarId]?.events.find(({ id }) => !known.has(id))
  if (left === undefined) throw new Error('the run left no event')
  return { world, eventId: left.id }
}

function expectBooked(world: World, organisation: string, consultant = 'ММ'): void {
  const { card } = answersOf([world.invoke(request('deal/bookOwn', input(organisation, consultant)))]).map((answer) => {
    if (!answer.ok) throw new Error(answer.message)
    return answer.value as { card: { deal: { id: number; eventId: string } } }
  })[0] ?? { card: { deal: { id: 0, eventId: '' } } }
  expect(eventOf(world, card.deal.eventId)).toMatchObject({ status: 'confirmed', summary: `${consultant}_${organisation}` })
  expect(eventOf(world, card.deal.eventId).extendedProperties?.private).toMatchObject({ deal: String(card.deal.id) })
  nextTick(world)
  expect(rowById(world, 'Сделки', card.deal.id)).toMatchObject({ Этап: 'Консультация назначена', Консультант: consultant })
  expect(bookingProblems(world)).toEqual([])
  registerEqualsJournal(world)
}

test('by the same person: the event that stands is taken', () => {
  expectBooked(died().world, 'АНО «Маяк»')
})

test('after somebody deleted the event by hand: it is live again', () => {
  const { world, eventId } = died()
  remove(world, eventId)
  expect(eventOf(world, eventId).status).toBe('cancelled')
  expectBooked(world, 'АНО «Маяк»')
})

test('by another consultant for another client at the same minute: the event is his', () => {
  expectBooked(died().world, 'Фонд «Север»', 'СБ')
})

test('one that did not die stands once', () => {
  const world = deskWorld()
  done(world, 'deal/bookOwn', input('АНО «Маяк»'))
  nextTick(world)
  expect(bookingProblems(world)).toEqual([])
})
