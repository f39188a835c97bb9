/** Which closed deals go to the archive, to which year, and what a client's card remembers of them (S1). */

import type { Client } from '../client/client'
import { dateOf, type LocalDate, type LocalDateTime, minuteOfDay } from '../time/localTime'
import type { Deal } from './deal'

/**
 * Closed longer ago than so many months; 0 months = nothing is ever archived.
 *
 * @example isArchivable({ stage: 'won', stageSince: '2025-10-22T17:00' }, '2026-11-23T00:10', 13) // → true
 */
export function isArchivable(deal: Pick<Deal, 'stage' | 'stageSince'>, now: LocalDateTime, months: number): boolean {
  const isClosed = deal.stage === 'won' || deal.stage === 'lost'
  return isClosed && months > 0 && deal.stageSince !== '' && dateOf(deal.stageSince) < monthsBefore(dateOf(now), months)
}

/** The same day so many months earlier, as text to compare with: '2026-11-31' is later than any day of that November. */
export function monthsBefore(date: LocalDate, months: number): LocalDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - Math.floor(months)
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}${date.slice(7)}`
}

/**
 * The year in whose numbers the deal counts: a consultation by its start (S1), an unsuccessful request by the day it was closed (S2).
 *
 * @example archiveYear({ stage: 'lost', stageSince: '2025-01-03T10:00', start: null }) // → '2025', though received in December
 */
export function archiveYear({ stage, stageSince, start }: Pick<Deal, 'stage' | 'stageSince' | 'start'>): string {
  return (stage === 'won' && start !== null ? start : stageSince).slice(0, 4)
}

/** Whether nobody is disturbed now: within «Не напоминать с … до»; without such hours always. */
export function isQuietTime(
  now: LocalDateTime,
  { quietFrom, quietUntil }: { readonly quietFrom: number; readonly quietUntil: number },
): boolean {
  const minute = minuteOfDay(now)
  if (quietFrom === quietUntil) return true
  return quietFrom < quietUntil ? minute >= quietFrom && minute < quietUntil : minute >= quietFrom || minute < quietUntil
}

/** The last consultation of a client that stands in the archive. */
export interface ArchivedLast {
  readonly dealId: number
  readonly start: LocalDateTime
  /** Initials. */
  readonly consultant: string
  readonly topic: number | null
}

const lastPattern = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d), № (\d+), тема (\d+|—), (.*)$/

/** As it stands in «Клиенты»: '2025-03-11 15:00, № 41217, тема 8, ММ'. */
export function archivedLastText({ dealId, start, consultant, topic }: ArchivedLast): string {
  return `${start.replace('T', ' ')}, № ${dealId}, тема ${topic ?? '—'}, ${consultant}`
}

/** null = none, or not readable. */
export function readArchivedLast(text: string): ArchivedLast | null {
  const [, date, time, dealId, topic, consultant] = lastPattern.exec(text) ?? []
  if (date === undefined) return null
  return { dealId: Number(dealId), start: `${date}T${time}`, consultant: consultant ?? '', topic: topic === '—' ? null : Number(topic) }
}

type Memory = Pick<Client, 'archivedHeld' | 'archivedLast'>

/** What two memories of one client add up to: the consultations of both, the later of the last ones. */
export function joinedMemory(a: Memory, b: Memory): Memory {
  const held = (a.archivedHeld ?? 0) + (b.archivedHeld ?? 0)
  return { archivedHeld: held === 0 ? null : held, archivedLast: a.archivedLast > b.archivedLast ? a.archivedLast : b.archivedLast }
}

/** What one archived deal adds to its client's card. */
export function memoryOf(deal: Deal): Memory {
  const { id, stage, start, consultant, topic } = deal
  return {
    archivedHeld: stage === 'won' && start !== null ? 1 : null,
    archivedLast: start === null ? '' : archivedLastText({ dealId: id, start, consultant, topic }),
  }
}
