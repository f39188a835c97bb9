/** Values.get and batchGet: values of A1 ranges, trailing empty cells and rows left out. */
import type { SpreadsheetState, StoredCell } from '../../world/types'
import { type Bounds, parseRange, rangeToA1, type SheetRange } from './a1'
import { displayed, isDatePattern } from './display'
import { endOfRows, enteredValue, hasData, type RawValue, rawValue } from './grid'

export type ValueRange = GoogleAppsScript.Sheets.Schema.ValueRange

export interface ReadOptions {
  readonly majorDimension?: string
  readonly valueRenderOption?: string
  readonly dateTimeRenderOption?: string
}

/** Throws A1Problem for a range that cannot be read. */
export const readRange = (spreadsheet: SpreadsheetState, text: string, options: ReadOptions): ValueRange => {
  const range = parseRange(spreadsheet.sheets, text)
  const render = renderer(options, spreadsheet.locale)
  const columns = options.majorDimension === 'COLUMNS'
  const values = columns ? byColumns(rowsOf(range, render)) : rowsOf(range, render)
  // Google leaves `values` out altogether where the range has none.
  return { range: rangeToA1(range), majorDimension: columns ? 'COLUMNS' : 'ROWS', ...(values.length > 0 && { values }) }
}

type Shown = string | number | boolean
type Render = (cell: StoredCell | undefined) => RawValue

const renderer = (options: ReadOptions, locale: string): Render => {
  const option = options.valueRenderOption ?? 'FORMATTED_VALUE'
  if (option === 'FORMULA') return enteredValue
  if (option !== 'UNFORMATTED_VALUE') return (cell) => displayed(cell, locale)
  return options.dateTimeRenderOption === 'FORMATTED_STRING' ? (cell) => datesShown(cell, locale) : rawValue
}

const datesShown = (cell: StoredCell | undefined, locale: string): RawValue =>
  typeof cell === 'object' && cell !== null && isDatePattern(cell.nf) ? displayed(cell, locale) : rawValue(cell)

const rowsOf = (range: SheetRange, render: Render): Shown[][] => {
  const rows: Shown[][] = []
  const { cells } = range.sheet
  // A sheet keeps formats far below its data: those rows are passed over from the end.
  const rowsRead = { from: range.startRow, to: Math.min(range.endRow, cells.length) }
  const end = endOfRows(cells, rowsRead, (row) => filledEnd(row, range) > range.startColumn)
  for (let index = range.startRow; index < end; index++) rows.push(rowValues(cells[index], range, render))
  return rows
}

/** Column behind the last cell with data inside the bounds; `startColumn` where there is none. */
const filledEnd = (row: StoredCell[] | null | undefined, { startColumn, endColumn }: Bounds): number => {
  if (!row) return startColumn
  let end = Math.min(endColumn, row.length)
  while (end > startColumn && !hasData(row[end - 1])) end--
  return Math.max(end, startColumn)
}

const rowValues = (row: StoredCell[] | null | undefined, bounds: Bounds, render: Render): Shown[] => {
  const values: Shown[] = []
  if (!row) return values
  const end = filledEnd(row, bounds)
  for (let column = bounds.startColumn; column < end; column++) values.push(render(row[column]) ?? '')
  return values
}

const byColumns = (rows: readonly Shown[][]): Shown[][] => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) => {
    const values = rows.map((row) => row[column] ?? '')
    while (values.at(-1) === '') values.pop()
    return values
  })
}

/** Number of cells in an answer: what the latency model counts. */
export const countValues = (range: ValueRange): number => (range.values ?? []).reduce((sum, row) => sum + row.length, 0)
