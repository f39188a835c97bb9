/** «Нарушения»: what was not met by its time, one row each, whoever notes it first. */

import { breachKey, countsAsBreach, isPastDue } from '../../domain/obligations/breach'
import { isHistory } from '../../domain/obligations/history'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { ControlLine } from '../desk'

/** A row of «Нарушения». */
export interface Breach {
  readonly key: string
  /** The due time that passed. */
  readonly at: LocalDateTime
  readonly clause: string
  readonly obligation: string
  readonly dealId: number | null
  readonly subject: string
  readonly who: string
  readonly noted: LocalDateTime
}

export function breachOf(line: ControlLine, now: LocalDateTime): Breach {
  const { key, clause, dealId, subject, who, due } = line
  return { key: breachKey(line), at: due, clause, obligation: key, dealId, subject, who, noted: now }
}

/** Past its due, not written down yet, and no history. */
export function isNewBreach(line: ControlLine, now: LocalDateTime): boolean {
  return line.breached === null && isPastDue(line, now) && countsAsBreach(line.key) && !isHistory(line)
}

/** Met, or gone another way, only after its time and before a tick saw it: new breaches among the lines that stand no more. */
export function metLate(before: readonly ControlLine[], after: readonly ControlLine[], now: LocalDateTime): ControlLine[] {
  const late = before.filter((line) => isNewBreach(line, now))
  if (late.length === 0) return []
  const standing = new Set(after.map(breachKey))
  return late.filter((line) => !standing.has(breachKey(line)))
}
