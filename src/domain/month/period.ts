/** The stretch of time a report is about: a month, a quarter, a year, or any days; and what it is compared with. */

import { addDays, dateOf, epochDay, type LocalDate, type LocalDateTime, type Month, monthOf } from '../time/localTime'

export type PeriodChoice =
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'year'; readonly year: number }
  /** Both days inclusive. */
  | { readonly kind: 'range'; readonly from: LocalDate; readonly until: LocalDate }

/** Days from … until, both inclusive. */
export interface Days {
  readonly from: LocalDate
  readonly until: LocalDate
}

export interface Period extends Days {
  readonly choice: PeriodChoice
}

/** Example: periodOf({ kind: 'quarter', year: 2026, quarter: 4 }) → 2026-10-01 … 2026-12-31. */
export function periodOf(choice: PeriodChoice): Period {
  if (choice.kind === 'range') return { choice, from: choice.from, until: choice.until }
  if (choice.kind === 'month') return { choice, ...monthsFrom(choice.month, 1) }
  if (choice.kind === 'year') return { choice, ...monthsFrom(`${choice.year}-01`, 12) }
  return { choice, ...monthsFrom(quarterStart(choice), 3) }
}

export function monthPeriod(month: Month): Period {
  return periodOf({ kind: 'month', month })
}

/** The month, quarter or year before; of any days, as many right before them. */
export function periodBefore({ choice, from, until }: Period): Period {
  if (choice.kind === 'month') return monthPeriod(addMonths(choice.month, -1))
  if (choice.kind === 'year') return periodOf({ kind: 'year', year: choice.year - 1 })
  if (choice.kind === 'quarter') return quarterOf(addMonths(quarterStart(choice), -3))
  const days = epochDay(until) - epochDay(from) + 1
  return periodOf({ kind: 'range', from: addDays(from, -days), until: addDays(from, -1) })
}

/** The same a year ago; null for a year, whose period before it is. 29 February becomes 28. */
export function yearBefore({ choice }: Period): Period | null {
  if (choice.kind === 'month') return monthPeriod(addMonths(choice.month, -12))
  if (choice.kind === 'quarter') return periodOf({ ...choice, year: choice.year - 1 })
  if (choice.kind === 'year') return null
  return periodOf({ kind: 'range', from: yearAgo(choice.from), until: yearAgo(choice.until) })
}

/** Whether a moment lies within the days. */
export function isWithin({ from, until }: Days, at: LocalDateTime | LocalDate | null): boolean {
  return at !== null && at >= from && dateOf(at) <= until
}

/** Example: addMonths('2026-01', -1) → '2025-12'. */
export function addMonths(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

function monthsFrom(first: Month, count: number): Days {
  return { from: `${first}-01`, until: addDays(`${addMonths(first, count)}-01`, -1) }
}

function quarterStart({ year, quarter }: { readonly year: number; readonly quarter: number }): Month {
  return `${year}-${String(quarter * 3 - 2).padStart(2, '0')}`
}

function quarterOf(month: Month): Period {
  return periodOf({ kind: 'quarter', year: Number(month.slice(0, 4)), quarter: Math.ceil(Number(month.slice(5, 7)) / 3) })
}

function yearAgo(date: LocalDate): LocalDate {
  const same = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`
  return monthOf(addDays(same, 0)) === monthOf(same) ? same : addDays(same, -1)
}
