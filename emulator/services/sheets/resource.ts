/** A spreadsheet as the API answers it: properties, sheets, charts, and the cells of the ranges asked for. */
import type { SheetState, SpreadsheetState } from '../../world/types'
import { parseRange, type SheetRange } from './a1'
import { cellDataOf } from './cellData'
import { filledLength } from './grid'

type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet
type GridData = GoogleAppsScript.Sheets.Schema.GridData

export interface ResourceOptions {
  readonly ranges: readonly string[]
  readonly gridData: boolean
}

/** With ranges, only their sheets are answered. Cells come only when `gridData`. */
export const spreadsheetResource = (spreadsheet: SpreadsheetState, options: ResourceOptions): Spreadsheet => {
  const ranges = options.ranges.map((range) => parseRange(spreadsheet.sheets, range))
  const sheets =
    ranges.length === 0 ? spreadsheet.sheets : spreadsheet.sheets.filter((sheet) => ranges.some((range) => range.sheet === sheet))
  return {
    spreadsheetId: spreadsheet.id,
    spreadsheetUrl: spreadsheetUrl(spreadsheet.id),
    properties: { title: spreadsheet.title, locale: spreadsheet.locale, timeZone: spreadsheet.timeZone, autoRecalc: 'ON_CHANGE' },
    sheets: sheets.map((sheet) => sheetResource(sheet, spreadsheet, options.gridData ? rangesOf(sheet, ranges) : [])),
  }
}

export const spreadsheetUrl = (id: string): string => `https://docs.google.com/spreadsheets/d/${id}/edit`

const rangesOf = (sheet: SheetState, ranges: readonly SheetRange[]): readonly SheetRange[] =>
  ranges.length > 0
    ? ranges.filter((range) => range.sheet === sheet)
    : [{ sheet, startRow: 0, endRow: sheet.rowCount, startColumn: 0, endColumn: sheet.columnCount }]

const sheetResource = (
  sheet: SheetState,
  spreadsheet: SpreadsheetState,
  ranges: readonly SheetRange[],
): GoogleAppsScript.Sheets.Schema.Sheet => ({
  properties: sheetProperties(sheet),
  ...(ranges.length > 0 && { data: ranges.map((range) => gridData(range, spreadsheet.locale)) }),
  ...(sheet.protectedRanges.length > 0 && { protectedRanges: sheet.protectedRanges.map((held) => protectedRange(held, sheet.sheetId)) }),
  ...(sheet.conditionalFormats.length > 0 && { conditionalFormats: sheet.conditionalFormats }),
  ...(sheet.charts.length > 0 && { charts: sheet.charts as GoogleAppsScript.Sheets.Schema.EmbeddedChart[] }),
  ...(sheet.basicFilter && { basicFilter: sheet.basicFilter }),
})

export const sheetProperties = (sheet: SheetState): GoogleAppsScript.Sheets.Schema.SheetProperties => ({
  sheetId: sheet.sheetId,
  title: sheet.title,
  index: sheet.index,
  sheetType: 'GRID',
  gridProperties: {
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    ...(sheet.frozenRowCount > 0 && { frozenRowCount: sheet.frozenRowCount }),
    ...(sheet.frozenColumnCount > 0 && { frozenColumnCount: sheet.frozenColumnCount }),
    ...(sheet.hideGridlines === true && { hideGridlines: true }),
  },
  ...(sheet.hidden && { hidden: true }),
})

export const protectedRange = (
  held: SheetState['protectedRanges'][number],
  sheetId: number,
): GoogleAppsScript.Sheets.Schema.ProtectedRange => ({
  protectedRangeId: held.id,
  range: { sheetId, ...held.range },
  ...(held.description !== '' && { description: held.description }),
  ...(held.warningOnly && { warningOnly: true }),
})

/** Trailing rows and cells without data are left out, as a reader must expect. */
const gridData = (range: SheetRange, locale: string): GridData => {
  const rowData = range.sheet.cells.slice(range.startRow, range.endRow).map((row) => {
    const values = row?.slice(range.startColumn, Math.min(range.endColumn, filledLength(row))).map((cell) => cellDataOf(cell, locale)) ?? []
    return values.length > 0 ? { values } : {}
  })
  while (rowData.length > 0 && !rowData.at(-1)?.values) rowData.pop()
  return {
    ...(range.startRow > 0 && { startRow: range.startRow }),
    ...(range.startColumn > 0 && { startColumn: range.startColumn }),
    ...(rowData.length > 0 && { rowData }),
  }
}

/** Number of cells in an answer: what the latency model counts. */
export const countCells = (spreadsheet: Spreadsheet | undefined): number =>
  (spreadsheet?.sheets ?? []).reduce(
    (sum, sheet) =>
      sum + (sheet.data ?? []).reduce((all, data) => all + (data.rowData ?? []).reduce((n, row) => n + (row.values?.length ?? 0), 0), 0),
    0,
  )
