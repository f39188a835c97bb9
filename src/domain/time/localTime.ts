/** The office's wall clock as sortable strings, and its conversion to the serial numbers that Sheets stores. */

/** 'YYYY-MM-DD' in the office's zone. Compares as text. */
export type LocalDate = string
/** 'YYYY-MM-DDTHH:mm' in the office's zone, minutes precision. Compares as text. */
export type LocalDateTime = string
/** 'YYYY-MM'. */
export type Month = string

const minutesPerDay = 1440
const daysToUnixEpoch = 25_569

/** Days since 1970-01-01 of a proleptic Gregorian date (Howard Hinnant's civil calendar arithmetic). */
export function epochDay(date: LocalDate): number {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** A register names the same few hundred days over and over. */
const knownDates = new Map<number, LocalDate>()

/** The date of a day number; inverse of epochDay. */
export function dateOfEpochDay(days: number): LocalDate {
  const known = knownDates.get(days)
  if (known !== undefined) return known
  const date = civilDate(days)
  knownDates.set(days, date)
  return date
}

function civilDate(days: number): LocalDate {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Sheets' serial number (days from 1899-12-30, time as the fraction) of a wall-clock time or a date. */
export function toSerial(at: LocalDateTime | LocalDate): number {
  return epochDay(at) + daysToUnixEpoch + minuteOfDay(at) / minutesPerDay
}

/** Wall-clock time of a serial number, rounded to the minute. Example: 46349.375 → '2026-11-23T09:00'. */
export function fromSerial(serial: number): LocalDateTime {
  const minutes = Math.round(serial * minutesPerDay)
  return dateTimeOf(Math.floor(minutes / minutesPerDay) - daysToUnixEpoch, minutes % minutesPerDay)
}

/** Minutes since midnight; 0 for a date without time. */
export function minuteOfDay(at: LocalDateTime | LocalDate): number {
  return at.length < 16 ? 0 : Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16))
}

export function dateOf(at: LocalDateTime): LocalDate {
  return at.slice(0, 10)
}

export function monthOf(at: LocalDateTime | LocalDate): Month {
  return at.slice(0, 7)
}

/** The date at a minute of the day; minutes beyond a day carry over. */
export function atMinute(date: LocalDate, minute: number): LocalDateTime {
  return dateTimeOf(epochDay(date) + Math.floor(minute / minutesPerDay), ((minute % minutesPerDay) + minutesPerDay) % minutesPerDay)
}

export function addMinutes(at: LocalDateTime, minutes: number): LocalDateTime {
  return atMinute(dateOf(at), minuteOfDay(at) + minutes)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDay(date) + days)
}

/** Whole minutes from `from` to `to`; negative when `to` is earlier. */
export function minutesBetween(from: LocalDateTime, to: LocalDateTime): number {
  return (epochDay(to) - epochDay(from)) * minutesPerDay + minuteOfDay(to) - minuteOfDay(from)
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: LocalDate | LocalDateTime): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1
}

/** Monday of the ISO week that holds the date. */
export function mondayOf(date: LocalDate | LocalDateTime): LocalDate {
  return addDays(date.slice(0, 10), 1 - weekday(date))
}

/** 'T09:00' by minute of the day. */
const knownTimes: string[] = []

function dateTimeOf(day: number, minute: number): LocalDateTime {
  const time = knownTimes[minute] ?? `T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  knownTimes[minute] = time
  return dateOfEpochDay(day) + time
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
