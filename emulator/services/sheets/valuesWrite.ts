/** Values.update, batchUpdate, append and clear. */
import type { SpreadsheetState, StoredCell } from '../../world/types'
import { A1Problem, parseRange, rangeToA1, type SheetRange } from './a1'
import { commitDraft, type Draft, openDraft, writableRow, writableSheet } from './draft'
import { type Entered, enter } from './entry'
import { asCell, compactCell, putCell, rowsWithData } from './grid'
import type { ValueRange } from './values'

export interface WriteOptions {
  readonly valueInputOption?: string
  /** Year that a typed day without one belongs to. */
  readonly year: number
}

export interface UpdateAnswer {
  spreadsheetId: string
  updatedRange: string
  updatedRows: number
  updatedColumns: number
  updatedCells: number
}

export const updateValues = (spreadsheet: SpreadsheetState, text: string, resource: ValueRange, options: WriteOptions): UpdateAnswer => {
  const draft = openDraft(spreadsheet)
  const answer = writeRange(draft, parseRange(spreadsheet.sheets, text), resource.values ?? [], options)
  commitDraft(draft, spreadsheet)
  return answer
}

export const updateMany = (
  spreadsheet: SpreadsheetState,
  resource: GoogleAppsScript.Sheets.Schema.BatchUpdateValuesRequest,
  year: number,
) => {
  const draft = openDraft(spreadsheet)
  const options = { year, ...(resource.valueInputOption !== undefined && { valueInputOption: resource.valueInputOption }) }
  const responses = (resource.data ?? []).map((data) =>
    writeRange(draft, parseRange(draft.spreadsheet.sheets, data.range ?? ''), data.values ?? [], options),
  )
  commitDraft(draft, spreadsheet)
  return { spreadsheetId: spreadsheet.id, totalUpdatedCells: responses.reduce((sum, one) => sum + one.updatedCells, 0), responses }
}

/** Rows go after the last row that has data; the grid grows. */
export const appendValues = (spreadsheet: SpreadsheetState, text: string, resource: ValueRange, options: WriteOptions) => {
  const draft = openDraft(spreadsheet)
  const range = parseRange(spreadsheet.sheets, text)
  const sheet = writableSheet(draft, range.sheet.sheetId)
  const rows = resource.values ?? []
  const startRow = rowsWithData(sheet)
  sheet.rowCount = Math.max(sheet.rowCount, startRow + rows.length)
  const target = { ...range, sheet, startRow, endRow: sheet.rowCount, endColumn: sheet.columnCount }
  const updates = writeRange(draft, target, rows, options)
  commitDraft(draft, spreadsheet)
  return { spreadsheetId: spreadsheet.id, updates }
}

export const clearValues = (spreadsheet: SpreadsheetState, text: string) => {
  const draft = openDraft(spreadsheet)
  const range = parseRange(spreadsheet.sheets, text)
  const sheet = writableSheet(draft, range.sheet.sheetId)
  for (let index = range.startRow; index < Math.min(range.endRow, sheet.cells.length); index++) {
    const row = writableRow(draft, sheet, index)
    for (let column = range.startColumn; column < Math.min(range.endColumn, row.length); column++)
      putCell(row, column, emptied(row[column]))
  }
  commitDraft(draft, spreadsheet)
  return { spreadsheetId: spreadsheet.id, clearedRange: rangeToA1(range) }
}

const emptied = (cell: StoredCell | undefined): StoredCell => {
  const { f: _, ...rest } = asCell(cell)
  return compactCell({ ...rest, v: null })
}

const writeRange = (draft: Draft, range: SheetRange, rows: readonly unknown[][], options: WriteOptions): UpdateAnswer => {
  const sheet = writableSheet(draft, range.sheet.sheetId)
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (options.valueInputOption === undefined) throw new A1Problem("'valueInputOption' is required but not specified")
  if (range.startRow + rows.length > sheet.rowCount || range.startColumn + width > sheet.columnCount) {
    throw new A1Problem(`Range (${rangeToA1(range)}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`)
  }
  rows.forEach((row, index) => {
    const target = writableRow(draft, sheet, range.startRow + index)
    row.forEach((value, offset) => {
      const column = range.startColumn + offset
      // In this API null means «leave the cell alone».
      if (value !== null) putCell(target, column, entered(draft, target[column], value as Entered, options))
    })
  })
  return {
    spreadsheetId: draft.spreadsheet.id,
    updatedRange: rangeToA1({
      ...range,
      sheet,
      endRow: range.startRow + Math.max(1, rows.length),
      endColumn: range.startColumn + Math.max(1, width),
    }),
    updatedRows: rows.length,
    updatedColumns: width,
    updatedCells: rows.reduce((sum, row) => sum + row.length, 0),
  }
}

const entered = (draft: Draft, current: StoredCell | undefined, value: Entered, options: WriteOptions): StoredCell => {
  if (options.valueInputOption !== 'RAW') return enter(current, value, { locale: draft.spreadsheet.locale, year: options.year })
  return compactCell({ ...asCell(emptied(current)), v: value === '' ? null : value })
}
