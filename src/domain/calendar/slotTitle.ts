/** The grammar of titles in the calendar «Консультации»: a free slot, a booking, a mistake, or something else (G1, G3). */

import { foldCase, foldLookAlikes, looksLikeOrganisation } from '../client/organisation'
import { cutLine, oneLine } from '../letter/plainLine'
import { absenceIn, isAwayWord, isConsultationTypo, isHarmlessNote } from './slotWords'

/** The people of an absence are initials. `suggestion` is the title to type instead, '' when none can be guessed; `initials` of a mistake is '' when unknown. */
export type SlotTitle =
  | { readonly kind: 'free'; readonly initials: string; readonly note: string }
  | { readonly kind: 'booked'; readonly initials: string; readonly organisation: string }
  | SlotMistake
  | { readonly kind: 'absence'; readonly people: readonly string[]; readonly why: string }
  | { readonly kind: 'unrelated' }

export interface SlotMistake {
  readonly kind: 'mistake'
  readonly why: 'unknownInitials' | 'unreadable' | 'noOrganisation'
  readonly initials: string
  readonly suggestion: string
}

/** A piece of the title as typed and as compared (upper case, look-alikes folded); both have the same length. */
interface Piece {
  readonly typed: string
  readonly folded: string
}

const titleLimit = 200
const readLimit = 1000
const unnamed = 'организация не указана'
const separators = '[\\s_\\-–—.:)\\]]*'
const consultation = new RegExp(`^${separators}(?:КОНСУЛЬТАЦИ(?:Я|И|Ю|Й|Е|ЕЙ|ЯМ)?|КОНСУЛЬТ(?:АЦ)?\\.|КОНС\\.?)(?![\\p{L}\\p{N}])`, 'u')
const firstWord = new RegExp(`^${separators}(\\p{L}+)`, 'u')
const underscore = /^[\s.\-–—)\]]*_/
const letterOrDigit = /[\p{L}\p{N}]/u
const prepositions = ['ДЛЯ', 'НА', 'ПРО', 'ПО', 'БЕЗ', 'О', 'ОБ', 'ОТ', 'ДО', 'ЗА', 'И', 'В', 'К', 'С'].map(foldCase)

/**
 * Reads a title as people type it: any case, spaces, none, `_` or `-` after the initials, «конс.», Latin look-alikes, notes in brackets.
 * `initials` are the office's; the longest match counts, and they come back as the office spells them.
 * Examples: «мм консультация (онлайн)» → free ММ, note 'онлайн'; «нв_ТОС Семейный очаг» → booked НВ; «Отпуск ММ» → absence of ММ, why 'отпуск';
 * «Планёрка» → unrelated.
 */
export function readTitle(title: string, initials: readonly string[]): SlotTitle {
  return titleReader(initials)(title)
}

/** readTitle with the office's initials prepared once, for a whole calendar. */
export function titleReader(initials: readonly string[]): (title: string) => SlotTitle {
  const longestFirst = [...initials].sort((a, b) => b.length - a.length).map((own) => ({ own, key: initialsKey(own) }))
  return (title) => {
    const whole = pieceOf(cutLine(oneLine(title), readLimit).replace(/^[^\p{L}\p{N}]+/u, ''))
    if (consultation.test(whole.folded)) return readUnknown(whole, initials)
    for (const { own, key } of longestFirst) {
      const length = lengthOfInitials(whole.folded, key)
      const read = length > 0 ? readAfter(own, length, whole) : null
      if (read) return read
    }
    return readUnknown(whole, initials)
  }
}

/** 'ММ консультация', with a note 'ММ консультация (онлайн)'. */
export function freeTitle(initials: string, note = ''): string {
  return note ? `${initials} консультация (${note})` : `${initials} консультация`
}

/**
 * 'ММ_название организации' on one line, at most 200 characters; always read back as a booking of these initials
 * (a name that would read as a free slot, «Консультация», is put in quotes). No person and no phone belongs here.
 */
export function bookedTitle(initials: string, organisation: string): string {
  const name = oneLine(organisation)
  const told = letterOrDigit.test(name) ? name : unnamed
  return cutLine(`${initials}_${saysConsultation(pieceOf(told)) ? `«${told}»` : told}`, titleLimit)
}

/** How initials are compared: case, look-alike Latin letters and ё/е do not count. Two people with one key cannot be told apart. */
export function initialsKey(initials: string): string {
  return foldCase(oneLine(initials))
}

function readAfter(initials: string, length: number, whole: Piece): SlotTitle | null {
  const rest = from(whole, length)
  if (saysConsultation(rest)) return readFree(initials, rest)
  if (underscore.test(rest.folded)) return readBooked(initials, rest)
  return readSeparated(initials, whole.typed.slice(0, length), rest)
}

/** Letters may have dots or spaces between them, «М. М.». 0 = the title starts otherwise. */
function lengthOfInitials(folded: string, key: string): number {
  let at = 0
  for (const letter of key) {
    if (at > 0) while (folded[at] === '.' || folded[at] === ' ') at++
    if (!folded.startsWith(letter, at)) return 0
    at += letter.length
  }
  return at
}

/** «ММ консультация …», also mistyped. What follows must be a note: text that names somebody may be a booking, and is not offered. */
function readFree(initials: string, rest: Piece): SlotTitle {
  const exact = consultation.exec(rest.folded)
  const word = exact ?? firstWord.exec(rest.folded)
  const tail = from(rest, word?.[0].length ?? 0).typed
  const note = noteOf(tail)
  if (!isHarmlessNote(tail) || looksLikeOrganisation(note)) return mistake('unreadable', initials, bookedTitle(initials, note))
  if (!exact) return mistake('unreadable', initials, freeTitle(initials, note.replace(/[()[\]]/g, '')))
  return { kind: 'free', initials, note }
}

function readBooked(initials: string, rest: Piece): SlotTitle {
  const organisation = rest.typed.replace(/^[\s_.\-–—)\]]+/, '')
  if (!letterOrDigit.test(organisation)) return mistake('noOrganisation', initials, bookedTitle(initials, 'название организации'))
  return { kind: 'booked', initials, organisation }
}

/** «ММ АНО «Маяк»», «ММ - Отпуск», «ММ»: without `_` only what is plainly an organisation is taken for a booking. */
function readSeparated(initials: string, typed: string, rest: Piece): SlotTitle | null {
  const text = rest.typed.replace(/^[\s\-–—.:)\]]+/, '')
  if (text === '') return mistake('unreadable', initials, freeTitle(initials))
  if (text.length === rest.typed.length) return null
  if (looksLikeOrganisation(text)) return { kind: 'booked', initials, organisation: text }
  if (!isSpelled(initials, typed)) return null
  const why = absenceIn(text)
  if (why !== '') return { kind: 'absence', people: [initials], why }
  return isAwayWord(text) ? { kind: 'unrelated' } : mistake('unreadable', initials, bookedTitle(initials, text))
}

/** No initials of the office stand first. */
function readUnknown(whole: Piece, initials: readonly string[]): SlotTitle {
  if (!consultation.test(whole.folded) && hasUnknownInitials(whole)) return mistake('unknownInitials', '', sameLetters(whole, initials))
  const named = initials.find((known) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(known)}(?![\\p{L}\\p{N}])`, 'u').test(whole.typed))
  if (named && /КОНСУЛЬТАЦИ/.test(whole.folded)) return mistake('unreadable', named, freeTitle(named))
  if (named && whole.typed.includes(`${named}_`)) return mistake('unreadable', named, '')
  return consultation.test(whole.folded) ? mistake('unreadable', '', '') : readAbsence(whole, initials)
}

/** «Отпуск ММ», «Командировка ММ и ЕК в Вельск». */
function readAbsence({ typed }: Piece, initials: readonly string[]): SlotTitle {
  const why = absenceIn(typed)
  const words = why === '' ? [] : (typed.match(/(?:\p{L}\.\s?)*\p{L}+/gu) ?? [])
  const people = initials.filter((known) => words.some((word) => isSpelled(known, word)))
  return people.length > 0 ? { kind: 'absence', people, why } : { kind: 'unrelated' }
}

/** Two to four letters before «консультация» or `_`; of four at least two are capitals, so that «День консультаций» is a day. */
function hasUnknownInitials(whole: Piece): boolean {
  for (let length = 1; length <= 4; length++) {
    const typed = whole.typed.slice(0, length)
    if (!/^\p{L}+$/u.test(typed) || typed.length < length) return false
    const likely = length < 4 || (typed.match(/\p{Lu}/gu) ?? []).length > 1
    const rest = from(whole, length)
    const apart = !/^\p{L}/u.test(rest.folded)
    const says = apart ? saysConsultation(rest) || (length > 1 && underscore.test(rest.folded)) : consultation.test(rest.folded)
    if (likely && says && !prepositions.includes(foldCase(typed))) return true
  }
  return false
}

/** «ТАк консультация» → 'АКт консультация': the only initials of the same letters in another order. */
function sameLetters(whole: Piece, initials: readonly string[]): string {
  const typed = /^\p{L}+/u.exec(whole.folded)?.[0] ?? ''
  const sorted = (key: string) => [...key].sort().join('')
  const same = initials.filter((known) => sorted(initialsKey(known)) === sorted(typed))
  return same.length === 1 ? whole.typed.replace(/^\p{L}+/u, same[0] as string) : ''
}

function saysConsultation(rest: Piece): boolean {
  return consultation.test(rest.folded) || isConsultationTypo(firstWord.exec(rest.folded)?.[1] ?? '')
}

/** Without separators and closing signs; one pair of brackets round all of it goes. */
function noteOf(typed: string): string {
  const text = typed.replace(/^[\s_\-–—.:,;]+/, '').replace(/[\s_\-–—.:,;!?]+$/, '')
  return /^\([^()]*\)?$|^\[[^[\]]*\]?$/.test(text) ? text.replace(/[()[\]]/g, '').trim() : text
}

function isSpelled(initials: string, typed: string): boolean {
  const letters = foldLookAlikes(typed.replace(/[.\s]/g, ''))
  return letters === foldLookAlikes(initials) || letters === initialsKey(initials)
}

function mistake(why: SlotMistake['why'], initials: string, suggestion: string): SlotMistake {
  return { kind: 'mistake', why, initials, suggestion }
}

function pieceOf(typed: string): Piece {
  return { typed, folded: foldCase(typed) }
}

function from(piece: Piece, at: number): Piece {
  return { typed: piece.typed.slice(at), folded: piece.folded.slice(at) }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
