/** Typed days with the month in words and sums of money, as Sheets reads them: «23 ноября 2026», «100 ₽», `$20.50`. */
import type { CellState } from '../../world/types'
import { toSerial } from './serial'

type Typed = Pick<CellState, 'v' | 'f' | 'nf'>

const russianMonths = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
const russianPattern =
  /^(\d{1,2}) (янв(?:аря)?|фев(?:раля)?|мар(?:та)?|апр(?:еля)?|мая|июн[яь]?|июл[яь]?|авг(?:уста)?|сент?(?:ября)?|окт(?:ября)?|ноя(?:бря)?|дек(?:абря)?)\.?(?: (\d{4})(?: ?г\.?)?)?$/i
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const englishPattern = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/

/** A day in words; one without a year belongs to `year`. */
export const typedWords = (text: string, isRussian: boolean, year: number): Typed | undefined => {
  const match = (isRussian ? russianPattern : englishPattern).exec(text)
  if (!match) return undefined
  const [, first = '', second = '', given] = match
  const [day, word] = isRussian ? [first, second] : [second, first]
  const months = isRussian ? russianMonths : englishMonths
  const month = months.findIndex((beginning) => word.toLowerCase().startsWith(beginning)) + 1
  if (month === 0) return undefined
  const serial = toSerial({ year: Number(given ?? year), month, day: Number(day), hour: 0, minute: 0, second: 0 })
  return serial === undefined ? undefined : { v: serial, nf: isRussian ? 'd mmmm yyyy' : 'mmmm d, yyyy' }
}

const roubles = /^([+-]?)(\d{1,3}(?: \d{3})+|\d+)(,\d{1,2})? ?(?:₽|р\.|руб\.?)$/i
const dollars = /^([+-]?)\$(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?$/

/** The sign of the locale's own money; another one is text. */
export const typedMoney = (text: string, isRussian: boolean): Typed | undefined => {
  const match = (isRussian ? roubles : dollars).exec(text)
  if (!match) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const value = Number(`${sign}${whole.replace(/[ ,]/g, '')}${fraction.replace(',', '.')}`)
  const decimals = fraction === '' ? '' : '.00'
  return { v: value, nf: isRussian ? `#,##0${decimals} [$₽]` : `[$$]#,##0${decimals}` }
}
