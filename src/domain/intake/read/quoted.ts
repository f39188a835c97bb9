/** What of a letter its sender wrote himself: lines that he quotes are others' words, and what stands in them is nobody's. */

const quoteMark = /^\s*>/
/** «20.11.2026, Ресурсный центр <office@example.org> пишет:» */
const introduces = /(пишет|писал|писала|написал|написала|wrote)\s*:\s*$/i
const headerLine = /^\s*(от|кому|отправлено|дата|тема|from|to|sent|date|subject)\s*:/i
const fromLine = /^\s*(от|from)\s*:/i
const original = /^[\s-]*(исходное сообщение|исходное письмо|original message)[\s-]*$/i
/** A line longer than that introduces nothing. */
const longest = 300

/**
 * The letter without quoted lines and without an earlier letter below it; a letter that is all quoted stands without its marks.
 * @example unquoted('Здравствуйте!\n> Центр, тел. 8 (8182) 20-65-10') // 'Здравствуйте!'
 */
export function unquoted(letter: string): string {
  const lines = letter.split('\n')
  const end = lines.findIndex((line, at) => beginsEarlierLetter(lines, line, at))
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line, at) => !quoteMark.test(line) && !isIntroduction(lines, at))
  const text = own.join('\n').trim()
  return text === '' ? lines.map((line) => line.replace(/^[\s>]+/, '')).join('\n') : text
}

/** Everything below it is another letter; at the very top stand the letter's own lines. */
function beginsEarlierLetter(lines: readonly string[], line: string, at: number): boolean {
  if (line.length > longest || lines.slice(0, at).every((above) => above.trim() === '')) return false
  if (original.test(line)) return true
  if (fromLine.test(line))
    return lines.slice(at + 1, at + 4).some((below) => headerLine.test(below)) && !headerLine.test(lines[at - 1] ?? '')
  return introduces.test(line) && !quoteMark.test(nextLine(lines, at))
}

/** «… пишет:» above lines with quotation marks; the letter goes on below them. */
function isIntroduction(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  return line.length <= longest && introduces.test(line) && quoteMark.test(nextLine(lines, at))
}

function nextLine(lines: readonly string[], at: number): string {
  return lines.slice(at + 1, at + 4).find((line) => line.trim() !== '') ?? ''
}
