/** Which letters a client gets: those that a running consultation needs are owed, the others go only to who did not ask for silence. */

import type { Client } from '../client/client'
import { isEmail } from '../client/email'

/**
 * What stops each. `booking`: a time that is set, moved or called off (A2). A reminder is of a time that stands: it belongs to the consultation that
 * was asked for, whatever becomes of the consent; who wants no letters gets none.
 */
const letters = { booking: [], reminder: ['noLetters'], feedback: ['withdrawn', 'noLetters'] } as const satisfies Readonly<
  Record<string, readonly Silence[]>
>
export type ClientLetter = keyof typeof letters

export type Silence = 'noAddress' | 'withdrawn' | 'noLetters'

/** Why the client is not written to; null = he is. */
export function silenceOf(letter: ClientLetter, client: Pick<Client, 'email' | 'consentWithdrawn' | 'noLetters'> | null): Silence | null {
  if (client === null || !isEmail(client.email)) return 'noAddress'
  const stops: readonly Silence[] = letters[letter]
  if (stops.includes('withdrawn') && client.consentWithdrawn !== null) return 'withdrawn'
  return stops.includes('noLetters') && client.noLetters !== '' ? 'noLetters' : null
}
