/** A month, or any period, in numbers for the director's summary (S2). Every number is a count of rows, and its rows are named. */

import type { SlotEvent } from '../calendar/slotEvents'
import { failureReasons } from '../deal/words'
import type { Office } from '../office/office'
import { addDays, type LocalDate, type LocalDateTime, mondayOf } from '../time/localTime'
import { type BreachLine, type BreachRow, breachLines } from './count/breaches'
import { type ConsultantLine, consultantLines } from './count/consultants'
import { type DemandLine, demandOf } from './count/demand'
import { type Externals, externalsOf } from './count/externals'
import { type FunnelLine, funnelOf } from './count/funnel'
import { clientOf, isHeld, type MonthRow } from './count/held'
import { type SummaryLine, type SummaryTables, tableOf, tablesOf } from './count/tables'
import { type Gathered, type MonthTotals, totalsOf } from './count/totals'
import { waitedWithin, waitsAt } from './count/waiting'
import { type Days, isWithin, type Period, periodBefore, yearBefore } from './period'

export interface MonthSummary extends SummaryTables {
  readonly period: Period
  readonly totals: MonthTotals
  readonly before: MonthTotals
  /** null for a year, whose year before is `before`, and where the register holds no request as old as that. */
  readonly yearBefore: MonthTotals | null
  readonly consultants: readonly ConsultantLine[]
  /** Deals that came to «Неуспешные» in the period, by reason. */
  readonly unsuccessful: readonly SummaryLine[]
  readonly funnel: readonly FunnelLine[]
  readonly demand: readonly DemandLine[]
  readonly externals: Externals
  readonly breaches: readonly BreachLine[]
  /** Comments of clients, with the score where one was given. */
  readonly comments: readonly Comment[]
}

export interface Comment {
  readonly dealId: number
  readonly score: number | null
  readonly text: string
  /** The client agreed to be quoted. */
  readonly quotable: boolean
}

export interface SummaryRequest {
  /** All deals: the period's, earlier ones (new clients, comparison), later ones do no harm. */
  readonly rows: readonly MonthRow[]
  readonly period: Period
  readonly office: Office
  readonly now: LocalDateTime
  readonly breaches?: readonly BreachRow[]
  /** Of the calendar in the period; null = it could not be read. */
  readonly events?: readonly SlotEvent[] | null
}

/**
 * The summary of a period in one pass over the rows. «Held» is isHeldIn; unsuccessful counts by the day the deal came to «Неуспешные»; funnel
 * and demand by the day of receipt.
 *
 * @example monthSummary({ rows, period: monthPeriod('2026-10'), office, now }).totals.held // → { count: 66, dealIds: [41345, …] }
 */
export function monthSummary(request: SummaryRequest): MonthSummary {
  const { period, office, now, breaches = [], events = null } = request
  const yearAgo = yearBefore(period)
  const parts = partRows(request.rows, [period, periodBefore(period), ...(yearAgo === null ? [] : [yearAgo])], now)
  const externals = new Set(office.people.filter(({ external }) => external).map(({ initials }) => initials))
  const known = { firstHeld: parts.firstHeld, externals }
  const totals = parts.totals.map((gathered) => totalsOf(gathered.rows, gathered.days, known))
  const { held, lost } = parts.totals[0]?.rows ?? { held: [], lost: [] }
  const tables = tablesOf(held, period, office)
  return {
    ...tables,
    period,
    totals: totals[0] as MonthTotals,
    before: totals[1] as MonthTotals,
    yearBefore: yearAgo !== null && isRecorded(request.rows, yearAgo) ? (totals[2] ?? null) : null,
    consultants: consultantLines(tables.consultants, {
      ...{ days: period, office, now, events },
      held: parts.heldInWeeks,
      waited: parts.waited,
    }),
    unsuccessful: failuresOf(lost),
    funnel: funnelOf(parts.received),
    demand: demandOf(parts.received, parts.unassigned),
    externals: externalsOf(
      held.filter(({ consultant }) => externals.has(consultant)),
      office,
    ),
    breaches: breachLines(breaches.filter(({ at }) => isWithin(period, at))),
    comments: held.filter(({ feedbackText }) => feedbackText !== '').map(commentOf),
  }
}

/** Whether requests were written down so long ago; if not, a zero would say that nothing was done. */
function isRecorded(rows: readonly MonthRow[], { until }: Days): boolean {
  const end = addDays(until, 1)
  return rows.some(({ received }) => received < end)
}

interface PartedRows {
  /** The period, the one before, the one a year ago. */
  readonly totals: readonly { readonly days: Days; readonly rows: Gathered }[]
  readonly firstHeld: Map<string, LocalDateTime>
  readonly heldInWeeks: MonthRow[]
  readonly waited: MonthRow[]
  readonly received: MonthRow[]
  readonly unassigned: MonthRow[]
}

function partRows(rows: readonly MonthRow[], periods: readonly Period[], now: LocalDateTime): PartedRows {
  const parted: PartedRows = {
    totals: periods.map((days) => ({ days, rows: { held: [], lost: [] } })),
    ...{ firstHeld: new Map(), heldInWeeks: [], waited: [], received: [], unassigned: [] },
  }
  const [period] = periods as readonly [Period]
  const weeks = { from: mondayOf(period.from), until: addDays(mondayOf(period.until), 6) }
  const bounds = { weeks, weeksEnd: addDays(weeks.until, 1), period, end: endOf(period, now) }
  for (const row of rows) {
    sortHeld(row, parted, weeks)
    sortRequest(row, parted, bounds)
  }
  return parted
}

function sortHeld(row: MonthRow, parted: PartedRows, weeks: Days): void {
  if (isHeld(row)) {
    const first = parted.firstHeld.get(clientOf(row))
    if (first === undefined || row.start < first) parted.firstHeld.set(clientOf(row), row.start)
    if (isWithin(weeks, row.start)) parted.heldInWeeks.push(row)
    for (const { days, rows } of parted.totals) if (isWithin(days, row.start)) rows.held.push(row)
  } else if (row.stage === 'lost') {
    for (const { days, rows } of parted.totals) if (isWithin(days, row.stageSince)) rows.lost.push(row)
  }
}

interface RequestBounds {
  readonly weeks: Days
  /** The day after the last week. */
  readonly weeksEnd: LocalDate
  readonly period: Days
  readonly end: LocalDate | LocalDateTime
}

function sortRequest(row: MonthRow, parted: PartedRows, bounds: RequestBounds): void {
  if (row.received >= bounds.weeksEnd) return
  if (waitedWithin(row, bounds.weeks.from, bounds.weeksEnd)) parted.waited.push(row)
  if (isWithin(bounds.period, row.received)) parted.received.push(row)
  if (waitsAt(row, bounds.end)) parted.unassigned.push(row)
}

/** The first moment after the period, or now where it still runs. */
function endOf({ until }: Days, now: LocalDateTime): LocalDate | LocalDateTime {
  const end = addDays(until, 1)
  return end <= now ? end : now
}

function failuresOf(lost: readonly MonthRow[]): SummaryLine[] {
  const known = failureReasons.map((reason) => [reason, reason] as const)
  return tableOf(lost, { keyOf: ({ failure }) => failure, known, unsaid: 'не указана' })
}

function commentOf({ id, feedbackScore, feedbackText, quotable }: MonthRow): Comment {
  return { dealId: id, score: feedbackScore, text: feedbackText, quotable: quotable === 'да' }
}
