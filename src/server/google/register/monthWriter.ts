/** Requests that write a month's sheet: made when it is not there, cleared when it is; cells, widths, native charts. */

import { type MonthSheet, monthSheetWidth, type SheetChart, type SheetRow } from '../../../usecases/monthSheet'
import { type CellData, textCell } from './cells'

type Request = GoogleAppsScript.Sheets.Schema.Request

export interface StandingSheet {
  readonly rowCount: number
  readonly chartIds: readonly number[]
}

interface SheetAddress {
  readonly sheetId: number
  readonly title: string
}

const chartColumn = 5
const chartRows = 18
const minRows = 200

export function monthRequests(sheet: SheetAddress, content: MonthSheet, standing: StandingSheet | null): Request[] {
  const rowCount = Math.max(minRows, content.rows.length + 20, standing?.rowCount ?? 0)
  return [
    ...(standing === null ? newSheet(sheet, rowCount) : clearedSheet(sheet, standing, rowCount)),
    {
      updateCells: {
        start: { sheetId: sheet.sheetId, rowIndex: 0, columnIndex: 0 },
        rows: content.rows.map((row) => ({ values: cellsOf(row) })),
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
    width(sheet, 0, 340),
    width(sheet, 1, 110),
    width(sheet, 2, 90),
    width(sheet, 3, 80),
    ...content.charts.map((chart, index) => chartRequest(sheet, chart, index)),
  ]
}

function newSheet({ sheetId, title }: SheetAddress, rowCount: number): Request[] {
  return [{ addSheet: { properties: { sheetId, title, index: 0, gridProperties: { rowCount, columnCount: 14, hideGridlines: true } } } }]
}

function clearedSheet({ sheetId }: SheetAddress, { chartIds, rowCount }: StandingSheet, needed: number): Request[] {
  return [
    ...chartIds.map((objectId) => ({ deleteEmbeddedObject: { objectId } })),
    ...(needed > rowCount ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: needed - rowCount } }] : []),
    { updateCells: { range: { sheetId }, fields: 'userEnteredValue,userEnteredFormat' } },
  ]
}

function cellsOf({ style, cells }: SheetRow): CellData[] {
  return cells.map((value, index) => ({ ...contentCell(value), userEnteredFormat: formatOf(style, index, value) }))
}

function contentCell(value: string | number | null): CellData {
  if (value === null) return {}
  return typeof value === 'number' ? { userEnteredValue: { numberValue: value } } : textCell(value)
}

function formatOf(style: SheetRow['style'], index: number, value: unknown): GoogleAppsScript.Sheets.Schema.CellFormat {
  if (style === 'title') return { textFormat: { bold: true, fontSize: 14 } }
  if (style === 'note')
    return { textFormat: { italic: true, foregroundColor: { red: 0.37, green: 0.39, blue: 0.41 } }, wrapStrategy: 'OVERFLOW_CELL' }
  if (style === 'heading') return { textFormat: { bold: true }, backgroundColor: { red: 0.91, green: 0.94, blue: 0.996 } }
  const isShare = index === monthSheetWidth - 1 && typeof value === 'number'
  return isShare ? { numberFormat: { type: 'PERCENT', pattern: '0.0%' } } : { wrapStrategy: 'WRAP' }
}

function width({ sheetId }: SheetAddress, index: number, pixelSize: number): Request {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  }
}

function chartRequest({ sheetId }: SheetAddress, chart: SheetChart, order: number): Request {
  return {
    addChart: {
      chart: {
        chartId: (sheetId % 100_000) * 10 + order + 1,
        spec: { title: chart.title, ...(chart.type === 'PIE' ? pieSpec(sheetId, chart) : basicSpec(sheetId, chart)) },
        position: {
          overlayPosition: {
            anchorCell: { sheetId, rowIndex: order * chartRows, columnIndex: chartColumn },
            widthPixels: 560,
            heightPixels: 340,
          },
        },
      },
    },
  }
}

function basicSpec(sheetId: number, chart: SheetChart): GoogleAppsScript.Sheets.Schema.ChartSpec {
  return {
    basicChart: {
      chartType: chart.type,
      legendPosition: 'NO_LEGEND',
      domains: [{ domain: source(sheetId, chart, 0) }],
      series: [{ series: source(sheetId, chart, 1) }],
    },
  }
}

function pieSpec(sheetId: number, chart: SheetChart): GoogleAppsScript.Sheets.Schema.ChartSpec {
  return { pieChart: { legendPosition: 'RIGHT_LEGEND', domain: source(sheetId, chart, 0), series: source(sheetId, chart, 1) } }
}

function source(sheetId: number, { from, to }: SheetChart, column: number): GoogleAppsScript.Sheets.Schema.ChartData {
  const range = { sheetId, startRowIndex: from, endRowIndex: to, startColumnIndex: column, endColumnIndex: column + 1 }
  return { sourceRange: { sources: [range] } }
}
