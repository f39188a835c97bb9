/** Taps on the grid of «Отметить слоты»: which hours may be offered or taken back, and what the norm comes to with them (G1, G4). */

import { gridTexts } from '../../text/gridText.ru'
import { addDays, addMinutes, dateOf, type LocalDate, type LocalDateTime, minutesBetween } from '../../time/localTime'
import { countHours, overlaps, type Times } from '../slotHours'
import type { GridDay, GridHour, GridWeek } from './ownGrid'

/** What a person wants otherwise than it stands. */
export interface Taps {
  readonly offer: readonly Times[]
  readonly take: readonly Times[]
}

export const noTaps: Taps = { offer: [], take: [] }

/** Shortest slot that can be put back, minutes; a new one is an hour. */
const shortest = 15
const hour = 60

export function isSame(one: Times, other: Times): boolean {
  return one.start === other.start && one.end === other.end
}

function dayIn(weeks: readonly GridWeek[], date: LocalDate): GridDay | undefined {
  return weeks.flatMap(({ days }) => days).find((day) => day.date === date)
}

/** Why a slot cannot be offered at that time, '' = it can. @param others hours that are offered together with it */
export function whyNotOffered(times: Times, weeks: readonly GridWeek[], others: readonly Times[], now: LocalDateTime): string {
  const day = dayIn(weeks, dateOf(times.start))
  if (day === undefined || !isTime(times)) return gridTexts.outside
  if (times.start <= now) return gridTexts.past
  if (day.off !== '') return day.off
  if (times.start < day.from || times.end > day.until) return gridTexts.closed
  const standing = day.hours.find((one) => overlaps(one, times))
  if (standing !== undefined) return standing.kind === 'busy' ? standing.what : gridTexts.overlap
  return others.some((one) => overlaps(one, times)) ? gridTexts.overlap : ''
}

function isTime({ start, end }: Times): boolean {
  const minutes = dateOf(start) === dateOf(end) ? minutesBetween(start, end) : 0
  return minutes >= shortest && minutes <= hour && addMinutes(start, 0) === start
}

/** It stands so already: a request that is sent again. */
export function isOffered(times: Times, weeks: readonly GridWeek[]): boolean {
  const found = dayIn(weeks, dateOf(times.start))?.hours.find((one) => isSame(one, times))
  return found !== undefined && isSlot(found)
}

function isSlot({ kind }: GridHour): boolean {
  return kind === 'free' || kind === 'kept' || kind === 'held'
}

/** Why an hour is not taken back, '' = it can be; null = nothing stands there any more. */
export function whyNotTaken(times: Times, weeks: readonly GridWeek[], now: LocalDateTime): string | null {
  const day = dayIn(weeks, dateOf(times.start))
  if (day === undefined || !isTime(times)) return gridTexts.outside
  if (times.start <= now) return gridTexts.past
  const standing = day.hours.filter((one) => one.kind !== 'busy' && overlaps(one, times))
  if (standing.length === 0) return null
  const [first] = standing
  if (first?.kind === 'booked') return gridTexts.booked
  return standing.length === 1 && first !== undefined && isSame(first, times) ? first.what : gridTexts.changed
}

/** Hours that can still be offered that day: whole ones from the opening. */
export function openHours(day: GridDay, taps: Taps, now: LocalDateTime): Times[] {
  if (day.off !== '') return []
  const count = Math.max(0, Math.floor(minutesBetween(day.from, day.until) / hour))
  const taken = [...day.hours, ...taps.offer]
  return Array.from({ length: count }, (_, at) => ({ start: addMinutes(day.from, at * hour), end: addMinutes(day.from, (at + 1) * hour) }))
    .filter(({ start }) => start > now)
    .filter((one) => !taken.some((other) => overlaps(other, one)))
}

/** G1: different hours of slots in the week, as they would stand. */
export function offeredIn({ monday, days }: GridWeek, { offer, take }: Taps): number {
  const standing = days.flatMap(({ hours }) => hours).filter((one) => one.counts && !take.some((other) => isSame(one, other)))
  const added = offer.filter(({ start }) => start >= monday && start < addDays(monday, 7))
  return countHours([...standing, ...added])
}

/** «Как на прошлой неделе»: the hours of the week before, a week later, where they can be offered. @param before its hours as they would stand */
export function asLastWeek(before: readonly Times[], weeks: readonly GridWeek[], { offer }: Taps, now: LocalDateTime): Times[] {
  const added: Times[] = []
  for (const { start, end } of before) {
    const later = { start: addMinutes(start, weekMinutes), end: addMinutes(end, weekMinutes) }
    if (whyNotOffered(later, weeks, [...offer, ...added], now) === '') added.push(later)
  }
  return added
}

const weekMinutes = 7 * 24 * hour

/** The hours of a week that «как на прошлой неделе» repeats: slots and bookings, with the taps. */
export function hoursOfWeek({ monday, days }: GridWeek, { offer, take }: Taps): Times[] {
  const standing = days.flatMap(({ hours }) => hours).filter(({ kind }) => kind !== 'busy')
  const kept = standing.filter((one) => !take.some((other) => isSame(one, other)))
  return [...kept, ...offer.filter(({ start }) => start >= monday && start < addDays(monday, 7))]
}

/** The same tap again takes it back. */
export function toggled(list: readonly Times[], one: Times): Times[] {
  const rest = list.filter((other) => !isSame(other, one))
  return rest.length === list.length ? [...list, { start: one.start, end: one.end }] : rest
}
