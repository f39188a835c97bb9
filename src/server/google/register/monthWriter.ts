/** Requests that write a period's sheet: made when it is not there, cleared when it is; cells, notes, widths, native charts. */

import { requestHash } from '../../../domain/intake/requestHash'
import { toSerial } from '../../../domain/time/localTime'
import { chartRows } from '../../../usecases/month/monthSections'
import { words } from '../../../usecases/month/monthSheet.ru'
import { chartIdOf, type SheetAddress } from '../../../usecases/month/reportSheets'
import type { MonthSheet, SheetCell, SheetChart, SheetRow } from '../../../usecases/month/sheetRows'
import { type CellData, textCell } from './cells'
import { kept } from './vault/keptCells'

type Request = GoogleAppsScript.Sheets.Schema.Request
type Format = GoogleAppsScript.Sheets.Schema.CellFormat

export interface StandingSheet {
  readonly rowCount: number
  readonly chartIds: readonly number[]
}

const minRows = 200
const columnCount = 16
/** As high as the rows left for it, so that it hides no numbers (monthSections). */
const chartSize = { widthPixels: 660, heightPixels: chartRows * 20 }
/** Numbers that a note names at most. */
const notedDeals = 100
const allFields = 'userEnteredValue,userEnteredFormat,note'

/** What stands in cells, in short: other words, numbers or notes make another one. Of a formula only that it is one: Google writes it its way. */
export function markOfCells(rows: readonly (readonly CellData[])[]): string {
  const said = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (isSaid(cell) ? [[row, column, valueIn(cell), cell.note ?? '']] : [])),
  )
  return requestHash(JSON.stringify(said))
}

function isSaid({ userEnteredValue, note }: CellData): boolean {
  return userEnteredValue !== undefined || (note ?? '') !== ''
}

function valueIn({ userEnteredValue = {} }: CellData): unknown {
  return userEnteredValue.formulaValue === undefined ? Object.values(userEnteredValue) : 'formula'
}

export function markOfContent(content: MonthSheet): string {
  return markOfCells(content.rows.map((row) => cellsOf(row, content)))
}

export function monthRequests(sheet: SheetAddress, content: MonthSheet, standing: StandingSheet | null): Request[] {
  const rowCount = Math.max(minRows, content.rows.length + 20, standing?.rowCount ?? 0)
  return [
    ...(standing === null ? newSheet(sheet, content, rowCount) : clearedSheet(sheet, standing, rowCount)),
    {
      updateCells: {
        start: { sheetId: sheet.sheetId, rowIndex: 0, columnIndex: 0 },
        rows: content.rows.map((row) => ({ values: cellsOf(row, content) })),
        fields: allFields,
      },
    },
    ...(content.frozen === 0 ? [] : [plainRows(sheet, content)]),
    ...content.widths.map((pixels, index) => width(sheet, index, pixels)),
    ...content.charts.map((chart, index) => chartRequest(sheet, chart, index)),
  ]
}

function newSheet({ sheetId, title }: SheetAddress, { frozen }: MonthSheet, rowCount: number): Request[] {
  const gridProperties = { rowCount, columnCount, hideGridlines: frozen === 0, ...(frozen === 0 ? {} : { frozenRowCount: frozen }) }
  return [{ addSheet: { properties: { sheetId, title, index: 0, gridProperties } } }]
}

function clearedSheet({ sheetId }: SheetAddress, { chartIds, rowCount }: StandingSheet, needed: number): Request[] {
  return [
    ...chartIds.map((objectId) => ({ deleteEmbeddedObject: { objectId } })),
    ...(needed > rowCount ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: needed - rowCount } }] : []),
    { updateCells: { range: { sheetId }, fields: allFields } },
  ]
}

/** The rows of a long list have one format together, written once (plainRows). */
function cellsOf({ style, cells, deals }: SheetRow, { frozen, lanes }: MonthSheet): CellData[] {
  const listed = frozen > 0
  return cells.map((value, index) => {
    const cell = {
      ...contentCell(value),
      ...(listed && isPlain(style, value)
        ? {}
        : { userEnteredFormat: { ...formatOf(style, value), ...(listed || index === 0 ? {} : aside) } }),
      ...noteOf(deals?.[index] ?? []),
    }
    return style === 'line' ? kept(cell, lanes?.[index] ?? null, true) : cell
  })
}

function noteOf(deals: readonly number[]): CellData {
  return deals.length === 0 ? {} : { note: words.deals(deals.slice(0, notedDeals), deals.length - notedDeals) }
}

/** Text is always a stringValue; the one formula is ours, and both its texts are too. */
function contentCell(value: SheetCell): CellData {
  if (value === null || value === '') return {}
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'object' && 'link' in value)
    return { userEnteredValue: { formulaValue: `=HYPERLINK("${value.link}";"${value.text}")` } }
  return { userEnteredValue: { numberValue: numberOf(value) } }
}

function numberOf(value: number | { share: number } | { money: number } | { at: string }): number {
  if (typeof value === 'number') return value
  if ('share' in value) return value.share
  return 'money' in value ? value.money : toSerial(value.at)
}

function isPlain(style: SheetRow['style'], value: SheetCell): boolean {
  return style === 'line' && (value === null || typeof value !== 'object')
}

function plainRows({ sheetId }: SheetAddress, { frozen, rows }: MonthSheet): Request {
  return {
    repeatCell: {
      range: { sheetId, startRowIndex: frozen, endRowIndex: Math.max(frozen + 1, rows.length) },
      cell: { userEnteredFormat: plainFormat },
      fields: 'userEnteredFormat(wrapStrategy,verticalAlignment)',
    },
  }
}

/** In a report everything beside the names of its lines is a number or stands over numbers. */
const aside: Format = { horizontalAlignment: 'RIGHT' }
const plainFormat: Format = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' }
const grey = { red: 0.37, green: 0.39, blue: 0.41 }
const styles: Readonly<Record<Exclude<SheetRow['style'], 'line'>, Format>> = {
  title: { textFormat: { bold: true, fontSize: 14 } },
  note: { textFormat: { italic: true, foregroundColor: grey }, wrapStrategy: 'OVERFLOW_CELL' },
  heading: {
    textFormat: { bold: true },
    backgroundColor: { red: 0.91, green: 0.94, blue: 0.996 },
    wrapStrategy: 'WRAP',
    verticalAlignment: 'MIDDLE',
  },
  blank: {},
}

function formatOf(style: SheetRow['style'], value: SheetCell): Format {
  if (style !== 'line') return styles[style]
  if (value === null || typeof value !== 'object') return plainFormat
  if ('share' in value) return { numberFormat: { type: 'PERCENT', pattern: '0.0%' } }
  if ('money' in value) return { numberFormat: { type: 'NUMBER', pattern: '#,##0.00' } }
  return 'at' in value ? { numberFormat: { type: 'DATE_TIME', pattern: 'dd.mm.yyyy hh:mm' } } : {}
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

/** Under its table, so that a page prints it there. */
function chartRequest({ sheetId }: SheetAddress, chart: SheetChart, order: number): Request {
  const chartId = chartIdOf(sheetId, order)
  return {
    addChart: {
      chart: {
        ...(chartId === null ? {} : { chartId }),
        spec: { title: chart.title, ...(chart.type === 'PIE' ? pieSpec(sheetId, chart) : basicSpec(sheetId, chart)) },
        position: { overlayPosition: { anchorCell: { sheetId, rowIndex: chart.at, columnIndex: 0 }, ...chartSize } },
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
