/** Where a text names somebody: his name in any case and order, his telephones in any spelling, his addresses. */

import { foldCase, stem } from '../../text/fold'
import { organisationCore, organisationKey } from '../organisation'
import { emailsAt, handlesAt, handlesIn, phonesAt, type Span } from './reach'
import { emailsIn, numbersIn, type Told } from './told'

interface Word {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** Signs within a word that nobody sees. */
const unseen = /[\u00ad\u200b-\u200d\ufeff]/g
const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\ufeff]*/gu

function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({ key: keyOf(word), from: index, to: index + word.length }))
}

/** Case, ё, look-alike letters and endings do not count. */
function keyOf(word: string): string {
  const known = keys.get(word)
  if (known !== undefined) return known
  const key = stem(plainKey(word))
  if (keys.size >= mostKeys) keys.clear()
  keys.set(word, key)
  return key
}

/** The same words come again and again in one run. */
const keys = new Map<string, string>()
const mostKeys = 20_000

function plainKey(word: string): string {
  return foldCase(word.replace(unseen, '').normalize('NFC')).toLowerCase()
}

const nameWords = (name: string) => wordsOf(name).filter(({ key }) => key.length > 1 && !/\d/.test(key))

interface Name {
  readonly keys: ReadonlySet<string>
  /** Without these it is not he. */
  readonly needed: ReadonlySet<string>
}

/** What a text is compared with, made once. */
interface Prepared {
  readonly names: readonly Name[]
  readonly words: ReadonlySet<string>
  readonly initials: ReadonlySet<string>
  readonly numbers: readonly string[]
  readonly emails: ReadonlySet<string>
  readonly handles: ReadonlySet<string>
}

const preparations = new WeakMap<Told, Prepared>()

function preparedOf(told: Told): Prepared {
  const known = preparations.get(told)
  if (known !== undefined) return known
  const all = told.contact.flatMap(nameWords).map(({ key }) => key)
  const made: Prepared = {
    names: told.contact.map((name) => ({ keys: new Set(nameWords(name).map(({ key }) => key)), needed: neededOf(name) })),
    words: new Set(all),
    initials: new Set(all.map((key) => key.charAt(0))),
    numbers: [...new Set(told.phone.flatMap(numbersIn))],
    emails: new Set(told.email.flatMap(emailsIn)),
    handles: new Set(told.messenger.flatMap(handlesIn)),
  }
  preparations.set(told, made)
  return made
}

/** In rows of his own: each word of a name, with the initials beside it. */
export function ownNames(text: string, told: Told): Span[] {
  const { words, initials } = preparedOf(told)
  if (words.size === 0) return []
  return wordsOf(text).flatMap(({ key, from, to }): Span[] => (words.has(key) ? [withInitials(text, [from, to], initials)] : []))
}

const behind = /^[\s,]{0,2}(?:\p{L}\.\s?){1,2}/u
const before = /(?<!\p{L})(?:\p{L}\.\s?){1,2}$/u

function withInitials(text: string, [from, to]: Span, initials: ReadonlySet<string>): Span {
  const areHis = (found: string) => [...found.matchAll(/\p{L}/gu)].every(([letter]) => initials.has(plainKey(letter)))
  const after = behind.exec(text.slice(to, to + 12))?.[0].trimEnd() ?? ''
  const ahead = before.exec(text.slice(Math.max(0, from - 8), from))?.[0] ?? ''
  return [from - (ahead !== '' && areHis(ahead) ? ahead.length : 0), to + (after !== '' && areHis(after) ? after.length : 0)]
}

/** Elsewhere: name and family name beside one another, whatever stands with them; one word alone may be anybody's. */
export function fullNames(text: string, told: Told): Span[] {
  const names = preparedOf(told).names.filter(({ needed }) => needed.size > 1)
  const words = names.length === 0 ? [] : wordsOf(text)
  return names.flatMap((name) => runsOf(text, words, name))
}

/** A patronymic alone tells nobody. */
function neededOf(name: string): ReadonlySet<string> {
  const own = nameWords(name)
  const telling = own.filter(({ from, to }) => !/(?:вна|вич|ична|инична)$/i.test(name.slice(from, to)))
  return new Set((telling.length > 1 ? telling : own).map(({ key }) => key))
}

function runsOf(text: string, words: readonly Word[], { keys, needed }: Name): Span[] {
  const spans: Span[] = []
  let run: Word[] = []
  const end = () => {
    const [first, last] = [run[0], run[run.length - 1]]
    const has = new Set(run.map(({ key }) => key))
    if (first !== undefined && last !== undefined && [...needed].every((key) => has.has(key))) spans.push([first.from, last.to])
    run = []
  }
  for (const word of words) {
    const last = run[run.length - 1]
    const isNext = last === undefined || /^[\s.,]{0,3}$/.test(text.slice(last.to, word.from))
    if (!keys.has(word.key) || !isNext) end()
    if (keys.has(word.key)) run.push(word)
  }
  end()
  return spans
}

/** @param least fewer digits than that are nobody's alone */
export function phones(text: string, told: Told, least: number): Span[] {
  return phonesAt(
    text,
    preparedOf(told).numbers.filter((number) => number.length >= least),
  )
}

export function addresses(text: string, told: Told): Span[] {
  const { emails, handles } = preparedOf(told)
  const found = emails.size === 0 ? [] : emailsAt(text).filter((one) => emails.has(one.text))
  return [...found.map(({ span }) => span), ...handlesAt(text, handles)]
}

/** @param own its name without the legal form counts too */
export function organisations(text: string, { organisation }: Told, own: boolean): Span[] {
  const words = [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({ key: plainKey(word), from: index, to: index + word.length }))
  const known = organisation.flatMap((name) => [organisationKey(name), ...(own ? [organisationCore(name)] : [])])
  return [...new Set(known)].filter((key) => isTelling(key, text, own)).flatMap((key) => sequences(text, words, key.split(' ')))
}

/** A short word may be anything, unless it is all that is said. */
function isTelling(key: string, text: string, own: boolean): boolean {
  return key !== '' && (organisationKey(text) === key || (own ? key.length > 3 : key.includes(' ') && key.length > 7))
}

function sequences(text: string, words: readonly Word[], keys: readonly string[]): Span[] {
  return words.flatMap(({ from }, at): Span[] => {
    const run = words.slice(at, at + keys.length)
    const isSame = run.length === keys.length && run.every(({ key }, place) => key === keys[place])
    return isSame ? [closed(text, [from, run[run.length - 1]?.to ?? from])] : []
  })
}

/** «АНО «Маяк» goes with its closing quotation mark. */
function closed(text: string, [from, to]: Span): Span {
  const open = text.slice(from, to).match(/[«"„“]/g)?.length ?? 0
  const shut = text.slice(from, to).match(/[»”]/g)?.length ?? 0
  return [from, to + (open > shut ? (/^[»"”]/.exec(text.slice(to))?.[0].length ?? 0) : 0)]
}
