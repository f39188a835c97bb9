/** Whether a client is one that a person means by what he typed: phone digits (4 and more), e-mail, organisation, contact. Asked by server and page. */

import { folded, hasWords } from '../../text/fold'
import type { Client } from '../client'
import { organisationKey } from '../organisation'

/** What was typed, folded once. */
export interface Typed {
  /** Lower case, nothing else folded: of an address. */
  readonly plain: string
  readonly text: string
  readonly digits: string
  readonly key: string
}

export function typed(text: string): Typed {
  return {
    plain: text.trim().toLowerCase(),
    text: folded(text),
    digits: text.replace(/\D/g, '').replace(/^[78](?=\d{10}$)/, ''),
    key: organisationKey(text),
  }
}

/** Which of his fields, null = none. */
export function matchedBy(
  client: Pick<Client, 'phone' | 'phoneKey' | 'email' | 'organisation' | 'contact'>,
  { plain, text, digits, key }: Typed,
): string | null {
  if (digits.length >= 4 && `${client.phoneKey} ${client.phone.replace(/\D/g, '')}`.includes(digits)) return 'phone'
  if ((plain.includes('@') || /^[\w.-]{3,}$/.test(plain)) && client.email.toLowerCase().includes(plain)) return 'email'
  if (isNamed(client.organisation, text, key)) return 'organisation'
  return isPerson(client.contact, text) ? 'contact' : null
}

/** By a part of the name, or by words that begin its words, endings aside: «маяком» finds «Маяк». */
export function isNamed(organisation: string, text: string, key: string): boolean {
  return (key !== '' && organisationKey(organisation).includes(key)) || hasWords(organisation, text)
}

/** «Семенов» finds «Семёнова», «петр» finds «Пётр». */
export function isPerson(name: string, text: string): boolean {
  return text.length > 0 && (folded(name).includes(text) || hasWords(name, text))
}
