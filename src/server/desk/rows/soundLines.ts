/** Lines of «Журнал» that the product wrote. */

import type { JournalLine } from '../../../usecases/register/journal'
import type { Snapshot } from '../../google/register/reader'
import { type Located, scanColumns } from '../../google/register/records'
import { oursOf } from '../../google/signed/seal'

/** What the fold of rows needs, and what proves it. */
export const journalColumns = ['table', 'rowId', 'version', 'change', 'seal']

/**
 * Lines that the product wrote, in the sheet's order: whatever else stands there is nobody's fact.
 * @param snapshot with at least `journalColumns`
 */
export function soundLines(snapshot: Pick<Snapshot, 'columns'>): readonly Located<Partial<JournalLine>>[] {
  return oursOf('journal', scanColumns<JournalLine>(snapshot as Snapshot, 'journal').rows, ({ value }) => value)
}
