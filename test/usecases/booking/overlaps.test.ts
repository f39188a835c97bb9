/** Two bookings of one consultant never cross. */
import type { Deal } from '../../../src/domain/deal/deal'
import { bookedColumns, unlessOverlapping } from '../../../src/usecases/booking/overlaps'
import { reschedule } from '../../../src/usecases/booking/rescheduleDeal'
import { changes } from '../../../src/usecases/changes'
import { acceptedDeal, assignedDeal } from '../../fixtures/builders'
import { knownTo, refTo } from '../../fixtures/known'

const hour = { start: '2026-11-25T10:00', end: '2026-11-25T11:00' }
const after = assignedDeal({ id: 41721, consultant: 'ММ', ...hour, eventId: 'event-1' })

/** What is said when 41721 takes the hour beside this one. */
function said(start: string, end: string, part: Partial<Deal> = {}, before: Deal = acceptedDeal({ id: 41721 })) {
  const other = assignedDeal({
    id: 41700,
    consultant: 'ММ',
    start: `2026-11-25T${start}`,
    end: `2026-11-25T${end}`,
    eventId: 'event-2',
    ...part,
  })
  const input = { deal: refTo(after), slot: null, at: { ...hour, etag: '' }, reason: '' }
  const known = knownTo({ ...reschedule, reads: () => ({ columns: bookedColumns }) }, input, { deals: [other] })
  const decided = unlessOverlapping({ ok: true, changes: changes({ kind: 'deal/book', deals: [{ before, after }] }) }, known)
  return decided.ok ? null : decided.problem
}

test.each([
  ['09:00', '10:00', false],
  ['09:00', '10:01', true],
  ['10:59', '12:00', true],
  ['11:00', '12:00', false],
  ['10:15', '10:45', true],
  ['09:00', '12:00', true],
])('one from %s to %s: refused %j', (start, end, isRefused) => {
  expect(said(start, end)).toEqual(isRefused ? { code: 'overlaps', consultant: 'ММ', deal: 41700 } : null)
})

test('the very event is another’s by now: it is a slot that was taken', () => {
  expect(said('10:00', '11:00', { eventId: 'event-1' })).toEqual({ code: 'slotTaken', start: hour.start, consultant: 'ММ' })
})

test.each<[string, Partial<Deal>]>([
  ['a colleague’s', { consultant: 'СБ' }],
  ['the deal itself', { id: 41721 }],
  ['held already', { stage: 'held' }],
  ['without a time', { start: null, end: null }],
])('%s is none', (_, part) => {
  expect(said('10:00', '11:00', part)).toBeNull()
})

test('a booking that stands as it stood is not judged again', () => {
  expect(said('10:00', '11:00', {}, { ...after, version: 1 })).toBeNull()
})
