/** Letters that wait in «Исходящие», and whether one may still be withheld. */

import type { LocalDateTime } from '../../domain/time/localTime'
import type { Moment } from '../changes'

/** A row of «Исходящие», as far as it tells whether the letter has gone. */
export interface WaitingLetter {
  readonly key: string
  readonly attempts: number | null
  readonly nextTry: LocalDateTime | null
  readonly done: LocalDateTime | null
  readonly error: string
}

/** Sent; or taken for sending, and nobody has noted that it failed. */
export function mayHaveGone({ done, attempts, error, nextTry }: Partial<WaitingLetter>, { now }: Moment): boolean {
  if ((done ?? null) !== null) return true
  return (attempts ?? 0) > 0 && ((error ?? '') === '' || (nextTry ?? '') > now)
}
