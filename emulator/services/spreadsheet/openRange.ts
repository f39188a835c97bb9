/** A range without an end, written wider than the sheet: `A1:ZZ` of 26 columns. Whether SpreadsheetApp takes it is not settled. */
import { platformOf } from '../../world/platform/settings'
import type { Bounds } from '../sheets/a1'
import type { AppContext } from './appContext'

/** The range up to the sheet's edge where the platform has it so; else as it is, to be refused. */
export const clippedTo = <B extends Bounds>(
  { host }: AppContext,
  { rowCount, columnCount }: { readonly rowCount: number; readonly columnCount: number },
  bounds: B | undefined,
): B | undefined =>
  bounds?.open !== undefined &&
  bounds.startRow < rowCount &&
  bounds.startColumn < columnCount &&
  platformOf(host.state).openRanges === 'clipped'
    ? { ...bounds, endRow: Math.min(bounds.endRow, rowCount), endColumn: Math.min(bounds.endColumn, columnCount) }
    : bounds
