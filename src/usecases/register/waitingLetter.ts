/** Whether the letter that asks a client for feedback may have gone: then its card is not taken back. */

import type { Deal } from '../../domain/deal/deal'
import { needlessMark } from '../../domain/text/text.ru'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { Moment } from '../changes'
import type { Known } from '../method/method'

/** A row of «Исходящие», as far as it tells whether the letter has gone. */
export interface WaitingLetter {
  readonly key: string
  readonly attempts: number | null
  readonly nextTry: LocalDateTime | null
  readonly done: LocalDateTime | null
  readonly error: string
}

/** The letter that asks about a card, by the version with which it came to be asked. */
export function feedbackKey({ id, version }: Pick<Deal, 'id' | 'version'>): string {
  return `feedback:${id}v${version}`
}

/** Sent; or taken for sending, and nobody has noted that it failed. */
export function mayBeAsked(deal: Pick<Deal, 'id' | 'version'>, outbox: readonly Partial<WaitingLetter>[], { now }: Moment): boolean {
  return outbox.some(({ key, done, attempts, error, nextTry }) => {
    if (key !== feedbackKey(deal)) return false
    if ((done ?? null) !== null) return error !== needlessMark
    return (attempts ?? 0) > 0 && ((error ?? '') === '' || (nextTry ?? '') > now)
  })
}

/** Columns that tell it. */
export const letterColumns = { outbox: ['key', 'attempts', 'nextTry', 'done', 'error'] } as const

export function waitingLetters({ scan }: Pick<Known, 'scan'>): readonly Partial<WaitingLetter>[] {
  return scan<WaitingLetter>('outbox').map(({ value }) => value)
}
