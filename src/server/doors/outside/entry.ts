/** The way in for a page's link: judged before anything is read, then the one deal that it opens, or what is told instead. */

import { type GivenLink, readLink } from '../../../domain/external/signedLink'
import { externalColumns } from '../../../domain/month/count/externalLimit'
import { linkTexts } from '../../../domain/text/pageText.ru'
import type { LinkParameters, NoticeView, OutsideView, PageRefusal } from '../../../rpc/pageContract'
import { externalRows } from '../../../usecases/externals/askExternal'
import { notice, outsideView } from '../../../usecases/externals/outsideView'
import { clientRow } from '../../../usecases/located'
import { type Loaded, loadDesk, rowIssues } from '../../desk/load'
import { knownOf } from '../../desk/read'
import type { DeskSession } from '../../desk/session'
import { learnAddress } from '../../google/signed/links'
import { isSigned } from '../../google/signed/signature'
import { storedProperties } from '../../google/spreadsheet'
import { isLinkOverRate } from '../intakeRate'

export interface Entered {
  readonly link: GivenLink
  readonly session: DeskSession
}

/** Cheap checks first: form, signature, rate. Nothing of the register is read for a link that we did not write. */
export function enter(parameters: LinkParameters): Entered | { readonly told: NoticeView } {
  const link = readLink(parameters)
  const kept = storedProperties()
  const { spreadsheetId, pageKey } = kept
  if (link === null || spreadsheetId === '' || !isSigned(link, pageKey)) return { told: notice(linkTexts.bad) }
  learnAddress(kept)
  if (isLinkOverRate(link)) return { told: notice(linkTexts.busy) }
  return { link, session: { spreadsheetId, email: '', entry: 'страница' } }
}

/** @param row where the deal stood a moment ago, which saves a read; null = not known */
export function loadFor({ link, session }: Entered, row: number | null = null): Loaded {
  const deals = [{ id: link.dealId, row }]
  const loaded = loadDesk(session, link.purpose === 'decide' ? { deals, columns: { deals: externalColumns } } : { deals })
  const clientId = loaded.desk.deals.get(link.dealId)?.value.clientId ?? null
  return link.purpose === 'stop' && clientId !== null ? loadDesk(session, { deals, clients: [clientRow(clientId)] }) : loaded
}

export function viewFor({ link }: Entered, loaded: Loaded): OutsideView {
  const { desk, moment } = loaded
  if (rowIssues(loaded).length > 0) return notice(linkTexts.failed)
  const rows = link.purpose === 'decide' ? externalRows(knownOf(loaded)) : []
  return outsideView({ deal: desk.deals.get(link.dealId)?.value, link, rows }, desk, moment)
}

export function refused(message: string): PageRefusal {
  return { ok: false, message, retry: false }
}

export function wordsOf({ title, text }: NoticeView): string {
  return `${title}. ${text}`
}
