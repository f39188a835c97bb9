/** Planfix takes no tasks for a while: until when, and what people are told, as one cell of «Служебное» keeps it. */

import type { LocalDateTime } from '../../domain/time/localTime'

export interface PlanfixPause {
  /** Nothing is asked before; '' = it may be asked now. */
  readonly until: LocalDateTime | ''
  /** The sentence for «Сегодня»; '' = nothing to tell. */
  readonly message: string
}

export function readPause(cell: string): PlanfixPause {
  return cell === '' ? { until: '', message: '' } : (JSON.parse(cell) as PlanfixPause)
}

export function pauseCell(pause: PlanfixPause): string {
  return JSON.stringify(pause)
}
