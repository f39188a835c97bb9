/** A sense of proportion: a list in which many bookings are gone at once is asked about before anybody is released. */

import { type Decided, isLoss, isMove } from './decideEvents'
import { type DealLine, type Discrepancy, flag } from './decision'

/** The line stands for the calendar as a whole, not for an event. */
const wholeCalendar = 'calendar'

export interface Belief {
  readonly calendarId: string
  /** The calendar is another one than the bookings were made in. */
  readonly isOther: boolean
  /** What a person has said of: the `detail` of a line decided with «да, это так». */
  readonly confirmed: readonly string[]
}

/**
 * More than three bookings and more than a fifth of all gone in one look, or any in another calendar: a wrong address, a slip of a person, a
 * fault of Google. Nobody is released then; everything else goes on.
 * @returns the line that asks; null = it is believed
 */
export function doubtOf(decided: readonly Decided[], deals: readonly DealLine[], belief: Belief): Discrepancy | null {
  const { calendarId, isOther, confirmed } = belief
  const booked = deals.filter(({ stage, eventId }) => stage === 'assigned' && eventId !== '').length
  const gone = decided.filter(({ decision }) => isLoss(decision)).length
  const detail = `${gone} из ${booked}, календарь ${calendarId}`
  const isLikely = gone === 0 || (!isOther && (gone <= 3 || gone * 5 <= booked))
  return isLikely || confirmed.includes(detail) ? null : flag('manyGone', calendarEvent, { detail, why: isOther ? 'other' : '' })
}

/**
 * The office's zone was changed: every booking seems to stand at another hour. Nobody is moved or told before a person has said which clock is
 * right.
 * @returns the line that asks; null = it is believed, or nothing has moved
 */
export function doubtOfZone(decided: readonly Decided[], zone: string, confirmed: readonly string[]): Discrepancy | null {
  const moved = decided.filter(({ decision }) => isMove(decision)).length
  const detail = `${moved}, пояс ${zone}`
  return moved === 0 || confirmed.includes(detail) ? null : flag('otherZone', calendarEvent, { detail })
}

const calendarEvent = {
  ...{ id: wholeCalendar, etag: '', title: 'Календарь «Консультации»', start: '', end: '', allDay: false, recurringEventId: '' },
  ...{ private: {}, cancelled: false, declined: [] },
} as const
