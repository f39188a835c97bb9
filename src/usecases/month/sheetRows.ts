/** A sheet as plain rows, charts and widths: what «Отчёт …» and «Список …» are made of before Google is told. */

import type { Lane } from '../../domain/register/vaultMarks'
import type { LocalDateTime } from '../../domain/time/localTime'

/** A text, a number, or one that is shown its own way; null = an empty cell. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly share: number }
  | { readonly money: number }
  | { readonly at: LocalDateTime }
  /** A link within the spreadsheet. */
  | { readonly link: string; readonly text: string }

export interface SheetRow {
  readonly style: 'title' | 'note' | 'heading' | 'line' | 'blank'
  readonly cells: readonly SheetCell[]
  /** Column → deals behind its number. */
  readonly deals?: Readonly<Record<number, readonly number[]>>
}

/** A chart over a table of the sheet: rows are 0-based, `to` exclusive, without the heading; it stands at `at`. */
export interface SheetChart {
  readonly title: string
  readonly type: 'BAR' | 'COLUMN' | 'PIE'
  readonly from: number
  readonly to: number
  readonly at: number
}

export interface MonthSheet {
  readonly rows: readonly SheetRow[]
  readonly charts: readonly SheetChart[]
  /** Pixels, by column; together they fit an A4 page. */
  readonly widths: readonly number[]
  /** By column: where the texts of people are kept, if they are; absent = the sheet has none. */
  readonly lanes?: readonly (Lane | null)[]
  /** Rows that stay in sight. */
  readonly frozen: number
}
