/** What Sheets makes of typed text (USER_ENTERED, setValues, a person's keyboard): numbers, dates, times, formulas, or text. */
import type { CellState } from '../../world/types'
import { russian } from './display'
import { toSerial } from './serial'
import { typedMoney, typedWords } from './typedWords'

export interface TypingContext {
  readonly locale: string
  /** Year that a day without one belongs to. */
  readonly year: number
}

type Typed = Pick<CellState, 'v' | 'f' | 'nf'>

/** `parseTyped("'007", …)` is text, `01234` the number 1234, `1-2` a date, `+7 999 …` the error `#ERROR!`. */
export const parseTyped = (text: string, context: TypingContext): Typed => {
  if (text.startsWith("'")) return { v: text.slice(1) }
  if (text.startsWith('=')) return text.length > 1 ? { v: null, f: text } : { v: text }
  const trimmed = text.trim().replace(/[\u00a0\u202f]/g, ' ')
  if (trimmed === '') return { v: text === '' ? null : text }
  return (
    typedBoolean(trimmed, context) ??
    typedNumber(trimmed, context) ??
    typedMoment(trimmed, context) ??
    typedWords(trimmed, russian(context.locale), context.year) ??
    typedMoney(trimmed, russian(context.locale)) ??
    typedSign(trimmed) ?? { v: text }
  )
}

const typedBoolean = (text: string, context: TypingContext): Typed | undefined => {
  const word = text.toUpperCase()
  if (word === 'TRUE' || (russian(context.locale) && word === 'ИСТИНА')) return { v: true }
  if (word === 'FALSE' || (russian(context.locale) && word === 'ЛОЖЬ')) return { v: false }
  return undefined
}

const typedNumber = (text: string, context: TypingContext): Typed | undefined => {
  const comma = russian(context.locale)
  const group = comma ? ' ' : ','
  const pattern = comma
    ? /^([+-]?)(\d{1,3}(?: \d{3})+|\d+|(?=,\d))(,\d*)?(e[+-]?\d+)?(%?)$/i
    : /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d*)?(e[+-]?\d+)?(%?)$/i
  const match = pattern.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', fraction = '', power = '', percent] = match
  const value = Number(`${sign}${whole.replaceAll(group, '') || '0'}${fraction.replace(',', '.')}${power}`)
  return percent ? { v: value / 100, nf: fraction ? '0.00%' : '0%' } : { v: value }
}

const timePattern = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/

/** A day, a time, or both. */
const typedMoment = (text: string, context: TypingContext): Typed | undefined => {
  const [first = '', second, ...more] = text.split(/[ T]+/)
  if (more.length > 0) return undefined
  const time = timePattern.exec(second ?? first)
  if (second !== undefined && !time) return undefined
  const day = second === undefined && time ? undefined : dayOf(first, context)
  if (!day && !(second === undefined && time)) return undefined
  const clock = { hour: Number(time?.[1] ?? 0), minute: Number(time?.[2] ?? 0), second: Number(time?.[3] ?? 0) }
  const serial = toSerial({ ...(day ?? { year: 1899, month: 12, day: 30 }), ...clock })
  return serial === undefined ? undefined : { v: serial, nf: day ? (time ? 'dd.mm.yyyy hh:mm:ss' : 'dd.mm.yyyy') : 'hh:mm:ss' }
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const dayOf = (text: string, context: TypingContext): Day | undefined => {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const match = /^(\d{1,2})[-./](\d{1,2})(?:[-./](\d{4}|\d{2}))?$/.exec(text)
  if (!match) return undefined
  const [a, b] = [Number(match[1]), Number(match[2])]
  const year = match[3] === undefined ? context.year : fullYear(Number(match[3]))
  return russian(context.locale) ? { year, month: b, day: a } : { year, month: a, day: b }
}

const fullYear = (year: number): number => (year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year)

/** A leading + or − that is not a number starts a formula; what is no formula shows an error. */
const typedSign = (text: string): Typed | undefined => {
  const match = /^([+-])(.+)$/.exec(text)
  return match ? { v: /\d[ (-]+\d|[^\x20-\x7e]/.test(match[2] ?? '') ? '#ERROR!' : null, f: `=${text}` } : undefined
}
