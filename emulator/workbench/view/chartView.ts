/** Charts of a sheet with their numbers read from the cells: what Sheets would draw. */

import { displayed } from '../../services/sheets/display'
import { valueAt } from '../../services/sheets/grid'
import { rangeBounds } from '../../services/sheets/requests/gridRange'
import type { GridRangeState, SheetState, SpreadsheetState } from '../../world/types'
import type { ChartView } from '../wire'
import { bag } from './colours'

type Bag = Readonly<Record<string, unknown>>
type Source = GridRangeState & { sheetId?: number }

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

export const chartViews = (spreadsheet: SpreadsheetState, sheet: SheetState): readonly ChartView[] =>
  sheet.charts.map((chart) => ({ id: chart.chartId, ...drawing(spreadsheet, sheet, chart.spec), ...placeOf(chart.position) }))

const placeOf = (position: Bag): Pick<ChartView, 'anchor' | 'width' | 'height'> => {
  const overlay = bag(position['overlayPosition'])
  const cell = bag(overlay['anchorCell'])
  const at = { row: number(cell['rowIndex'], 0), column: number(cell['columnIndex'], 0) }
  const offset = { x: number(overlay['offsetXPixels'], 0), y: number(overlay['offsetYPixels'], 0) }
  return { anchor: { ...at, ...offset }, width: number(overlay['widthPixels'], 600), height: number(overlay['heightPixels'], 371) }
}

const basicTypes: Readonly<Record<string, ChartView['type']>> = { BAR: 'bar', LINE: 'line', AREA: 'area', COLUMN: 'column' }

type Drawing = Pick<ChartView, 'title' | 'type' | 'stacked' | 'labels' | 'series'>

const drawing = (spreadsheet: SpreadsheetState, home: SheetState, spec: Bag): Drawing => {
  const title = String(spec['title'] ?? '')
  const cells = new SourceReader(spreadsheet, home)
  if (spec['pieChart'] !== undefined) return { title, ...pie(bag(spec['pieChart']), cells) }
  return { title, ...basic(bag(spec['basicChart']), cells) }
}

const pie = (chart: Bag, cells: SourceReader): Omit<Drawing, 'title'> => {
  const labels = cells.texts(chart['domain'])
  const values = cells.numbers(chart['series'])
  // A pie's spec has no headerCount: a first row without a number is a heading.
  const skip = values.length > 1 && values[0] === null ? 1 : 0
  const type = number(chart['pieHole'], 0) > 0 ? 'doughnut' : 'pie'
  return { type, stacked: false, labels: labels.slice(skip), series: [{ name: '', values: values.slice(skip) }] }
}

const basic = (chart: Bag, cells: SourceReader): Omit<Drawing, 'title'> => {
  const headers = number(chart['headerCount'], 0)
  const series = list(chart['series']).map((one) => bag(one)['series'])
  return {
    type: basicTypes[String(chart['chartType'])] ?? 'column',
    stacked: chart['stackedType'] !== undefined && chart['stackedType'] !== 'NOT_STACKED',
    labels: cells.texts(bag(list(chart['domains'])[0])['domain']).slice(headers),
    series: series.map((data) => ({ name: headers > 0 ? (cells.texts(data)[0] ?? '') : '', values: cells.numbers(data).slice(headers) })),
  }
}

/** Reads ChartData: `{sourceRange: {sources: [GridRange]}}`. */
class SourceReader {
  constructor(
    private readonly spreadsheet: SpreadsheetState,
    private readonly home: SheetState,
  ) {}

  texts(data: unknown): string[] {
    return this.cells(data, (sheet, row, column) => displayed(sheet.cells[row]?.[column], this.spreadsheet.locale))
  }

  numbers(data: unknown): (number | null)[] {
    return this.cells(data, (sheet, row, column) => {
      const value = valueAt(sheet, row, column)
      return typeof value === 'number' ? value : null
    })
  }

  private cells<T>(data: unknown, read: (sheet: SheetState, row: number, column: number) => T): T[] {
    const sources = list(bag(bag(data)['sourceRange'])['sources']) as readonly Source[]
    return sources.flatMap((source) => {
      const sheet = this.spreadsheet.sheets.find((one) => one.sheetId === (source.sheetId ?? 0)) ?? this.home
      const { startRow, endRow, startColumn, endColumn } = rangeBounds(source, sheet)
      const columns = endColumn - startColumn
      return Array.from({ length: Math.max(0, endRow - startRow) * columns }, (_, index) =>
        read(sheet, startRow + Math.floor(index / columns), startColumn + (index % columns)),
      )
    })
  }
}
