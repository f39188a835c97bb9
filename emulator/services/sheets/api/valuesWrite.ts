/** Values.update, batchUpdate and clear: values of A1 ranges put in as they are or as typed, and taken away. */
import type { SpreadsheetState, StoredCell } from '../../../world/types'
import { A1Problem, columnLetters, gridLimitText, parseRange, rangeToA1, type SheetRange } from '../a1'
import { commitDraft, type Draft, openDraft, writableRow, writableSheet } from '../draft'
import { type Entered, enter } from '../entry'
import { asCell, compactCell, putCell } from '../grid'
import type { ValueRange } from '../values'

export interface Writing {
  readonly valueInputOption: string | undefined
  /** Year that a typed day without one belongs to. */
  readonly year: number
}

type Updated = GoogleAppsScript.Sheets.Schema.UpdateValuesResponse

/** All ranges or none. */
export const updateValues = (spreadsheet: SpreadsheetState, data: readonly ValueRange[], writing: Writing): Updated[] => {
  const draft = openDraft(spreadsheet)
  const updated = data.map((one) => writeRange(draft, one, writing))
  commitDraft(draft, spreadsheet)
  return updated
}

/** What batchUpdate tells of all its ranges together. */
export const totalsOf = (responses: readonly Updated[]) => {
  const sum = (of: (one: Updated) => number | undefined) => responses.reduce((total, one) => total + (of(one) ?? 0), 0)
  return {
    totalUpdatedRows: sum(({ updatedRows }) => updatedRows),
    totalUpdatedColumns: sum(({ updatedColumns }) => updatedColumns),
    totalUpdatedCells: sum(({ updatedCells }) => updatedCells),
    totalUpdatedSheets: new Set(responses.map(({ updatedRange = '' }) => updatedRange.slice(0, updatedRange.lastIndexOf('!')))).size,
  }
}

export const clearValues = (spreadsheet: SpreadsheetState, text: string): { spreadsheetId: string; clearedRange: string } => {
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

const writeRange = (draft: Draft, { range: text = '', majorDimension, values = [] }: ValueRange, writing: Writing): Updated => {
  if (writing.valueInputOption === undefined) throw new A1Problem("'valueInputOption' is required but not specified")
  const rows = majorDimension === 'COLUMNS' ? transposed(values) : values
  const range = parseRange(draft.spreadsheet.sheets, text)
  const height = rows.length
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const written = { ...range, endRow: range.startRow + Math.max(1, height), endColumn: range.startColumn + Math.max(1, width) }
  refuseBeyond(range, written)
  const sheet = writableSheet(draft, range.sheet.sheetId)
  for (const [index, row] of rows.entries()) {
    const target = writableRow(draft, sheet, range.startRow + index)
    for (const [offset, value] of row.entries()) {
      const column = range.startColumn + offset
      // In this API null means «leave the cell alone».
      if (value !== null && value !== undefined) putCell(target, column, entered(draft, target[column], value as Entered, writing))
    }
  }
  const updatedCells = rows.reduce((sum, row) => sum + row.length, 0)
  return { spreadsheetId: draft.spreadsheet.id, updatedRange: rangeToA1(written), updatedRows: height, updatedColumns: width, updatedCells }
}

const transposed = (columns: readonly (readonly unknown[])[]): unknown[][] => {
  const height = columns.reduce((most, column) => Math.max(most, column.length), 0)
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null))
}

/** Observed: data may be smaller than the range, not larger. Assumed: a range of one cell says only where to begin. */
const refuseBeyond = (range: SheetRange, written: SheetRange): void => {
  const isOneCell = range.endRow === range.startRow + 1 && range.endColumn === range.startColumn + 1
  const { rowCount, columnCount } = range.sheet
  if (isOneCell) {
    if (written.endRow > rowCount || written.endColumn > columnCount) throw new A1Problem(gridLimitText(rangeToA1(written), range.sheet))
    return
  }
  const within = `Requested writing within range [${rangeToA1(range)}], but tried writing to`
  if (written.endRow > range.endRow) throw new A1Problem(`${within} row [${range.endRow + 1}]`)
  if (written.endColumn > range.endColumn) throw new A1Problem(`${within} column [${columnLetters(range.endColumn)}]`)
}

const entered = (draft: Draft, current: StoredCell | undefined, value: Entered, { valueInputOption, year }: Writing): StoredCell => {
  if (valueInputOption !== 'RAW') return enter(current, value, { locale: draft.spreadsheet.locale, year })
  return compactCell({ ...asCell(emptied(current)), v: value === '' ? null : value })
}
