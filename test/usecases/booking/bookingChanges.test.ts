/** What changes on a deal when it is booked, moved, given to another consultant or released. */
import type { Deal } from '../../../src/domain/deal/deal'
import { movedChanges, reassignedChanges, releasedChanges } from '../../../src/usecases/booking/bookingChanges'
import { assignedDeal, client } from '../../fixtures/builders'
import { momentOf } from '../../fixtures/known'
import { belova } from '../../fixtures/staff'

const found = (part: Partial<Deal> = {}) => ({ deal: assignedDeal(part), row: 2, client: client() })
const move = { start: '2026-11-26T12:00', end: '2026-11-26T13:00', eventId: 'event-1', kind: 'x', reason: '' }
const moved = (part: Partial<Deal> = {}) => movedChanges(found(part), move, momentOf())

test('G5: moves add up from the first time; a deal that has none yet counts from where it stood', () => {
  expect(moved({ moves: 1, firstStart: '2026-11-24T10:00' }).deals[0]?.after).toMatchObject({ moves: 2, firstStart: '2026-11-24T10:00' })
  expect(moved({ firstStart: null }).deals[0]?.after.firstStart).toBe('2026-11-25T10:00')
})

test('G6: given to another, everything of the booking before is gone', () => {
  const before = { moves: 2, cannotHold: 'заболела', reportSentAt: '2026-11-23T08:00', report: '{}', reportReceivedAt: '2026-11-23T08:30' }
  expect(reassignedChanges(found(before), belova, move, momentOf()).deals[0]?.after).toMatchObject({
    consultant: 'СБ',
    moves: 0,
    cannotHold: '',
    reportSentAt: null,
    reportReceivedAt: null,
    report: '',
    firstStart: move.start,
  })
})

test('released: the card keeps its first time, who had it, and what the next booking needs', () => {
  const { after } = releasedChanges(found({ moves: 2, moveReason: 'просил' }), 'x', 'заболела', momentOf()).deals[0] ?? {}
  expect(after).toMatchObject({
    stage: 'accepted',
    consultant: '',
    start: null,
    end: null,
    eventId: '',
    place: 'каб. 3',
    formerConsultant: 'ММ',
    moves: 0,
    moveReason: '',
  })
  expect(after?.comments).toBe('23.11.2026 09:00: отменено — заболела')
  expect(after?.firstStart).toBe('2026-11-25T10:00')
})
