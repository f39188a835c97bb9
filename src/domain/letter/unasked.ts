/** Which letters a client gets: those that a running consultation needs are owed, the others go only to who did not ask for silence. */

import type { Client } from '../client/client'
import { isEmail } from '../client/email'

/** `booking`: a time that is set, moved or called off (A2). */
const letters = { booking: 'owed', reminder: 'unasked', feedback: 'unasked' } as const
export type ClientLetter = keyof typeof letters

export type Silence = 'noAddress' | 'withdrawn' | 'noLetters'

/** Why the client is not written to; null = he is. */
export function silenceOf(letter: ClientLetter, client: Pick<Client, 'email' | 'consentWithdrawn' | 'noLetters'> | null): Silence | null {
  if (client === null || !isEmail(client.email)) return 'noAddress'
  if (letters[letter] === 'owed') return null
  if (client.consentWithdrawn !== null) return 'withdrawn'
  return client.noLetters === '' ? null : 'noLetters'
}
