/** One method of the API, as the services of its parts run it. */
import type { CallCost, SpreadsheetState } from '../../../world/types'

/** Runs the work; problems of ranges become the API's errors. */
export type Api = <T>(member: string, id: string, work: (spreadsheet: SpreadsheetState) => T, cost: (answer: T) => CallCost) => T
