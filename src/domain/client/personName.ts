/** Whether two ways of naming a person may be one person. */

import { foldedWords } from '../text/fold'

/** 'same': at least two words agree; 'part': all that one of them tells stands in the other; 'other'; 'silent': one of them tells nothing. */
export type NameLikeness = 'same' | 'part' | 'other' | 'silent'

/**
 * Order of the words, ё and case do not count, initials stand for their words.
 * Example: compareNames('Иванова А. П.', 'Анна Петровна Иванова') → 'same'; ('Анна', 'Анна Иванова') → 'part'; ('Анна', 'Пётр') → 'other'
 */
export function compareNames(a: string, b: string): NameLikeness {
  const [short, long] = [foldedWords(a), foldedWords(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
  if (short.length === 0) return 'silent'
  const left = [...long]
  for (const word of [...short].sort((x, y) => y.length - x.length)) {
    const at = left.findIndex((other) => isSameWord(word, other))
    if (at < 0) return 'other'
    left.splice(at, 1)
  }
  return short.length > 1 ? 'same' : 'part'
}

function isSameWord(a: string, b: string): boolean {
  return a === b || ((a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0))
}
