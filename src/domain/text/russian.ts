/** How numbers, days and times are said and read in Russian. */

import {
  addDays,
  dateOf,
  dateOfEpochDay,
  epochDay,
  type LocalDate,
  type LocalDateTime,
  type Month,
  minutesBetween,
  weekday,
} from '../time/localTime'

const daysOfWeek = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']
const monthNames = ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь']
const monthsOfDate = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря']
const monthsIn = ['январе', 'феврале', 'марте', 'апреле', 'мае', 'июне', 'июле', 'августе', 'сентябре', 'октябре', 'ноябре', 'декабре']

/** The form of a noun after a number. A fraction takes the second form. Example: plural(21, 'час', 'часа', 'часов') → 'час'. */
export function plural(n: number, one: string, few: string, many: string): string {
  const whole = Math.abs(n)
  if (!Number.isInteger(whole)) return few
  const tens = whole % 100
  const units = whole % 10
  if (tens >= 11 && tens <= 14) return many
  if (units === 1) return one
  return units >= 2 && units <= 4 ? few : many
}

/** A number with its noun. Example: counted(42, 'консультация', 'консультации', 'консультаций') → '42 консультации'. */
export function counted(n: number, one: string, few: string, many: string): string {
  return `${String(n).replace('.', ',')} ${plural(n, one, few, many)}`
}

/** '10:00' of a time, '' of a date without time. */
export function clock(at: LocalDateTime | LocalDate): string {
  return at.slice(11, 16)
}

/** 9:00 as people write it in settings. Example: clockOfMinute(540) → '9:00'. */
export function clockOfMinute(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

/**
 * A moment as people say it beside `now`: «сегодня 15:00», «завтра 10:00», «вчера 14:10», otherwise «пт 27 ноября, 10:00»,
 * with the year when it is not now's: «пт 15 января 2027, 10:00». A date without time is said without time.
 */
export function dayTime(at: LocalDateTime | LocalDate, now: LocalDateTime): string {
  const near = nearDay(at, now)
  if (near) return [near, clock(at)].join(' ').trim()
  return fullDayTime(at, now)
}

/** The same without «сегодня» and «завтра», for letters, which are read later. Example: «пт 27 ноября, 10:00». */
export function fullDayTime(at: LocalDateTime | LocalDate, now: LocalDateTime): string {
  const year = at.slice(0, 4) === now.slice(0, 4) ? '' : ` ${at.slice(0, 4)}`
  const day = `${dayOfWeek(at)} ${dateWords(at)}${year}`
  return clock(at) ? `${day}, ${clock(at)}` : day
}

/** For buttons of slots. Example: shortDayTime('2026-11-27T10:00') → 'пт 27, 10:00'. */
export function shortDayTime(at: LocalDateTime): string {
  return `${dayOfWeek(at)} ${Number(at.slice(8, 10))}, ${clock(at)}`
}

/** 'пн' … 'вс'. */
export function dayOfWeek(date: LocalDate | LocalDateTime): string {
  return daysOfWeek[weekday(date) - 1] as string
}

/** Whole minutes, hours or days since `due`; '' when it is not overdue yet. Example: «просрочено на 2 ч». */
export function overdueBy(due: LocalDateTime, now: LocalDateTime): string {
  const minutes = minutesBetween(due, now)
  if (minutes <= 0) return ''
  if (minutes < 60) return `просрочено на ${minutes} мин`
  if (minutes < 1440) return `просрочено на ${Math.floor(minutes / 60)} ч`
  return `просрочено на ${counted(Math.floor(minutes / 1440), 'день', 'дня', 'дней')}`
}

/** Example: monthTitle('2026-11') → 'ноябрь 2026'. */
export function monthTitle(month: Month): string {
  return `${ofMonth(monthNames, month)} ${month.slice(0, 4)}`
}

/** Example: monthIn('2026-11') → 'в ноябре 2026 года'. */
export function monthIn(month: Month): string {
  return `в ${ofMonth(monthsIn, month)} ${month.slice(0, 4)} года`
}

/** Example: dateWords('2026-11-27') → '27 ноября'. */
export function dateWords(date: LocalDate | LocalDateTime): string {
  return `${Number(date.slice(8, 10))} ${ofMonth(monthsOfDate, date)}`
}

/** The week from Monday to Sunday. Example: «23–29 ноября», «30 ноября – 6 декабря». */
export function weekWords(monday: LocalDate): string {
  const sunday = addDays(monday, 6)
  return monday.slice(0, 7) === sunday.slice(0, 7)
    ? `${Number(monday.slice(8, 10))}–${dateWords(sunday)}`
    : `${dateWords(monday)} – ${dateWords(sunday)}`
}

/** Surname and initials. Example: shortName('Морозова Мария Игоревна') → 'Морозова М. И.'. */
export function shortName(name: string): string {
  const [surname = '', ...others] = name.trim().split(/\s+/)
  return [surname, ...others.map((word) => `${word.charAt(0)}.`)].join(' ')
}

/** Whether the patronymic is a woman's, «Игоревна»; without a patronymic the answer is no. */
export function isWoman(name: string): boolean {
  return /(?<=[а-яё])(вна|чна|шна|кызы)$/i.test(name.trim().split(/\s+/).slice(2).join(' '))
}

/** A typed date, '27.11.2026' or '2026-11-27'; null when it is not one or no such day exists. */
export function readDate(typed: string): LocalDate | null {
  const text = typed.trim()
  const russian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (russian) return existing(Number(russian[3]), Number(russian[2]), Number(russian[1]))
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  return iso ? existing(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null
}

/** A typed date with time, '27.11.2026 10:00' or '27.11.2026 10:00:00' (seconds are dropped), also '2026-11-27T10:00'; else null. */
export function readDateTime(typed: string): LocalDateTime | null {
  const parts = /^(\S+?)(?:T|,?\s+)(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(typed.trim())
  const date = parts ? readDate(parts[1] as string) : null
  if (!parts || !date) return null
  const hour = Number(parts[2])
  const minute = Number(parts[3])
  return hour > 23 || minute > 59 ? null : `${date}T${two(hour)}:${two(minute)}`
}

function nearDay(at: LocalDateTime | LocalDate, now: LocalDateTime): string {
  const date = dateOf(at)
  const today = dateOf(now)
  if (date === today) return 'сегодня'
  if (date === addDays(today, 1)) return 'завтра'
  return date === addDays(today, -1) ? 'вчера' : ''
}

function ofMonth(names: readonly string[], month: string): string {
  return names[Number(month.slice(5, 7)) - 1] ?? ''
}

/** The date, when the calendar has it: 31.02 would come back as another day. */
function existing(year: number, month: number, day: number): LocalDate | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return null
  const date = `${year}-${two(month)}-${two(day)}`
  return dateOfEpochDay(epochDay(date)) === date ? date : null
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
