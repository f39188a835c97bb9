/** Who of «Сотрудники» a name in a file means: «Гусева А. Р.», «Анна Гусева», initials, an e-mail, a first name that only one has. */

import type { Person } from '../../office/office'
import { foldCase, folded, initialsKey } from '../../text/fold'

/** The person meant, or null where nobody or more than one may be. */
export function personNamed(typed: string, people: readonly Person[]): Person | null {
  const text = typed.replace(/\([^()]*\)/g, ' ').trim()
  if (text === '') return null
  const exact = people.filter(({ initials, email, name }) => isSame(text, [initials, email, name]))
  if (exact.length === 1) return exact[0] ?? null
  const words = wordsOf(text)
  const meant = people.filter((person) => isMeant(words, person))
  const serving = meant.filter(({ until }) => until === null)
  return meant.length === 1 ? (meant[0] ?? null) : serving.length === 1 ? (serving[0] ?? null) : null
}

function isSame(text: string, names: readonly string[]): boolean {
  const bare = text.replace(/[.\s]/g, '')
  const [initials = '', ...others] = names
  if (initials !== '' && initialsKey(bare) === initialsKey(initials)) return true
  return others.some((name) => name !== '' && folded(name) === folded(text))
}

/** One whole word at least is of the name, and each other one begins a further part of it. */
function isMeant(words: readonly string[], { name, initials }: Person): boolean {
  const parts = wordsOf(name)
  const left = words.filter((word) => word !== initialsKey(initials))
  const whole = left.filter((word) => word.length > 2 && parts.includes(word))
  if (whole.length === 0) return false
  const others = parts.filter((part) => !whole.includes(part))
  return left.filter((word) => !whole.includes(word)).every((word) => takeBeginning(word, others))
}

function takeBeginning(word: string, parts: string[]): boolean {
  const place = parts.findIndex((part) => part.startsWith(word))
  if (place < 0) return false
  parts.splice(place, 1)
  return true
}

function wordsOf(text: string): string[] {
  const upper = foldCase(text)
  return upper.split(/[^\p{L}]+/u).filter((word) => word !== '')
}

/** Whether a text may be the name of somebody: «Петрова И. И.», «Анна Ким»; initials alone are not. */
export function looksLikePerson(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}-]{2,}(\s+\p{Lu}[\p{L}-]*\.?){1,2}(\s*\p{Lu}\.)?$/u.test(text.trim()) ||
    /^(\p{Lu}\.\s*){1,2}\p{Lu}[\p{L}-]{2,}$/u.test(text.trim())
  )
}
