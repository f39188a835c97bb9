/** Working days and hours of the office: what «один рабочий день» and «до вечера пятницы» come to. */

import type { Office, WorkingCalendar } from '../office/office'
import { addDays, atMinute, dateOf, type LocalDate, type LocalDateTime, type Month, minuteOfDay, mondayOf, weekday } from './localTime'

export type WorkingHours = Pick<Office, 'calendar' | 'settings'>

const friday = 5

/** Whether the office works that day: the calendar's word, else Monday to Friday (so also in a year that is not filled, see missingYears). */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  const kind = calendar.days[date]
  return kind === undefined ? weekday(date) <= friday : kind !== 'off'
}

/** Whether the day closes early (settings.shortDayCloses). */
export function isShortDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  return calendar.days[date] === 'short'
}

/** Years touched by from … to (both inclusive) for which the calendar is not filled: there only weekends are days off. */
export function missingYears(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number[] {
  const missing: number[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!calendar.years.includes(year)) missing.push(year)
  }
  return missing
}

/** The first working day strictly after the date. Example: 2026-11-03 → 2026-11-05 (the 4th is a holiday). */
export function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return step(calendar, date, 1)
}

/** The last working day strictly before the date. */
export function previousWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return step(calendar, date, -1)
}

/** The n-th working day after the date, or before it when n is negative; 0 is the date itself, working or not. */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, n: number): LocalDate {
  let day = date
  for (let left = Math.abs(n); left > 0; left--) day = step(calendar, day, n > 0 ? 1 : -1)
  return day
}

/**
 * Number of working days in (from, to], negative when `to` is earlier (then of [to, from)); 0 on the same date.
 * Counts G5's limit. Example: from Friday to the next Monday → 1.
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  if (to < from) return -countWorking(calendar, to, addDays(from, -1))
  return countWorking(calendar, addDays(from, 1), to)
}

/** When the office opens, minutes of the day (also said of a day off: the hours it would have). */
export function openingOf(office: WorkingHours, _date: LocalDate): number {
  return office.settings.dayOpens
}

/** When the office closes, minutes of the day; earlier on a short day. */
export function closingOf(office: WorkingHours, date: LocalDate): number {
  return isShortDay(office.calendar, date) ? office.settings.shortDayCloses : office.settings.dayCloses
}

/** Whether the office is open at that moment; the closing minute is already outside. */
export function isOpenAt(office: WorkingHours, at: LocalDateTime): boolean {
  const date = dateOf(at)
  const minute = minuteOfDay(at)
  return isWorkingDay(office.calendar, date) && minute >= openingOf(office, date) && minute < closingOf(office, date)
}

/** The moment itself when the office is open, else the next opening. */
export function nextOpening(office: WorkingHours, at: LocalDateTime): LocalDateTime {
  if (isOpenAt(office, at)) return at
  const date = dateOf(at)
  const stillToday = isWorkingDay(office.calendar, date) && minuteOfDay(at) < openingOf(office, date)
  return openingAt(office, stillToday ? date : nextWorkingDay(office.calendar, date))
}

/**
 * I5, A1: one working day from receipt. Within hours it is the same clock time on the next working day, not after that day's
 * closing; outside hours it is counted from the next opening. Example: Friday 15:30 → Monday 15:30; Saturday → Tuesday 9:00.
 */
export function dueInOneWorkingDay(office: WorkingHours, at: LocalDateTime): LocalDateTime {
  const counted = nextOpening(office, at)
  const day = nextWorkingDay(office.calendar, dateOf(counted))
  return atMinute(day, Math.min(minuteOfDay(counted), closingOf(office, day)))
}

/** K1–K7: Friday of the date's ISO week, or the last working day of that week when Friday is off; null in a week without working days. */
export function weekClosingDay(calendar: WorkingCalendar, dateInWeek: LocalDate | LocalDateTime): LocalDate | null {
  const monday = mondayOf(dateInWeek)
  if (isWorkingDay(calendar, addDays(monday, friday - 1))) return addDays(monday, friday - 1)
  for (let day = 6; day >= 0; day--) {
    if (isWorkingDay(calendar, addDays(monday, day))) return addDays(monday, day)
  }
  return null
}

/** K6: by when the week of that date is closed, settings.fridayCloseBy on its closing day. Example: 2026-11-27T18:00. */
export function weekClosing(office: WorkingHours, dateInWeek: LocalDate | LocalDateTime): LocalDateTime | null {
  const day = weekClosingDay(office.calendar, dateInWeek)
  return day && atMinute(day, office.settings.fridayCloseBy)
}

/** K6: what was held before this moment is closed that week, settings.fridayListAt on its closing day. Example: 2026-11-27T15:00. */
export function weekListing(office: WorkingHours, dateInWeek: LocalDate | LocalDateTime): LocalDateTime | null {
  const day = weekClosingDay(office.calendar, dateInWeek)
  return day && atMinute(day, office.settings.fridayListAt)
}

/** K3: the last closing day («последняя пятница») that lies in the month; null when it has none. Example: '2026-11' → 2026-11-27. */
export function lastClosingDayOfMonth(calendar: WorkingCalendar, month: Month): LocalDate | null {
  const lastWeek = mondayOf(addDays(firstOfNextMonth(month), -1))
  for (let week = 0; week < 6; week++) {
    const day = weekClosingDay(calendar, addDays(lastWeek, -7 * week))
    if (day?.startsWith(month)) return day
  }
  return null
}

function openingAt(office: WorkingHours, date: LocalDate): LocalDateTime {
  return atMinute(date, openingOf(office, date))
}

function step(calendar: WorkingCalendar, date: LocalDate, days: 1 | -1): LocalDate {
  let day = addDays(date, days)
  while (!isWorkingDay(calendar, day)) day = addDays(day, days)
  return day
}

/** Working days of [first, last]. */
function countWorking(calendar: WorkingCalendar, first: LocalDate, last: LocalDate): number {
  let count = 0
  for (let day = first; day <= last; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count++
  return count
}

function firstOfNextMonth(month: Month): LocalDate {
  return `${addDays(`${month}-28`, 4).slice(0, 7)}-01`
}
