/** G5, R1, R2: a booked consultation moves. */
import type { Input } from '../../../src/rpc/contract'
import { reschedule } from '../../../src/usecases/booking/rescheduleDeal'
import { acceptedDeal, assignedDeal, client } from '../../fixtures/builders'
import { changesBy, dealAfter, eventAt, type Given, knownTo, planOf, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { callers, everyOffice } from '../../fixtures/staff'
import { toldBy } from '../../fixtures/told'

const deal = assignedDeal()
const given: Given = { deals: [deal], clients: [client()] }
const at = { start: '2026-11-26T12:00', end: '2026-11-26T13:00', etag: '"1"' }
const slot = {
  eventId: 'event-9',
  etag: '"9"',
  start: '2026-11-26T10:00',
  end: '2026-11-26T12:00',
  event: { start: '2026-11-26T10:00', end: '2026-11-26T12:00' },
}

function input(part: Partial<Input<'deal/reschedule'>> = {}): Input<'deal/reschedule'> {
  return { deal: refTo(deal), slot: null, at, reason: 'просил клиент', ...part }
}
const moved = (part: Partial<Input<'deal/reschedule'>> = {}, more: Given = {}) => changesBy(reschedule, input(part), { ...given, ...more })

test('R1: new time and reason on the card; the first time stays, so that moves add up', () => {
  expect(dealAfter(reschedule, input(), given)).toMatchObject({
    version: 2,
    start: at.start,
    end: at.end,
    firstStart: '2026-11-25T10:00',
    moves: 1,
    moveReason: 'просил клиент',
    movedAt: '2026-11-23T09:00',
    eventId: 'event-1',
    comments: '23.11.2026 09:00: перенесено с 25.11.2026 10:00 на 26.11.2026 12:00 — просил клиент',
  })
})

test('with its event: the same event under its etag, nothing is let go', () => {
  const { calendar, freed } = moved()
  expect(calendar).toMatchObject({ kind: 'book', eventId: 'event-1', etag: '"1"', summary: 'ММ_АНО «Маяк»', start: at.start, end: at.end })
  expect(freed).toEqual([])
})

test('to a slot: that event is booked, the old one is free again', () => {
  const { calendar, freed, deals } = moved({ slot, at: null })
  expect(calendar).toMatchObject({
    eventId: 'event-9',
    etag: '"9"',
    rest: [{ start: '2026-11-26T11:00', end: '2026-11-26T12:00' }],
    mark: { from: 'event-1', method: 'deal/reschedule', version: 2 },
  })
  expect(freed).toEqual([{ eventId: 'event-1', summary: 'ММ консультация' }])
  expect(deals[0]?.after).toMatchObject({ eventId: 'event-9', start: '2026-11-26T10:00', end: '2026-11-26T11:00' })
})

test('R2: moved by the office, the consultant is told; moved by himself, the client alone', () => {
  expect(toldBy(moved(), given)).toEqual(['ММ', 'client'])
  const asOwn = { ...given, who: callers.own }
  expect(toldBy(moved({}, asOwn), asOwn)).toEqual(['client'])
})

test.each<[start: string, end: string, ok: boolean]>([
  ['2026-11-23T09:01', '2026-11-23T10:00', true],
  ['2026-11-27T18:00', '2026-11-27T19:00', true],
  ['2026-11-30T09:00', '2026-11-30T10:00', false],
])('G5: two working days from Wednesday, %s: %s', (start, end, ok) => {
  const plan = planOf(reschedule, input({ at: { start, end, etag: '"1"' } }), given)
  expect(plan.ok || plan.problem).toEqual(ok || { code: 'moveLimit', firstStart: '2026-11-25T10:00', days: 2 })
})

test('G5: several small moves do not add up to a large one', () => {
  const before = assignedDeal({ start: '2026-11-27T10:00', end: '2026-11-27T11:00', moves: 1 })
  const further = input({ at: { start: '2026-11-30T10:00', end: '2026-11-30T11:00', etag: '"1"' } })
  expect(refusalOf(reschedule, further, { ...given, deals: [before] })).toMatchObject({ code: 'moveLimit' })
})

const held = { eventId: 'event-9', start: slot.start, who: 'director@example.org', name: 'Михайлова Марина', until: '2026-11-23T09:05' }
const neighbour = assignedDeal({ id: 41700, eventId: 'event-7', start: '2026-11-26T12:59', end: '2026-11-26T14:00' })

test.each<[string, string, Partial<Input<'deal/reschedule'>>, Given]>([
  ['no such deal', 'dealNotFound', { deal: { ...refTo(deal), id: 5 } }, {}],
  ['the card changed since', 'changedMeanwhile', { deal: { ...refTo(deal), version: 2 } }, {}],
  ['not booked', 'moveNotAllowed', {}, { deals: [acceptedDeal()] }],
  ['no time chosen', 'badValue', { at: null }, {}],
  ['no reason', 'reasonNeeded', { reason: ' ' }, {}],
  ['a reason too long', 'tooLong', { reason: 'п'.repeat(501) }, {}],
  ['it ends before it begins', 'badValue', { at: { ...at, end: at.start } }, {}],
  ['the time has come', 'badValue', {}, { now: at.start }],
  ['the same time', 'nothingToDo', { at: { start: '2026-11-25T10:00', end: '2026-11-25T11:00', etag: null } }, {}],
  ['another booking runs into it', 'overlaps', {}, { deals: [deal, neighbour] }],
  ['the slot is held', 'slotHeld', { slot, at: null }, { service: { holds: JSON.stringify([held]) } }],
])('%s: refused', (_, code, part, more) => {
  expect(refusalOf(reschedule, input(part), { ...given, ...more })).toMatchObject({ code })
})

test('only the consultant himself and the office', () => {
  expect(whoMay(reschedule, input(), given)).toEqual([...everyOffice, 'own'])
})

test('an etag that the page does not know is read from the event, where it stands as the card says', () => {
  const blind = input({ at: { ...at, etag: null } })
  const eventOf = (start: string, end: string) => ({ ...eventAt(start, end), id: 'event-1', etag: '"now"' })
  const etag = (event: ReturnType<typeof eventOf>) => {
    const { calendar } = changesBy(reschedule, blind, { ...given, events: [event] })
    return calendar?.kind === 'book' ? calendar.etag : null
  }
  expect(etag(eventOf('2026-11-25T10:00', '2026-11-25T11:00'))).toBe('"now"')
  expect(etag(eventOf('2026-11-25T11:00', '2026-11-25T12:00'))).toBe('changed')
  expect(knownTo(reschedule, input(), { ...given, events: [eventOf('2026-11-25T10:00', '2026-11-25T11:00')] }).event).toBeNull()
})
