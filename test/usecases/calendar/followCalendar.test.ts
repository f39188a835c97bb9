/** G3–G6, R1, R3: the card follows the calendar. */

import { markProperties } from '../../../src/domain/calendar/sync/bookingMark'
import type { CalendarCommand, CalendarEvent } from '../../../src/domain/calendar/sync/decision'
import type { Deal } from '../../../src/domain/deal/deal'
import { followCalendar, googleCalendar } from '../../../src/usecases/calendar/followCalendar'
import { acceptedDeal, assignedDeal, client } from '../../fixtures/builders'
import { deskOf, eventAt, momentOf } from '../../fixtures/known'

const at = { deal: 41721, eventId: 'event-1', start: '2026-11-26T12:00', end: '2026-11-26T13:00' }
const moment = { ...momentOf({ who: googleCalendar }), entry: 'календарь' }
const event = (part: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...eventAt(at.start, at.end, 'ММ_АНО «Маяк»', { id: 'event-1' }),
  cancelled: false,
  declined: [],
  ...part,
})
function followed(it: CalendarCommand, deal: Deal, one = event()) {
  return followCalendar(it, one, deskOf({ deals: [deal], clients: [client()] }), moment)
}

test('R3: moved, with the reason still to be asked for', () => {
  const { kind, deals, flags } = followed({ kind: 'moved', ...at }, assignedDeal())
  expect(kind).toBe('calendar/moved')
  expect(deals[0]?.after).toMatchObject({
    start: at.start,
    moves: 1,
    moveReason: '',
    movedAt: '2026-11-23T09:00',
    firstStart: '2026-11-25T10:00',
  })
  expect(flags).toEqual([])
})

test('G5: moved too far it is followed: the line is the look’s', () => {
  const far = { ...at, start: '2026-12-01T10:00', end: '2026-12-01T11:00' }
  const { deals, flags } = followed({ kind: 'moved', ...far }, assignedDeal())
  expect(deals[0]?.after).toMatchObject({ start: far.start })
  expect(flags).toEqual([])
})

test('G5: moved into the past there is nothing to decide any more', () => {
  const past = { ...at, start: '2026-11-20T10:00', end: '2026-11-20T11:00' }
  expect(followed({ kind: 'moved', ...past }, assignedDeal())).toMatchObject({ deals: [{ after: { start: past.start } }], flags: [] })
})

test('a move of ours whose run died brings its reason along', () => {
  const mark = { deal: 41721, version: 2, booking: '{"reason":"просил клиент"}', was: '', method: 'deal/reschedule' }
  const ours = event({ private: markProperties(mark) as Record<string, string> })
  const { deals } = followed({ kind: 'moved', ...at }, assignedDeal(), ours)
  expect(deals[0]?.after.moveReason).toBe('просил клиент')
  expect(followed({ kind: 'moved', ...at }, assignedDeal({ version: 2 }), ours).deals[0]?.after.moveReason).toBe('')
})

test('G3 by hand: booked as the event says', () => {
  const { kind, deals } = followed({ kind: 'booked', ...at, initials: 'ММ', mark: null }, acceptedDeal({ topic: 10 }))
  expect(kind).toBe('calendar/booked')
  expect(deals[0]?.after).toMatchObject({ stage: 'assigned', consultant: 'ММ', start: at.start, firstStart: at.start, format: 'inPerson' })
})

test('a booking of ours that died: topic, format, place and rests come from its mark', () => {
  const booking = JSON.stringify({ consultant: 'ММ', topic: 5, format: 'online', place: 'zoom' })
  const mark = { deal: 41721, version: 2, booking, was: '{"start":"2026-11-26T12:00","end":"2026-11-26T14:00"}' }
  const { kind, deals, calendar } = followed({ kind: 'booked', ...at, initials: 'ММ', mark }, acceptedDeal())
  expect(kind).toBe('deal/book')
  expect(deals[0]?.after).toMatchObject({ topic: 5, format: 'online', place: 'zoom' })
  expect(calendar).toMatchObject({ kind: 'rests', rest: [{ start: '2026-11-26T13:00', end: '2026-11-26T14:00' }] })
})

test.each<[string, Extract<CalendarCommand, { kind: 'booked' | 'reassigned' }>, Deal, string]>([
  ['A2: no topic', { kind: 'booked', ...at, initials: 'ММ', mark: null }, acceptedDeal(), 'cannotBook'],
  ['T2: an external consultant', { kind: 'reassigned', ...at, initials: 'ПН' }, assignedDeal(), 'cannotReassign'],
  ['somebody unknown', { kind: 'reassigned', ...at, initials: 'ЯЯ' }, assignedDeal(), 'cannotReassign'],
])('%s: the office says no, a line says why, nothing else changes', (_, it, deal, kind) => {
  const made = followed(it, deal)
  expect(made.flags).toMatchObject([{ kind, deal: 41721 }])
  expect(made.flags[0]?.detail).not.toBe('')
  expect([made.deals, made.calendar]).toEqual([[], null])
})

test('G6: other initials on the event', () => {
  const { deals } = followed({ kind: 'reassigned', ...at, initials: 'СБ' }, assignedDeal())
  expect(deals[0]?.after).toMatchObject({ consultant: 'СБ', firstStart: at.start, moves: 0 })
})

test('a reassignment of ours that died is finished, the old event freed', () => {
  const mark = { deal: 41721, version: 2, booking: '{"reason":"заболела"}', was: '', method: 'deal/reassign', from: 'event-0' }
  const it = { kind: 'replaced', ...at, initials: 'СБ', mark } as const
  expect(followed(it, assignedDeal({ eventId: 'event-0' }))).toMatchObject({
    kind: 'deal/reassign',
    reason: 'заболела',
    freed: [{ eventId: 'event-0', summary: 'ММ консультация' }],
  })
  expect(followed(it, assignedDeal({ cannotHold: 'заболела' })).freed).toMatchObject([{ summary: '' }])
  expect(followed({ ...it, initials: 'ММ' }, assignedDeal())).toMatchObject({ kind: 'deal/reschedule', deals: [{ after: { moves: 1 } }] })
})

test.each<[CalendarCommand, Partial<Deal>, string]>([
  [
    { kind: 'released', deal: 41721, eventId: 'event-1', why: 'deleted' },
    { stage: 'accepted', consultant: '', start: null },
    'событие удалено',
  ],
  [{ kind: 'released', deal: 41721, eventId: 'event-1', why: 'renamed' }, { stage: 'accepted', eventId: '' }, 'слот освобождён'],
  [{ kind: 'detached', deal: 41721, eventId: 'event-1' }, { stage: 'assigned', eventId: '', consultant: 'ММ' }, 'убрано из календаря'],
  [{ kind: 'resized', ...at }, { end: at.end, start: '2026-11-25T10:00', moves: 0 }, ''],
  [{ kind: 'linked', ...at }, { eventId: 'event-1', start: at.start, end: at.end, moves: 0 }, ''],
])('%j', (it, expected, words) => {
  const { deals } = followed(it, assignedDeal({ eventId: 'event-0' }))
  expect(deals[0]?.after).toMatchObject(expected)
  expect(deals[0]?.after.comments).toContain(words)
})

test('a deal that is not there any more changes nothing', () => {
  expect(followCalendar({ kind: 'moved', ...at }, event(), deskOf(), moment)).toMatchObject({ deals: [], flags: [] })
})
