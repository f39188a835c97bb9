/** Reading and writing the cells of one stored sheet: the only place that knows how a sheet keeps them. */
import type { CellState, SheetState, StoredCell } from '../../world/types'

export type RawValue = string | number | boolean | null
export type StoredRow = StoredCell[]

/** The value of a stored cell; an absent cell is null. */
export const rawValue = (cell: StoredCell | undefined): RawValue =>
  typeof cell === 'object' && cell !== null ? cell.v : cell === undefined ? null : cell

/** Text of the formula, or the value: what the person or the script put in. */
export const enteredValue = (cell: StoredCell | undefined): RawValue =>
  typeof cell === 'object' && cell !== null ? (cell.f ?? cell.v) : cell === undefined ? null : cell

/** A cell counts as data when it has a value or a formula; a note or a format alone does not. */
export const hasData = (cell: StoredCell | undefined): boolean => {
  const value = enteredValue(cell)
  return value !== null && value !== ''
}

/** Both indices 0-based. An absent cell reads as `{ v: null }`. */
export const readCell = (sheet: SheetState, row: number, column: number): CellState => asCell(sheet.cells[row]?.[column])

/** Both indices 0-based. */
export const valueAt = (sheet: SheetState, row: number, column: number): RawValue => rawValue(sheet.cells[row]?.[column])

export const asCell = (cell: StoredCell | undefined): CellState =>
  typeof cell === 'object' && cell !== null ? cell : { v: cell === undefined ? null : cell }

/** A cell with nothing but a value is kept as the bare value. */
export const compactCell = (cell: CellState): StoredCell =>
  cell.f === undefined && cell.note === undefined && cell.nf === undefined && cell.fmt === undefined ? cell.v : cell

/** Sets a cell of a row that the caller owns; the gap before it is filled so that the row stays a dense array. */
export const putCell = (row: StoredRow, column: number, cell: StoredCell): void => {
  while (row.length < column) row.push(null)
  row[column] = cell
}

/** Sets a row; the gap before it is filled so that the list stays dense. */
export const putRow = (sheet: SheetState, index: number, row: StoredRow | undefined): void => {
  while (sheet.cells.length < index) sheet.cells.push(undefined)
  sheet.cells[index] = row
}

/** Number of rows up to the last one that has data; 0 for an empty sheet. */
export const rowsWithData = ({ cells }: SheetState): number => endOfRows(cells, { from: 0, to: cells.length }, (row) => row.some(hasData))

/** Behind the last row that holds something; `from` where none does. Blank rows that are one and the same (draft.ts) are asked once. */
export const endOfRows = (
  cells: SheetState['cells'],
  { from, to }: { readonly from: number; readonly to: number },
  holdsData: (row: StoredRow) => boolean,
): number => {
  let blank: StoredRow | null | undefined
  for (let end = to; end > from; end--) {
    const row = cells[end - 1]
    if (row === blank) continue
    if (row && holdsData(row)) return end
    blank = row
  }
  return from
}

/** Number of columns up to the last one that has data; 0 for an empty sheet. */
export const columnsWithData = (sheet: SheetState): number => {
  let columns = 0
  for (const row of sheet.cells) if (row && row.length > columns) columns = Math.max(columns, filledLength(row))
  return columns
}

/** Length of the row without its trailing empty cells. */
export const filledLength = (row: StoredRow): number => {
  let length = row.length
  while (length > 0 && !hasData(row[length - 1])) length--
  return length
}

/** A new, empty sheet of Google's default size. */
export const blankSheet = (given: Pick<SheetState, 'sheetId' | 'title' | 'index'> & Partial<SheetState>): SheetState => ({
  hidden: false,
  rowCount: 1000,
  columnCount: 26,
  frozenRowCount: 0,
  frozenColumnCount: 0,
  cells: [],
  columnWidths: {},
  protectedRanges: [],
  validations: [],
  conditionalFormats: [],
  charts: [],
  basicFilter: null,
  ...given,
})
