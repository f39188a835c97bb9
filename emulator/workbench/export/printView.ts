/** A sheet as it is printed on A4: what stands in it, parted into bands of columns that fit the page, its charts where they stand. */
import { columnsWithData, rowsWithData } from '../../services/sheets/grid'
import type { SheetState, SpreadsheetState } from '../../world/types'
import { sheetView } from '../view/sheetView'
import type { ChartView, RowView, SheetView } from '../wire'

/** Columns that stand beside each other on a page. */
export interface Band {
  /** 0-based, ascending; the first column stands in every band. */
  readonly columns: readonly number[]
  /** Of letters, 1 = as large as on the screen; columns may be somewhat wider, where the page has room. */
  readonly scale: number
  readonly widths: number
}

/** A line of a printed table: a row, or a chart in place of the empty rows that it lies over. */
export type PrintLine = { readonly row: RowView } | { readonly chart: ChartView }

export interface PrintView {
  readonly sheet: SheetView
  readonly bands: readonly Band[]
  /** Of the first band; the others have the rows alone. */
  readonly lines: readonly PrintLine[]
  /** Charts that stand beside or below the rows. */
  readonly charts: readonly ChartView[]
  readonly landscape: boolean
  readonly gridlines: boolean
}

/** What the address says of the page; null = not said. */
export interface PrintOptions {
  readonly portrait: boolean | null
  readonly gridlines: boolean | null
}

/** Printable width of A4 with 10 mm margins, pixels. */
const pageWidth = { portrait: 718, landscape: 1046 } as const
/** Smaller letters are not read on paper. */
const leastScale = 0.72
const rowHeight = 21

export const printView = (spreadsheet: SpreadsheetState, sheet: SheetState, { portrait, gridlines }: PrintOptions): PrintView => {
  const view = sheetView(spreadsheet, sheet, { from: 1, limit: sheet.rowCount })
  const columns = Array.from({ length: columnsWithData(sheet) }, (_, column) => column)
  const widthOf = (list: readonly number[]): number => list.reduce((sum, column) => sum + (view.columns[column]?.width ?? 0), 0)
  const landscape = portrait === null ? widthOf(columns) * leastScale > pageWidth.portrait : !portrait
  const room = landscape ? pageWidth.landscape : pageWidth.portrait
  const rows = view.rows.filter(({ n }) => n <= rowsWithData(sheet))
  const bands = bandsOf(columns, widthOf, room / leastScale).map((list) => ({
    columns: list,
    scale: Math.min(1, room / widthOf(list)),
    widths: Math.min(1.15, room / widthOf(list)),
  }))
  const lines = linesOf(rows, view.charts)
  const placed = new Set(lines.flatMap((line) => ('chart' in line ? [line.chart.id] : [])))
  const charts = view.charts.filter(({ id }) => !placed.has(id))
  return { sheet: { ...view, rows }, bands, lines, charts, landscape, gridlines: gridlines ?? sheet.hideGridlines !== true }
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

/** A chart stands in its rows when they are empty: one that lies over numbers would hide them on paper. */
const linesOf = (rows: readonly RowView[], charts: readonly ChartView[]): PrintLine[] => {
  const over = new Map<number, ChartView | null>()
  for (const chart of charts) {
    const first = chart.anchor.row + 1
    const covered = Math.ceil((chart.anchor.y + chart.height) / rowHeight)
    const under = rows.filter(({ n }) => n >= first && n < first + covered)
    if (under.length < covered || !under.every(isEmpty)) continue
    for (const { n } of under) over.set(n, n === first ? chart : null)
  }
  return rows.flatMap((row): PrintLine[] => {
    const chart = over.get(row.n)
    if (chart === undefined) return [{ row }]
    return chart === null ? [] : [{ chart }]
  })
}

const isEmpty = ({ t }: RowView): boolean => t.every((text) => text === '')
