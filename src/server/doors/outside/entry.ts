/** The way in for a page's link: judged before anything is read, then the one deal that it opens, or what is told instead. */

import type { Deal } from '../../../domain/deal/deal'
import { type GivenLink, readLink } from '../../../domain/external/signedLink'
import type { RequestRule } from '../../../domain/intake/ruFirst/rule'
import { type Invitation, invitationText } from '../../../domain/letter/invitation'
import { externalColumns } from '../../../domain/month/count/externalLimit'
import { linkTexts } from '../../../domain/text/pageText.ru'
import type { LinkParameters, NoticeView, OutsideView, PageRefusal } from '../../../rpc/pageContract'
import { externalRows } from '../../../usecases/externals/askExternal'
import { notice } from '../../../usecases/externals/notice'
import { outsideView } from '../../../usecases/externals/outsideView'
import { visitReads } from '../../../usecases/externals/visit'
import { clientRow } from '../../../usecases/located'
import type { RowWanted } from '../../../usecases/method/method'
import { type Loaded, loadDesk, rowIssues } from '../../desk/load'
import { knownOf, type ReadDesk, readSteps } from '../../desk/read'
import type { DeskSession } from '../../desk/session'
import { utcOf } from '../../google/clock'
import { learnAddress } from '../../google/signed/links'
import { isSigned } from '../../google/signed/signature'
import { storedProperties } from '../../google/spreadsheet'
import { isLinkOverRate } from '../intakeRate'

export interface Entered {
  readonly link: GivenLink
  readonly session: DeskSession
  readonly rule: RequestRule
}

/** Cheap checks first: form, signature, rate. Nothing of the register is read for a link that we did not write. */
export function enter(parameters: LinkParameters): Entered | { readonly told: NoticeView } {
  const link = readLink(parameters)
  const kept = storedProperties()
  const { spreadsheetId, pageKey } = kept
  if (link === null || spreadsheetId === '' || !isSigned(link, pageKey)) return { told: notice(linkTexts.bad) }
  learnAddress(kept)
  if (isLinkOverRate(link)) return { told: notice(linkTexts.busy) }
  return { link, session: { spreadsheetId, email: '', entry: 'страница' }, rule: kept.rule }
}

interface Before {
  readonly row: number | null
  readonly deal: Deal
}

/** @param before the deal as it stood a moment ago: its row saves a read, its client is read too; null = not known */
export function loadFor({ link, session }: Entered, before: Before | null = null): Loaded {
  const deals = [{ id: link.dealId, row: before?.row ?? null }]
  const clients = clientRows(before?.deal.clientId)
  const loaded = loadDesk(session, link.purpose === 'decide' ? { deals, columns: { deals: externalColumns } } : { deals, clients })
  const owner = clientRows(loaded.desk.deals.get(link.dealId)?.value.clientId)
  return link.purpose === 'stop' && owner.length > 0 ? loadDesk(session, { deals, clients: owner }) : loaded
}

function clientRows(id: number | null | undefined): RowWanted[] {
  return typeof id === 'number' ? [clientRow(id)] : []
}

/** All that the link's purpose needs: for a visit the calendar too. */
export function readFor(entered: Entered): ReadDesk {
  const { link, session } = entered
  return link.purpose === 'visit' ? readSteps(session, visitReads(link.dealId)) : readOf(loadFor(entered))
}

export function readOf(loaded: Loaded): ReadDesk {
  return { loaded, known: knownOf(loaded) }
}

export function viewFor({ link }: Entered, { loaded, known }: ReadDesk): OutsideView {
  if (rowIssues(loaded).length > 0) return notice(linkTexts.failed)
  const rows = link.purpose === 'decide' ? externalRows(known) : []
  const { centreName: name, zone } = known.desk.office.settings
  const fileOf = (event: Invitation) =>
    invitationText(event, { from: { name, email: '' }, at: known.moment.now, utcOf: (at) => utcOf(at, zone) })
  return outsideView({ deal: known.desk.deals.get(link.dealId)?.value, link, rows, fileOf }, known)
}

export function refused(message: string): PageRefusal {
  return { ok: false, message, retry: false }
}

export function wordsOf({ title, text }: NoticeView): string {
  return `${title}. ${text}`
}
