/** The office settles what a client asked by his link, with one click: as he wishes, by the command of the panel, or not (G5.wish, A1.wish, A2.wish). */

import type { Deal } from '../../domain/deal/deal'
import { wishOf } from '../../domain/external/clientSaid'
import { visitNotes } from '../../domain/text/visitText.ru'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { Input } from '../../rpc/contract'
import { bookedAnswer } from '../card/answers'
import { refOf } from '../card/cards'
import { moveDeal } from '../card/moveDeal'
import { changes, type Decision } from '../changes'
import type { Located } from '../desk'
import { dealReads, findDeal, nextVersion, stamp, withComment } from '../located'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'
import { slotOfMark } from './checks'
import { limitEvents, slotsWithinLimit } from './listSlots'
import { rescheduled } from './rescheduleDeal'

/** The booking to the consultant's free hour that begins then, by «Перенести». */
export function movedTo(start: LocalDateTime, { value: deal, row }: Located<Deal>, reason: string, known: Known): Decision {
  const slots = slotsWithinLimit(deal, true, known).consultants.flatMap((one) => one.slots)
  const slot = slots.find((one) => one.start === start) ?? slotOfMark(start, deal, known)
  if (slot === null) return { ok: false, problem: { code: 'slotTaken', start, consultant: deal.consultant } }
  return rescheduled({ deal: refOf(deal, row), slot, at: null, reason }, known)
}

/** The booking given back, by «Отменить назначение». */
export function released({ value: deal, row }: Located<Deal>, reason: string, { desk, moment }: Known): Decision {
  return moveDeal({ deal: refOf(deal, row), to: 'accepted', reason, fields: {} }, [], desk, moment)
}

/** @returns changedMeanwhile where he has said something else since it was shown */
function settled({ deal: { id }, said, take }: Input<'deal/settleWish'>, known: Known): Decision {
  const { desk, moment } = known
  const found = findDeal(desk, { id })
  if (!found.ok) return found
  const { deal, row } = found.value
  const wish = wishOf(deal, moment.now)
  const problem = forbidden(moment.who, 'assign', deal)
  if (problem !== null || wish === null) return { ok: false, problem: problem ?? { code: 'nothingToDo' } }
  if (wish.at !== said) return { ok: false, problem: { code: 'changedMeanwhile', id } }
  const located = { row, value: deal }
  if (take && wish.kind === 'move') return movedTo(wish.to, located, visitNotes.withWords(visitNotes.asked.move, wish.reason), known)
  if (take && wish.kind === 'cancel') return released(located, visitNotes.withWords(visitNotes.asked.cancel, wish.reason), known)
  const note = take ? visitNotes.called : visitNotes.declined
  const after = nextVersion(deal, { clientSaid: '', comments: withComment(deal, `${stamp(moment.now)}: ${note}`) })
  return { ok: true, changes: changes({ kind: 'deal/settleWish', reason: note, deals: [{ before: deal, after }] }) }
}

/** Six calls where the booking moves, as «Перенести». */
export const settleWish = method('deal/settleWish', {
  may: 'assign',
  reads: [
    ({ deal }) => ({ ...dealReads(deal), whole: ['mirror', 'discrepancies'] }),
    ({ deal: { id } }, known) => {
      const deal = known.desk.deals.get(id)?.value
      return deal !== undefined && wishOf(deal, known.moment.now)?.kind === 'move' ? limitEvents(deal, true, known) : null
    },
  ],
  decide: settled,
  answer: bookedAnswer,
})
