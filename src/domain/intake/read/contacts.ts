/** Phones, e-mails and names that stand somewhere in a text. */

import { phoneKey } from '../../client/phone'
import { oneLine } from '../../letter/plainLine'

const localSign = /[\p{L}\d._%+-]/u
const domain = /^@[\p{L}\d][\p{L}\d.-]{0,250}\.\p{L}{2,24}/u
/** Longest part before the @, characters. */
const localLength = 64
const phoneLike = /\+?\d[\d\s().\-–—]{8,24}\d/g
/** An address is cut out of at most so much text. */
const lookedAt = 10_000

/** The first e-mail address in the text, or ''. Example: emailIn('Анна <client1@example.org>') → 'client1@example.org'. */
export function emailIn(text: string): string {
  return emailsIn(text)[0] ?? ''
}

/** All addresses in the text, each once. Looked for from their @, so that a long text costs no more than a long text. */
export function emailsIn(text: string): string[] {
  const looked = text.slice(0, lookedAt)
  const found: string[] = []
  for (let at = looked.indexOf('@'); at >= 0; at = looked.indexOf('@', at + 1)) {
    const host = domain.exec(looked.slice(at, at + 300))?.[0]
    const local = host === undefined ? '' : localBefore(looked, at)
    if (local !== '') found.push(`${local}${host}`)
  }
  return [...new Set(found)]
}

/** It begins with a letter or a digit. */
function localBefore(text: string, at: number): string {
  let from = at
  while (from > 0 && at - from < localLength && localSign.test(text.charAt(from - 1))) from -= 1
  return text.slice(from, at).replace(/^[._%+-]+/, '')
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
