/** What a client says by his page: kept as a wish, or done at once by the panel's own commands where the office allows it (A2, G5, R1). */

import type { Deal } from '../../domain/deal/deal'
import { type ClientSaid, standingSaid } from '../../domain/external/clientSaid'
import type { Problem } from '../../domain/problem'
import { fullDayTime } from '../../domain/text/russian'
import { visitNotes, visitTexts, wishText } from '../../domain/text/visitText.ru'
import type { NoticeView, PageInput } from '../../rpc/pageContract'
import { slotOfMark } from '../booking/checks'
import { movedTo, released } from '../booking/settleWish'
import { type Changes, changes } from '../changes'
import type { Located } from '../desk'
import { nextVersion, stamp, withComment } from '../located'
import type { Known } from '../method/method'
import { notice } from './notice'
import { isSelf, visitHours } from './visit'

type VisitAnswered =
  | { readonly ok: true; readonly changes: Changes; readonly page: NoticeView }
  | { readonly ok: false; readonly problem: Problem }

/** @param known who acts is the office, that allows it in its settings; of the deal that the link opens */
export function answerVisit(located: Located<Deal>, input: PageInput<'visit/send'>, known: Known): VisitAnswered {
  const deal = located.value
  const { now } = known.moment
  const said: ClientSaid = { ...input, at: now, start: deal.start ?? '', consultant: deal.consultant }
  if (input.kind === 'move' && !isOffered(deal, input.to, known))
    return { ok: false, problem: { code: 'slotTaken', start: input.to, consultant: deal.consultant } }
  return isSelf(deal, known) && (input.kind === 'move' || input.kind === 'cancel')
    ? doneAtOnce(located, { ...said, kind: input.kind }, known)
    : { ok: true, changes: keptSaid(deal, said, known), page: pageOf(said, now) }
}

/** Among the hours of his page, or taken for him already by a run that died. */
function isOffered(deal: Deal, hour: string, known: Known): boolean {
  return visitHours(deal, known).some(({ start }) => start === hour) || slotOfMark(hour, deal, known) !== null
}

function doneAtOnce(located: Located<Deal>, said: ClientSaid & { readonly kind: 'move' | 'cancel' }, known: Known): VisitAnswered {
  const reason = visitNotes.withWords(visitNotes.reason[said.kind], said.reason)
  const done = said.kind === 'move' ? movedTo(said.to, located, reason, known) : released(located, reason, known)
  if (!done.ok) return done
  const deals = done.changes.deals.map(({ before, after }) => ({ before, after: { ...after, clientSaid: JSON.stringify(said) } }))
  const page = said.kind === 'move' ? visitTexts.moved(fullDayTime(said.to, known.moment.now)) : visitTexts.cancelled
  return { ok: true, changes: { ...done.changes, deals }, page: notice(page, true) }
}

/** Said twice it is kept once. */
function keptSaid(deal: Deal, said: ClientSaid, { moment: { now } }: Known): Changes {
  const kind = 'page/visit'
  const before = standingSaid(deal, now)
  if (before !== null && before.kind === said.kind && before.to === said.to && before.reason === said.reason) return changes({ kind })
  const note = visitNotes.said(wishText(said, now))
  const after = nextVersion(deal, { clientSaid: JSON.stringify(said), comments: withComment(deal, `${stamp(now)}: ${note}`) })
  return changes({ kind, reason: said.reason, deals: [{ before: deal, after }] })
}

function pageOf({ kind, start }: ClientSaid, now: string): NoticeView {
  return notice(kind === 'confirm' ? visitTexts.confirmed(fullDayTime(start, now)) : visitTexts.asked[kind], true)
}
