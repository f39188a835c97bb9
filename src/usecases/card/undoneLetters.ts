/** Letters of a change that is taken back: what has not gone is withdrawn, and whoever was told already is told how it stands now. */

import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { bookedLetters, toldAt } from '../booking/bookingLetters'
import type { Letter, Moment } from '../changes'
import type { Desk } from '../desk'
import { mayHaveGone, type WaitingLetter } from '../register/waitingLetter'

/** What the last change of the deal wrote, by kind («client-off:41721v5»): keys that can be withdrawn, kinds that may have gone. */
export interface LettersOfChange {
  readonly waiting: readonly string[]
  readonly gone: ReadonlySet<string>
}

/** Whoever is concerned is told anew. */
export const everybody: LettersOfChange = { waiting: [], gone: new Set(['cancelled', 'client-off']) }

export function lettersOfChange({ id, version }: Deal, outbox: readonly Partial<WaitingLetter>[], moment: Moment): LettersOfChange {
  const own = outbox.filter(({ key }) => key?.endsWith(`:${id}v${version}`))
  const gone = own.filter((letter) => mayHaveGone(letter, moment)).map(({ key = '' }) => key.slice(0, key.indexOf(':')))
  return { waiting: own.flatMap((letter) => (mayHaveGone(letter, moment) ? [] : [letter.key ?? ''])), gone: new Set(gone) }
}

/**
 * A booking that stands again: letters to those who read that it is off, and whether the client knows of it.
 * @param after without its next version
 */
export function bookedAgain(
  after: Deal,
  client: Client | null,
  { gone }: LettersOfChange,
  desk: Desk,
  moment: Moment,
): { readonly letters: readonly Letter[]; readonly told: Pick<Deal, 'toldAt'> } {
  const person = desk.office.people.find(({ initials }) => initials === after.consultant)
  const all = person === undefined ? [] : bookedLetters({ deal: after, client, person }, desk, moment)
  const letters = all.filter(({ key }) => gone.has(key.startsWith('client:') ? 'client-off' : 'cancelled'))
  return { letters, told: gone.has('client-off') ? { toldAt: toldAt(letters, moment) } : { toldAt: after.toldAt } }
}
