/** What a client's card is looked up by, before the matcher (whoIs.ts) compares it with what was told. */

import { folded } from '../text/fold'
import type { Client } from './client'
import { clientTraits } from './likeness'

/** Its phones, its addresses, its person in its organisation: two cards that share none are never one client. */
export function signsOf(client: Pick<Client, 'organisation' | 'contact' | 'phone' | 'email' | 'phoneKey'>): string[] {
  const { key, phones, emails } = clientTraits(client)
  return [...phones.map(({ number }) => number), ...emails, `${folded(client.contact)} / ${key}`]
}
