/** The month in numbers for the director's summary, and the list of its consultations (S1, S2). Every number is a count of rows. */

import { channelTitles, failureReasons, formatTitles, topicTitles } from './deal'
import { type LocalDateTime, type Month, monthOf } from './localTime'
import { clientOf, isHeldBefore, isHeldIn, type MonthRow } from './month/held'
import { compareRussian } from './month/russianOrder'
import { minutesOf, type SummaryLine, type SummaryTables, tableOf, tablesOf } from './month/tables'
import type { Office } from './office'

export { isHeldIn, type MonthRow } from './month/held'
export type { SummaryLine, SummaryTables } from './month/tables'

/** A number with the deals behind it. */
export interface Count {
  readonly count: number
  readonly dealIds: readonly number[]
}

export interface MonthTotals {
  readonly held: Count
  readonly minutes: number
  /** Distinct clients; dealIds = the first consultation of each in the month. */
  readonly clients: Count
  /** Clients without a consultation held before the month. */
  readonly newClients: Count
  readonly internal: Count
  readonly external: Count
  /** Scores 1–5 of the month's consultations; average null when there are none. */
  readonly feedback: Count & { readonly average: number | null }
  readonly unsuccessful: Count
}

export interface MonthSummary extends SummaryTables {
  readonly month: Month
  readonly totals: MonthTotals
  /** Deals that came to «Неуспешные» in the month, by reason. */
  readonly unsuccessful: readonly SummaryLine[]
  /** Comments of clients, with the score where one was given. */
  readonly comments: readonly { readonly dealId: number; readonly score: number | null; readonly text: string }[]
}

/**
 * The summary of one month in one pass over the rows: the month's own and all earlier ones, which new clients are told by; later ones may be
 * there. «Held» is isHeldIn; unsuccessful counts by the day the deal came to «Неуспешные».
 *
 * @example monthSummary({ rows, month: '2026-10', office }).totals.held // → { count: 66, dealIds: [41345, …] }
 */
export function monthSummary(request: {
  readonly rows: readonly MonthRow[]
  readonly month: Month
  readonly office: Office
}): MonthSummary {
  const { month, office } = request
  const { held, lost, clientsBefore } = partRows(request.rows, month)
  return {
    month,
    totals: totalsOf(held, lost, clientsBefore, office),
    unsuccessful: tableOf(lost, {
      keyOf: ({ failure }) => failure,
      known: failureReasons.map((reason) => [reason, reason]),
      unsaid: 'не указана',
    }),
    comments: held
      .filter(({ feedbackText }) => feedbackText !== '')
      .map((row) => ({ dealId: row.id, score: row.feedbackScore, text: row.feedbackText })),
    ...tablesOf(held, month, office),
  }
}

interface PartedRows {
  readonly held: MonthRow[]
  readonly lost: MonthRow[]
  readonly clientsBefore: Set<string>
}

function partRows(rows: readonly MonthRow[], month: Month): PartedRows {
  const parted: PartedRows = { held: [], lost: [], clientsBefore: new Set() }
  const firstDay = `${month}-01`
  for (const row of rows) {
    if (isHeldIn(month, row)) parted.held.push(row)
    else if (isHeldBefore(firstDay, row)) parted.clientsBefore.add(clientOf(row))
    else if (row.stage === 'lost' && monthOf(row.stageSince) === month) parted.lost.push(row)
  }
  return parted
}

function totalsOf(held: readonly MonthRow[], lost: readonly MonthRow[], clientsBefore: ReadonlySet<string>, office: Office): MonthTotals {
  const externals = new Set(office.people.filter(({ external }) => external).map(({ initials }) => initials))
  const clients = firstOfEachClient(held)
  return {
    held: countOf(held),
    minutes: minutesOf(held),
    clients: countOf(clients),
    newClients: countOf(clients.filter((row) => !clientsBefore.has(clientOf(row)))),
    internal: countOf(held.filter(({ consultant }) => !externals.has(consultant))),
    external: countOf(held.filter(({ consultant }) => externals.has(consultant))),
    feedback: feedbackOf(held),
    unsuccessful: countOf(lost),
  }
}

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

function countOf(rows: readonly MonthRow[]): Count {
  return { count: rows.length, dealIds: rows.map(({ id }) => id) }
}

/** A line of «Список ГГГГ-ММ», in words (S1). */
export interface HeldRow {
  readonly id: number
  readonly start: LocalDateTime
  readonly organisation: string
  readonly kind: string
  readonly municipality: string
  readonly topic: string
  readonly consultant: string
  readonly project: string
  readonly format: string
  readonly channel: string
  readonly minutes: number | null
  readonly feedbackScore: number | null
  readonly feedbackText: string
}

/** S1: the consultations held in the month, by start, then by organisation in the alphabet, then by №. */
export function monthRows(rows: readonly MonthRow[], month: Month): HeldRow[] {
  return rows
    .filter((row) => isHeldIn(month, row))
    .map(heldRow)
    .sort((a, b) => compareRussian(a.start, b.start) || compareRussian(a.organisation, b.organisation) || a.id - b.id)
}

function heldRow(row: MonthRow): HeldRow {
  const { id, organisation, kind, municipality, consultant, project, minutes, feedbackScore, feedbackText } = row
  return {
    id,
    start: row.start ?? '',
    organisation,
    kind,
    municipality,
    topic: row.topic === null ? '' : (topicTitles[row.topic] ?? ''),
    consultant,
    project,
    format: row.format === null ? '' : formatTitles[row.format],
    channel: channelTitles[row.channel],
    minutes,
    feedbackScore,
    feedbackText,
  }
}
