/** batchUpdate requests about charts: addChart, updateChartSpec, deleteEmbeddedObject. */
import type { SheetState } from '../../../world/types'
import { refuse } from '../apiError'
import { type Draft, writableSheet } from '../draft'
import type { Reply, RequestTable } from './requestTable'

type Chart = SheetState['charts'][number]

const addChart = (draft: Draft, request: GoogleAppsScript.Sheets.Schema.AddChartRequest): Reply => {
  const given = request.chart ?? refuse('No chart was specified.')
  if (!given.spec) refuse('A chart spec must be specified.')
  const anchor = given.position?.overlayPosition?.anchorCell
  if (!anchor && given.position?.sheetId === undefined)
    refuse('The position of the chart must be an overlay on a sheet of this spreadsheet.')
  const sheet = writableSheet(draft, anchor?.sheetId ?? given.position?.sheetId)
  checkAnchor(sheet, anchor?.rowIndex ?? 0, anchor?.columnIndex ?? 0)
  const taken = draft.spreadsheet.sheets.flatMap((other) => other.charts.map((chart) => chart.chartId))
  const chartId = given.chartId ?? Math.max(1000, ...taken) + 1
  if (taken.includes(chartId)) refuse(`An embedded object with the ID "${chartId}" already exists.`)
  const chart: Chart = { chartId, spec: given.spec as Chart['spec'], position: (given.position ?? {}) as Chart['position'] }
  sheet.charts.push(chart)
  return { addChart: { chart } }
}

const checkAnchor = (sheet: SheetState, row: number, column: number): void => {
  if (row >= sheet.rowCount) refuse(`GridCoordinate.rowIndex[${row}] is after last row in grid[${sheet.rowCount - 1}]`)
  if (column >= sheet.columnCount) refuse(`GridCoordinate.columnIndex[${column}] is after last column in grid[${sheet.columnCount - 1}]`)
}

const sheetOfChart = (draft: Draft, chartId: number | undefined): SheetState => {
  const owner = draft.spreadsheet.sheets.find((sheet) => sheet.charts.some((chart) => chart.chartId === chartId))
  return owner ? writableSheet(draft, owner.sheetId) : refuse(`No embedded object with id: ${chartId}`)
}

const updateChartSpec = (draft: Draft, request: GoogleAppsScript.Sheets.Schema.UpdateChartSpecRequest): void => {
  const sheet = sheetOfChart(draft, request.chartId)
  const spec = (request.spec ?? refuse('A chart spec must be specified.')) as Chart['spec']
  sheet.charts = sheet.charts.map((chart) => (chart.chartId === request.chartId ? { ...chart, spec } : chart))
}

const deleteEmbeddedObject = (draft: Draft, request: GoogleAppsScript.Sheets.Schema.DeleteEmbeddedObjectRequest): void => {
  const sheet = sheetOfChart(draft, request.objectId)
  sheet.charts = sheet.charts.filter((chart) => chart.chartId !== request.objectId)
}

export const chartRequests = { addChart, updateChartSpec, deleteEmbeddedObject } satisfies RequestTable
