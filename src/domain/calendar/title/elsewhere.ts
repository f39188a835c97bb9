/** A title in which nobody of the consultants stands first: somebody named later, initials of nobody known, the whole centre, or nothing of ours. */

import { looksLikeOrganisation } from '../../client/organisation'
import { foldCase, initialsKey } from '../../text/fold'
import { absenceBefore, absenceIn, awayIn, isClosedForAll, isDenied, isPresent, needsPerson } from './awayWords'
import { aroundConsultation, saysConsultation, startsWithConsultation } from './consultationWord'
import { doubtIn } from './doubtWords'
import { freeTitle } from './freeTitle'
import { isHarmlessNote } from './noteWords'
import { type Mention, mayBeWeekday, mentionsIn, type Staff } from './people'
import { phrases } from './phrases'
import { type AskWhy, asked, type SlotTitle, unrelated } from './slotTitleKinds'
import { from, type Piece, pieceOf, separators, withoutQuoted, wordsOf } from './titleLine'

const underscore = /^[\s.\-)\]]*_/
const prepositions = foldCase('для,на,про,по,без,о,об,от,до,за,и,в,к,с,др').split(',')
const lowerName = /(?<!\p{L})(?:отпуск|больничный|отгул|обед|декрет|командировка)\s+(\p{Ll}{2,4})(?!\p{L})/u
/** «Сегодня консультаций не будет»: for all, or of whom? */
const offForAll = phrases(
  'консультаций не будет, консультации не будет, консультаций нет, консультации отмен*, консультации не провод*, нет консультаций, без консультаций',
)
const adjective = /(?:АЯ|ЯЯ|ЫЕ|ИЕ|ОЙ|УЮ)$/

export function readElsewhere(whole: Piece, staff: Staff): SlotTitle {
  const found = [...mentionsIn(pieceOf(withoutQuoted(whole.typed)), staff), ...inSmallLetters(whole, staff)]
  const mentions = found.filter(({ who }) => who.length > 0)
  if (mentions.length > 0) return readNamed(whole, mentions)
  if (hasUnknownInitials(whole) || isOfSomebodyUnknown(whole))
    return asked('unknownInitials', [], { suggestion: sameLetters(whole, staff) })
  const isStranger = found.some(({ sure }) => !sure)
  if (isStranger && aroundConsultation(whole) !== null) return asked('whose', [])
  return readOfNobody(whole, found.length > 0 && !isStranger)
}

/** «отпуск мм»: small letters directly behind an absence. */
function inSmallLetters({ typed }: Piece, staff: Staff): Mention[] {
  const found = lowerName.exec(typed)
  const who = staff.known.filter(({ key }) => found !== null && key !== '' && key === initialsKey(found[1] ?? ''))
  const mention = { from: 0, to: 0, who: who.map(({ initials }) => initials), sure: true }
  return who.length === 1 && !mayBeWeekday(mention) ? [mention] : []
}

/** «Отпуск ММ и ЕК», «Перенос ММ_АНО «Маяк»», «Консультация ММ», «Кофе с Морозовой». */
function readNamed(whole: Piece, mentions: readonly Mention[]): SlotTitle {
  const people = [...new Set(mentions.flatMap(({ who }) => who))]
  const words = wordsOf(withoutQuoted(whole.typed))
  const why = doubtIn(whole.typed)
  if (mentions.some(({ who }) => who.length > 1)) return asked('sharedInitials', people)
  if (aroundConsultation(whole) !== null || isBookingBehind(whole, mentions)) return readSlotBehind(whole, mentions, people, why)
  if (isPresent(words)) return unrelated
  const away = awayIn(words)
  const isClear = !isDenied(words) && (why === null || why === 'taken') && (absenceIn(words) !== '' || !mentions.some(mayBeWeekday))
  if (away !== '' && isClear) return { kind: 'away', people, why: away }
  return asked(why ?? 'unreadable', people, { organisation: nameBefore(whole, mentions) })
}

function isBookingBehind(whole: Piece, mentions: readonly Mention[]): boolean {
  return mentions.some(({ to }) => underscore.test(whole.folded.slice(to)))
}

/** «10:00 ММ консультация», «Консультация ММ»: nearly a slot; with any other word a question. */
function readSlotBehind(whole: Piece, mentions: readonly Mention[], people: readonly string[], doubt: AskWhy | null): SlotTitle {
  const away = absenceBefore(beforeWord(whole, mentions))
  if (away !== '') return { kind: 'away', people, why: away }
  if (people.length > 1) return asked('twoPeople', people)
  const [{ from: start, to }] = mentions as [Mention]
  const word = aroundConsultation(pieceOf(`${whole.typed.slice(0, start)} ${whole.typed.slice(to)}`))
  const isPlain = word !== null && !word.after.includes('_') && isHarmlessNote(`${word.before} ${word.after}`)
  if (isPlain) return asked('unreadable', people, { suggestion: freeTitle(people[0] as string) })
  return asked(doubt ?? 'unreadable', people)
}

/** What stands before «консультация», without the people named there. */
function beforeWord(whole: Piece, mentions: readonly Mention[]): string {
  const without = mentions.reduce(
    (text, { from: start, to }) => text.slice(0, start) + ' '.repeat(to - start) + text.slice(to),
    whole.typed,
  )
  return aroundConsultation(pieceOf(without))?.before ?? ''
}

/** «АНО «Маяк» (ММ)» → «АНО «Маяк»» */
function nameBefore(whole: Piece, mentions: readonly Mention[]): string {
  const [{ from: start, to }] = mentions as [Mention]
  const isLast = !/[\p{L}\p{N}]/u.test(whole.typed.slice(to))
  const name = whole.typed.slice(0, start).replace(/(?<![\s_,.(—–-])[\s_,.(—–-]+$/u, '')
  return isLast && looksLikeOrganisation(name) ? name : ''
}

function readOfNobody(whole: Piece, isOther: boolean): SlotTitle {
  const words = wordsOf(whole.typed)
  if (startsWithConsultation(whole.folded)) return asked('unreadable', [])
  if (offForAll.isIn(words)) return asked('whose', [])
  if (isSlotOfSomebody(whole)) return asked('whose', [])
  if (isOther || isPresent(words)) return unrelated
  if (isClosedForAll(words))
    return doubtIn(whole.typed) === null ? { kind: 'away', people: 'everybody', why: 'выходной' } : asked('whose', [])
  return needsPerson(words) ? asked('whose', []) : unrelated
}

/** «Мария консультация», but not «Групповая консультация», «День консультаций», «Для консультаций». */
function isSlotOfSomebody({ typed, folded }: Piece): boolean {
  const [first = '', second = ''] = wordsOf(typed)
  if (!/^\p{Lu}/u.test(typed) || adjective.test(first) || prepositions.includes(first)) return false
  return second !== '' && /^КОНСУЛЬТАЦИ(?:Я|Ю)$|^КОНС$/.test(second) && !folded.includes('-')
}

/** «Ж. Ж. консультация», «Сидорова_АНО «Маяк»». */
function isOfSomebodyUnknown({ typed, folded }: Piece): boolean {
  const letters = /^(?:\p{L}[.\s]{1,2}){1,3}/u.exec(folded)?.[0] ?? ''
  const isSlot = letters.length > 2 && startsWithConsultation(folded.slice(letters.length))
  return isSlot || looksLikeOrganisation(/^\p{L}{2,40}\s?_\s?(.+)$/u.exec(typed)?.[1] ?? '')
}

/** Two to four letters before «консультация» or `_`; of four at least two are capitals, so that «День консультаций» is a day. */
function hasUnknownInitials(whole: Piece): boolean {
  for (let length = 1; length <= 4; length++) {
    const typed = whole.typed.slice(0, length)
    if (!/^\p{L}+$/u.test(typed) || typed.length < length) return false
    if (areInitials(typed, from(whole, length))) return true
  }
  return false
}

function areInitials(typed: string, rest: Piece): boolean {
  if (prepositions.includes(foldCase(typed)) || (typed.length === 4 && (typed.match(/\p{Lu}/gu) ?? []).length < 2)) return false
  if (/^\p{L}/u.test(rest.folded)) return startsWithConsultation(rest.folded)
  const isAway = /^\p{Lu}{2}$/u.test(typed) && !looksLikeOrganisation(`${typed} x`) && absenceIn(wordsOf(rest.typed).slice(0, 2)) !== ''
  return isAway || saysConsultation(rest.folded) || (typed.length > 1 && underscore.test(rest.folded))
}

const firstLetters = new RegExp(`^\\p{L}+(?=[${separators}]|$)`, 'u')

/** «ТАк консультация» → 'АКт консультация': the only initials of the same letters in another order. */
function sameLetters(whole: Piece, { known }: Staff): string {
  const letters = firstLetters.exec(whole.folded)?.[0] ?? ''
  const sorted = (key: string) => [...key].sort().join('')
  const same = known.filter(({ key }) => key !== '' && sorted(key) === sorted(letters))
  const rest = whole.typed.slice(letters.length)
  return same.length === 1 && isHarmlessNote(rest.replace(/консультаци\p{L}/iu, ''))
    ? `${(same[0] as { initials: string }).initials}${rest}`
    : ''
}
