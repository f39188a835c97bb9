/** batchUpdate requests that write cells: updateCells, appendCells, repeatCell. */
import type { SheetState } from '../../../world/types'
import { refuse } from '../apiError'
import { applyCell, type CellData, type CellMask, cellMask } from '../cellData'
import { checkWorkbookSize, type Draft, draftSheet, writableRow, writableSheet } from '../draft'
import { putCell, rowsWithData } from '../grid'
import { rangeBounds } from './gridRange'
import type { RequestTable } from './requestTable'

type RowData = GoogleAppsScript.Sheets.Schema.RowData
type UpdateCells = GoogleAppsScript.Sheets.Schema.UpdateCellsRequest

const updateCells = (draft: Draft, request: UpdateCells): void => {
  const { start, range } = request
  if (!start && !range) refuse('Must set either start or range.')
  if (start && range) refuse("Invalid value, oneof field 'area' is already set. Cannot set 'range'")
  const mask = cellMask(request.fields)
  if (range) updateRange(draft, request, mask)
  else if (start) updateFrom(draft, start, request.rows ?? [], mask)
}

const updateFrom = (draft: Draft, start: GoogleAppsScript.Sheets.Schema.GridCoordinate, rows: readonly RowData[], mask: CellMask): void => {
  const sheet = writableSheet(draft, start.sheetId)
  const { rowIndex: row = 0, columnIndex: column = 0 } = start
  checkCoordinate(sheet, row, column)
  writeRows(draft, { sheet, row, column, rows, mask, endRow: sheet.rowCount, endColumn: sheet.columnCount })
}

/** With a range, its cells that get no data are cleared in the masked fields. */
const updateRange = (draft: Draft, request: UpdateCells, mask: CellMask): void => {
  const sheet = writableSheet(draft, request.range?.sheetId)
  const bounds = rangeBounds(request.range ?? {}, sheet)
  const rows = request.rows ?? []
  const width = bounds.endColumn - bounds.startColumn
  const filled = rows.map((row) => ({ values: padded(row.values ?? [], width) }))
  const cleared = Math.max(0, Math.min(bounds.endRow, sheet.cells.length) - bounds.startRow - rows.length)
  const blanks = Array.from({ length: cleared }, () => ({ values: padded([], width) }))
  writeRows(draft, {
    sheet,
    row: bounds.startRow,
    column: bounds.startColumn,
    rows: [...filled, ...blanks],
    mask,
    endRow: bounds.endRow,
    endColumn: bounds.endColumn,
  })
}

const padded = (values: readonly CellData[], width: number): CellData[] => [
  ...values,
  ...Array.from({ length: Math.max(0, width - values.length) }, () => ({})),
]

const checkCoordinate = (sheet: SheetState, row: number, column: number): void => {
  if (row >= sheet.rowCount) refuse(`GridCoordinate.rowIndex[${row}] is after last row in grid[${sheet.rowCount - 1}]`)
  if (column >= sheet.columnCount) refuse(`GridCoordinate.columnIndex[${column}] is after last column in grid[${sheet.columnCount - 1}]`)
}

interface Block {
  readonly sheet: SheetState
  readonly row: number
  readonly column: number
  readonly rows: readonly RowData[]
  readonly mask: CellMask
  readonly endRow: number
  readonly endColumn: number
}

const writeRows = (draft: Draft, block: Block): void => {
  const { sheet, row, column, rows, mask } = block
  if (row + rows.length > block.endRow)
    refuse(`Attempting to write row: ${block.endRow}, beyond the last requested row of: ${block.endRow - 1}`)
  rows.forEach((data, index) => {
    const values = data.values ?? []
    if (column + values.length > block.endColumn) {
      refuse(`Attempting to write column: ${block.endColumn}, beyond the last requested column of: ${block.endColumn - 1}`)
    }
    if (values.length === 0) return
    const target = writableRow(draft, sheet, row + index)
    values.forEach((value, offset) => {
      putCell(target, column + offset, applyCell(target[column + offset], value ?? {}, mask))
    })
    draft.cellsWritten += values.length
  })
}

/** Rows go after the last row that has data anywhere in the sheet; the grid grows where it must. */
const appendCells = (draft: Draft, request: GoogleAppsScript.Sheets.Schema.AppendCellsRequest): void => {
  const mask = cellMask(request.fields)
  const sheet = writableSheet(draft, request.sheetId)
  const rows = request.rows ?? []
  const row = rowsWithData(sheet)
  const width = rows.reduce((most, data) => Math.max(most, data.values?.length ?? 0), 0)
  sheet.rowCount = Math.max(sheet.rowCount, row + rows.length)
  sheet.columnCount = Math.max(sheet.columnCount, width)
  checkWorkbookSize(draft)
  writeRows(draft, { sheet, row, column: 0, rows, mask, endRow: sheet.rowCount, endColumn: sheet.columnCount })
}

const repeatCell = (draft: Draft, request: GoogleAppsScript.Sheets.Schema.RepeatCellRequest): void => {
  const mask = cellMask(request.fields)
  const bounds = rangeBounds(request.range ?? {}, draftSheet(draft, request.range?.sheetId))
  const sheet = writableSheet(draft, request.range?.sheetId)
  const data = request.cell ?? {}
  for (let row = bounds.startRow; row < bounds.endRow; row++) {
    const target = writableRow(draft, sheet, row)
    for (let column = bounds.startColumn; column < bounds.endColumn; column++) {
      putCell(target, column, applyCell(target[column], data, mask))
    }
    draft.cellsWritten += bounds.endColumn - bounds.startColumn
  }
}

export const cellRequests = { updateCells, appendCells, repeatCell } satisfies RequestTable
