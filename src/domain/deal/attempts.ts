/** Calling a client who does not answer: what counts as an attempt, and when the next one is due (I5–I7). */

import type { Office } from '../office/office'
import type { Settings } from '../office/settings'
import { accept, type Outcome, type Problem, refuse } from '../problem'
import { addMinutes, atMinute, dateOf, type LocalDateTime } from '../time/localTime'
import { nextWorkingDay, openingOf } from '../time/workingTime'
import type { Deal } from './deal'

/** «Дозвонились», «Не ответили», «Написали в мессенджер». */
export type AttemptOutcome = 'reached' | 'noAnswer' | 'messenger'

type Tried = Pick<Deal, 'attempts' | 'lastAttemptAt' | 'reachedAt'>

/**
 * Attempts made since the client was last reached (I7). The number stays on the card after a successful call, as a record,
 * and a new series starts with the next attempt that fails.
 *
 * @example attemptsMade({ attempts: 2, lastAttemptAt: '2026-11-23T12:00', reachedAt: '2026-11-23T12:00' }) // → 0
 */
export function attemptsMade(deal: Tried): number {
  return isReached(deal) ? 0 : deal.attempts
}

/** The last thing noted is that the client was reached (I5). */
export function isReached(deal: Tried): boolean {
  return deal.reachedAt !== null && (deal.lastAttemptAt === null || deal.lastAttemptAt <= deal.reachedAt)
}

/**
 * Fields that change when a call or a message is noted (I5–I7). Failed attempts that count stand at least `attemptGapMinutes` apart, else
 * attemptTooSoon says from when. A message after an unanswered call (I5) may always be noted: within the gap it belongs to that call and only
 * its time is kept, later it is an attempt of its own. It never makes a client reached.
 *
 * @example noteAttempt(deal, 'noAnswer', '2026-11-23T14:10', settings) // → { attempts: 2, lastAttemptAt: '2026-11-23T14:10' }
 */
export function noteAttempt(
  deal: Deal,
  outcome: AttemptOutcome,
  now: LocalDateTime,
  settings: Pick<Settings, 'attemptGapMinutes'>,
): Outcome<Partial<Deal>> {
  if (outcome === 'reached') return accept({ reachedAt: now, lastAttemptAt: now })
  const made = attemptsMade(deal)
  const allowedAt = made === 0 || deal.lastAttemptAt === null ? now : addMinutes(deal.lastAttemptAt, settings.attemptGapMinutes)
  if (now >= allowedAt) return accept({ attempts: made + 1, lastAttemptAt: now })
  return outcome === 'messenger' ? accept({ lastAttemptAt: now }) : refuse({ code: 'attemptTooSoon', nextAt: allowedAt })
}

/**
 * When the next attempt is due to begin: the opening of the working day after the last one, and not before the gap is over (I7);
 * null before the first attempt.
 *
 * @example lastAttemptAt '2026-11-27T16:00' (Friday) // → '2026-11-30T09:00'
 */
export function nextAttemptAt(deal: Tried, office: Office): LocalDateTime | null {
  if (deal.lastAttemptAt === null) return null
  const day = nextWorkingDay(office.calendar, dateOf(deal.lastAttemptAt))
  const opening = atMinute(day, openingOf(office, day))
  const gapOver = addMinutes(deal.lastAttemptAt, office.settings.attemptGapMinutes)
  if (gapOver > opening) return gapOver
  return opening
}

/** I7: the refusal while fewer attempts are noted than «не дозвонились» needs; null = enough. */
export function attemptsMissing(deal: Tried, office: Office): Problem | null {
  const made = attemptsMade(deal)
  const needed = office.settings.attemptsNeeded
  return made >= needed ? null : { code: 'attemptsMissing', made, needed, nextAt: nextAttemptAt(deal, office) }
}
