/** Obligations from the request to the assigned time: I5, I7, A1. */

import { attemptsMade, isReached } from '../../deal/attempts'
import { type Deal, unassignedStages } from '../../deal/deal'
import { clientOwed } from '../../letter/telling'
import type { Office } from '../../office/office'
import { addMinutes, atMinute, dateOf, type LocalDateTime } from '../../time/localTime'
import { closingOf, dueInOneWorkingDay, isWorkingDay, nextWorkingDay, openingOf } from '../../time/workingTime'
import { bookedSince, consultantOf, type ObligationRule, officeManager } from '../obligation'

const noticeMinutes = 120

/** I5.call: a request in «Неразобранное» is called within one working day. Any noted call or message meets it. */
export const callClient: ObligationRule = (deal, office) => {
  if (deal.stage !== 'unsorted' || deal.attempts > 0 || deal.reachedAt !== null) return null
  const due = dueInOneWorkingDay(office, deal.stageSince)
  return { who: officeManager, opensAt: deal.stageSince, due, remindAt: addMinutes(due, -noticeMinutes), overdueTo: 'directorDigest' }
}

/** I7.next: in «Не дозвонились» with too few attempts, one more by the end of the next working day after the last; reminder at its opening. */
export const callAgain: ObligationRule = (deal, office) => {
  if (deal.stage !== 'unreached' || isReached(deal) || hasAttemptsEnough(deal, office)) return null
  const last = deal.lastAttemptAt ?? deal.stageSince
  const day = nextWorkingDay(office.calendar, dateOf(last))
  return {
    who: officeManager,
    opensAt: last,
    due: atMinute(day, closingOf(office, day)),
    remindAt: atMinute(day, openingOf(office, day)),
    overdueTo: 'directorDigest',
  }
}

/** I7.decide: enough attempts and still not reached: decided the same working day. */
export const decideUnreached: ObligationRule = (deal, office) => {
  if (!unassignedStages.includes(deal.stage) || !hasAttemptsEnough(deal, office)) return null
  const opensAt = deal.lastAttemptAt ?? deal.stageSince
  return { who: officeManager, opensAt, due: endOfWorkingDay(office, opensAt), remindAt: opensAt, overdueTo: 'nobody' }
}

/**
 * A1.assign: consultant and time within one working day of the request. A deal given back after an assignment (G6) counts from the moment
 * it was given back: its first assignment was in time or is already a breach.
 */
export const assignTime: ObligationRule = (deal, office) => {
  if (!unassignedStages.includes(deal.stage)) return null
  const opensAt = deal.stage === 'accepted' && deal.firstStart !== null ? deal.stageSince : deal.received
  const due = dueInOneWorkingDay(office, opensAt)
  return { who: officeManager, opensAt, due, remindAt: addMinutes(due, -noticeMinutes), overdueTo: 'directorDigest' }
}

/**
 * A1.tell: the client is told the time, or that it does not hold any more, the same working day and before the consultation begins, after a
 * move, another consultant or place anew. Opens once no letter will do it: at once where he cannot be written to, else when it should have gone.
 * Who booked it tells it: the consultant where the client came straight to an employee (I9), else the office manager.
 */
export const tellClient: ObligationRule = (deal, office, now) => {
  const news = clientOwed(deal, now)
  if (news === null) return null
  const opensAt = deal.tellFrom ?? bookedSince(deal)
  const evening = endOfWorkingDay(office, opensAt)
  if (news.kind === 'off') return { who: officeManager, opensAt, due: evening, remindAt: opensAt, overdueTo: 'nobody' }
  const who = deal.channel === 'phoneStaff' ? consultantOf(deal) : officeManager
  const start = deal.start ?? evening
  return { who, opensAt, due: evening < start ? evening : start, remindAt: null, overdueTo: 'nobody' }
}

/** Closing of the working day of that moment; after closing or on a day off, of the next one. */
export function endOfWorkingDay(office: Office, at: LocalDateTime): LocalDateTime {
  const today = dateOf(at)
  const closing = atMinute(today, closingOf(office, today))
  if (isWorkingDay(office.calendar, today) && at < closing) return closing
  const next = nextWorkingDay(office.calendar, today)
  return atMinute(next, closingOf(office, next))
}

function hasAttemptsEnough(deal: Deal, office: Office): boolean {
  return attemptsMade(deal) >= office.settings.attemptsNeeded
}
