/** One plain line out of whatever a person typed or pasted: for titles, subjects and single-line fields. */

const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const breaks = /[\u0000-\u0020\u007f-\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g

/**
 * The text on one line: control characters, line ends and all kinds of spaces become one space, invisible characters go,
 * both ends are trimmed, «й» and «ё» typed as two signs become one.
 * Example: oneLine(' АНО\n«Маяк» ') → 'АНО «Маяк»'.
 */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(breaks, ' ').trim()
}

/**
 * The text with its lines: other control characters and invisible ones (direction marks too) go, half characters become «�»,
 * of several blank lines one stays. Example: plainText('а \r\n\r\n\r\nб\u202e') → 'а\n\nб'.
 */
export function plainText(text: string): string {
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(invisible, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('\n')
    .map((line) => line.trimEnd())
  return lines
    .filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''))
    .join('\n')
    .trim()
}

/** The first `limit` UTF-16 units, never half of a character, without spaces at the end. */
export function cutLine(line: string, limit: number): string {
  return line
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}
