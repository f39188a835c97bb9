/** What a use case decides: rows to add and patch, letters, and one change in the calendar. Journal and tasks follow from the rows. */

import type { BookingMark } from '../domain/calendar/sync/bookingMark'
import type { Discrepancy } from '../domain/calendar/sync/decision'
import type { Client } from '../domain/client/client'
import type { Deal } from '../domain/deal/deal'
import type { AskedField } from '../domain/external/asking'
import type { LinkPurpose } from '../domain/external/signedLink'
import type { Role } from '../domain/office/roles'
import type { Problem } from '../domain/problem'
import type { TableName } from '../domain/register/tables'
import type { LocalDate, LocalDateTime } from '../domain/time/localTime'
import type { ReportSheet } from './month/reportSheets'
import type { ServiceState } from './register/service'

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
  /** The same as HTML, every value escaped; absent = made of the body as it is sent. */
  readonly html?: string
  readonly links?: readonly PageLink[]
  /** The deal's field that says when it went: it goes only while it is empty, and what the links are about stands. */
  readonly sets?: { readonly deal: number; readonly row: number | null; readonly field: AskedField }
  /** The booking that it speaks of: it goes only while that stands and is ahead, and to this client's address. */
  readonly stands?: { readonly deal: number; readonly row: number | null; readonly client: number; readonly start: LocalDateTime }
  /** Matters of which it tells and nothing else: it goes no more where later ones to the same person tell them all. */
  readonly about?: readonly string[]
  /** 1 goes first when the day's mail quota is short: 1 = times and links that somebody waits for (the default), 2 = what is owed, 3 = the rest. */
  readonly priority?: 1 | 2 | 3
}

/** A link to a page for one deal; signed when the letter is sent, so that no sheet ever holds a working link. */
export interface PageLink {
  readonly purpose: LinkPurpose
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
      /** A booking moved with its event: how that event stands; absent = the event is a free slot, as `mark.was` and `restSummary` tell. */
      readonly standing?: { readonly title: string; readonly start: LocalDateTime; readonly end: LocalDateTime }
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
  /** A title that is nobody's booking becomes a free slot. */
  | { readonly kind: 'cleared'; readonly eventId: string; readonly summary: string }
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
  | { readonly kind: 'slots'; readonly slots: readonly NewSlot[] }
  /** Hours offered and taken back by a consultant: those taken first, then the new ones, as far as Google goes along. */
  | { readonly kind: 'marks'; readonly adds: readonly NewSlot[]; readonly takes: readonly TakenSlot[] }

export type { BookingMark } from '../domain/calendar/sync/bookingMark'

/** A row of one of the product's or the office's other sheets; row (1-based) null = it is added below. */
export interface OwnRow {
  readonly table: TableName
  readonly row: number | null
  readonly values: Readonly<Record<string, string | number | null>>
}

/** A line of «Расхождения» about a booking, open since `at`. */
export interface OpenQuestion {
  readonly at: LocalDateTime
  readonly what: string
  readonly dealId: number
  readonly organisation: string
  /** Of the booking; null = it has no time. */
  readonly start: LocalDateTime | null
  readonly row: number | null
  readonly clientId: number | null
}

/** A new slot in the calendar, under an id that follows from its time: a repeated insert writes no second one. */
export interface NewSlot {
  readonly eventId: string
  readonly summary: string
  readonly start: LocalDateTime
  readonly end: LocalDateTime
}

/** A free event that gives hours back, on the condition that nobody has changed it since; keep null = it goes. */
export interface TakenSlot {
  readonly eventId: string
  readonly etag: string
  readonly keep: { readonly start: LocalDateTime; readonly end: LocalDateTime } | null
  /** Of a longer slot, what stays free behind the hours that are taken. */
  readonly rest: readonly NewSlot[]
}

/** An event whose time a deal lets go: free again under `summary`, or removed where that is ''. Done after the commit, never lost. */
export interface FreedSlot {
  readonly eventId: string
  readonly summary: string
  /** The deal's new event, which takes along what people put on the old one; absent = it has none. */
  readonly to?: string
}

/** A letter without words: when it goes, it says what its reader is owed by then, or is needed no more. */
export interface Telling {
  readonly dealId: number
  /** Where it stands, null = not known. */
  readonly row: number | null
  /** Of the change that made it owed. */
  readonly version: number
  readonly clientId: number | null
  /** The client, or the initials of a consultant. */
  readonly person: string
  /** Not before. */
  readonly at: LocalDateTime
}

export interface Changes {
  /** Command's name in the journal, 'deal/book'. */
  readonly kind: string
  readonly reason: string
  readonly deals: readonly RowChange<Deal>[]
  readonly clients: readonly RowChange<Client>[]
  readonly letters: readonly Letter[]
  /** Follow from the deals (withTellings): no use case writes them. */
  readonly tellings: readonly Telling[]
  readonly calendar: CalendarAction | null
  readonly freed: readonly FreedSlot[]
  /** Lines of «Расхождения» that this change opens. */
  readonly flags: readonly Discrepancy[]
  /** Lines of «Расхождения» that it closes, with what was decided. */
  readonly solved: readonly { readonly key: string; readonly how: string }[]
  /** Open lines that somebody owes a decision on, all of them; null = they stand as they stood. */
  readonly questions: readonly OpenQuestion[] | null
  /** Lines that are decided as they open: who books against a rule has said why. */
  readonly accepted: readonly { readonly line: Discrepancy; readonly how: string }[]
  readonly rows: readonly OwnRow[]
  /** Office-wide lines of «Контроль» that it meets, by key. */
  readonly met: readonly string[]
  /** Sheets of a period, written anew. */
  readonly reports: readonly ReportSheet[]
  /** Cells of «Служебное». */
  readonly service: Partial<ServiceState>
}

const nothing: Omit<Changes, 'kind'> = {
  reason: '',
  deals: [],
  clients: [],
  letters: [],
  tellings: [],
  calendar: null,
  freed: [],
  flags: [],
  solved: [],
  accepted: [],
  questions: null,
  rows: [],
  met: [],
  reports: [],
  service: {},
}

export function changes(part: Partial<Changes> & { readonly kind: string }): Changes {
  return { ...nothing, ...part }
}

export type Decision = { readonly ok: true; readonly changes: Changes } | { readonly ok: false; readonly problem: Problem }

/** Who acts, when, through what: every use case's last argument. */
export interface Moment {
  readonly now: LocalDateTime
  readonly who: Caller
  /** Entry point as the journal names it: «панель», «таблица», «триггер», «импорт», «календарь». */
  readonly entry: string
  /** Key of the page's request, by which a repeated one is known again; absent = it has none. */
  readonly request?: string
}

export interface Caller {
  readonly email: string
  readonly name: string
  readonly initials: string
  readonly roles: readonly Role[]
}
