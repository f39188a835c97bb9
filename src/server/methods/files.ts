/** The method that attaches a file: it is saved outside the lock, then its line comes on the card under the lock. */

import { accept, type Outcome } from '../../domain/problem'
import type { Card, Input } from '../../rpc/contract'
import { attachFile, fileToSave } from '../../usecases/attachFile'
import { cardAfter, type Done, runCommand } from '../command'
import { DataError } from '../dataError'
import { removeFile, saveFile } from '../google/drive'
import { PlatformError } from '../google/platformError'
import { dealWanted, loadDesk, rowIssues } from '../load'
import type { DeskSession } from '../session'

export function attach(input: Input<'file/attach'>, session: DeskSession): Outcome<Card> {
  const loaded = loadDesk(session, dealWanted(input.deal))
  const wanted = fileToSave(input, loaded.desk, loaded.moment)
  if (!wanted.ok) return wanted
  const issues = rowIssues(loaded)
  if (issues.length > 0) throw new DataError(issues)
  const { name, mimeType, readers } = wanted.value
  const saved = saveFile({ name, mimeType, base64: input.base64 }, readers)
  const done = onCard(input, { name, ...saved }, session)
  if (!done.ok) removeFile(saved.id)
  return done.ok ? accept(cardAfter(done.value)) : done
}

/** Where the lock did not come nothing was written, so the file goes again; after a time-out the line may stand, so it stays. */
function onCard(
  { deal }: Input<'file/attach'>,
  file: { readonly id: string; readonly name: string; readonly url: string },
  session: DeskSession,
): Outcome<Done> {
  try {
    return runCommand(session, dealWanted(deal), (desk, moment) => attachFile(deal.id, file, desk, moment))
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'lockBusy') removeFile(file.id)
    throw error
  }
}
