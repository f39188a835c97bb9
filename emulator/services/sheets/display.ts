/** What a cell shows: `formattedValue`, getDisplayValue and FORMATTED_VALUE, for the patterns and locales that the office uses. */
import type { StoredCell } from '../../world/types'
import { asCell } from './grid'
import { fromSerial } from './serial'

/** Pattern of a date, a time or both: `dd.mm.yyyy hh:mm`, `[h]:mm`. */
export const isDatePattern = (pattern: string | undefined): boolean =>
  pattern !== undefined && /[dyhm]/i.test(pattern.replace(/"[^"]*"|\\.|\[\$.[^\]]*\]/g, ''))

/** Shown text of a cell; '' for an empty one. */
export const displayed = (cell: StoredCell | undefined, locale: string): string => {
  const { v, nf } = asCell(cell)
  if (v === null) return ''
  if (typeof v === 'string') return v
  if (typeof v === 'boolean') return russian(locale) ? (v ? 'ИСТИНА' : 'ЛОЖЬ') : v ? 'TRUE' : 'FALSE'
  if (nf !== undefined && isDatePattern(nf)) return showDate(v, nf, locale)
  return showMoney(nf, showNumber(v, nf, locale))
}

export const russian = (locale: string): boolean => locale.toLowerCase().startsWith('ru')

/** The sign of a currency before or after the number: `[$$]#,##0`, `#,##0 [$₽]`. */
const showMoney = (pattern = '', number: string): string => {
  const [, before = '', after = ''] = /^(?:\[\$(.)\])?[^[]*?(?: ?\[\$(.)\])?$/.exec(pattern) ?? []
  return `${before}${number}${after === '' ? '' : `\u00a0${after}`}`
}

const englishMonths = 'January February March April May June July August September October November December'.split(' ')
const russianMonths = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

const datePart = /"([^"]*)"|\\(.)|\[(h+|m+|s+)\]|yyyy|yy|y|d+|m+|h+|s+|am\/pm|./gi

const showDate = (serial: number, pattern: string, locale: string): string => {
  const clock = fromSerial(serial)
  let afterHour = false
  const parts = [...pattern.matchAll(datePart)]
  return parts
    .map((match, index) => {
      const token = match[0].toLowerCase()
      if (match[1] !== undefined || match[2] !== undefined) return match[1] ?? match[2]
      if (token.startsWith('[h')) return String(Math.floor(serial * 24 + 1e-9))
      if (token.startsWith('h') || token.startsWith('[h')) afterHour = true
      if (/^y+$/.test(token)) return token.length === 4 ? String(clock.year) : pad(clock.year % 100, 2)
      if (/^d+$/.test(token)) return pad(clock.day, Math.min(token.length, 2))
      if (/^h+$/.test(token)) return pad(clock.hour, token.length)
      if (/^s+$/.test(token)) return pad(clock.second, token.length)
      if (token === 'mmmm') return (russian(locale) ? russianMonths : englishMonths)[clock.month - 1]
      if (/^m+$/.test(token)) return pad(afterHour || secondsFollow(parts, index) ? clock.minute : clock.month, token.length)
      return match[0]
    })
    .join('')
}

// 'm' means minutes when an hour came before it or seconds come right after.
const secondsFollow = (parts: RegExpMatchArray[], index: number): boolean => /^s/i.test(parts[index + 2]?.[0] ?? '')

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

const showNumber = (value: number, pattern: string | undefined, locale: string): string => {
  const comma = russian(locale) ? ',' : '.'
  if (pattern === undefined || pattern === '@' || !/[0#]/.test(pattern)) return general(value).replace('.', comma)
  const percent = pattern.includes('%')
  const decimals = /\.([0#]+)/.exec(pattern)?.[1]?.length ?? 0
  const grouped = pattern.includes(',')
  const [whole = '0', fraction] = Math.abs(percent ? value * 100 : value)
    .toFixed(decimals)
    .split('.')
  const separated = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, russian(locale) ? '\u00a0' : ',') : whole
  return `${value < 0 ? '-' : ''}${separated}${fraction ? comma + fraction : ''}${percent ? '%' : ''}`
}

const general = (value: number): string => String(Number(value.toPrecision(10)))
