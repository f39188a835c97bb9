/** What the office keeps by hand: people, projects, the working calendar, settings. */

import type { RequiredField } from '../deal/requiredFields'
import type { LocalDate } from '../time/localTime'

export const roleTitles = {
  consultant: 'консультант',
  externalConsultant: 'внешний консультант',
  officeManager: 'офис-менеджер',
  projectManager: 'руководитель проекта',
  director: 'исполнительный директор',
  prManager: 'PR-менеджер',
  administrator: 'администратор',
} as const
export type Role = keyof typeof roleTitles

export interface Person {
  /** Two to four letters, '' for people who do not consult. */
  readonly initials: string
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
  /** Days away, both ends inclusive. */
  readonly absences: readonly { readonly from: LocalDate; readonly until: LocalDate; readonly why: string }[]
  /** G7, for this person; absent = none. */
  readonly quotas?: readonly RaisedQuota[]
}

/** G7: a higher quota for a time, both ends inclusive. */
export interface RaisedQuota {
  readonly perWeek: number
  readonly from: LocalDate
  readonly until: LocalDate
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

/** Values of the sheet «Настройки»; see settings.ts for titles, defaults and clauses. */
export interface Settings {
  readonly centreName: string
  readonly centrePhone: string
  readonly zone: string
  readonly calendarId: string
  /** Minutes of the day: 9:00 → 540. */
  readonly dayOpens: number
  readonly dayCloses: number
  readonly shortDayCloses: number
  /** G1. */
  readonly slotsPerWeek: number
  /** G7. */
  readonly quotaPerWeek: number
  /** G7, for everybody. */
  readonly quotaRaised: readonly RaisedQuota[]
  /** I7. */
  readonly attemptsNeeded: number
  readonly attemptGapMinutes: number
  /** G5, working days. */
  readonly moveLimitDays: number
  /** Minimum notice of a slot, minutes. */
  readonly noticeMinutes: number
  /** How many days ahead slots are offered. */
  readonly horizonDays: number
  /** K1: who closes the week. */
  readonly closer: Role
  /** K6, minutes of the day. */
  readonly fridayListAt: number
  readonly fridayCloseBy: number
  /** Requests from outside taken in one minute; further ones are told to come again. */
  readonly intakePerMinute: number
  readonly clientLetters: boolean
  /** No reminders from … until (minutes of the day; over midnight). */
  readonly quietFrom: number
  readonly quietUntil: number
  /** The director's daily digest. */
  readonly digestAt: number
  /** A letter to the client the working day before. */
  readonly clientReminders: boolean
  /** Letters that ask clients for feedback (K2). */
  readonly feedbackLetters: boolean
  /** A client is asked for feedback no more than once in so many days, except as K3 demands. */
  readonly feedbackEveryDays: number
  /** A signed link works so many days. */
  readonly linkDays: number
  /** Closed deals older than so many months go to the archive. */
  readonly archiveMonths: number
}

export interface Office {
  readonly people: readonly Person[]
  readonly projects: readonly Project[]
  readonly calendar: WorkingCalendar
  readonly settings: Settings
  /** I4, A2, C2, C5–C7: rows of «Обязательные поля». */
  readonly required: readonly RequiredField[]
}
