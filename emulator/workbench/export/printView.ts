/** A sheet as it is printed on A4: what stands in it, parted into bands of columns that fit the page, and its charts. */
import { columnsWithData, rowsWithData } from '../../services/sheets/grid'
import type { SheetState, SpreadsheetState } from '../../types'
import { sheetView } from '../view/sheetView'
import type { ChartView, SheetView } from '../wire'

/** Columns that stand beside each other on a page. */
export interface Band {
  /** 0-based, ascending; the first column stands in every band. */
  readonly columns: readonly number[]
  /** Of letters, 1 = as large as on the screen; columns may be somewhat wider, where the page has room. */
  readonly scale: number
  readonly widths: number
}

export interface PrintView {
  readonly sheet: SheetView
  readonly bands: readonly Band[]
  readonly landscape: boolean
  readonly charts: readonly ChartView[]
}

/** Printable width of A4 with 10 mm margins, pixels. */
const pageWidth = { portrait: 718, landscape: 1046 } as const
/** Smaller letters are not read on paper. */
const leastScale = 0.72

export const printView = (spreadsheet: SpreadsheetState, sheet: SheetState): PrintView => {
  const view = sheetView(spreadsheet, sheet, { from: 1, limit: sheet.rowCount })
  const columns = Array.from({ length: columnsWithData(sheet) }, (_, column) => column)
  const widthOf = (list: readonly number[]): number => list.reduce((sum, column) => sum + (view.columns[column]?.width ?? 0), 0)
  const landscape = widthOf(columns) * leastScale > pageWidth.portrait
  const room = landscape ? pageWidth.landscape : pageWidth.portrait
  const rows = view.rows.filter(({ n }) => n <= rowsWithData(sheet))
  const bands = bandsOf(columns, widthOf, room / leastScale).map((list) => ({
    columns: list,
    scale: Math.min(1, room / widthOf(list)),
    widths: Math.min(1.15, room / widthOf(list)),
  }))
  return { sheet: { ...view, rows }, bands, landscape, charts: view.charts }
}

const bandsOf = (columns: readonly number[], widthOf: (list: readonly number[]) => number, room: number): number[][] => {
  const bands: number[][] = []
  for (const column of columns) {
    const band = bands[bands.length - 1]
    if (band !== undefined && widthOf([...band, column]) <= room) band.push(column)
    else bands.push(bands.length === 0 ? [column] : [columns[0] ?? 0, column])
  }
  return bands
}
