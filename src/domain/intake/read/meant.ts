/** Which topic and which consultant a client means: proposed only where the words leave no doubt. */

import { topicTitles } from '../../deal/words'
import { oneLine } from '../../letter/plainLine'
import type { Person } from '../../office/office'
import { foldCase, foldedWords } from '../../text/fold'

/**
 * Number of the topic by its number, by its title, or by words that stand in one title only; null = not clear.
 * @example topicMeant('8. Социальное проектирование') // 8; topicMeant('вопросы') // null: two titles have it
 */
export function topicMeant(typed: string): number | null {
  const numbered = /^\s*(\d{1,2})(?:[.)\s]|$)/.exec(typed)
  if (numbered !== null) return topicTitles[Number(numbered[1])] === undefined ? null : Number(numbered[1])
  const words = wordsOf(typed)
  if (words.length === 0) return null
  const whole = topics().filter((topic) => ` ${words.join(' ')} `.includes(` ${topic.words.join(' ')} `))
  if (whole.length > 0) return only(whole)
  return only(topics().filter((topic) => words.every((word) => topic.words.includes(word))))
}

/** Topic of a text in which one line is a topic's title and nothing else; null = none is. */
export function topicTitleIn(text: string): number | null {
  const lines = text.split('\n').map((line) => wordsOf(line.slice(0, 200)).join(' '))
  return only(topics().filter((topic) => lines.includes(topic.words.join(' '))))
}

/**
 * Initials of the consultant whose initials or surname (in any case) is typed; '' when nobody or several people fit (I2).
 * @example consultantMeant('с Морозовой Марией', people) // 'ММ'
 */
export function consultantMeant(typed: string, people: readonly Person[]): string {
  const consultants = people.filter(({ initials }) => initials !== '')
  const words = foldCase(oneLine(typed).slice(0, 200))
    .split(/[^\p{L}.]+/u)
    .filter(Boolean)
  const signs = [...words, words.join('')].map((word) => word.replace(/\./g, ''))
  const byInitials = consultants.filter(({ initials }) => signs.includes(foldCase(initials)))
  const bySurname = consultants.filter((person) => words.some((word) => isSurname(word, person.name)))
  return (bySurname.length > 0 ? one(bySurname) : one(byInitials))?.initials ?? ''
}

const fillers = new Set(['и', 'по', 'тема', 'консультация', 'консультации', 'вопрос'])
let known: readonly { readonly id: number; readonly words: string[] }[] | null = null

/** Read when a topic is looked for first. */
function topics() {
  known ??= Object.entries(topicTitles).map(([id, title]) => ({ id: Number(id), words: wordsOf(title) }))
  return known
}

function wordsOf(text: string): string[] {
  return foldedWords(text.slice(0, 500)).filter((word) => !fillers.has(word))
}

/** Surnames change at their end: «Соколов», «Соколовым»; «Морозова», «Морозовой». */
function isSurname(word: string, name: string): boolean {
  const surname = foldCase(name.split(' ')[0] ?? '')
  const stem = surname.replace(/(А|Я|ОЙ|ИЙ|ЫЙ|АЯ)$/, '')
  return stem.length >= 3 && word.startsWith(stem.length > 3 ? stem : surname) && word.length - stem.length <= 3
}

function only(found: readonly { readonly id: number }[]): number | null {
  return one(found)?.id ?? null
}

function one<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}
