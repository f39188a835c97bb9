/** Obligations of a booking that moves: G5, G6, R1. */

import { isBeyondMoveLimit } from '../../deal/moveLimit'
import { type SaidKind, wishOf } from '../../external/clientSaid'
import { readDateTime } from '../../text/russian'
import { dueInOneWorkingDay } from '../../time/workingTime'
import { bookedSince, consultantOf, type ObligationRule, officeManager } from '../obligation'
import { endOfWorkingDay } from './intake'

/** G5.limit: a booking stands too far from its first assignment: the same working day back, reassigned, or accepted with a reason. */
export const returnWithinLimit: ObligationRule = (deal, office, now) => {
  if (deal.stage !== 'assigned' || deal.start === null || now >= deal.start || !isBeyondMoveLimit(deal, office)) return null
  const opensAt = bookedSince(deal)
  const due = endOfWorkingDay(office, opensAt)
  return { who: consultantOf(deal), also: officeManager, opensAt, due, remindAt: opensAt, overdueTo: 'directorDigest' }
}

/** G6.reassign: one working day from the consultant's «не смогу провести» the deal has another consultant, or is released. */
export const reassignConsultant: ObligationRule = (deal, office) => {
  if (deal.stage !== 'assigned' || deal.cannotHold === '') return null
  const opensAt = saidAt(deal.cannotHold) ?? deal.stageSince
  return { who: officeManager, opensAt, due: dueInOneWorkingDay(office, opensAt), remindAt: opensAt, overdueTo: 'directorDigest' }
}

/** R1.reason: a booking moved in the calendar has its reason noted within one working day; another consultant at the same time is no move. */
export const noteMoveReason: ObligationRule = (deal, office) => {
  if (deal.stage !== 'assigned' || deal.movedAt === null || deal.moves === 0 || deal.moveReason !== '') return null
  const opensAt = deal.movedAt
  return { who: consultantOf(deal), opensAt, due: dueInOneWorkingDay(office, opensAt), remindAt: opensAt, overdueTo: 'officeManager' }
}

/**
 * G5.wish, A1.wish, A2.wish: what a client asked by his link, another hour, a call, to cancel, is settled within one working day and before
 * the consultation begins. It is over by itself once the booking is another.
 */
export function settleWish(kind: SaidKind): ObligationRule {
  return (deal, office, now) => {
    const wish = wishOf(deal, now)
    if (wish?.kind !== kind) return null
    const soon = dueInOneWorkingDay(office, wish.at)
    const due = soon < wish.start ? soon : wish.start
    return { who: officeManager, opensAt: wish.at, due, remindAt: wish.at, overdueTo: 'directorDigest' }
  }
}

/** The moment in front of «Не может провести», '23.11.2026 09:05: заболела'; null where a person has typed over it. */
function saidAt(text: string): string | null {
  return readDateTime(text.slice(0, 16))
}
