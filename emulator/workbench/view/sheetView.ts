/** One window of a sheet as the grid draws it: shown texts, styles, notes, heading, lists, charts. */
import { columnLetters } from '../../services/sheets/a1'
import { displayed } from '../../services/sheets/display'
import { asCell, columnsWithData, type RawValue, rowsWithData, valueAt } from '../../services/sheets/grid'
import type { CellState, SheetState, SpreadsheetState, StoredCell } from '../../world/types'
import type { CellStyle, ColumnView, RowView, SheetView } from '../wire'
import { chartViews } from './chartView'
import { bag, styleOf } from './colours'
import { holds, type Painter, painterOf } from './conditional'

const blankRows = 30
const blankColumns = 2
const defaultWidth = 100

export interface Window {
  /** 1-based. */
  readonly from: number
  readonly limit: number
}

export const sheetView = (spreadsheet: SpreadsheetState, sheet: SheetState, window: Window): SheetView => {
  const headed = sheet.frozenRowCount > 0
  const first = headed ? 1 : 0
  const total = Math.min(sheet.rowCount, Math.max(rowsWithData(sheet), first) + blankRows) - first
  const charts = chartViews(spreadsheet, sheet)
  const width = Math.min(
    sheet.columnCount,
    Math.max(columnsWithData(sheet) + blankColumns, 6, ...charts.map((chart) => chart.anchor.column + 5)),
  )
  const start = Math.max(first, window.from - 1)
  const end = Math.min(first + total, start + window.limit)
  const shared = new StyleTable()
  const painter = painterOf(sheet, (row, column) => valueAt(sheet, row, column))
  const rows = Array.from({ length: Math.max(0, end - start) }, (_, index) =>
    rowView({ sheet, row: start + index, width, locale: spreadsheet.locale, painter, shared }),
  )
  const columns = Array.from({ length: width }, (_, column) => columnView(sheet, column, headed, spreadsheet.locale))
  return { id: sheet.sheetId, title: sheet.title, headed, columns, total, from: start + 1, rows, styles: shared.styles, charts }
}

const columnView = (sheet: SheetState, column: number, headed: boolean, locale: string): ColumnView => {
  const cell = headed ? sheet.cells[0]?.[column] : undefined
  return {
    title: headed ? displayed(cell, locale) : columnLetters(column),
    width: sheet.columnWidths[column] ?? defaultWidth,
    style: styleOf(bag(asCell(cell).fmt)),
    note: asCell(cell).note ?? '',
    choices: choicesOf(sheet, column),
  }
}

const choicesOf = (sheet: SheetState, column: number): string[] => {
  const row = sheet.frozenRowCount
  const found = sheet.validations.find(({ range }) => holds(range, row, column))
  const condition = bag(found?.rule['condition'])
  if (condition['type'] !== 'ONE_OF_LIST' || !Array.isArray(condition['values'])) return []
  return condition['values'].map((value) => String(bag(value)['userEnteredValue'] ?? ''))
}

interface RowInput {
  readonly sheet: SheetState
  readonly row: number
  readonly width: number
  readonly locale: string
  readonly painter: Painter
  readonly shared: StyleTable
}

const rowView = ({ sheet, row, width, locale, painter, shared }: RowInput): RowView => {
  const t: string[] = []
  const s: Record<number, number> = {}
  const note: Record<number, string> = {}
  const e: Record<number, string> = {}
  for (let column = 0; column < width; column++) {
    const stored = sheet.cells[row]?.[column]
    const cell = asCell(stored)
    const text = shownText(stored, cell, locale)
    t.push(text)
    const style = shared.indexOf({ ...baseStyle(cell), ...painter(row, column) })
    if (style !== undefined) s[column] = style
    if (cell.note) note[column] = cell.note
    if (cell.f !== undefined && cell.f !== text) e[column] = cell.f
  }
  return { n: row + 1, t, ...filled({ s, note, e }) }
}

const filled = <T extends Record<string, object>>(parts: T): Partial<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0)) as Partial<T>

// Formulas are not computed: one that the script has not given a value shows itself.
const shownText = (stored: StoredCell | undefined, cell: CellState, locale: string): string =>
  cell.f !== undefined && cell.v === null ? cell.f : displayed(stored, locale)

const baseStyle = (cell: CellState): CellStyle => {
  const style = cell.fmt ? styleOf(cell.fmt) : {}
  if (style.align) return style
  const align = alignOf(cell.v)
  return align ? { ...style, align } : style
}

const alignOf = (value: RawValue): CellStyle['align'] =>
  typeof value === 'number' ? 'right' : typeof value === 'boolean' ? 'center' : undefined

/** Each style once; rows carry its number. */
class StyleTable {
  readonly styles: CellStyle[] = []
  private readonly known = new Map<string, number>()

  indexOf(style: CellStyle): number | undefined {
    const key = JSON.stringify(style)
    if (key === '{}') return undefined
    const found = this.known.get(key)
    if (found !== undefined) return found
    this.known.set(key, this.styles.length)
    return this.styles.push(style) - 1
  }
}
