/** Values.append: rows below the table that stands in the range; the answer says where they came to stand. */
import type { SpreadsheetState } from '../../../world/types'
import { A1Problem, type Bounds, parseRange, rangeToA1, type SheetRange } from '../a1'
import { apiError, cellLimit, cellLimitText } from '../apiError'
import { checkWorkbookSize, commitDraft, type Draft, openDraft, writableRow, writableSheet } from '../draft'
import { hasData, putCell, type RawValue } from '../grid'

export interface AppendOptions {
  readonly valueInputOption?: string
  readonly insertDataOption?: string
  readonly fields?: string
}

interface Appended {
  readonly range: string
  readonly rows: readonly (readonly RawValue[])[]
}

const method = 'sheets.spreadsheets.values.append'

/** INSERT_ROWS alone, and RAW: what is given is kept as it is. Only a table that fills its range is emulated: one without empty rows. */
export const appendValues = (spreadsheet: SpreadsheetState, { range, rows }: Appended, { valueInputOption }: AppendOptions): object => {
  if (valueInputOption === undefined) throw apiError(method, 400, "'valueInputOption' is required but not specified")
  if (valueInputOption !== 'RAW') throw new A1Problem(`valueInputOption ${valueInputOption} is not emulated`)
  if (rows.flat().some((value) => String(value ?? '').length > cellLimit)) throw apiError(method, 400, cellLimitText)
  const draft = openDraft(spreadsheet)
  const table = parseRange(spreadsheet.sheets, range)
  const at = endOfTable(table)
  const updated = putRows(draft, { ...table, startRow: at }, rows)
  checkWorkbookSize(draft)
  commitDraft(draft, spreadsheet)
  const updatedRange = rangeToA1(updated)
  return {
    spreadsheetId: spreadsheet.id,
    ...(at > table.startRow ? { tableRange: rangeToA1({ ...table, endRow: at }) } : {}),
    updates: { spreadsheetId: spreadsheet.id, updatedRange, updatedRows: rows.length },
  }
}

/** Behind the last row of the range that holds something. */
const endOfTable = ({ sheet, startRow, endRow, startColumn, endColumn }: SheetRange): number => {
  for (let row = Math.min(endRow, sheet.cells.length); row > startRow; row--)
    if ((sheet.cells[row - 1] ?? []).slice(startColumn, endColumn).some(hasData)) return row
  return startRow
}

/** What stands below moves down; the grid grows by as many rows. */
const putRows = (draft: Draft, { sheet: standing, startRow, startColumn }: SheetRange, rows: Appended['rows']): SheetRange => {
  const sheet = writableSheet(draft, standing.sheetId)
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1)
  const below = sheet.cells.splice(startRow)
  sheet.rowCount += rows.length
  sheet.columnCount = Math.max(sheet.columnCount, startColumn + width)
  rows.forEach((row, index) => {
    const target = writableRow(draft, sheet, startRow + index)
    row.forEach((value, column) => {
      if (value !== null) putCell(target, startColumn + column, value === '' ? null : value)
    })
  })
  sheet.cells.push(...below)
  const bounds: Bounds = { startRow, endRow: startRow + rows.length, startColumn, endColumn: startColumn + width }
  return { sheet, ...bounds }
}
