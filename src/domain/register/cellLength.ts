/** How much goes into one cell, measured as it is stored: texts as they are, and within the journal's JSON with its escapes. */

/** Google's limit, UTF-16 units. */
export const cellLimit = 50_000

/** The journal keeps a text twice in one line, as it was and as it is: so much of its JSON has room there. */
const journalShare = 20_000

/** Sheets shows these for formulas that have no value; as a text nobody means them. */
const errorValue = /^#(REF!|ERROR!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|ССЫЛКА!|Н\/Д|ИМЯ\?|ЗНАЧ!|ДЕЛ\/0!|ЧИСЛО!|ПУСТО!)$/

export function isErrorValue(cell: unknown): boolean {
  return typeof cell === 'string' && errorValue.test(cell.trim())
}

/**
 * Length of a text as a field counts it: what JSON must escape counts with its escapes where they are more than half of it.
 * @example storedLength('"Маяк"') // 6; of ten thousand control characters 30,000
 */
export function storedLength(text: string): number {
  const json = JSON.stringify(text).length - 2
  return json > 2 * text.length ? Math.ceil(json / 2) : text.length
}

/** Whether a field's text has room in the journal. */
export function fitsJournal(text: string): boolean {
  return JSON.stringify(text).length - 2 <= journalShare
}
