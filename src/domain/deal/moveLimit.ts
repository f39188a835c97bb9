/** How far a booked consultation may move (G5), and whether its move needs a decision. */

import type { Office } from '../office/office'
import { dateOf, type LocalDateTime } from '../time/localTime'
import { workingDaysBetween } from '../time/workingTime'
import type { Deal } from './deal'

type Timed = Pick<Deal, 'start' | 'firstStart'>

/**
 * G5: at most settings.moveLimitDays working days, earlier or later, from the time first assigned to this consultant; so several small
 * moves do not add up to a large one. Example: first assigned to Wednesday → Friday is within two working days, Monday is not.
 */
export function isWithinMoveLimit(
  firstStart: LocalDateTime | null,
  start: LocalDateTime,
  office: Pick<Office, 'calendar' | 'settings'>,
): boolean {
  if (firstStart === null) return true
  return Math.abs(workingDaysBetween(office.calendar, dateOf(firstStart), dateOf(start))) <= office.settings.moveLimitDays
}

/** Whether an assigned deal stands beyond the limit (G5.limit). */
export function isBeyondMoveLimit({ start, firstStart }: Timed, office: Pick<Office, 'calendar' | 'settings'>): boolean {
  return start !== null && !isWithinMoveLimit(firstStart, start, office)
}
