/** What is owed to the whole office, not on one deal: slots, feedback of the month, payment, the month's summary, the desk itself. */

import type { Office } from '../office/office'
import type { LocalDate, LocalDateTime } from '../time/localTime'
import { atMinute } from '../time/localTime'
import { isWorkingDay, nextWorkingDay, openingOf } from '../time/workingTime'
import type { OverdueTo } from './obligation'

export type DutyKey =
  | 'G1.slots'
  | 'G4.replace'
  | 'G7.quota'
  | 'K3.month'
  | 'K3.new'
  | 'T3.pay'
  | 'S2.summary'
  | 'S2.tell'
  | 'S3.publish'
  | 'W.calendar'
  | 'W.sync'
  | 'W.personal'

/** A line of «Контроль» without a deal. Key, subject and opensAt together tell it from every other. */
export interface Duty {
  readonly key: DutyKey
  /** Stays the same while the duty stands: numbers that change are in `detail`. */
  readonly subject: string
  readonly detail: string
  /** Initials, a role's title, an e-mail, or '' where nobody owes it. */
  readonly who: string
  readonly opensAt: LocalDateTime
  /** Inclusive. */
  readonly due: LocalDateTime
  readonly remindAt: LocalDateTime | null
  readonly overdueTo: OverdueTo | 'administrator'
}

/** That day at the office's opening; on a day off, the next working day. */
export function morningFrom(office: Office, date: LocalDate): LocalDateTime {
  const day = workingDayFrom(office, date)
  return atMinute(day, openingOf(office, day))
}

function workingDayFrom({ calendar }: Office, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : nextWorkingDay(calendar, date)
}
