/** What the methods of «Отчёт» read: one round, whatever the size of the register; and the summary made of it. */

import { type Client, emptyClient } from '../../domain/client/client'
import { standsFor } from '../../domain/client/sameOrganisations'
import { type Deal, emptyDeal } from '../../domain/deal/deal'
import type { BreachRow } from '../../domain/month/count/breaches'
import { listedOf, listedOfClient, type MonthRow, monthColumns } from '../../domain/month/count/held'
import { type MonthSummary, monthSummary } from '../../domain/month/month'
import { type Period, periodBefore, yearBefore } from '../../domain/month/period'
import type { Known, Reads } from '../method/method'

/** Of earlier years: who was consulted. */
const earlierColumns = ['id', 'stage', 'start', 'clientId', 'organisation']

/** Columns of «Нарушения» that a report counts. */
export const breachColumns = { breaches: ['at', 'clause', 'subject', 'dealId'] } as const

/**
 * Of the archive: the period's years and those after it with all columns, since what was received in the period may have been closed long
 * after it.
 */
export function monthReads(period: Period, more: Reads['columns'] = {}): Reads {
  const from = firstYearOf(period)
  return {
    columns: { deals: monthColumns, clients: ['id', 'organisation', ...listedOfClient, 'outsideIds'], ...more },
    archive: (year) => (year >= from ? monthColumns : earlierColumns),
  }
}

/**
 * Rows whose clientId tells organisations apart, not cards (two cards of one organisation are one).
 * @param known with monthReads
 */
export function monthRows({ scan, archived }: Known): readonly MonthRow[] {
  const cards = scan<Client>('clients').map(({ value }) => value)
  const clients = new Map(cards.map((value) => [value.id, value]))
  const organisations = standsFor(cards.map((value) => ({ ...emptyClient, ...value })))
  const standing = scan<Deal>('deals').map(({ value }) => value)
  const earlier = archived.filter(({ stage, stageSince }) => stage === 'won' || stageSince !== undefined)
  return [...standing, ...earlier.map((value) => ({ ...emptyDeal, ...value }))].map((value) => {
    // Into the row that was just read: copies of fifty thousand cost more than all the counting.
    const { clientId = null } = value
    const counted = clientId === null ? null : (organisations.get(clientId) ?? clientId)
    return Object.assign(value as MonthRow, listedOf(clients.get(clientId ?? undefined) ?? {}), { clientId: counted })
  })
}

/** Of the period and of what it is compared with. */
function firstYearOf(period: Period): string {
  return (yearBefore(period) ?? periodBefore(period)).from.slice(0, 4)
}

export function summaryOf(known: Known, rows: readonly MonthRow[], period: Period): MonthSummary {
  const { desk, moment, events, scan } = known
  const breaches = scan<BreachRow>('breaches').map(({ value }) => value as BreachRow)
  return monthSummary({ rows, period, office: desk.office, now: moment.now, breaches: breaches.filter(({ at }) => at !== null), events })
}
