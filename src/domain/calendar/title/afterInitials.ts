/** What stands behind the initials of one consultant: «консультация», `_` and an organisation, an absence, or a question (G1, G3). */

import { isLegalForm, looksLikeOrganisation, organisationKey } from '../../client/organisation'
import { absenceBefore, absenceIn, awayIn, isDenied, isOnlyAway, isPresent } from './awayWords'
import { type AroundWord, aroundConsultation, startsWithConsultation } from './consultationWord'
import { doubtIn } from './doubtWords'
import { freeTitle } from './freeTitle'
import { areHarmless, isHarmlessNote } from './noteWords'
import { asked, type SlotTitle, unrelated } from './slotTitleKinds'
import { dashes, letterOrDigit, type Piece, pieceOf, withoutAddresses, withoutLead, withoutQuoted, wordsOf } from './titleLine'

/** What a hint shows in place of a name: typed as it stands, it is none. */
const placeholder = 'название организации'

const underscore = new RegExp(`^[\\s${dashes}.,:)\\]]*_`, 'u')
const leading = new RegExp(`^[\\s_${dashes}.,:;/]+`, 'u')
const trailing = new RegExp(`(?<![\\s_${dashes}.,:;!])[\\s_${dashes}.,:;!]+$`, 'u')

/** @param rest what follows the initials */
export function readAfter(initials: string, rest: Piece): SlotTitle {
  const text = withoutLead(rest)
  const isBooking = underscore.test(rest.folded)
  const word = aroundConsultation(text)
  if (word !== null && (!isBooking || isSlotWord(word, text.typed))) return readSlot(initials, word)
  return isBooking ? readBooking(initials, text.typed) : readOther(initials, text.typed)
}

const partners = [
  /^\s*(\p{L}{2,4})_/u,
  /(?:[,(+&/→>]|\s(?:и|с|со|за|вместо|замен\p{L}{1,4}|передан\p{L}|передать))\s*(\p{L}{2,4})\)?[.!]?$/u,
  /^\s*(\p{L}{2,4})\s*$/u,
]

/** Letters that stand where a second consultant is named, '' = none: «ММ_СБ», «ММ_СБ_АНО «Маяк»», «ММ_АНО «Маяк», СБ», «ММ консультация (СБ)». */
export function partnerIn(text: string): string {
  const found = partners.map((place) => place.exec(text)?.[1] ?? '')
  return found.find((letters) => letters !== '') ?? ''
}

/** Behind `_`: «ММ_онлайн консультация» is a slot, «ММ_Центр консультаций «Правда»» is not. */
function isSlotWord({ before }: AroundWord, text: string): boolean {
  return before.trim() === '' || (isHarmlessNote(before) && !/[«"]/.test(text))
}

/** «консультация» with words before and behind it: free where all of them are harmless, also in brackets. */
function readSlot(initials: string, { before, after, exact }: AroundWord): SlotTitle {
  const away = absenceBefore(before)
  if (away !== '') return { kind: 'away', people: [initials], why: away }
  const said = noteOf(`${before} ${after}`)
  if (!isHarmlessNote(said) || looksLikeOrganisation(said)) return readBusySlot(initials, said)
  return exact ? { kind: 'free', initials, note: said } : asked('unreadable', [initials], { suggestion: freeTitle(initials, said) })
}

/** The note says more: an absence takes the hour away, anything else may be a client and is asked. */
function readBusySlot(initials: string, said: string): SlotTitle {
  const doubt = doubtIn(said)
  const away = absenceIn(wordsOf(withoutQuoted(said)))
  if (doubt === null && away !== '' && away !== 'нет на месте' && isOnlyAway(wordsOf(said)))
    return { kind: 'away', people: [initials], why: away }
  if (doubt !== null) return asked(doubt, [initials])
  return asked('unreadable', [initials], { organisation: letterOrDigit.test(said) ? said : '' })
}

/** `_` and a name. Words outside its quotation marks may call it off. */
function readBooking(initials: string, text: string): SlotTitle {
  if (!letterOrDigit.test(text) || text === placeholder) return asked('noOrganisation', [initials])
  if (isNameless(text)) return asked('noOrganisation', [initials], { organisation: text })
  const words = wordsOf(withoutQuoted(text))
  const isNamed = letterOrDigit.test(withoutQuoted(text)) ? words.length < wordsOf(text).length : true
  if (!isNamed && isOnlyAway(words)) return { kind: 'away', people: [initials], why: awayIn(words) }
  if (!isNamed && areHarmless(words) && !words.every((word) => /\d/.test(word))) return asked('unreadable', [initials])
  const doubt = doubtIn(text)
  if (doubt !== null && (doubt !== 'taken' || !isNamed)) return asked(doubt, [initials])
  if (isSaidOfName(text)) return asked('unreadable', [initials], { organisation: text })
  if (absenceIn(wordsOf(behindName(text))) !== '') return asked('calledOff', [initials])
  if (organisationsIn(text) > 1) return asked('twoOrganisations', [initials], { organisation: text })
  const organisation = withoutNote(text)
  return organisation === '' ? asked('noOrganisation', [initials]) : { kind: 'booked', initials, organisation }
}

/** A telephone, a day, an address, a legal form without a name: no organisation is called so. */
function isNameless(text: string): boolean {
  const said = withoutAddresses(text)
    .split(' ')
    .filter((word) => !word.includes('@'))
    .join(' ')
  if (/[«"“„]/.test(said)) return false
  return !/\p{L}{2}/u.test(said) || isLegalForm(organisationKey(said)) || general.test(said.trim())
}

const general = /^(?:организация|компания|клиент|название|имя|test|тест)$/iu

/** «не АНО «Маяк»», «встреча с АНО «Маяк»», «свободно после …»: what stands before the name is no part of it. */
function isSaidOfName(text: string): boolean {
  const [head = '', name = ''] = text.split(/\s(?:с|со|для|у|после|перед|до|от)\s/iu, 2)
  if (/^(?:не|нет|без)\s/iu.test(text)) return true
  return looksLikeOrganisation(name) && (isOnlyAway(wordsOf(head)) || areHarmless(wordsOf(head)))
}

/** «АНО «Маяк» и Фонд «Север»»: names with a legal form or in quotation marks of their own, outside others' quotation marks. */
function organisationsIn(text: string): number {
  const unquoted = withoutQuoted(text)
  const ends = [...unquoted.matchAll(/[,;/+&]|\sи\s/gu)]
  const starts = [0, ...ends.map(({ 0: joiner, index }) => index + joiner.length)]
  return starts.filter((start, at) => looksLikeOrganisation(text.slice(start, ends[at]?.index).trim())).length
}

/** What is said behind the quotation marks of a name, or in brackets at its end. */
function behindName(text: string): string {
  const after = afterQuotes(text)
  return after > 0 ? text.slice(after) : (lastBracket.exec(withoutQuoted(text))?.[0] ?? '')
}

const lastBracket = /[([][^()[\]]*[)\]]?$/u

/** Where the last quotation mark ends a name; 0 = nowhere. */
function afterQuotes(text: string): number {
  const after = Math.max(...['»', '"', '”'].map((mark) => text.lastIndexOf(mark))) + 1
  return after > 0 && withoutQuoted(text)[after - 1] === ' ' ? after : 0
}

/** «АНО «Маяк» (онлайн)», «АНО «Маяк», zoom» → «АНО «Маяк»»: what says how or when is not the name. */
function withoutNote(text: string): string {
  const afterName = afterQuotes(text)
  const from = afterName > 0 && isSaid(text.slice(afterName)) ? afterName : withoutQuoted(text).search(lastBracket)
  const name = from > 0 && isSaid(text.slice(from)) ? text.slice(0, from).trimEnd() : ''
  return letterOrDigit.test(name) ? name : text
}

/** A harmless note of words; a number alone belongs to the name («Детский сад» 12). */
function isSaid(note: string): boolean {
  return isHarmlessNote(note.replace(/консультаци[яи]/iu, ' ')) && /\p{L}{2}|:/u.test(note)
}

/** Neither the word nor `_`: what is plainly an organisation is a booking, what is plainly an absence is one, the rest is asked. */
function readOther(initials: string, text: string): SlotTitle {
  const words = wordsOf(withoutQuoted(text))
  const doubt = doubtIn(text)
  if (startsWithConsultation(pieceOf(text.replace(/[«»"“”„]/g, '')).folded)) return asked('unreadable', [initials])
  if (looksLikeOrganisation(text)) return readBooking(initials, text)
  if (isPresent(words)) return unrelated
  if (areHarmless(words) && !/[«"]/.test(text)) return asked('unreadable', [initials], { suggestion: slotSuggestion(initials, text) })
  const away = awayIn(words)
  if (isDenied(words)) return asked('unsure', [initials])
  if (away !== '' && (doubt === null || doubt === 'taken')) return { kind: 'away', people: [initials], why: away }
  return doubt === null ? asked('unreadable', [initials], { organisation: text }) : asked(doubt, [initials])
}

/** «ММ», «ММ 10:00», «ММ свободна (онлайн)» can be nothing else than a slot; «ММ день» can. */
function slotSuggestion(initials: string, text: string): string {
  const left = text.replace(slotWord, ' ')
  if (left === text && /\p{L}/u.test(text)) return ''
  return freeTitle(initials, noteOf(left).replace(/[()[\]]/g, ''))
}

const slotWord = /(?<!\p{L})(?:свобод\p{L}*|слот\p{L}*|окн\p{L}*|free|slot)(?!\p{L})/giu

/** Without separators at the ends; one pair of brackets round all of it goes. */
function noteOf(typed: string): string {
  const text = typed.replace(/\s+/g, ' ').replace(leading, '').replace(trailing, '').trim()
  return /^\([^()]*\)?$|^\[[^[\]]*\]?$/.test(text) ? text.replace(/[()[\]]/g, '').trim() : text
}
