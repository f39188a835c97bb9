/** Whether a script may write into cells of a sheet that is partly protected. */
import { effectiveUser } from '../../run/host'
import { ServiceError, type SheetState } from '../../world/types'
import type { Bounds } from '../sheets/a1'
import type { AppContext } from './appContext'

const protectedText =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.'

/** Assumed: only the owner may edit what is protected; who else may is not kept. */
export const requireUnprotected = ({ host }: AppContext, sheet: SheetState, bounds: Bounds): void => {
  if (effectiveUser(host.state, host.invocation) === host.state.owner) return
  if (sheet.protectedRanges.some(({ range, warningOnly }) => !warningOnly && touches(bounds, range))) throw new ServiceError(protectedText)
}

const touches = ({ startRow, endRow, startColumn, endColumn }: Bounds, range: SheetState['protectedRanges'][number]['range']): boolean =>
  startRow < (range.endRowIndex ?? Number.POSITIVE_INFINITY) &&
  endRow > (range.startRowIndex ?? 0) &&
  startColumn < (range.endColumnIndex ?? Number.POSITIVE_INFINITY) &&
  endColumn > (range.startColumnIndex ?? 0)
