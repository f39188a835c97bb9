/** Instants and wall clocks of events: RFC 3339 strings, days, and zones; the host's own zone never enters. */
import type { EventState } from '../../world/types'
import { wallClock } from '../../world/zone'

export type EventTime = EventState['start']

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i
const wallPattern = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/

/** Epoch ms of `2026-11-23T10:00:00+03:00`; undefined without an offset. */
export const parseInstant = (text: string): number | undefined => {
  const ms = instantPattern.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

/** A wall clock as if it stood in Greenwich, epoch ms; undefined for what is no day or time. */
const floating = (wall: string): number | undefined => {
  const match = wallPattern.exec(wall)
  if (!match) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0))
  const ms = Date.UTC(year, month - 1, day, hour, minute, second)
  return new Date(ms).getUTCDate() === day && hour < 24 && minute < 60 ? ms : undefined
}

/** Epoch ms of a wall clock in a zone; a time that the zone skips counts on from before the jump. */
export const wallToInstant = (zone: string, wall: string): number => {
  const local = floating(wall)
  if (local === undefined) throw new RangeError(`no such time: ${wall}`)
  const guess = local - offsetMs(zone, local)
  return local - offsetMs(zone, guess)
}

const offsetMs = (zone: string, epochMs: number): number => wallClock(zone, epochMs).offsetMinutes * 60_000

/** `2026-11-23T10:00:00` of the instant in the zone. */
export const wallOf = (zone: string, epochMs: number): string => new Date(epochMs + offsetMs(zone, epochMs)).toISOString().slice(0, 19)

/** `2026-11-23T10:00:00+03:00`; Greenwich is `Z`. */
export const inZone = (zone: string, epochMs: number): string => {
  const minutes = wallClock(zone, epochMs).offsetMinutes
  return wallOf(zone, epochMs) + (minutes === 0 ? 'Z' : offsetText(minutes))
}

const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes)
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** Epoch ms of a stored time; a day counts from its midnight in `zone`. */
export const instantOf = (time: EventTime, zone: string): number =>
  time.dateTime !== undefined ? Date.parse(time.dateTime) : wallToInstant(zone, time.date ?? '1970-01-01')

/** True for a zone that Intl knows. */
export const isZone = (zone: string): boolean => {
  try {
    wallClock(zone, 0)
    return true
  } catch {
    return false
  }
}

/** `20261123T070000Z`, or `20261123` for a day: the tail of an instance's id. */
export const compactInstant = (time: EventTime): string =>
  time.date !== undefined
    ? time.date.replaceAll('-', '')
    : new Date(Date.parse(time.dateTime ?? '')).toISOString().slice(0, 19).replace(/[-:]/g, '') + 'Z'
