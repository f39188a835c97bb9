/** How long a request waited without a time, as far as the deal itself still tells. */

import { unassignedStages } from '../../deal/deal'
import type { LocalDate, LocalDateTime } from '../../time/localTime'
import type { MonthRow } from './held'

export type WaitingRow = Pick<MonthRow, 'stage' | 'stageSince' | 'received' | 'reachedAt' | 'toldAt' | 'start' | 'moves'>

/**
 * Until when it is known to have waited, exclusive; null = it waits still. A deal keeps no moment of assignment once it has gone on, so that
 * is when the client was told the time, or, where it has been moved since, the talk with the client: never longer than is known.
 *
 * @example stage 'assigned', stageSince '2026-11-23T10:40' → '2026-11-23T10:40'
 */
export function waitedUntil(row: WaitingRow): LocalDateTime | null {
  if (unassignedStages.includes(row.stage)) return null
  if (row.stage === 'assigned' && row.moves === 0) return row.stageSince
  if (row.stage === 'lost' && row.start === null) return row.stageSince
  const told = row.moves === 0 && row.toldAt !== null && row.start !== null
  return told ? earlier(row.toldAt ?? '', row.start ?? '') : (row.reachedAt ?? row.received)
}

/** G7: there is demand from … until (exclusive) where a request came in, or one still waited. */
export function waitedWithin(row: WaitingRow, from: LocalDate, until: LocalDate | LocalDateTime): boolean {
  if (row.received >= until) return false
  const end = waitedUntil(row)
  return row.received >= from || end === null || end > from
}

/** Received before the moment and without a time then. */
export function waitsAt(row: WaitingRow, moment: LocalDate | LocalDateTime): boolean {
  const end = waitedUntil(row)
  return row.received < moment && (end === null || end >= moment)
}

function earlier(a: LocalDateTime, b: LocalDateTime): LocalDateTime {
  return a < b ? a : b
}
