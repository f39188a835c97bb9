/** The global `SpreadsheetApp`, the UI side of it: active sheet and cell, ranges, toasts, menus, sidebar, dialogs. */
import { effectiveUser } from '../../run/host'
import { strict } from '../../run/strict'
import { type Entry, ServiceError, type ServiceHost, type UiEffect } from '../../world/types'
import { isLetIn } from '../sheets/api/sharing'
import { type AppContext, callApp, initialCell, spreadsheetOf } from './appContext'
import { appObjects } from './appObjects'
import { dimensions } from './rangeShapes'
import { appUi } from './ui'

type Range = GoogleAppsScript.Spreadsheet.Range
type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

const withSpreadsheet: readonly Entry[] = ['open', 'menu', 'rpc', 'edit', 'simpleEdit']

export interface SpreadsheetApp {
  getActiveSpreadsheet(): Spreadsheet | null
  getActive(): Spreadsheet | null
  getActiveSheet(): Sheet | null
  getActiveRange(): Range | null
  getActiveCell(): Range | null
  getCurrentCell(): Range | null
  getSelection(): object | null
  setActiveSheet(sheet: Sheet): Sheet
  setActiveRange(range: Range): Range
  setCurrentCell(cell: Range): Range
  openById(id: string): Spreadsheet
  getUi(): object
  flush(): void
  readonly Dimension: object
}

const contexts = new WeakMap<ServiceHost, AppContext>()

// One selection for the global and for the edit event of the same run.
const contextOf = (host: ServiceHost, ui: UiEffect[]): AppContext => {
  const known = contexts.get(host)
  if (known) return known
  const context: AppContext = { host, objects: appObjects, ui, active: initialCell(host) }
  contexts.set(host, context)
  return context
}

export const spreadsheetApp = (host: ServiceHost, ui: UiEffect[]): SpreadsheetApp => {
  const context = contextOf(host, ui)
  const active = (): Spreadsheet | null => (withSpreadsheet.includes(host.invocation.entry) ? bound(context) : null)
  return strict('SpreadsheetApp', {
    Dimension: strict('Dimension', { ...dimensions }),
    getActiveSpreadsheet: active,
    getActive: active,
    getActiveSheet: () => active()?.getActiveSheet() ?? null,
    getActiveRange: () => active()?.getActiveRange() ?? null,
    getActiveCell: () => active()?.getActiveCell() ?? null,
    getCurrentCell: () => active()?.getActiveCell() ?? null,
    getSelection: () => active()?.getSelection() ?? null,
    setActiveSheet: (sheet: Sheet) => sheet.activate(),
    setActiveRange: (range: Range) => range.activate(),
    setCurrentCell: (cell: Range) => cell.activate(),
    openById: (id: string) => openById(context, String(id)),
    getUi: () => uiOf(context),
    flush: () => {
      callApp(context, 'flush', () => null)
    },
  })
}

const bound = (context: AppContext): Spreadsheet => context.objects.spreadsheet(context, context.host.state.boundSpreadsheetId)

const openById = (context: AppContext, id: string): Spreadsheet => {
  callApp(context, 'openById', () => {
    const { state, invocation } = context.host
    if (isLetIn(spreadsheetOf(context, id), effectiveUser(state, invocation), false)) return id
    throw new ServiceError('You do not have permission to access the requested document.')
  })
  return context.objects.spreadsheet(context, id)
}

const uiOf = (context: AppContext): object => {
  if (!withSpreadsheet.includes(context.host.invocation.entry))
    throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.')
  return appUi(context)
}

/** What an edit trigger is told of the range, JSON-safe; rows and columns 1-based, ends inclusive, as in Google's event. */
export interface EditedRange {
  readonly sheetId: number
  readonly sheetName: string
  readonly rowStart: number
  readonly rowEnd: number
  readonly columnStart: number
  readonly columnEnd: number
}

/** The edit event with `range` a live Range and `source` the spreadsheet; other members as they are. */
export const reviveEditEvent = (host: ServiceHost, ui: UiEffect[], event: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const context = contextOf(host, ui)
  const { rowStart, rowEnd, columnStart, columnEnd, sheetId } = event['range'] as EditedRange
  const bounds = { startRow: rowStart - 1, endRow: rowEnd, startColumn: columnStart - 1, endColumn: columnEnd }
  return { ...event, range: context.objects.range(context, { id: host.state.boundSpreadsheetId, sheetId }, bounds), source: bound(context) }
}
