/** Phones, e-mails and names that stand somewhere in a text. */

import { phoneKey } from '../../client/phone'
import { oneLine } from '../../letter/plainLine'

const emailLike = /[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d][\p{L}\d.-]{0,250}\.\p{L}{2,24}/u
const phoneLike = /\+?\d[\d\s().\-–—]{8,24}\d/g
/** An address is cut out of at most so much text. */
const lookedAt = 10_000

/** The first e-mail address in the text, or ''. Example: emailIn('Анна <client1@example.org>') → 'client1@example.org'. */
export function emailIn(text: string): string {
  return emailLike.exec(text.slice(0, lookedAt))?.[0] ?? ''
}

/** All addresses in the text, each once. */
export function emailsIn(text: string): string[] {
  return [...new Set(text.slice(0, lookedAt).match(new RegExp(emailLike, 'gu')) ?? [])]
}

/** The whole text when it is one e-mail address and nothing more (a letter is sent there), otherwise ''. */
export function onlyEmail(text: string): string {
  const line = oneLine(text).replace(/^<|>$/g, '')
  return emailIn(line) === line ? line : ''
}

/** Russian phones in the text as they stand there, each once. Example: phonesSeen('звоните 8 911 416-01-23, Анна') → ['8 911 416-01-23'] */
export function phonesSeen(text: string): string[] {
  const found = text.slice(0, lookedAt).match(phoneLike) ?? []
  return [...new Set(found.map((part) => oneLine(part)))].filter((part) => phoneKey(part) !== '')
}

/** Who signed the letter: one to three words with capital letters after «С уважением», or ''. */
export function signatureIn(text: string): string {
  const signed = /с уважением[,.!]?\s{0,5}([А-ЯЁ][а-яё-]{1,30}(?:[^\S\n][А-ЯЁ][а-яё-]{1,30}){0,2})/iu.exec(text)?.[1] ?? ''
  return /^[А-ЯЁ]/.test(signed) ? signed : ''
}
