/** A row of «Исходящие» as the runs that carry it out read it, and whether it still waits. */

import type { LocalDateTime } from '../../domain/time/localTime'
import type { OutboxKind } from '../desk/rows/outboxRows'

const maxAttempts = 6

export interface OutboxRow {
  readonly key: string
  readonly kind: OutboxKind
  readonly to: string
  readonly payload: string
  readonly attempts: number
  readonly nextTry: LocalDateTime | null
  readonly done: LocalDateTime | null
  /** 1 goes first; null in rows of older versions. */
  readonly priority: number | null
}

/** Not sent, and not given up after too many attempts. */
export function isWaiting({ done, attempts }: Pick<OutboxRow, 'done' | 'attempts'>): boolean {
  return done === null && (attempts ?? 0) < maxAttempts
}
