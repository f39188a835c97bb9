/** All phones of a text with their extensions: two extensions of one switchboard are two telephones. */

import { numberWithin, phoneKey } from './phone'

export interface Phone {
  /** '+79114160123'; of another country its digits behind a plus. */
  readonly number: string
  /** Digits, '' = none was told. */
  readonly extension: string
}

/** Most of a text that is looked at: a field of phones is short. */
const lookedAt = 1000
const separator = /[,;/\n]|\sи\s|\sили\s/i
const extensionMark = /доб|вн|ext|тон|#|\*|(?<=\d\s?)[xхpрwд](?=\.?\s?\d)/i
/** Behind a number without a word: «28-80-00 (12)», «288000-12», and «, 12» as a part of its own. */
const bareExtension = /^[\s(-]{0,3}(\d{1,4})\)?\s*$/

/**
 * Example: phonesIn('8 (8182) 28-80-00, доб. 34; 8 911 416-01-23')
 *   // → [{ number: '+78182288000', extension: '34' }, { number: '+79114160123', extension: '' }]
 */
export function phonesIn(text: string): Phone[] {
  const phones: Phone[] = []
  for (const part of text.slice(0, lookedAt).split(separator).flatMap(numbersApart)) {
    const { number, extension } = phoneOf(part)
    const last = phones[phones.length - 1]
    if (number !== '') phones.push({ number, extension })
    else if (last !== undefined) phones[phones.length - 1] = { ...last, extension: last.extension || extension }
  }
  return phones
}

/** «8 911 416-01-23 8 921 000-00-01», «… (Анна) 8 921 …»: a further number begins a part of its own. */
function numbersApart(part: string): string[] {
  const { key, rest } = numberWithin(part)
  if (key === '' || numberWithin(rest).key === '') return [part]
  return [part.slice(0, part.length - rest.length), ...numbersApart(rest)]
}

function phoneOf(part: string): Phone {
  const mark = part.search(extensionMark)
  const [own, behind] = mark < 0 ? [part, ''] : [part.slice(0, mark), part.slice(mark)]
  const number = phoneKey(own) || abroad(own)
  const bare = bareExtension.exec(number === '' ? own : numberWithin(own).rest)?.[1] ?? ''
  return { number, extension: behind.replace(/\D/g, '').slice(0, 8) || bare }
}

/** A number with the code of another country. */
function abroad(part: string): string {
  const digits = part.replace(/\D/g, '').replace(/^00/, '')
  return /^\s*(?:\+|00)/.test(part) && /^[1-9]\d{7,14}$/.test(digits) && !digits.startsWith('7') ? `+${digits}` : ''
}
