/** Sheets.Spreadsheets.batchUpdate: all requests on a draft, then the draft in place of the spreadsheet, or nothing at all. */
import { ServiceError, type SpreadsheetState } from '../../../world/types'
import { A1Problem } from '../a1'
import { apiError, RequestProblem, refuse } from '../apiError'
import { commitDraft, type Draft, openDraft, settleFormulas } from '../draft'
import { spreadsheetResource } from '../resource'
import { cellRequests } from './cellRequests'
import { chartRequests } from './chartRequests'
import { decorRequests } from './decorRequests'
import { dimensionRequests } from './dimensionRequests'
import { requireKnownMembers } from './knownRequestMembers'
import { rangeRequests } from './rangeRequests'
import type { Reply, RequestTable } from './requestTable'
import { sheetRequests } from './sheetRequests'

type BatchRequest = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest
type BatchResponse = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse
type Handler = (draft: Draft, request: unknown) => Reply | undefined

const table: RequestTable = {
  ...sheetRequests,
  ...cellRequests,
  ...dimensionRequests,
  ...rangeRequests,
  ...decorRequests,
  ...chartRequests,
}
const handlers = new Map(Object.entries(table) as [string, Handler][])
const method = 'sheets.spreadsheets.batchUpdate'

export interface BatchOutcome {
  readonly response: BatchResponse
  readonly cellsWritten: number
}

/** `batch` must be the caller's own copy: parts of it are kept. */
export const runBatch = (spreadsheet: SpreadsheetState, batch: BatchRequest): BatchOutcome => {
  const requests = batch.requests ?? []
  if (requests.length === 0) throw apiError(method, 400, 'Must specify at least one request.')
  const draft = openDraft(spreadsheet)
  const replies = requests.map((request, index) => runRequest(draft, request, index))
  settleFormulas(draft)
  const updated = batch.includeSpreadsheetInResponse ? updatedSpreadsheet(draft.spreadsheet, batch) : undefined
  commitDraft(draft, spreadsheet)
  return {
    response: { spreadsheetId: spreadsheet.id, replies, ...(updated && { updatedSpreadsheet: updated }) },
    cellsWritten: draft.cellsWritten,
  }
}

const runRequest = (draft: Draft, request: object, index: number): Reply => {
  const [kind, ...more] = Object.keys(request)
  if (kind === undefined) throw apiError(method, 400, `Invalid requests[${index}]: No request set.`)
  if (more.length > 0) {
    throw apiError(method, 400, `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${more[0]}'`)
  }
  const handler = handlers.get(kind)
  // Not Google's text: a request that Google may know and the emulator does not must not pass for a refusal by Google.
  if (!handler) throw new ServiceError(`Sheets.Spreadsheets.batchUpdate request "${kind}" is not emulated`, { name: 'Error' })
  requireKnownMembers(kind, Object.values(request)[0] ?? {})
  try {
    return handler(draft, Object.values(request)[0] ?? refuse('No request set.')) ?? {}
  } catch (error) {
    if (error instanceof RequestProblem) throw apiError(method, 400, `Invalid requests[${index}].${kind}: ${error.message}`)
    throw error
  }
}

const updatedSpreadsheet = (spreadsheet: SpreadsheetState, batch: BatchRequest) => {
  try {
    return spreadsheetResource(spreadsheet, { ranges: batch.responseRanges ?? [], gridData: batch.responseIncludeGridData ?? false })
  } catch (error) {
    if (error instanceof A1Problem) throw apiError(method, 400, error.message)
    throw error
  }
}
