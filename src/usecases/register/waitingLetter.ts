/** Letters that wait in «Исходящие», and whether one may still be withheld. */

import type { Deal } from '../../domain/deal/deal'
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

/** Sent; or taken for sending, and nobody has noted that it failed. */
export function mayHaveGone({ done, attempts, error, nextTry }: Partial<WaitingLetter>, { now }: Moment): boolean {
  if ((done ?? null) !== null) return true
  return (attempts ?? 0) > 0 && ((error ?? '') === '' || (nextTry ?? '') > now)
}

/** What the last change of the deal wrote, by kind («feedback:41721v5»): keys that can be withdrawn, kinds that may have gone. */
export interface LettersOfChange {
  readonly waiting: readonly string[]
  readonly gone: ReadonlySet<string>
}

export function lettersOfChange(
  { id, version }: Pick<Deal, 'id' | 'version'>,
  outbox: readonly Partial<WaitingLetter>[],
  moment: Moment,
): LettersOfChange {
  const own = outbox.filter(({ key }) => key?.endsWith(`:${id}v${version}`))
  const gone = own.filter((letter) => mayHaveGone(letter, moment)).map(({ key = '' }) => key.slice(0, key.indexOf(':')))
  return { waiting: own.flatMap((letter) => (mayHaveGone(letter, moment) ? [] : [letter.key ?? ''])), gone: new Set(gone) }
}

/** Columns that tell whether a letter has gone; to be read by a command that takes letters back. */
export const letterColumns = { outbox: ['key', 'attempts', 'nextTry', 'done', 'error'] } as const

export function waitingLetters({ scan }: Pick<Known, 'scan'>): readonly Partial<WaitingLetter>[] {
  return scan<WaitingLetter>('outbox').map(({ value }) => value)
}
