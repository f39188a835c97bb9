/** Words of strangers inside our letters: on one line, cut to a length, and no link of theirs is live. The whole text stands in the register. */

import { cutLine, oneLine } from './plainLine'

/** Signs that look like nothing, beyond those that oneLine knows: they push our own words out of sight. */
const blank = /[\u115f\u1160\u180e\u2800\u3164\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu
/** Longest name, line of ours with a name in it, and text of theirs in a letter, characters. */
const longest = { name: 160, line: 300, words: 600 } as const

/** An organisation, a person. Example: theirName('Оплатите: http://evil.example/pay') → 'Оплатите: http: //evil. example/pay' */
export function theirName(text: string): string {
  return cut(text, longest.name)
}

/** A line of ours that names them: «Позвонить: АНО «Маяк»», or a name of a sheet that many may type into. */
export function theirLine(text: string): string {
  return cut(text, longest.line)
}

/** What they wrote, in quotation marks; '' = nothing. Example: theirWords('Согласиться: ⟦1⟧') → '«Согласиться: 1»' */
export function theirWords(text: string): string {
  const words = cut(text, longest.words)
  return words === '' ? '' : `«${words}»`
}

/** An address and nothing else; a sentence may end behind it. */
const mailbox = /^[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}[,;.!?)]*$/u

/** Mail programs make links of addresses by themselves: a space within keeps them words. An e-mail address stays whole. */
function unlinked(line: string): string {
  return line
    .split(' ')
    .map((word) => (mailbox.test(word) ? word : word.replace(/:\/\//g, ': //').replace(/\.(?=\p{L}{2})/gu, '. ')))
    .join(' ')
}

/** Looked at no further than a letter needs, whatever its length. */
function cut(text: string, limit: number): string {
  const line = oneLine(
    text
      .slice(0, limit * 10)
      .replace(/[⟦⟧]/g, '')
      .replace(blank, ' ')
      .replace(/\p{Surrogate}/gu, '\ufffd'),
  )
  return unlinked(line.length > limit ? `${cutLine(line, limit - 1)}…` : line)
}
