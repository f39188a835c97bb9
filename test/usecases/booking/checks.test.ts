/** The one set of checks of a booking: what is refused, what a reason makes right and stays written, what is not asked again. */
import type { CalendarEvent } from '../../../src/domain/calendar/sync/decision'
import type { Deal } from '../../../src/domain/deal/deal'
import { slotNow, unlessTroubled } from '../../../src/usecases/booking/checks'
import { changes } from '../../../src/usecases/changes'
import { controlAfter } from '../../../src/usecases/control/control'
import { acceptedDeal, assignedDeal, mondayMorning, nosov, person } from '../../fixtures/builders'
import { deskOf, momentOf } from '../../fixtures/known'
import { belova, morozova, staffed } from '../../fixtures/staff'

const hour = { start: '2026-11-25T10:00', end: '2026-11-25T11:00' }
const booking = assignedDeal({ id: 41721, consultant: 'ММ', ...hour, eventId: 'event-1' })

function event(part: Partial<CalendarEvent> = {}): CalendarEvent {
  const plain = { etag: '"1"', allDay: false, recurringEventId: '', private: {}, cancelled: false, declined: [] }
  return { ...plain, id: 'event-2', title: 'ММ_Фонд «Север»', ...hour, ...part }
}

interface Case {
  readonly after?: Partial<Deal>
  readonly before?: Deal
  readonly others?: readonly Deal[]
  readonly events?: readonly CalendarEvent[] | null
  readonly people?: ReturnType<typeof staffed>['people']
  readonly reason?: string
}

function asked({ after = {}, before = acceptedDeal({ id: 41721 }), others = [], events = [], people, reason = '' }: Case) {
  const office = people === undefined ? {} : { people }
  const setting = { office: staffed(office), now: mondayMorning }
  const control = controlAfter([], { deals: others.map((value) => ({ row: 2, value })) }, setting)
  const known = { desk: deskOf({ office, control }), moment: momentOf(), events }
  return unlessTroubled(
    { ok: true, changes: changes({ kind: 'deal/book', deals: [{ before, after: { ...booking, ...after } }] }) },
    known,
    reason,
  )
}

function said(one: Case): string {
  const decided = asked(one)
  if (decided.ok) return decided.changes.accepted.length === 0 ? 'ok' : 'noted'
  const { problem } = decided
  return problem.code === 'reasonNeeded' ? problem.what.replace(/.*хотя /, 'почему: ') : problem.code
}

const other = (start: string, end: string, part: Partial<Deal> = {}) =>
  assignedDeal({ id: 41700, consultant: 'ММ', start: `2026-11-25T${start}`, end: `2026-11-25T${end}`, eventId: 'event-2', ...part })
const standing = (deal: Deal) => event({ id: deal.eventId, start: deal.start ?? '', end: deal.end ?? '' })

test.each([
  ['09:00', '10:00', 'ok'],
  ['09:00', '10:01', 'overlaps'],
  ['10:59', '12:00', 'overlaps'],
  ['11:00', '12:00', 'ok'],
  ['10:15', '10:45', 'overlaps'],
  ['09:00', '12:00', 'overlaps'],
])('beside another booking of the same consultant, %s–%s: %s', (start, end, expected) => {
  const deal = other(start, end)
  expect(said({ others: [deal], events: [standing(deal)] })).toBe(expected)
})

test('what the register alone knows counts too, and what the calendar alone knows', () => {
  expect(said({ others: [other('10:00', '11:00', { eventId: '' })] })).toBe('overlaps')
  expect(said({ events: [event()] })).toBe('overlaps')
  expect(said({ events: [event({ title: 'СБ_Фонд «Север»' })] })).toBe('ok')
})

test('the very event is another’s by now: it is a slot that was taken', () => {
  const deal = other('10:00', '11:00', { eventId: 'event-1' })
  expect(said({ others: [deal], events: [standing(deal)] })).toBe('slotTaken')
})

test.each<[string, Case, string]>([
  ['in the past', { after: { start: '2026-11-20T10:00', end: '2026-11-20T11:00' } }, 'badValue'],
  ['of five minutes', { after: { end: '2026-11-25T10:05' } }, 'badValue'],
  ['of three years', { after: { end: '2029-11-25T10:05' } }, 'badValue'],
  ['of a stranger', { after: { consultant: 'ЯЯ' } }, 'consultantUnknown'],
  ['of an expert without a decision', { after: { consultant: 'ПН' }, people: [morozova, belova, nosov] }, 'externalDecisionNeeded'],
  ['on a Sunday', { after: { start: '2026-11-29T10:00', end: '2026-11-29T11:00' } }, 'почему: это выходной день'],
  ['at night', { after: { start: '2026-11-25T03:00', end: '2026-11-25T04:00' } }, 'почему: это не рабочее время'],
  [
    'in an absence',
    { people: [person({ absences: [{ from: '2026-11-25', until: '2026-11-25', why: 'отпуск' }] })] },
    'почему: консультанта нет 25 ноября: отпуск',
  ],
  ['after the last day', { people: [person({ until: '2026-11-24' })] }, 'почему: консультант в этот день не работает в центре'],
  ['over «ММ обед»', { events: [event({ title: 'ММ обед' })] }, 'почему: у консультанта в это время занята: обед'],
  ['of a topic that is not the consultant’s', { after: { topic: 2 } }, 'noted'],
  ['as any other', {}, 'ok'],
])('a booking %s: %s', (_, one, expected) => {
  expect(said(one)).toBe(expected)
  const withReason = said({ ...one, reason: 'так договорились' })
  expect(withReason).toBe(expected.startsWith('почему') ? 'noted' : expected)
})

test('held and taken back: its hour was its own all the time', () => {
  const past = { start: '2026-11-20T10:00', end: '2026-11-20T11:00' }
  expect(said({ before: { ...booking, ...past, stage: 'held' }, after: past })).toBe('ok')
  expect(said({ before: { ...booking, ...past, stage: 'lost' }, after: past })).toBe('badValue')
})

test('a booking that stands as it stood is not judged again', () => {
  expect(said({ before: { ...booking, version: 1 }, events: [event()] })).toBe('ok')
})

describe('what a page says of a slot is a hint', () => {
  const slot = { eventId: 'event-2', etag: 'old', start: hour.start, event: { start: '2026-01-01T00:00', end: '2029-01-01T00:00' } }
  const now = (events: readonly CalendarEvent[] | null, organisation = '') =>
    slotNow(slot, { consultant: 'ММ', organisation }, { events, desk: deskOf() })
  test.each<[string, readonly CalendarEvent[]]>([
    ['gone', []],
    ['a colleague’s', [event({ title: 'СБ консультация' })]],
    ['booked', [event()]],
    ['moved', [event({ title: 'ММ консультация', start: '2026-11-25T12:00', end: '2026-11-25T13:00' })]],
  ])('%s: nobody’s to give away', (_, events) => expect(now(events)).toBeNull())

  test('there: with its own bounds and etag', () => {
    expect(now([event({ title: 'ММ консультация' })])).toEqual({ ...slot, etag: '"1"', event: hour })
    expect(now([event()], 'Фонд «Север»')).toEqual({ ...slot, etag: '"1"', event: hour })
    expect(now([event({ private: { deal: '7' } })], 'Фонд «Север»')).toBeNull()
  })
})
