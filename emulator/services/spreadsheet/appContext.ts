/** What the objects of SpreadsheetApp share in one execution: the host, what was shown, and the person's selection. */
import { ServiceError, type ServiceHost, type SheetState, type SpreadsheetState, type UiEffect } from '../../world/types'
import type { Bounds } from '../sheets/a1'

export interface ActiveCell {
  readonly sheetId: number
  /** 1-based. */
  readonly row: number
  readonly column: number
}

/** Makes the objects that lead to one another: a range to its sheet, a sheet to its spreadsheet, and back. */
export interface AppObjects {
  readonly range: (context: AppContext, place: { id: string; sheetId: number }, bounds: Bounds) => GoogleAppsScript.Spreadsheet.Range
  readonly sheet: (context: AppContext, id: string, sheetId: number) => GoogleAppsScript.Spreadsheet.Sheet
  readonly spreadsheet: (context: AppContext, id: string) => GoogleAppsScript.Spreadsheet.Spreadsheet
}

export interface AppContext {
  readonly host: ServiceHost
  readonly objects: AppObjects
  readonly ui: UiEffect[]
  /** The person's selection; setActiveRange moves it for the rest of the execution. */
  active: ActiveCell | undefined
}

/** One service call of SpreadsheetApp; `cells` counts what it reads or writes. */
export const callApp = <T>(context: AppContext, member: string, work: () => T, cells: { read?: number; written?: number } = {}): T =>
  context.host.gate.call(`SpreadsheetApp.${member}`, work, () => ({ cellsRead: cells.read ?? 0, cellsWritten: cells.written ?? 0 }))

export const spreadsheetOf = (context: AppContext, id: string): SpreadsheetState => {
  const spreadsheet = context.host.state.spreadsheets[id]
  if (!spreadsheet) throw new ServiceError('Unexpected error while getting the method or property openById on object SpreadsheetApp.')
  return spreadsheet
}

export const sheetStateOf = (context: AppContext, id: string, sheetId: number): SheetState => {
  const sheet = spreadsheetOf(context, id).sheets.find((one) => one.sheetId === sheetId)
  if (!sheet) throw new ServiceError(`Sheet ${sheetId} not found`)
  return sheet
}

/** The cell where the person stands when the execution begins; A1 of the first visible sheet unless told. */
export const initialCell = (host: ServiceHost): ActiveCell | undefined => {
  const sheets = host.state.spreadsheets[host.state.boundSpreadsheetId]?.sheets ?? []
  const chosen = host.invocation.selection
  const sheet = sheets.find((one) => one.title === chosen?.sheet) ?? sheets.find((one) => !one.hidden)
  if (!sheet) return undefined
  const here = sheet.title === chosen?.sheet
  return { sheetId: sheet.sheetId, row: here ? chosen.row : 1, column: here ? chosen.column : 1 }
}
