/** The office's wall clock: showing an instant, and the instant of a wall-clock time. */
import { wallClock } from '../../world/zone'
import type { ClockView } from '../wire'

const weekdays = ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб']
const months = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря']
const pad = (value: number): string => String(value).padStart(2, '0')

/** 'YYYY-MM-DDTHH:mm' in the zone. */
export const wallText = (zone: string, epochMs: number): string => {
  const { year, month, day, hour, minute } = wallClock(zone, epochMs)
  return `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`
}

/** «пн 23 ноября 2026, 09:00». */
export const clockView = (zone: string, epochMs: number): ClockView => {
  const { year, month, day, hour, minute } = wallClock(zone, epochMs)
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
  return { now: wallText(zone, epochMs), text: `${weekday} ${day} ${months[month - 1]} ${year}, ${pad(hour)}:${pad(minute)}` }
}

/** Instant of 'YYYY-MM-DDTHH:mm' (or a date alone, midnight) in the zone; NaN where it is not a time. */
export const epochOf = (zone: string, wall: string): number => {
  const asUtc = Date.parse(wall.length === 10 ? `${wall}T00:00Z` : `${wall}Z`)
  if (Number.isNaN(asUtc)) return Number.NaN
  const guess = asUtc - wallClock(zone, asUtc).offsetMinutes * 60_000
  return asUtc - wallClock(zone, guess).offsetMinutes * 60_000
}

/** Where the clock's buttons lead, as instants after `now`. */
export const jumpTarget = (zone: string, now: number, to: string): number => {
  const hour = 3_600_000
  if (to === 'hour') return now + hour
  if (to === 'day') return epochOf(zone, shiftDays(wallText(zone, now), 1))
  if (to === 'friday') return nextAt(zone, now, (date) => date.getUTCDay() === 5, '15:00')
  if (to === 'month') return nextAt(zone, now, (date) => date.getUTCDate() === 1, '09:00')
  return epochOf(zone, to)
}

const shiftDays = (wall: string, days: number): string => new Date(Date.parse(`${wall}Z`) + days * 86_400_000).toISOString().slice(0, 16)

const nextAt = (zone: string, now: number, fits: (date: Date) => boolean, time: string): number => {
  const today = wallText(zone, now)
  for (let days = 0; days < 32; days++) {
    const day = shiftDays(today, days).slice(0, 10)
    const instant = epochOf(zone, `${day}T${time}`)
    if (instant > now && fits(new Date(`${day}T00:00Z`))) return instant
  }
  return Number.NaN
}
