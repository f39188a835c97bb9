/** A deal moves to another stage, with the fields filled in at the move; a released booking gives its slot back (G6). */

import { freeTitle } from '../../domain/calendar/slotTitle'
import { distributionProblem, waiverOf } from '../../domain/deal/closing'
import type { Deal, Stage } from '../../domain/deal/deal'
import { answeredAt, firstRefusal, judgeDeal } from '../../domain/deal/judging/judge'
import { checkMove, stageRight } from '../../domain/deal/pipeline'
import type { Problem } from '../../domain/problem'
import { checkLengths } from '../../domain/register/fieldValue'
import { closingTexts } from '../../domain/text/fieldText.ru'
import type { Input } from '../../rpc/contract'
import { releasedFields } from '../booking/bookingChanges'
import { type CalendarAction, changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { changedOf, dealReads, findDeal, given, nextVersion, stamp, withComment } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'
import { withFeedbackLetters } from '../week/askFeedback'
import { isNewClient, type PastDeal, pastDeals, pastFurther, pastIndex } from '../week/past'
import { cardAfter } from './answers'

export function moveDeal(input: Input<'deal/move'>, past: readonly PastDeal[], desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal, client } = found.value
  const verdict = judgeDeal(deal, changedOf(deal, given(input.fields)), { ...moment, office: desk.office, door: 'page' })
  const told = { ...verdict.accepted, ...answeredProject(input, moment) }
  const filled: Deal = { ...deal, ...told }
  const problem = forbidden(moment.who, stageRight(input.to), deal) ?? moveProblem(input, deal) ?? firstRefusal(verdict)
  if (problem !== null) return { ok: false, problem }
  const request = { deal: filled, client, to: input.to, reason: input.reason, now: moment.now, office: desk.office, who: moment.who.roles }
  const checked = checkMove(request)
  if (!checked.ok) return checked
  const undistributed = distributionProblem(filled, input.to)
  if (undistributed !== null) return { ok: false, problem: undistributed }
  const waived = waiverOf(filled, client, {
    to: input.to,
    isNew: isNewClient(filled, client, past, { now: moment.now, settings: desk.office.settings }),
    reason: input.reason,
  })
  if (waived === null) return { ok: false, problem: { code: 'reasonNeeded', what: closingTexts.newUnasked } }
  const feedbackWaived = waived === '' ? {} : { feedbackWaived: waived }
  const after = nextVersion(deal, { ...told, ...feedbackWaived, ...movedFields(filled, input, moment) })
  const calendar = releases(deal, input.to) ? release(deal) : null
  return {
    ok: true,
    changes: changes({ kind: `deal/move/${input.to}`, reason: input.reason, deals: [{ before: deal, after }], calendar }),
  }
}

function isClosing(to: Stage): boolean {
  return to === 'won' || to === 'feedback'
}

/** K1: «не распределено» said again by whoever closes is an answer. */
function answeredProject({ fields: { project } }: Input<'deal/move'>, { who, now }: Moment): Partial<Deal> {
  return project === undefined ? {} : { undistributedAt: answeredAt(project, who, now) }
}

/** Booking has a command of its own, since it needs a slot. */
function moveProblem(input: Input<'deal/move'>, deal: Deal): Problem | null {
  if (input.to === 'assigned') return { code: 'moveNotAllowed', from: deal.stage, to: 'assigned' }
  return checkLengths({ comments: input.reason })
}

/** What changes with the stage, beside what was filled in. */
export function movedFields(deal: Deal, { to, reason }: { readonly to: Stage; readonly reason: string }, { now }: Moment): Partial<Deal> {
  const fields: Partial<Deal> = { stage: to, stageSince: now }
  // The hour is given back: the deal holds no event any more, and a way back has to take the hour again.
  if (to === 'lost') return { ...fields, failure: reason, ...(deal.stage === 'assigned' ? { eventId: '' } : {}) }
  if (to === 'accepted' && deal.stage === 'assigned')
    return { ...fields, ...releasedFields(deal), comments: withComment(deal, `${stamp(now)}: отменено — ${reason}`) }
  return fields
}

/** A cancelled or failed booking leaves no event that looks booked; one that has been held stays in the calendar. */
function releases(deal: Deal, to: Stage): boolean {
  return deal.stage === 'assigned' && deal.eventId !== '' && (to === 'accepted' || to === 'lost')
}

function release(deal: Deal): CalendarAction {
  return { kind: 'free', eventId: deal.eventId, summary: freeTitle(deal.consultant) }
}

/** K2, K3: what was asked before tells whether a letter goes with a card that comes to «Запрошена обратная связь». */
export const move = method('deal/move', {
  may: ({ to }, { moment }) => forbidden(moment.who, stageRight(to)),
  reads: [
    ({ deal, to }) => ({ ...dealReads(deal), whole: ['discrepancies'], ...(isClosing(to) ? pastIndex : {}) }),
    ({ to }, known) => (isClosing(to) ? pastFurther(known) : null),
  ],
  decide: (input, known) => {
    const { desk, moment } = known
    const past = isClosing(input.to) ? pastDeals(known) : []
    const moved = moveDeal(input, past, desk, moment)
    if (!moved.ok || input.to !== 'feedback') return moved
    return { ok: true, changes: withFeedbackLetters(moved.changes, past, desk, moment) }
  },
  answer: cardAfter,
})
