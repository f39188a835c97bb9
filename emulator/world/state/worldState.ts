/** What the world remembers, as plain JSON: spreadsheets, calendars, letters, triggers, quotas. */

import type { AmoState } from '../../partners/amocrm/amoState'
import type { PlanfixState } from '../../partners/planfixState'
import type { VkState } from '../../partners/vk/vkState'
import type { XmlCalendarState } from '../../partners/xmlCalendarState'
import type { CalendarState } from './calendarState'
import type { ExecutionRecord, QuotaName } from './records'
import type { CodeState, DailySchedule, NamedFault, PlatformSettings } from './stateParts'

/** A cell as Sheets keeps it. */
export interface CellState {
  /** What was entered: text stays text, a formula starts with '='. */
  v: string | number | boolean | null
  /** Formula text, when the cell holds one; `v` then is its value (services/sheets/formula). */
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
  /** Who may edit it beside its owner; absent = nobody is told of. */
  editors?: string[]
  /** Whom the API lets in; absent = everybody. */
  sharing?: { owner: string; editors: string[]; viewers: string[] }
  /** Some cell holds a formula whose value has to be kept up. */
  formulas?: true
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
  /** Absent = sent by the script; 'calendar' = Google Calendar's own to a guest of an event. */
  kind?: 'calendar'
}

export interface FileState {
  id: string
  name: string
  mimeType: string
  base64: string
  owner: string
  parents?: string[]
  readers?: string[]
  /** What the script has noted on it for itself. */
  appProperties?: Record<string, string>
  /** Since when it lies in the bin, epoch ms; what lies in a folder goes with it. */
  trashedAt?: number
}

export interface TriggerState {
  uid: string
  fn: string
  owner: string
  kind: 'clock' | 'edit' | 'change' | 'open' | 'formSubmit' | 'calendar'
  everyMinutes?: number
  daily?: DailySchedule
  calendarId?: string
  /** Epoch ms of the next clock run. */
  nextAt?: number
  disabled?: string
}

export interface QuotaState {
  /** Used on `day` of the script's zone by whomever: how a test or an old snapshot begins. */
  day: string
  used: Partial<Record<QuotaName, number>>
  /** By account: amount, and the first use (epoch ms), after which it holds for 24 hours. */
  accounts?: Record<string, Partial<Record<QuotaName, { since: number; used: number }>>>
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
  /** Writes of scripts that `onChange` is told of, when the world has it so: who wrote, and when it is told (epoch ms). */
  changeEchoes?: { user: string; at: number }[]
  triggers: TriggerState[]
  letters: LetterState[]
  /** Files and folders in Drive; `readers` are those they were shared with. */
  files: FileState[]
  quotas: QuotaState
  limits: 'consumer' | 'workspace'
  /** Absent = the strict ones of platform/settings.ts. */
  platform?: Partial<PlatformSettings>
  faults?: NamedFault[]
  /** Permissions that accounts have granted; who is absent has granted all of them. */
  consents?: Record<string, string[]>
  /** What `requireScopes` has put to people. */
  consentAsked?: { account: string; scopes: string[] }[]
  /** The default account of the browser, by the account that a sheet is open under; absent = the same. */
  browsers?: Record<string, string>
  /** Absent = the folder the world was made with, and one deployment that follows it. */
  code?: CodeState
  /** Calls of the last minute, by quota and account, when quotas of a minute are on. */
  minuteUse?: Record<string, { at: number; units: number }[]>
  /** Longest address of a call so far, characters. */
  longestAddress?: { batchGet: number; fetch: number }
  /** Systems of others that live in this world; absent = nobody answers at their addresses. */
  partners?: { amocrm?: AmoState; planfix?: PlanfixState; vk?: VkState; xmlCalendar?: XmlCalendarState }
  executionCounter: number
  /** The last executions, newest last (at most 300 kept). */
  executions: ExecutionRecord[]
}
