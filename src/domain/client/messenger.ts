/** The messenger of a client as typed, and the address where he is written to (I5). */

import { phoneKey } from './phone'

export interface MessengerLink {
  /** «WhatsApp». */
  readonly title: string
  readonly href: string
}

/** What people write of it, in the field or before a name. */
const named: readonly (readonly [title: string, word: RegExp])[] = [
  ['WhatsApp', /what'?s ?app|wa\.me|ватс?ап|вотс?ап|вацап/i],
  ['Telegram', /telegram|t\.me|телегр|тг(?![а-яё])|^@/i],
  ['VK', /vk\.com|vk\.me|вконтакте|(^|[^а-яё])вк(?![а-яё])/i],
  ['MAX', /max\.ru|\bmax\b|(^|[^а-яё])макс(?![а-яё])/i],
]

/**
 * By what is named in the field, with the client's phone where no name stands there; null = nothing to open.
 * @example messengerLink('WhatsApp', '8 911 416-01-23') → https://wa.me/79114160123; messengerLink('@anna_m', '') → https://t.me/anna_m
 */
export function messengerLink(messenger: string, phone: string): MessengerLink | null {
  const title = named.find(([, word]) => word.test(messenger))?.[0]
  if (title === undefined) return null
  const digits = (phoneKey(messenger) || phoneKey(phone)).replace('+', '')
  const name = /(?:@|(?:t\.me|vk\.com|vk\.me|max\.ru)\/)([\w.]{3,64})/i.exec(messenger)?.[1] ?? ''
  const href = hrefOf(title, name, digits)
  return href === '' ? null : { title, href }
}

function hrefOf(title: string, name: string, digits: string): string {
  if (title === 'WhatsApp') return digits && `https://wa.me/${digits}`
  if (title === 'Telegram') return name !== '' ? `https://t.me/${name}` : digits && `https://t.me/+${digits}`
  if (title === 'VK') return name && `https://vk.com/${name}`
  return name !== '' ? `https://max.ru/${name}` : 'https://web.max.ru/'
}
