/** Whom Google lets into a spreadsheet through the API: its owner, editors, viewers; by the account whose authority runs. */
import { effectiveUser } from '../../../run/host'
import type { ServiceHost, SpreadsheetState } from '../../../world/types'
import { apiError, notFoundText } from '../apiError'

/** Google's words for whoever is not let in, or may only look. */
const noPermissionText = 'The caller does not have permission'

const writing = ['batchUpdate', 'values.append', 'values.update', 'values.batchUpdate', 'values.clear'].map(
  (member) => `sheets.spreadsheets.${member}`,
)

/** The spreadsheet, or the API's refusal: 404 where there is none, 403 where the account has no right to it. */
export const reachable = ({ state, invocation }: ServiceHost, method: string, id: string): SpreadsheetState => {
  const spreadsheet = state.spreadsheets[id]
  if (!spreadsheet) throw apiError(method, 404, notFoundText)
  if (!isLetIn(spreadsheet, effectiveUser(state, invocation), writing.includes(method))) throw apiError(method, 403, noPermissionText)
  return spreadsheet
}

/** A spreadsheet that tells nobody is open to all: the office's own, whose sharing is not played. */
export const isLetIn = ({ sharing }: SpreadsheetState, account: string, writes: boolean): boolean =>
  sharing === undefined || sharing.owner === account || sharing.editors.includes(account) || (!writes && sharing.viewers.includes(account))
