/** The totals of a period: consultations held, clients, feedback, requests that failed; each with the deals behind it. */

import type { LocalDateTime } from '../../time/localTime'
import type { Days } from '../period'
import { clientOf, type MonthRow } from './held'
import { minutesOf } from './tables'

/** A number with the deals behind it. */
export interface Count {
  readonly count: number
  readonly dealIds: readonly number[]
}

export interface MonthTotals {
  readonly held: Count
  readonly minutes: number
  /** Distinct clients; dealIds = the first consultation of each in the period. */
  readonly clients: Count
  /** Clients without a consultation held before the period. */
  readonly newClients: Count
  readonly internal: Count
  readonly external: Count
  /** Scores 1–5 of the period's consultations; average null when there are none. */
  readonly feedback: Count & { readonly average: number | null }
  /** Asked for feedback (K2), no answer so far. */
  readonly unanswered: Count
  readonly unsuccessful: Count
}

/** Rows of one period: consultations held in it, and deals that came to «Неуспешные» in it. */
export interface Gathered {
  readonly held: MonthRow[]
  readonly lost: MonthRow[]
}

/** What is told about clients and consultants beside the period's own rows. */
export interface Known {
  /** Start of each client's first consultation ever held, by clientOf. */
  readonly firstHeld: ReadonlyMap<string, LocalDateTime>
  /** Initials of external consultants. */
  readonly externals: ReadonlySet<string>
}

export function totalsOf({ held, lost }: Gathered, { from }: Days, { firstHeld, externals }: Known): MonthTotals {
  const clients = firstOfEachClient(held)
  return {
    held: countOf(held),
    minutes: minutesOf(held),
    clients: countOf(clients),
    newClients: countOf(clients.filter((row) => (firstHeld.get(clientOf(row)) ?? '') >= from)),
    internal: countOf(held.filter(({ consultant }) => !externals.has(consultant))),
    external: countOf(held.filter(({ consultant }) => externals.has(consultant))),
    feedback: feedbackOf(held),
    unanswered: countOf(held.filter(isUnanswered)),
    unsuccessful: countOf(lost),
  }
}

/** By start, whatever the order of the rows. */
function firstOfEachClient(held: readonly MonthRow[]): MonthRow[] {
  const seen = new Map<string, MonthRow>()
  for (const row of held) {
    const known = seen.get(clientOf(row))
    if (known === undefined || (row.start ?? '') < (known.start ?? '')) seen.set(clientOf(row), row)
  }
  return [...seen.values()]
}

function feedbackOf(held: readonly MonthRow[]): MonthTotals['feedback'] {
  const scored = held.filter(({ feedbackScore }) => feedbackScore !== null)
  const sum = scored.reduce((total, { feedbackScore }) => total + (feedbackScore ?? 0), 0)
  return { ...countOf(scored), average: scored.length === 0 ? null : sum / scored.length }
}

function isUnanswered({ feedbackAskedAt, feedbackScore, feedbackText }: MonthRow): boolean {
  return feedbackAskedAt !== null && feedbackScore === null && feedbackText === ''
}

function countOf(rows: readonly MonthRow[]): Count {
  return { count: rows.length, dealIds: rows.map(({ id }) => id) }
}
