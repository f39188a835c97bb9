/** The method that attaches a file: it is saved outside the lock, then its line comes on the card under the lock. */

import { accept, type Outcome } from '../../domain/problem'
import type { Card, Input } from '../../rpc/contract'
import { attachFile, fileToSave } from '../../usecases/card/attachFile'
import { cardAfter, runCommand } from '../desk/command'
import { DataError } from '../desk/dataError'
import { dealWanted, loadDesk, rowIssues } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { keptIfListed, saveFile } from '../google/drive'

export function attach(input: Input<'file/attach'>, session: DeskSession): Outcome<Card> {
  const { deal } = input
  const loaded = loadDesk(session, dealWanted(deal))
  const wanted = fileToSave(input, loaded.desk, loaded.moment)
  if (!wanted.ok) return wanted
  const issues = rowIssues(loaded)
  if (issues.length > 0) throw new DataError(issues)
  const { name, mimeType, readers } = wanted.value
  const saved = saveFile({ name, mimeType, base64: input.base64 }, readers)
  const done = keptIfListed(saved.id, () =>
    runCommand(session, dealWanted(deal), (desk, moment) => attachFile(deal.id, { name, ...saved }, desk, moment)),
  )
  return done.ok ? accept(cardAfter(done.value)) : done
}
