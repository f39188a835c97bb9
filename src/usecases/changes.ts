/** What a use case decides: rows to add and patch, letters, and one change in the calendar. Journal and tasks follow from the rows. */

import type { BookingMark } from '../domain/calendar/sync/bookingMark'
import type { Discrepancy } from '../domain/calendar/sync/decision'
import type { Client } from '../domain/client/client'
import type { Deal } from '../domain/deal/deal'
import type { Problem } from '../domain/problem'
import type { LocalDate, LocalDateTime } from '../domain/time/localTime'

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
  /** Plain text. ⟦1⟧ stands for the first of `links`, ⟦2⟧ for the second. */
  readonly body: string
  /** The same as HTML, every value escaped; absent = plain text alone. */
  readonly html?: string
  readonly links?: readonly PageLink[]
  /** 1 goes first when the day's mail quota is short: 1 = times and links that somebody waits for (the default), 2 = what is owed, 3 = the rest. */
  readonly priority?: 1 | 2 | 3
}

/** A link to a page for one deal; signed when the letter is sent, so that no sheet ever holds a working link. */
export interface PageLink {
  readonly purpose: 'report' | 'feedback' | 'decide' | 'stop'
  readonly dealId: number
  /** Last day on which it works. */
  readonly until: LocalDate
  /** linkTag of the deal as it stands after the change. */
  readonly tag: string
  /** What the page opens with, not signed: a mark, 'agree'. */
  readonly value?: string
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
      /** The adjoining free event whose beginning is taken too: it starts at `start`, or goes where nothing is left of it. */
      readonly join?: { readonly eventId: string; readonly etag: string; readonly start: LocalDateTime; readonly end: LocalDateTime } | null
    }
  /** A booking that brings its own event: an employee's (I9), where no free slot stands. */
  | {
      readonly kind: 'insert'
      readonly eventId: string
      readonly summary: string
      readonly start: LocalDateTime
      readonly end: LocalDateTime
      readonly mark: BookingMark
    }
  /** A repair that a person has chosen in «Расхождения»: absent members stay as they are. */
  | {
      readonly kind: 'set'
      readonly eventId: string
      readonly summary?: string
      readonly start?: LocalDateTime
      readonly end?: LocalDateTime
      readonly clearMark?: boolean
    }
  /** Rests of a longer slot alone: the booking itself stands already, its run died. */
  | {
      readonly kind: 'rests'
      readonly eventId: string
      readonly mark: BookingMark
      readonly rest: readonly { readonly start: LocalDateTime; readonly end: LocalDateTime }[]
      readonly restSummary: string
      /** The free event behind, '' = none; it begins at `end` of the booking. */
      readonly join: string
      readonly end: LocalDateTime
    }
  | { readonly kind: 'free'; readonly eventId: string; readonly summary: string }

export type { BookingMark } from '../domain/calendar/sync/bookingMark'

/** An event whose time a deal lets go: free again under `summary`, or removed where that is ''. Done after the commit, never lost. */
export interface FreedSlot {
  readonly eventId: string
  readonly summary: string
}

export interface Changes {
  /** Command's name in the journal, 'deal/book'. */
  readonly kind: string
  readonly reason: string
  readonly deals: readonly RowChange<Deal>[]
  readonly clients: readonly RowChange<Client>[]
  readonly letters: readonly Letter[]
  /** Keys of letters that wait and are not to go any more. */
  readonly withdrawn: readonly string[]
  readonly calendar: CalendarAction | null
  readonly freed: readonly FreedSlot[]
  /** Lines of «Расхождения» that this change opens. */
  readonly flags: readonly Discrepancy[]
  /** Lines of «Расхождения» that it closes, with what was decided. */
  readonly solved: readonly { readonly key: string; readonly how: string }[]
}

export function changes(part: Partial<Changes> & { readonly kind: string }): Changes {
  return { reason: '', deals: [], clients: [], letters: [], withdrawn: [], calendar: null, freed: [], flags: [], solved: [], ...part }
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
  readonly roles: readonly import('../domain/office/office').Role[]
}
