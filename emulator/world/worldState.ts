/** What the world remembers, as plain JSON: spreadsheets, calendars, letters, triggers, quotas. */

import type { PlanfixState } from '../partners/planfixState'
import type { ExecutionRecord, QuotaName } from './types'

/** A cell as Sheets keeps it. */
export interface CellState {
  /** What was entered: text stays text, a formula starts with '='. */
  v: string | number | boolean | null
  /** Formula text, when the cell holds one; `v` then is its shown value (formulas are not computed: null). */
  f?: string
  note?: string
  /** Number format pattern, e.g. 'dd.mm.yyyy hh:mm'. */
  nf?: string
  /** Other userEnteredFormat parts as given by the API (backgroundColor, textFormat, wrapStrategy, horizontalAlignment …). */
  fmt?: Record<string, unknown>
}

/**
 * A cell in storage: a bare value where a cell is nothing but a value (50,000 deals × 50 columns stay small), an object where a
 * formula, a note or a format hangs on it. Read and write through services/sheets/grid.ts (readCell, valueAt, putRow, rowsWithData).
 */
export type StoredCell = string | number | boolean | null | CellState

export interface SheetState {
  sheetId: number
  title: string
  index: number
  hidden: boolean
  rowCount: number
  columnCount: number
  frozenRowCount: number
  frozenColumnCount: number
  hideGridlines?: boolean
  /**
   * Sparse rows, both indices 0-based; null or undefined = an empty row or cell. Rows and cells are replaced, never changed in
   * place: an undone batch and a fork share them.
   */
  cells: (StoredCell[] | null | undefined)[]
  columnWidths: Record<number, number>
  protectedRanges: { id: number; range: GridRangeState; warningOnly: boolean; description: string }[]
  validations: { range: GridRangeState; rule: Record<string, unknown> }[]
  conditionalFormats: Record<string, unknown>[]
  charts: { chartId: number; spec: Record<string, unknown>; position: Record<string, unknown> }[]
  basicFilter: Record<string, unknown> | null
}

/** 0-based, start inclusive, end exclusive, as in the API; absent = unbounded. */
export interface GridRangeState {
  startRowIndex?: number
  endRowIndex?: number
  startColumnIndex?: number
  endColumnIndex?: number
}

export interface SpreadsheetState {
  id: string
  title: string
  timeZone: string
  locale: string
  sheets: SheetState[]
  nextSheetId: number
}

/** A stored event: a single event, a series master (recurrence) or an exception of one (recurringEventId + originalStartTime). */
export interface EventState {
  id: string
  etag: string
  status: 'confirmed' | 'tentative' | 'cancelled'
  summary: string
  description?: string
  location?: string
  start: { dateTime?: string; date?: string; timeZone?: string }
  end: { dateTime?: string; date?: string; timeZone?: string }
  recurrence?: string[]
  recurringEventId?: string
  originalStartTime?: { dateTime?: string; date?: string; timeZone?: string }
  /** A cancelled instance that its series no longer has (the series was moved or cut short): only a sync tells of it. */
  orphan?: true
  attendees?: { email: string; responseStatus: string; self?: boolean }[]
  extendedProperties?: { private?: Record<string, string>; shared?: Record<string, string> }
  iCalUID: string
  sequence: number
  created: string
  updated: string
  creator: { email: string }
  organizer: { email: string }
  colorId?: string
  transparency?: string
  /** Revision of the calendar at which this event last changed; sync tokens compare with it. */
  revision: number
}

export interface CalendarState {
  id: string
  summary: string
  timeZone: string
  events: EventState[]
  revision: number
  /** Tokens minted before this revision are expired (410). */
  oldestValidRevision: number
}

export interface LetterState {
  id: number
  at: string
  from: string
  to: string
  cc: string
  bcc: string
  replyTo: string
  name: string
  subject: string
  body: string
  htmlBody: string
  attachments: { name: string; mimeType: string; base64: string }[]
}

export interface TriggerState {
  uid: string
  fn: string
  owner: string
  kind: 'clock' | 'edit' | 'change' | 'open' | 'formSubmit' | 'calendar'
  everyMinutes?: number
  calendarId?: string
  /** Epoch ms of the next clock run. */
  nextAt?: number
  disabled?: string
}

/** Everything the world remembers; JSON-safe, saved as one snapshot. */
export interface WorldState {
  formatVersion: 1
  /** Virtual now, epoch ms. */
  now: number
  seed: number
  counter: number
  /** Who owns the script: web app and installable triggers run with this authority. */
  owner: string
  scriptId: string
  scriptTimeZone: string
  boundSpreadsheetId: string
  spreadsheets: Record<string, SpreadsheetState>
  calendars: Record<string, CalendarState>
  properties: { script: Record<string, string>; document: Record<string, string>; user: Record<string, Record<string, string>> }
  cache: Record<string, { value: string; expiresAt: number }>
  /** The script lock. */
  lock: { heldBy: number | null }
  /** Document and user locks by 'document' or 'user:<e-mail>'; absent = free. */
  otherLocks?: Record<string, number>
  /** Calendars that executions changed: their triggers run at `at` (epoch ms), when the clock is moved. */
  calendarEchoes?: { calendarId: string; at: number }[]
  triggers: TriggerState[]
  letters: LetterState[]
  /** Files and folders in Drive; `readers` are those they were shared with. */
  files: { id: string; name: string; mimeType: string; base64: string; owner: string; parents?: string[]; readers?: string[] }[]
  /** Used today by quota name; `day` is the office-zone date the counts belong to. */
  quotas: { day: string; used: Partial<Record<QuotaName, number>> }
  limits: 'consumer' | 'workspace'
  /** Systems of others that live in this world; absent = nobody answers at their addresses. */
  partners?: { planfix?: PlanfixState }
  executionCounter: number
  /** The last executions, newest last (at most 300 kept). */
  executions: ExecutionRecord[]
}
