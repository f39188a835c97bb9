/** Dates, times and durations as files have them. */

import { readDate } from '../../text/russian'
import { dateOf, fromSerial, type LocalDate, minuteOfDay } from '../../time/localTime'

/** Which number comes first in 03/08/2026. */
export type DateOrder = 'dayFirst' | 'monthFirst'

export interface When {
  readonly date: LocalDate
  /** Minutes of the day; null = the cell has no time. */
  readonly minute: number | null
  /** Minutes by which its clock is ahead of UTC, where the cell tells them. */
  readonly ahead: number | null
}

const months = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Days that a number in a cell may stand for: 2000 … 2099. */
const firstSerial = 36_526
const lastSerial = 73_050
const minutesPerDay = 1440
/** A length below so many hours is no number of hours: it is a part of the day. */
const leastHours = 5 / 60

/**
 * A date with or without a time; null = it is none.
 * @example readWhen('5 августа 2026 г. в 14:00') // { date: '2026-08-05', minute: 840, ahead: null }
 */
export function readWhen(typed: string, order: DateOrder = 'dayFirst'): When | null {
  const text = typed.trim().toLowerCase()
  const serial = readSerial(text)
  if (serial !== null) return serial
  const parts = [
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[t\s,]+(.*))?$/,
    /^(?:\p{L}{2,}\.?,?\s+)?(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:\s*г\.?)?(?:[t\s,]+(.*))?$/u,
  ]
  const iso = parts[0]?.exec(text)
  if (iso) return whenOf([iso[1], iso[2], iso[3]], iso[4])
  const plain = parts[1]?.exec(text)
  if (plain) return whenOf([plain[3], ...(order === 'dayFirst' ? [plain[2], plain[1]] : [plain[1], plain[2]])], plain[4])
  return wordedWhen(text)
}

/** «5 августа 2026 г.», «03-авг-26», «Aug 5, 2026». */
function wordedWhen(text: string): When | null {
  const dayFirst = /^(?:\p{L}{2,}\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}+)\.?[\s,-]+(\d{4}|[2-9]\d)(?:\s*г(?:ода|\.)?)?(?:[\s,]+(.*))?$/u.exec(text)
  const english = /^(?:[a-z]{2,}\.?,\s+)?([a-z]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})(?:[\s,]+(.*))?$/.exec(text)
  const [day, word = '', year, rest] = dayFirst?.slice(1) ?? [english?.[2], english?.[1], english?.[3], english?.[4]]
  const month = monthOf(word)
  return month > 0 ? whenOf([year, String(month), day], rest) : null
}

function readSerial(text: string): When | null {
  if (!/^\d{5}([.,]\d+)?$/.test(text)) return null
  const value = Number(text.replace(',', '.'))
  if (value < firstSerial || value > lastSerial) return null
  const at = fromSerial(value)
  return { date: dateOf(at), minute: Number.isInteger(value) ? null : minuteOfDay(at), ahead: null }
}

function monthOf(word: string): number {
  if (/^ма[йя]/.test(word)) return 5
  const month = months.findIndex((start) => start !== 'ма' && word.startsWith(start)) + 1
  return month || englishMonths.findIndex((start) => word.startsWith(start)) + 1
}

function whenOf([year = '', month = '', day = '']: readonly (string | undefined)[], rest: string | undefined): When | null {
  const full = year.length === 2 ? `20${year}` : year
  const date = readDate(`${day}.${month}.${full}`)
  if (date === null) return null
  const time = (rest ?? '').trim()
  if (time === '') return { date, minute: null, ahead: null }
  const minute = readClock(time)
  return minute === null ? null : { date, minute, ahead: aheadIn(time) }
}

const zoneName = /(?:\d|[ap]\.?m\.?) ?\(?(utc|gmt|мск|msk)(?:([+-])(\d{1,2})(?::?(\d\d))?)?\)?$/
/** After a minus only where seconds stand before it: «10:00-11:00» is a span. */
const bareOffset = /(?::\d\d(?:\.\d+)? ?([+])|:\d\d:\d\d(?:\.\d+)? ?(-))(\d\d)(?::?(\d\d))?$/

/** Minutes by which a clock is ahead of UTC; null = the text does not tell. Examples: aheadIn('11:00Z') → 0; aheadIn('11:00:00+03:00') → 180; aheadIn('11:00 (МСК)') → 180. */
export function aheadIn(typed: string): number | null {
  const text = typed.trim().toLowerCase()
  if (/\dz$/.test(text)) return 0
  const named = zoneName.exec(text)
  if (named !== null) return (/^[мm]/.test(named[1] ?? '') ? 180 : 0) + signedMinutes(named[2], named[3], named[4])
  const bare = bareOffset.exec(text)
  return bare === null ? null : signedMinutes(bare[1] ?? bare[2], bare[3], bare[4])
}

function signedMinutes(sign = '+', hours = '0', minutes = '0'): number {
  const size = Number(hours) * 60 + Number(minutes)
  return sign === '-' ? -size : size
}

/** Fewer hours of «2 ч 30 мин» are a length. */
const firstSpokenHour = 8

/** A time of the day, minutes; of «10:00–11:00» the first. Null = it is none. Example: readClock('в 9.30') → 570; readClock('0.5') → 720. */
export function readClock(typed: string): number | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/ ?\(?(?:мск|msk|utc|gmt)(?:[+-]\d{1,2}(?::?\d\d)?)?\)?$/, '')
    .replace(/([ap])\.\s?m\.?$/, '$1m')
  if (/^0[.,]\d+$/.test(text)) return ofDay(text)
  const told = /^(?:в\s+|с\s+)?(\d{1,2})\s*(?:ч|час|часа|часов)(?:\.|\s|$)\s*(?:(\d{1,2})\s*(?:м|мин|минут)\.?)?$/.exec(text)
  if (told !== null)
    return told[1] !== undefined && Number(told[1]) >= firstSpokenHour ? ofClock(Number(told[1]), Number(told[2] ?? 0)) : null
  const parts =
    /^(?:в\s+|с\s+|at\s+)?(\d{1,2})[:.-](\d\d)(?::\d\d)?(?:\.\d+)?\s*(am|pm)?(?:z| ?[+-]\d\d(?::?\d\d)?)?(?:\s*(?:[–—-]|до|по)\s*\d{1,2}[:.]\d\d)?$/.exec(
      text,
    )
  if (parts === null) return null
  const hour = (Number(parts[1]) % (parts[3] ? 12 : 24)) + (parts[3] === 'pm' ? 12 : 0)
  return Number(parts[1]) > 23 ? null : ofClock(hour, Number(parts[2]))
}

function ofClock(hour: number, minute: number): number | null {
  return hour > 23 || minute > 59 ? null : hour * 60 + minute
}

/** Minutes of a part of the day, as Excel keeps times; null = it is no whole minute. Example: ofDay('0,583333') → 840. */
function ofDay(part: string): number | null {
  const minutes = Number(part.replace(',', '.')) * minutesPerDay
  return Math.abs(minutes - Math.round(minutes)) < 0.02 ? Math.round(minutes) : null
}

const span = /(\d{1,2}[:.]\d\d)\s*(?:[–—-]|до|по)\s*(\d{1,2}[:.]\d\d)$/

/** Minutes from … to where a cell tells both; null = it does not. Example: readSpan('05.08.2026 14:00–14:45') → 45. */
export function readSpan(typed: string): number | null {
  const [, from = '', to = ''] = span.exec(typed.trim().toLowerCase()) ?? []
  const [start, end] = [readClock(from), readClock(to)]
  return start === null || end === null || end <= start ? null : end - start
}

/** By the first cell that can be read one way only; 03/08 alone is 3 August. */
export function dateOrder(cells: readonly string[]): DateOrder {
  for (const cell of cells) {
    const [, first = '', second = ''] = /^(\d{1,2})\/(\d{1,2})\//.exec(cell.trim()) ?? []
    if (Number(first) > 12) return 'dayFirst'
    if (Number(second) > 12) return 'monthFirst'
  }
  return 'dayFirst'
}

const spoken: Readonly<Record<string, number>> = { полчаса: 30, час: 60, 'полтора часа': 90, 'два часа': 120, 'три часа': 180 }

/**
 * Minutes; a bare number counts hours where `inHours`. Null = it cannot be read.
 * @example readDuration('1 ч 15 мин') // 75; readDuration('1,5 часа') // 90; readDuration('45 мин') // 45; readDuration('1:30') // 90
 */
export function readDuration(typed: string, inHours = false): number | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^~|^около\s+/, '')
  if (text in spoken) return spoken[text] ?? null
  const bare = /^(\d+)(?:[.,](\d+))?$/.exec(text)
  if (bare) return ofNumber(Number(`${bare[1]}.${bare[2] ?? 0}`), inHours)
  const clock = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const parts =
    /^(?:(\d+(?:[.,]\d+)?)\s*(?:ч|час|часа|часов|h|hr|hour|hours)\.?)?\s*(?:(\d+)\s*(?:м|мин|минут|минута|минуты|m|min|mins|minute|minutes|['’′])\.?)?$/.exec(
      text,
    )
  if (parts === null || (parts[1] === undefined && parts[2] === undefined)) return null
  return ofHours(Number((parts[1] ?? '0').replace(',', '.')) + Number(parts[2] ?? 0) / 60)
}

function ofNumber(value: number, inHours: boolean): number | null {
  if (value > 0 && value <= leastHours) return ofDay(String(value))
  return inHours ? ofHours(value) : rounded(value)
}

/** 1,33 hours are 80 minutes: two digits cannot tell them better. */
function ofHours(hours: number): number | null {
  const five = Math.round(hours * 12) * 5
  return Math.abs(hours * 60 - five) < 0.4 ? five : rounded(hours * 60)
}

function rounded(minutes: number): number | null {
  return Number.isInteger(minutes) || Math.abs(minutes - Math.round(minutes)) < 0.01 ? Math.round(minutes) : null
}
