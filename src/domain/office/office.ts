/** What the office keeps by hand: people, projects, the working calendar, settings. */

import type { RaisedQuota } from '../calendar/raisedQuota'
import type { RequiredField } from '../deal/requiredFields'
import type { LocalDate } from '../time/localTime'
import type { Role } from './roles'
import type { Settings } from './settings'

export interface Person {
  /** Two to four letters, '' for people who do not consult. */
  readonly initials: string
  /** Initials that the person had before and nobody has now; absent = none. */
  readonly former?: readonly string[]
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  /** Topic numbers, in the order the person is best at them. */
  readonly topics: readonly number[]
  readonly external: boolean
  readonly ratePerHour: number | null
  /** Works here from … until, both inclusive; null = unbounded. */
  readonly from: LocalDate | null
  readonly until: LocalDate | null
  /** One of the two cannot be read: whoever that is has no rights until it can. */
  readonly unclear?: true
  /** Days away, both ends inclusive. */
  readonly absences: readonly { readonly from: LocalDate; readonly until: LocalDate; readonly why: string }[]
  /** G7, for this person; absent = none. */
  readonly quotas?: readonly RaisedQuota[]
}

export interface Project {
  readonly name: string
  readonly managerEmail: string
  /** T2: external consultants are provided for. */
  readonly externals: boolean
  readonly externalLimitPerMonth: number
}

/** A day that differs from Monday-to-Friday. */
export type DayKind = 'off' | 'short' | 'working'
export interface WorkingCalendar {
  /** By date; days not named follow the weekday. */
  readonly days: Readonly<Record<LocalDate, DayKind>>
  /** Years the calendar is filled for; others fall back to weekends, announced. */
  readonly years: readonly number[]
}

export interface Office {
  readonly people: readonly Person[]
  readonly projects: readonly Project[]
  readonly calendar: WorkingCalendar
  readonly settings: Settings
  /** I4, A2, C2, C5–C7: rows of «Обязательные поля». */
  readonly required: readonly RequiredField[]
}
