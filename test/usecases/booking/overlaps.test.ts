/** Whether a consultant is booked at a time that is no slot of his. */
import type { Deal } from '../../../src/domain/deal/deal'
import { bookedColumns, bookedWithin } from '../../../src/usecases/booking/overlaps'
import { reschedule } from '../../../src/usecases/booking/rescheduleDeal'
import { assignedDeal } from '../../fixtures/builders'
import { knownTo, refTo } from '../../fixtures/known'

const own = { id: 41721, consultant: 'ММ' }
const hour = { start: '2026-11-25T10:00', end: '2026-11-25T11:00' }

function found(start: string, end: string, part: Partial<Deal> = {}) {
  const deals = [assignedDeal({ id: 41700, start: `2026-11-25T${start}`, end: `2026-11-25T${end}`, ...part })]
  const input = { deal: refTo(assignedDeal()), slot: null, at: { ...hour, etag: '' }, reason: '' }
  return bookedWithin(knownTo({ ...reschedule, reads: () => ({ columns: { deals: bookedColumns } }) }, input, { deals }), own, hour)?.id
}

test.each([
  ['09:00', '10:00', undefined],
  ['09:00', '10:01', 41700],
  ['10:59', '12:00', 41700],
  ['11:00', '12:00', undefined],
  ['10:15', '10:45', 41700],
  ['09:00', '12:00', 41700],
])('one from %s to %s: %s', (start, end, id) => {
  expect(found(start, end)).toBe(id)
})

test.each<[string, Partial<Deal>]>([
  ['a colleague’s', { consultant: 'СБ' }],
  ['the deal itself', { id: 41721 }],
  ['held already', { stage: 'held' }],
  ['without a time', { start: null, end: null }],
])('%s is none', (_, part) => {
  expect(found('10:00', '11:00', part)).toBeUndefined()
})
