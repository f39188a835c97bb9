/** A file of an expert's report (C9, C5): saved outside the lock in the folder of the account that the web app runs as, then listed under it. */

import type { Client } from '../../../domain/client/client'
import type { Deal } from '../../../domain/deal/deal'
import type { ExpertFile } from '../../../domain/external/expertFiles'
import type { Person } from '../../../domain/office/office'
import { linkTexts } from '../../../domain/text/pageText.ru'
import type { FileAnswer, PageInput, PageRefusal } from '../../../rpc/pageContract'
import { expertOf } from '../../../usecases/externals/expert'
import { addExpertFile, expertFileToSave } from '../../../usecases/externals/expertFiles'
import { notice } from '../../../usecases/externals/notice'
import { clientOf } from '../../../usecases/located'
import { carryOut } from '../../desk/carryOut'
import type { Loaded } from '../../desk/load'
import { keptIfListed, removeFile, saveFile } from '../../google/drive'
import { underLock } from '../../google/lock'
import { callerFor } from './answers'
import { type Entered, loadFor, readOf, refused, viewFor, wordsOf } from './entry'

export function attachOutside(entered: Entered, input: PageInput<'report/attach'>): FileAnswer {
  const open = openReport(entered)
  if ('ok' in open) return open
  const owner = Session.getEffectiveUser().getEmail()
  const wanted = expertFileToSave(open.deal, { ...input, owner, tag: entered.link.tag }, open.loaded.desk, open.loaded.moment)
  if ('refusal' in wanted) return refused(wanted.refusal)
  if ('stands' in wanted) return { ok: true, file: wanted.stands }
  const { file, name, mimeType, readers } = wanted
  const content = { name, mimeType, base64: input.base64 }
  const saved = saveFile(content, readers)
  return keptIfListed(saved, content, () =>
    underLock(() => listed(openReport(entered, open), { ...file, ...saved, tag: entered.link.tag })),
  )
}

interface OpenReport {
  readonly loaded: Loaded
  readonly deal: Deal
  /** As far as it was read. */
  readonly client: Client | null
  readonly row: number | null
  readonly expert: Person
}

/** The deal as long as it takes a report from this link; else what the report itself would be told. */
function openReport(entered: Entered, before: OpenReport | null = null): OpenReport | PageRefusal {
  const loaded = loadFor(entered, before)
  const view = viewFor(entered, readOf(loaded))
  const found = loaded.desk.deals.get(entered.link.dealId)
  const expert = found && expertOf(found.value, loaded.desk.office)
  if (view.view === 'notice') return refused(wordsOf(view))
  if (found === undefined || expert === undefined) return refused(wordsOf(notice(linkTexts.over)))
  return { loaded, deal: found.value, client: clientOf(loaded.desk, found.value), row: found.row, expert }
}

/** Looked at again: meanwhile the report may have been taken over, or the same file have come by a second call. */
function listed(
  open: OpenReport | PageRefusal,
  saved: ExpertFile & { readonly id: string; readonly url: string; readonly tag: string },
): FileAnswer {
  if ('ok' in open) return open
  const { loaded, expert } = open
  const added = addExpertFile(open, saved, loaded.moment)
  if ('refusal' in added) return refused(added.refusal)
  if ('stands' in added) {
    removeFile(saved.id)
    return { ok: true, file: added.stands }
  }
  const moment = { ...loaded.moment, who: callerFor(expert) }
  const done = carryOut({ ...loaded, moment }, added.changes)
  return done.ok ? { ok: true, file: { key: saved.key, name: saved.name } } : refused(wordsOf(notice(linkTexts.failed)))
}
