/** The hours of an event: one count for what is offered, for the norm (G1), the board, the month and «Повторить прошлую неделю». */

import { addDays, addMinutes, atMinute, dateOf, type LocalDate, type LocalDateTime, minutesBetween } from '../time/localTime'
import { closingOf, isWorkingDay, openingOf, type WorkingHours } from '../time/workingTime'

/** `end` is exclusive. */
export interface Times {
  readonly start: LocalDateTime
  readonly end: LocalDateTime
}

const hour = 60
/** A slot that somebody put on one day may stand so long before the working day and after it; beyond that it is night. */
const earlier = 2 * hour
const later = 3 * hour
const _longestBooking = 8 * hour
/** A slot of three hours renamed by hand is hardly one consultation. */
const severalHours = 3 * hour
const longestEvent = 60

/**
 * Parts of an event in which consultations can stand, one a day: of an event on one day all of it but the night, of a longer one the working
 * hours of each working day.
 * @example Wednesday 9:00 – Friday 18:00 → three parts of nine hours; 02:00–03:00 → none
 */
export function slotParts({ start, end }: Times, office: WorkingHours): Times[] {
  const days = datesOf({ start, end })
  const first = days[0]
  if (first === undefined) return []
  const isOneDay = days.length === 1 && minutesBetween(start, end) <= lengthOfDay(office)
  const windows = isOneDay
    ? [dayWindow(first, office)]
    : days.filter((day) => isWorkingDay(office.calendar, day)).map((day) => workingHours(day, office))
  return windows.map((window) => ({ start: latest(start, window.start), end: earliest(end, window.end) })).filter(isTime)
}

/** Whole hours of a part, counted from its start; a short event is one as it is. Example: 10:30–12:45 → 10:30, 11:30 */
export function hoursOf(event: Times, office: WorkingHours): (Times & { readonly part: Times })[] {
  return slotParts(event, office).flatMap((part) => {
    const length = minutesBetween(part.start, part.end)
    if (length < hour) return length === minutesBetween(event.start, event.end) ? [{ ...part, part }] : []
    return Array.from({ length: Math.floor(length / hour) }, (_, at) => hourOf(part, at))
  })
}

function hourOf(part: Times, at: number): Times & { readonly part: Times } {
  const start = addMinutes(part.start, at * hour)
  return { start, end: addMinutes(start, hour), part }
}

/** Whole hours that the times cover together: what overlaps or was copied counts once, halves that touch are one. */
export function countHours(times: readonly Times[]): number {
  return merged(times).reduce((sum, { start, end }) => sum + Math.floor(minutesBetween(start, end) / hour), 0)
}

/** Free events, bookings and absences of one person. */
export interface OwnTimes {
  readonly free: readonly Times[]
  readonly booked: readonly Times[]
  readonly away: readonly Times[]
}

/** G1: different hours of slots, free ones by day, on working days and while the person is not away, and booked ones. */
export function offeredHours({ free, booked, away }: OwnTimes, office: WorkingHours): number {
  const parts = free.flatMap((one) => slotParts(one, office)).filter(({ start }) => isWorkingDay(office.calendar, dateOf(start)))
  return countHours([...without(parts, away), ...bookedParts(booked, office)])
}

/** Hours of bookings; one at night or on a day off is a consultation all the same. */
export function bookedHours(booked: readonly Times[], office: WorkingHours): number {
  return countHours(bookedParts(booked, office))
}

export function bookedParts(booked: readonly Times[], office: WorkingHours): Times[] {
  return booked.flatMap((one) => {
    const parts = slotParts(one, office)
    return parts.length > 0 ? parts : [one]
  })
}

/** What is left of the times outside the others. */
export function without(times: readonly Times[], others: readonly Times[]): Times[] {
  return others.reduce<readonly Times[]>((left, other) => left.flatMap((one) => cut(one, other)), times).slice()
}

function cut(one: Times, other: Times): Times[] {
  if (!overlaps(one, other)) return [one]
  return [
    { start: one.start, end: earliest(one.end, other.start) },
    { start: latest(one.start, other.end), end: one.end },
  ].filter(isTime)
}

export function overlaps(one: Times, other: Times): boolean {
  return one.start < other.end && other.start < one.end
}

/** What is improbable about the times of a slot or a booking; null = nothing. Put into words. */
export const timeDoubts = { night: 'ночью', length: 'слишком длинное' } as const
export type TimeDoubt = keyof typeof timeDoubts

/** Longer than a working day, of a booking three hours or more: somebody asks. Outside the day: night. */
export function timeDoubt(event: Times, kind: 'free' | 'booked', office: WorkingHours): TimeDoubt | null {
  const length = minutesBetween(event.start, event.end)
  const longest = lengthOfDay(office)
  if (length > longest || (kind === 'booked' && length >= severalHours)) return 'length'
  const inDay = slotParts(event, office).reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0)
  return inDay < length ? 'night' : null
}

function datesOf({ start, end }: Times): LocalDate[] {
  if (end <= start) return []
  const last = dateOf(addMinutes(end, -1))
  const days: LocalDate[] = []
  for (let day = dateOf(start); day <= last && days.length < longestEvent; day = addDays(day, 1)) days.push(day)
  return days
}

function workingHours(day: LocalDate, office: WorkingHours): Times {
  return { start: atMinute(day, openingOf(office, day)), end: atMinute(day, closingOf(office, day)) }
}

function dayWindow(day: LocalDate, { settings }: WorkingHours): Times {
  const end = atMinute(day, settings.dayCloses + later)
  return { start: atMinute(day, Math.max(0, settings.dayOpens - earlier)), end: earliest(end, `${addDays(day, 1)}T00:00`) }
}

function lengthOfDay({ settings }: WorkingHours): number {
  return settings.dayCloses - settings.dayOpens
}

function merged(times: readonly Times[]): Times[] {
  const blocks: Times[] = []
  for (const one of [...times].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = blocks[blocks.length - 1]
    if (last === undefined || one.start > last.end) blocks.push(one)
    else blocks[blocks.length - 1] = { start: last.start, end: latest(last.end, one.end) }
  }
  return blocks
}

function isTime({ start, end }: Times): boolean {
  return start < end
}

function latest(a: LocalDateTime, b: LocalDateTime): LocalDateTime {
  return a > b ? a : b
}

function earliest(a: LocalDateTime, b: LocalDateTime): LocalDateTime {
  return a < b ? a : b
}
