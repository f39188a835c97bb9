/** What the methods of «Отчёт» read: one batchGet, whatever the size of the register. */

import type { SlotEvent } from '../../domain/calendar/slotEvents'
import type { Client } from '../../domain/client/client'
import { type Deal, emptyDeal } from '../../domain/deal/deal'
import type { BreachRow } from '../../domain/month/count/breaches'
import { listedOf, listedOfClient, type MonthRow, monthColumns } from '../../domain/month/count/held'
import { type MonthSummary, monthSummary } from '../../domain/month/month'
import { type Period, periodBefore, yearBefore } from '../../domain/month/period'
import { scanColumns } from '../google/register/records'
import { archivedFrom } from './archives'
import { type Loaded, loadDesk, type Wanted } from './load'
import type { DeskSession } from './session'

export interface MonthLoaded {
  readonly loaded: Loaded
  readonly rows: readonly MonthRow[]
}

/** One call, and one more for each year of the archive. */
export function loadMonth(session: DeskSession, period: Period, more: Wanted['columns'] = {}): MonthLoaded {
  const columns = { deals: monthColumns, clients: ['id', ...listedOfClient, 'outsideIds'], ...more }
  const loaded = loadDesk(session, { columns })
  const clients = new Map(scanColumns<Client>(loaded.snapshot, 'clients').rows.map(({ value }) => [value.id, value]))
  const standing = scanColumns<Deal>(loaded.snapshot, 'deals').rows.map(({ value }) => value)
  const archived = archivedFrom(loaded, firstYearOf(period), monthColumns).map((value) => ({ ...emptyDeal, ...value }))
  const rows = [...standing, ...archived].map((value) => {
    // Into the row that was just read: copies of fifty thousand cost more than all the counting.
    return Object.assign(value as MonthRow, listedOf(clients.get(value.clientId ?? undefined) ?? {}))
  })
  return { loaded, rows }
}

/** Of the period and of what it is compared with. */
function firstYearOf(period: Period): string {
  return (yearBefore(period) ?? periodBefore(period)).from.slice(0, 4)
}

/** Columns of «Нарушения» that a report counts. */
export const breachColumns = { breaches: ['at', 'clause', 'subject', 'dealId'] } as const

export function summaryOf({ loaded, rows }: MonthLoaded, period: Period, events: readonly SlotEvent[] | null): MonthSummary {
  const { desk, moment, snapshot } = loaded
  const breaches = scanColumns<BreachRow>(snapshot, 'breaches').rows.map(({ value }) => value as BreachRow)
  return monthSummary({ rows, period, office: desk.office, now: moment.now, breaches: breaches.filter(({ at }) => at !== null), events })
}
