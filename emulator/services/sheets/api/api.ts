/** How a method of the Sheets API is run. */
import type { CallCost, SpreadsheetState } from '../../../world/types'

/** Runs the work of one API method; problems of ranges become its errors. */
export type Api = <T>(member: string, id: string, work: (spreadsheet: SpreadsheetState) => T, cost: (answer: T) => CallCost) => T
