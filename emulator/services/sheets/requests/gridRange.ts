/** The API's GridRange and DimensionRange as bounds of a sheet, checked as Google checks them. */
import type { GridRangeState, SheetState } from '../../../world/types'
import { type Bounds, boundsToA1, gridLimitText, quoteTitle } from '../a1'
import { refuse } from '../apiError'

type GridRange = GoogleAppsScript.Sheets.Schema.GridRange
type DimensionRange = GoogleAppsScript.Sheets.Schema.DimensionRange

/** Bounds of a range; an absent side reaches the edge of the grid. */
export const rangeBounds = (range: GridRange, sheet: SheetState): Bounds => {
  const bounds = {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? sheet.rowCount,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? sheet.columnCount,
  }
  if (bounds.startRow < 0 || bounds.startColumn < 0 || bounds.endRow < bounds.startRow || bounds.endColumn < bounds.startColumn) {
    refuse(`Invalid range: ${JSON.stringify(range)}`)
  }
  if (bounds.endRow > sheet.rowCount || bounds.endColumn > sheet.columnCount) {
    refuse(gridLimitText(`${quoteTitle(sheet.title)}!${boundsToA1(bounds)}`, sheet))
  }
  return bounds
}

/** The range without its sheet's id, as it is stored. */
export const storedRange = ({ sheetId: _, ...range }: GridRange): GridRangeState => JSON.parse(JSON.stringify(range))

export interface DimensionSpan {
  readonly rows: boolean
  readonly start: number
  readonly end: number
}

/** Rows or columns of a dimension range; refuses a span that is upside down. */
export const dimensionSpan = (range: DimensionRange | undefined, sheet: SheetState): DimensionSpan => {
  const rows = isRows(range?.dimension)
  const start = range?.startIndex ?? 0
  const end = range?.endIndex ?? (rows ? sheet.rowCount : sheet.columnCount)
  if (start < 0 || end <= start) refuse(`DimensionRange is invalid: startIndex ${start}, endIndex ${end}`)
  return { rows, start, end }
}

export const isRows = (dimension: string | undefined): boolean => {
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') refuse('No dimension was specified.')
  return dimension === 'ROWS'
}
