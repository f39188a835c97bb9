/** batchUpdate requests about rows and columns: insert, append, delete, resize. */
import type { SheetState, SpreadsheetState } from '../../../world/types'
import { refuse } from '../apiError'
import { checkWorkbookSize, type Draft, writableSheet } from '../draft'
import { deleted, followMove, inserted } from '../formula/references'
import type { StoredRow } from '../grid'
import { maskPaths } from './fieldMask'
import { type DimensionSpan, dimensionSpan, isRows } from './gridRange'
import type { RequestTable } from './requestTable'
import { shiftRanges } from './shiftRanges'

type Schema = GoogleAppsScript.Sheets.Schema.Request

const insertDimension = (draft: Draft, request: NonNullable<Schema['insertDimension']>): void => {
  const sheet = writableSheet(draft, request.range?.sheetId)
  const span = dimensionSpan(request.range, sheet)
  const count = span.rows ? sheet.rowCount : sheet.columnCount
  if (span.start > count) refuse(`range.startIndex[${span.start}] is after last ${span.rows ? 'row' : 'column'} in grid[${count - 1}]`)
  insertSpan(draft, sheet, span)
  checkWorkbookSize(draft)
}

/** Opens empty rows or columns before `span.start`. */
export const insertSpan = (draft: Draft, sheet: SheetState, span: DimensionSpan): void => {
  const count = span.end - span.start
  if (span.rows) {
    if (span.start < sheet.cells.length) sheet.cells.splice(span.start, 0, ...new Array<undefined>(count).fill(undefined))
    sheet.rowCount += count
  } else {
    sheet.cells = sheet.cells.map((row) => (row && row.length > span.start ? withGap(row, span.start, count) : row))
    sheet.columnCount += count
  }
  const axis = span.rows ? 'row' : 'column'
  shiftRanges(sheet, axis, span.start, count)
  followMove(formulaDraft(draft), sheet, axis, inserted(span.start, count))
}

/** References stand in other sheets too: these become the draft's own. */
export const formulaDraft = (draft: Draft): SpreadsheetState => {
  if (draft.spreadsheet.formulas) for (const { sheetId } of draft.spreadsheet.sheets) writableSheet(draft, sheetId)
  return draft.spreadsheet
}

const withGap = (row: StoredRow, at: number, count: number): StoredRow => [
  ...row.slice(0, at),
  ...new Array<null>(count).fill(null),
  ...row.slice(at),
]

const appendDimension = (draft: Draft, request: NonNullable<Schema['appendDimension']>): void => {
  const sheet = writableSheet(draft, request.sheetId)
  const length = request.length ?? 0
  if (length <= 0) refuse(`Invalid length: ${length}`)
  if (isRows(request.dimension)) sheet.rowCount += length
  else sheet.columnCount += length
  checkWorkbookSize(draft)
}

const deleteDimension = (draft: Draft, request: NonNullable<Schema['deleteDimension']>): void => {
  const sheet = writableSheet(draft, request.range?.sheetId)
  const span = dimensionSpan(request.range, sheet)
  checkDeletion(sheet, span)
  deleteSpan(draft, sheet, span)
}

export const checkDeletion = (sheet: SheetState, { rows, start, end }: DimensionSpan): void => {
  const [noun, count, frozen] = rows
    ? (['row', sheet.rowCount, sheet.frozenRowCount] as const)
    : (['column', sheet.columnCount, sheet.frozenColumnCount] as const)
  if (end > count) {
    refuse(`Cannot delete a ${noun} that doesn't exist. Tried to delete ${noun} index ${end - 1} but there are only ${count} ${noun}s.`)
  }
  if (end - start >= count) refuse(`You can't delete all the ${noun}s on the sheet.`)
  if (start <= frozen && end >= count) refuse(`Sorry, it is not possible to delete all non-frozen ${noun}s.`)
}

/** Takes rows or columns out; what lies behind moves up. */
export const deleteSpan = (draft: Draft, sheet: SheetState, { rows, start, end }: DimensionSpan): void => {
  if (rows) {
    sheet.cells.splice(start, end - start)
    sheet.rowCount -= end - start
  } else {
    sheet.cells = sheet.cells.map((row) => (row && row.length > start ? [...row.slice(0, start), ...row.slice(end)] : row))
    sheet.columnCount -= end - start
  }
  const axis = rows ? 'row' : 'column'
  shiftRanges(sheet, axis, start, start - end)
  followMove(formulaDraft(draft), sheet, axis, deleted(start, end))
}

const updateDimensionProperties = (draft: Draft, request: NonNullable<Schema['updateDimensionProperties']>): void => {
  if (maskPaths(request.fields ?? '').length === 0) {
    refuse("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
  }
  const sheet = writableSheet(draft, request.range?.sheetId)
  const span = dimensionSpan(request.range, sheet)
  const width = request.properties?.pixelSize
  if (span.rows || width === undefined) return
  for (let column = span.start; column < Math.min(span.end, sheet.columnCount); column++) sheet.columnWidths[column] = width
}

const autoResizeDimensions = (draft: Draft, request: NonNullable<Schema['autoResizeDimensions']>): void => {
  dimensionSpan(request.dimensions, writableSheet(draft, request.dimensions?.sheetId))
}

export const dimensionRequests = {
  insertDimension,
  appendDimension,
  deleteDimension,
  updateDimensionProperties,
  autoResizeDimensions,
} satisfies RequestTable
