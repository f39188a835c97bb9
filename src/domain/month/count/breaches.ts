/** Breaches of a period by clause: rows of «Нарушения» whose due time passed in it. */

import type { LocalDateTime } from '../../time/localTime'

/** A line of «Нарушения», as far as it is counted. */
export interface BreachRow {
  readonly at: LocalDateTime
  readonly clause: string
  /** What was not done, «Позвонить: АНО «Маяк»». */
  readonly subject: string
  readonly dealId: number | null
}

export interface BreachLine {
  readonly clause: string
  /** What was not done, without the deals: «Позвонить». */
  readonly title: string
  readonly count: number
  readonly dealIds: readonly number[]
}

/** Most frequent first. */
export function breachLines(rows: readonly BreachRow[]): BreachLine[] {
  const names = [...new Set(rows.map(({ clause }) => clause))].sort()
  const lines = names.map((clause) => {
    const own = rows.filter((row) => row.clause === clause)
    const deeds = [...new Set(own.map(({ subject }) => subject.replace(/:.*$/s, '').trim()))].filter(Boolean)
    return { clause, title: deeds.slice(0, 3).join(', '), count: own.length, dealIds: own.flatMap(({ dealId }) => dealId ?? []) }
  })
  return lines.sort((a, b) => b.count - a.count)
}
