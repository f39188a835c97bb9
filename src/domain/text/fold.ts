/** How texts are compared: case, ё, look-alike letters, spaces and endings folded. The only place where letters are folded. */

import { oneLine } from '../letter/plainLine'

/** Latin letters that look like Cyrillic ones, as they stand under one another. */
const latin = 'ABCEHKMOPTXYacekopxy'
const cyrillic = 'АВСЕНКМОРТХУасекорху'
/** From a full-width sign to the plain one. */
const fullWidth = 0xfee0

/**
 * Latin letters that look like Cyrillic ones become Cyrillic, full-width signs («＿», «Ａ») narrow; all others, and the length, stay.
 * Only for comparing: a Latin name becomes unreadable. Example: foldLookAlikes('MM') (Latin) → 'ММ' (Cyrillic).
 */
export function foldLookAlikes(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - fullWidth))
    .replace(/[ABCEHKMOPTXYacekopxy]/g, (letter) => cyrillic.charAt(latin.indexOf(letter)))
}

/**
 * Upper case with look-alikes and ё folded; the length stays, so places in the answer are places in the text.
 * Example: foldCase('нв_ТОС «Ёлка»') → 'НВ_ТОС «ЕЛКА»'.
 */
export function foldCase(text: string): string {
  return foldLookAlikes(upperOfSameLength(text)).replace(/Ё/g, 'Е')
}

/** «ß» and its like stay as they are: in capitals they are longer. */
function upperOfSameLength(text: string): string {
  const upper = text.toUpperCase()
  if (upper.length === text.length) return upper
  return text.replace(/[\s\S]/g, (unit) => (unit.toUpperCase().length === 1 ? unit.toUpperCase() : unit))
}

/**
 * One line in lower case without ё. Look-alikes are folded in a word that has no other Latin letter, so «zoom» and «true» stay.
 * Example: folded(' Успешно  завершённые') → 'успешно завершенные'; folded('Нoвая') (Latin o) → 'новая'.
 */
export function folded(text: string): string {
  const known = foldedTexts.get(text)
  if (known !== undefined) return known
  const made = oneLine(text)
    .replace(/[\p{L}\p{M}]+/gu, foldedWord)
    .replace(/\s+/g, ' ')
  if (foldedTexts.size >= mostFolded) foldedTexts.clear()
  foldedTexts.set(text, made)
  return made
}

/** The same headings and names are compared again and again in one run. */
const foldedTexts = new Map<string, string>()
const mostFolded = 5_000

/**
 * The same, but a word all in Latin letters stays Latin: names that programs give («text», «hp», «y»).
 * Example: foldedAsNamed('Tелефон: text') → 'телефон: text'
 */
export function foldedAsNamed(text: string): string {
  return oneLine(text)
    .replace(/[\p{L}\p{M}]+/gu, (word) => (/[а-яё]/i.test(word) ? foldedWord(word) : word.toLowerCase()))
    .replace(/\s+/g, ' ')
}

/** How initials are compared: case, look-alike Latin letters and ё/е do not count. Two people with one key cannot be told apart. */
export function initialsKey(initials: string): string {
  return foldCase(oneLine(initials))
}

function foldedWord(word: string): string {
  const all = foldCase(word)
  return (/[A-Z]/.test(all) ? word.toLowerCase().replace(/ё/g, 'е') : all.toLowerCase()).normalize('NFC')
}

/** Words and numbers, folded. Example: 'ФИО: Ceмёнов П.' → ['фио', 'семенов', 'п'] */
export function foldedWords(text: string): string[] {
  return folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

const endings = [
  'иями ями ами ого его ому ему ыми ими ией иям иях',
  'ой ей ый ий ая яя ое ее ые ие ых их ым им ом ем ам ям ах ях ью ия ию ии а я о е у ю ы и ь й',
]
  .join(' ')
  .split(' ')

/** A folded word without its ending, never shorter than three letters. Example: 'семеновой', 'семенова' → 'семенов' */
export function stem(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 3)
  return ending === undefined ? word : word.slice(0, word.length - ending.length)
}

/** Whether each word of what is looked for begins a word of the text, endings aside. Example: 'петр семеновой' in «Семёнова Пётр» */
export function hasWords(text: string, wanted: string): boolean {
  const stems = foldedWords(wanted).map(stem)
  const words = foldedWords(text)
  return stems.length > 0 && stems.every((one) => words.some((word) => word.startsWith(one)))
}
