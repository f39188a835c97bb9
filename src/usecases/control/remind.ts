/** What the tick does about «Контроль»: whom it reminds, whom it tells that something is overdue, what becomes a breach. From the lines alone. */

import { isPastDue } from '../../domain/obligations/breach'
import { isToldAtOnce } from '../../domain/obligations/recipients'
import { addDays, addMinutes, dateOf, type LocalDateTime, minuteOfDay } from '../../domain/time/localTime'
import { isWorkingDay } from '../../domain/time/workingTime'
import type { ControlLine, Desk } from '../desk'
import { isNewBreach } from './breaches'
import type { Setting } from './control'

/** What is due to be told at a moment. */
export interface Due {
  readonly remind: readonly ControlLine[]
  readonly escalate: readonly ControlLine[]
  readonly breached: readonly ControlLine[]
  /** Lines of the director's digest: the overdue ones, and what nobody owes; null = it is not its time. */
  readonly digest: readonly ControlLine[] | null
}

/**
 * Asked anew at every tick, so what quiet hours or a day off put off is told when they end, if it still holds then.
 * @param sent the last digest's moment, '' = none yet
 */
export function dueOf(lines: readonly ControlLine[], { office, now }: Setting, sent: string): Due {
  const isQuiet = isQuietAt(now, office.settings)
  const isDayOff = !isWorkingDay(office.calendar, dateOf(now))
  const isSilent = isQuiet || isDayOff
  const isDigestTime = !isSilent && sent.slice(0, 10) < dateOf(now) && minuteOfDay(now) >= office.settings.digestAt
  const lastOf = lastReminders(lines, now)
  const isTime = (line: ControlLine) =>
    isReminderDue(line, now) && (!isDayOff || isHeldSoon(line, now)) && !canWait(line, lastOf, { now, office })
  return {
    remind: isQuiet ? [] : lines.filter(isTime),
    escalate: isSilent ? [] : lines.filter((line) => line.escalated === null && isPastDue(line, now) && isToldAtOnce(line.overdueTo)),
    breached: lines.filter((line) => isNewBreach(line, now)),
    digest: isDigestTime ? lines.filter((line) => line.overdueTo === 'directorDigest' && isPastDue(line, now) && isStillNews(line)) : null,
  }
}

/** Whether a tick has to do anything about the lines at all. */
export function isAnythingDue({ control, office, service }: Desk, now: LocalDateTime): boolean {
  const { remind, escalate, breached, digest } = dueOf(control, { office, now }, service.digestSent)
  return remind.length + escalate.length + breached.length > 0 || digest !== null
}

/** Lines with what was done about them; the others are the same objects. */
export function linesAfter(lines: readonly ControlLine[], due: Due, now: LocalDateTime): ControlLine[] {
  const told = new Set([...due.escalate, ...(due.digest ?? []).filter(({ escalated }) => escalated === null)])
  return lines.map((line) => {
    const done = {
      ...(due.remind.includes(line) ? { reminded: now } : {}),
      ...(told.has(line) ? { escalated: now } : {}),
      ...(due.breached.includes(line) ? { breached: now } : {}),
    }
    return Object.keys(done).length === 0 ? line : { ...line, ...done }
  })
}

/** What somebody owes is told every day while it stands, what nobody owes (G7) once. */
function isStillNews({ who, escalated }: ControlLine): boolean {
  return who !== '' || escalated === null
}

/** From its time until it is due, both inclusive: never at an old time, and once. */
function isReminderDue({ remindAt, reminded, due }: ControlLine, now: LocalDateTime): boolean {
  return remindAt !== null && reminded === null && remindAt <= now && now <= due
}

/** Minutes between two reminders of one person: what comes up meanwhile goes in one letter, and a form that is filled again and again writes to nobody each time. */
const pause = 60
/** Minutes that a reminder has to come before the due time, at least. */
const spare = 30

/** Who → when he was reminded last, before this run. */
function lastReminders(lines: readonly ControlLine[], now: LocalDateTime): ReadonlyMap<string, LocalDateTime> {
  const last = new Map<string, LocalDateTime>()
  for (const { who, reminded } of lines)
    if (reminded !== null && reminded < now && reminded > (last.get(who) ?? '')) last.set(who, reminded)
  return last
}

/** Until an hour after his last letter, where that is still early enough and not at night. */
function canWait(line: ControlLine, lastOf: ReadonlyMap<string, LocalDateTime>, { now, office }: Setting): boolean {
  const last = lastOf.get(line.who)
  if (last === undefined) return false
  const next = addMinutes(last, pause)
  return now < next && addMinutes(next, spare) <= line.due && !isQuietAt(next, office.settings)
}

/** A consultation of today or tomorrow is told on a day off too. */
function isHeldSoon({ key, due }: ControlLine, now: LocalDateTime): boolean {
  return key === 'A4.hold' && dateOf(due) <= addDays(dateOf(now), 1)
}

/** Quiet from … until, the first minute inclusive, over midnight where it begins later than it ends. */
export function isQuietAt(
  now: LocalDateTime,
  { quietFrom, quietUntil }: { readonly quietFrom: number; readonly quietUntil: number },
): boolean {
  const minute = minuteOfDay(now)
  return quietFrom <= quietUntil ? minute >= quietFrom && minute < quietUntil : minute >= quietFrom || minute < quietUntil
}
