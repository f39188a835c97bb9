/** A file that comes by a link (C9, C5): saved outside the lock in the folder of the account that the web app runs as, then listed under it. */

import type { Client } from '../../../domain/client/client'
import type { Deal } from '../../../domain/deal/deal'
import type { ExpertFile } from '../../../domain/external/expertFiles'
import { linkTexts } from '../../../domain/text/pageText.ru'
import type { AttachMethod, FileAnswer, PageInput, PageRefusal } from '../../../rpc/pageContract'
import type { Caller } from '../../../usecases/changes'
import { expertOf } from '../../../usecases/externals/expert'
import { addExpertFile, expertFileToSave } from '../../../usecases/externals/expertFiles'
import { notice } from '../../../usecases/externals/notice'
import { clientOf } from '../../../usecases/located'
import { carryOut } from '../../desk/carryOut'
import type { Loaded } from '../../desk/load'
import { keptIfListed, removeFile, saveFile } from '../../google/drive'
import { underLock } from '../../google/lock'
import { isFileOverRate } from '../intakeRate'
import { callerFor, client } from './answers'
import { type Entered, loadFor, readOf, refused, viewFor, wordsOf } from './entry'

export function attachOutside(entered: Entered, input: PageInput<AttachMethod>): FileAnswer {
  if (entered.link.purpose === 'request' && isFileOverRate()) return refused(wordsOf(notice(linkTexts.busy)))
  const open = openCard(entered)
  if ('ok' in open) return open
  const owner = Session.getEffectiveUser().getEmail()
  const wanted = expertFileToSave(open.deal, { ...input, owner, tag: entered.link.tag }, open.loaded.desk, open.loaded.moment)
  if ('refusal' in wanted) return refused(wanted.refusal)
  if ('stands' in wanted) return { ok: true, file: wanted.stands }
  const { file, name, mimeType, readers } = wanted
  const content = { name, mimeType, base64: input.base64 }
  const saved = saveFile(content, readers)
  return keptIfListed(saved, content, () => underLock(() => listed(openCard(entered, open), { ...file, ...saved, tag: entered.link.tag })))
}

interface OpenCard {
  readonly loaded: Loaded
  readonly deal: Deal
  /** As far as it was read; null where its card takes no files from this link. */
  readonly client: Client | null
  readonly row: number | null
  readonly who: Caller
}

/** The deal as long as it takes files from this link; else what the page is told. */
function openCard(entered: Entered, before: OpenCard | null = null): OpenCard | PageRefusal {
  const loaded = loadFor(entered, before)
  const view = viewFor(entered, readOf(loaded))
  const found = loaded.desk.deals.get(entered.link.dealId)
  const isRequest = entered.link.purpose === 'request'
  // A link of a request opens nothing: that its deal takes files is told by the notice alone.
  if (view.view === 'notice' && !(isRequest && view.final)) return refused(wordsOf(view))
  const who = isRequest ? client : expertCaller(found?.value, loaded)
  if (found === undefined || who === null) return refused(wordsOf(notice(linkTexts.over)))
  // Nobody vouches for who fills in a form: his files stay with the request, whosever card it was found to be.
  return { loaded, deal: found.value, client: isRequest ? null : clientOf(loaded.desk, found.value), row: found.row, who }
}

function expertCaller(deal: Deal | undefined, { desk }: Loaded): Caller | null {
  const expert = deal && expertOf(deal, desk.office)
  return expert === undefined ? null : callerFor(expert)
}

/** Looked at again: meanwhile the report may have been taken over, or the same file have come by a second call. */
function listed(
  open: OpenCard | PageRefusal,
  saved: ExpertFile & { readonly id: string; readonly url: string; readonly tag: string },
): FileAnswer {
  if ('ok' in open) return open
  const { loaded, who } = open
  const added = addExpertFile(open, saved, loaded.moment)
  if ('refusal' in added) return refused(added.refusal)
  if ('stands' in added) {
    removeFile(saved.id)
    return { ok: true, file: added.stands }
  }
  const done = carryOut({ ...loaded, moment: { ...loaded.moment, who } }, added.changes)
  return done.ok ? { ok: true, file: { key: saved.key, name: saved.name } } : refused(wordsOf(notice(linkTexts.failed)))
}
