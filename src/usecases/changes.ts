/** What a use case decides: rows to add and patch, letters, tasks, and one change in the calendar. The journal follows from the rows. */

import type { Client } from '../domain/client'
import type { Deal } from '../domain/deal'
import type { LocalDateTime } from '../domain/localTime'
import type { Problem } from '../domain/problem'

/** before null = a new row; after null is not used: rows are never deleted by a use case. */
export interface RowChange<T> {
  readonly before: T | null
  readonly after: T
}

export interface Letter {
  /** Same key = same letter: it is never queued twice. */
  readonly key: string
  readonly to: string
  readonly subject: string
  readonly body: string
}

/** A task for a person: kept in «Задачи», sent to Planfix where connected. */
export interface Task {
  /** `<clause key>:<deal>:<who>`, 'A4.hold:41720:ММ'. */
  readonly key: string
  readonly clause: string
  readonly dealId: number | null
  readonly subject: string
  readonly who: string
  readonly due: LocalDateTime
}

/** The one conditional change of an event that a command makes. */
export type CalendarAction =
  | {
      readonly kind: 'book'
      readonly eventId: string
      readonly etag: string
      readonly summary: string
      readonly start: LocalDateTime
      readonly end: LocalDateTime
      readonly mark: BookingMark
      /** Parts of a longer slot that stay free, each a new event. */
      readonly rest: readonly { readonly start: LocalDateTime; readonly end: LocalDateTime }[]
      readonly restSummary: string
    }
  | { readonly kind: 'free'; readonly eventId: string; readonly summary: string }

/** Private properties of a booked event: enough to finish a booking whose run died after the calendar was changed. */
export interface BookingMark {
  readonly deal: number
  readonly version: number
  /** The booking itself as JSON (see booking.ts), at most 1,024 characters. */
  readonly booking: string
  /** Title and end of the slot before it was booked, to give it back. */
  readonly was: string
}

export interface Changes {
  /** Command's name in the journal, 'deal/book'. */
  readonly kind: string
  readonly reason: string
  readonly deals: readonly RowChange<Deal>[]
  readonly clients: readonly RowChange<Client>[]
  readonly letters: readonly Letter[]
  readonly tasks: readonly Task[]
  readonly calendar: CalendarAction | null
}

export function changes(part: Partial<Changes> & { readonly kind: string }): Changes {
  return { reason: '', deals: [], clients: [], letters: [], tasks: [], calendar: null, ...part }
}

export type Decision = { readonly ok: true; readonly changes: Changes } | { readonly ok: false; readonly problem: Problem }

/** Who acts, when, through what: every use case's last argument. */
export interface Moment {
  readonly now: LocalDateTime
  readonly who: Caller
  /** Entry point as the journal names it: «панель», «таблица», «триггер», «импорт», «календарь». */
  readonly entry: string
}

export interface Caller {
  readonly email: string
  readonly name: string
  readonly initials: string
  readonly roles: readonly import('../domain/office').Role[]
}
