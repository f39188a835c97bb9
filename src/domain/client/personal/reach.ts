/** Where a text tells how to reach somebody: telephones in any spelling, e-mail addresses, names by which a program knows people. */

import { foldLookAlikes } from '../../text/fold'

/** From … to, exclusive. */
export type Span = readonly [from: number, to: number]

export interface Found {
  readonly text: string
  readonly span: Span
}

/** Five digits and more, whatever parts them. */
const digitRun = /\d(?:[\s().\u00a0\u2010-\u2015\u2212_-]{0,3}\d){4,}/g

interface Digit {
  readonly sign: string
  readonly at: number
}

/** @param number '+79114160123', or digits */
export function phonesAt(text: string, numbers: readonly string[]): Span[] {
  if (numbers.length === 0) return []
  const plain = foldLookAlikes(text)
  return [...plain.matchAll(digitRun)].flatMap(({ 0: run, index }) => {
    const digits = [...run].flatMap((sign, at): Digit[] => (/\d/.test(sign) ? [{ sign, at: index + at }] : []))
    return numbers.flatMap((number) => spansIn(plain, digits, number))
  })
}

function spansIn(text: string, digits: readonly Digit[], number: string): Span[] {
  const isRussian = /^\+7\d{10}$/.test(number)
  const wanted = isRussian ? number.slice(2) : number.replace(/\D/g, '')
  const all = digits.map(({ sign }) => sign).join('')
  const spans: Span[] = []
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
    const end = (digits[at + wanted.length - 1]?.at ?? 0) + 1
    const start = startOf(text, digits, at, isRussian)
    if (start !== null && !/\d/.test(text.charAt(end))) spans.push([start, end])
  }
  return spans
}

/** With «+7», «8» or «007» before it; null = it is the end of a longer number. */
function startOf(text: string, digits: readonly Digit[], at: number, isRussian: boolean): number | null {
  const own = digits[at]?.at ?? 0
  const code = isRussian && /[78]/.test(digits[at - 1]?.sign ?? '') ? digits[at - 1]?.at : undefined
  if (code === undefined) return isEnd(text, own) ? plus(text, own) : null
  if (isEnd(text, code)) return plus(text, code)
  const isAbroad = text.slice(Math.max(0, code - 2), code) === '00' && isEnd(text, code - 2)
  if (isAbroad) return code - 2
  return isEnd(text, own) ? own : null
}

function isEnd(text: string, at: number): boolean {
  return !/\d/.test(text.charAt(at - 1))
}

function plus(text: string, at: number): number {
  return text.charAt(at - 1) === '+' ? at - 1 : at
}

const longestPart = 64
const localSign = /[\p{L}\d._+'&=~-]/u
const domainPart = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u

/** What can stand before an @, right before it. */
function localBefore(text: string, end: number): string {
  let from = end
  while (from > 0 && end - from < longestPart && localSign.test(text.charAt(from - 1))) from -= 1
  return text.slice(from, end)
}

/** Lower case; «%40» of an address line is an @. */
export function emailsAt(text: string): Found[] {
  return [...text.matchAll(/@|%40/g)].flatMap(({ 0: sign, index }): Found[] => {
    const local = localBefore(text, index)
    const domain = domainPart.exec(text.slice(index + sign.length, index + sign.length + 4 * longestPart))?.[0] ?? ''
    if (local === '' || domain === '') return []
    const span = [index - local.length, index + sign.length + domain.length] as const
    return [{ text: `${local}@${domain}`.toLowerCase(), span }]
  })
}

/** '@anna_iv', 't.me/anna_iv' → 'anna_iv'. */
export function handlesIn(typed: string): string[] {
  const named = typed.split(/[\s,;]+/).filter((one) => /[@/]/.test(one) && emailsAt(one).length === 0)
  const names = named.flatMap((one) =>
    one
      .split(/[@/]/)
      .filter((part) => part !== '')
      .slice(-1),
  )
  return names.map((one) => one.toLowerCase()).filter((one) => one.length > 3)
}

const handlePattern = /@?[a-z\d_.]{4,64}/gi

export function handlesAt(text: string, handles: ReadonlySet<string>): Span[] {
  if (handles.size === 0) return []
  return [...text.matchAll(handlePattern)].flatMap(({ 0: found, index }): Span[] => {
    const name = found.replace(/^@/, '').toLowerCase()
    return handles.has(name) ? [[index, index + found.length]] : []
  })
}
