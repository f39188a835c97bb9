/** Java's SimpleDateFormat, as far as Utilities.formatDate is used: English names, quotes, week years. */
import { ServiceError } from '../../world/types'
import { type WallClock, wallClock } from '../../world/zone'
import { zoneName } from './zoneNames'

const months = 'January February March April May June July August September October November December'.split(' ')
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const dayMs = 86_400_000

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

const weekday = (clock: WallClock): number => new Date(Date.UTC(clock.year, clock.month - 1, clock.day)).getUTCDay()

const dayOfYear = (clock: WallClock): number => (Date.UTC(clock.year, clock.month - 1, clock.day) - Date.UTC(clock.year, 0, 1)) / dayMs + 1

/** The week with 1 January is week 1, weeks start on Sunday: Java's American default. */
function weekOfYear(clock: WallClock): { year: number; week: number } {
  const sunday = Date.UTC(clock.year, clock.month - 1, clock.day) - weekday(clock) * dayMs
  const year = new Date(sunday + 6 * dayMs).getUTCFullYear()
  const newYear = new Date(Date.UTC(year, 0, 1))
  const firstSunday = newYear.getTime() - newYear.getUTCDay() * dayMs
  return { year, week: Math.round((sunday - firstSunday) / (7 * dayMs)) + 1 }
}

/** Which week of its month the day is in, by the same calendar: the week with the first day is week 1. */
function weekOfMonth(clock: WallClock): number {
  const firstWeekday = new Date(Date.UTC(clock.year, clock.month - 1, 1)).getUTCDay()
  return Math.floor((clock.day - 1 + firstWeekday) / 7) + 1
}

function offset(minutes: number, separator: string): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${separator}${pad(size % 60, 2)}`
}

function isoOffset(minutes: number, width: number): string {
  if (minutes === 0) return 'Z'
  return width === 1 ? offset(minutes, '').slice(0, 3) : offset(minutes, width === 2 ? '' : ':')
}

const yearText = (year: number, width: number): string => (width === 2 ? pad(year % 100, 2) : pad(year, width))

function named(names: readonly string[], index: number, width: number): string {
  const name = names[index] ?? ''
  return width >= 4 ? name : name.slice(0, 3)
}

type Field = (clock: WallClock, width: number, zone: string) => string

const fields: Readonly<Record<string, Field>> = {
  G: () => 'AD',
  y: (clock, width) => yearText(clock.year, width),
  Y: (clock, width) => yearText(weekOfYear(clock).year, width),
  M: (clock, width) => (width >= 3 ? named(months, clock.month - 1, width) : pad(clock.month, width)),
  L: (clock, width) => (width >= 3 ? named(months, clock.month - 1, width) : pad(clock.month, width)),
  w: (clock, width) => pad(weekOfYear(clock).week, width),
  W: (clock, width) => pad(weekOfMonth(clock), width),
  F: (clock, width) => pad(Math.floor((clock.day - 1) / 7) + 1, width),
  D: (clock, width) => pad(dayOfYear(clock), width),
  d: (clock, width) => pad(clock.day, width),
  E: (clock, width) => named(days, weekday(clock), width),
  u: (clock, width) => pad(weekday(clock) || 7, width),
  a: (clock) => (clock.hour < 12 ? 'AM' : 'PM'),
  H: (clock, width) => pad(clock.hour, width),
  k: (clock, width) => pad(clock.hour || 24, width),
  K: (clock, width) => pad(clock.hour % 12, width),
  h: (clock, width) => pad(clock.hour % 12 || 12, width),
  m: (clock, width) => pad(clock.minute, width),
  s: (clock, width) => pad(clock.second, width),
  S: (clock, width) => pad(clock.millisecond, width),
  z: (clock, width, zone) => zoneName(zone, clock, width >= 4),
  Z: (clock) => offset(clock.offsetMinutes, ''),
  X: (clock, width) => isoOffset(clock.offsetMinutes, width),
}

const token = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g

/** `javaDate(0, 'Europe/Moscow', "dd.MM.yyyy 'в' HH:mm")` is '01.01.1970 в 03:00'. */
export function javaDate(epochMs: number, zone: string, pattern: string): string {
  const clock = wallClock(zone, epochMs)
  if ((pattern.split("'").length - 1) % 2 === 1) throw new ServiceError('Unterminated quote')
  return pattern.replace(token, (text: string, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'")
    if (letter === undefined) return text
    const field = fields[letter]
    if (!field) throw new ServiceError(`Illegal pattern character '${letter}'`)
    return field(clock, text.length, zone)
  })
}
