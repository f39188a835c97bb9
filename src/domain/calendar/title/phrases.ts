/** Lists of words and short phrases, as people write them, and where a title holds one. */

import { foldCase } from '../../text/fold'

/** Words of a title → words that the first phrase found takes, 0 = none stands at that place. */
type At = (words: readonly string[], at: number) => number

export interface Phrases {
  /** How many words the longest phrase that stands at `at` has; 0 = none. */
  readonly at: At
  readonly isIn: (words: readonly string[]) => boolean
}

/**
 * Phrases between commas; a star stands for any ending.
 * @example phrases('отпуск, не может, отмен*').isIn(['ММ', 'ОТМЕНИЛА']) // true
 */
export function phrases(list: string): Phrases {
  // Most runs read no title: a list is read when it is asked first.
  let read: At | null = null
  const at: At = (words, place) => {
    read ??= reading(list)
    return read(words, place)
  }
  return { at, isIn: (words) => words.some((_, place) => at(words, place) > 0) }
}

function reading(list: string): At {
  const all = foldCase(list)
    .split(',')
    .map((phrase) => phrase.trim().split(/\s+/))
  const starred = all.filter(([first = '']) => first.endsWith('*'))
  const whole = new Map<string, string[][]>()
  for (const phrase of all) whole.set(phrase[0] ?? '', [...(whole.get(phrase[0] ?? '') ?? []), phrase])
  return (words, place) => {
    const exact = whole.get(words[place] ?? '')
    return Math.max(exact === undefined ? 0 : longestAt(exact, words, place), longestAt(starred, words, place))
  }
}

function longestAt(list: readonly (readonly string[])[], words: readonly string[], place: number): number {
  let longest = 0
  for (const phrase of list) if (phrase.length > longest && standsAt(phrase, words, place)) longest = phrase.length
  return longest
}

function standsAt(phrase: readonly string[], words: readonly string[], place: number): boolean {
  for (let offset = 0; offset < phrase.length; offset++) {
    if (!isWord(words[place + offset] ?? '', phrase[offset] as string)) return false
  }
  return true
}

function isWord(word: string, asked: string): boolean {
  return asked.endsWith('*') ? word.startsWith(asked.slice(0, -1)) : word === asked
}
