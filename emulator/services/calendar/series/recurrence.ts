/** The occurrences of a series, by its RRULE, RDATE and EXDATE lines, on the wall clock of its zone. */
import ICAL from 'ical.js'
import type { EventState } from '../../../world/types'
import { type EventTime, instantOf, inZone, wallOf, wallToInstant } from '../time'

/** Instants, epoch ms: what ends after `from` and starts before `to` is inside. */
export interface Window {
  readonly from: number
  readonly to: number
}

export interface Occurrence {
  readonly start: EventTime
  readonly end: EventTime
  readonly startMs: number
  readonly endMs: number
}

// A series without an end is followed this far; nobody looks further.
const mostOccurrences = 5_000

/** Occurrences of a series inside the window, in order. A series without RRULE happens once. */
export const occurrences = (master: EventState, calendarZone: string, window: Window): Occurrence[] => {
  const zone = master.start.timeZone ?? calendarZone
  const make = occurrenceMaker(master, zone, calendarZone)
  const found: Occurrence[] = []
  for (const wall of wallStarts(master, zone, window.to)) {
    const occurrence = make(wall)
    if (occurrence.startMs >= window.to) break
    if (occurrence.endMs > window.from) found.push(occurrence)
  }
  return found
}

const occurrenceMaker = (master: EventState, zone: string, calendarZone: string) => {
  const day = master.start.date !== undefined
  const length = day
    ? Date.parse(`${master.end.date}T00:00Z`) - Date.parse(`${master.start.date}T00:00Z`)
    : instantOf(master.end, zone) - instantOf(master.start, zone)
  return (wall: string): Occurrence => {
    if (!day) {
      const startMs = wallToInstant(zone, wall)
      return {
        start: timed(startMs, zone, calendarZone),
        end: timed(startMs + length, zone, calendarZone),
        startMs,
        endMs: startMs + length,
      }
    }
    const start = { date: wall.slice(0, 10) }
    const end = { date: new Date(Date.parse(`${start.date}T00:00Z`) + length).toISOString().slice(0, 10) }
    return { start, end, startMs: instantOf(start, calendarZone), endMs: instantOf(end, calendarZone) }
  }
}

const timed = (ms: number, zone: string, calendarZone: string): EventTime => ({ dateTime: inZone(calendarZone, ms), timeZone: zone })

/** Wall-clock starts in order, EXDATE left out. */
function* wallStarts(master: EventState, zone: string, to: number): Generator<string> {
  const first = master.start.date ?? wallOf(zone, instantOf(master.start, zone))
  const lines = master.recurrence ?? []
  const excluded = new Set(lines.flatMap((line) => dateList(line, 'EXDATE', zone)))
  const added = lines.flatMap((line) => dateList(line, 'RDATE', zone))
  const rule = lines.find((line) => line.startsWith('RRULE:'))
  const ruled = rule === undefined ? [first] : [...ruleStarts(rule.slice(6), first, zone, to)]
  for (const wall of [...new Set([...ruled, ...added])].sort()) if (!excluded.has(wall)) yield wall
}

function* ruleStarts(rule: string, first: string, zone: string, to: number): Generator<string> {
  const recur = ICAL.Recur.fromString(withoutUntil(rule))
  const until = untilWall(rule, zone, first.length > 10)
  const lastWall = Number.isFinite(to) ? wallOf(zone, to) : undefined
  const iterator = recur.iterator(ICAL.Time.fromString(first, undefined as never))
  for (let count = 0; count < mostOccurrences; count++) {
    const next = iterator.next()
    if (!next) return
    const wall = next.toString().slice(0, first.length)
    if ((until !== undefined && wall > until) || (lastWall !== undefined && wall > lastWall)) return
    yield wall
  }
}

const untilPattern = /;?UNTIL=([0-9TZ]+)/i

const withoutUntil = (rule: string): string => rule.replace(untilPattern, '').replace(/^;/, '')

/** The last wall clock that UNTIL lets in, inclusive. */
const untilWall = (rule: string, zone: string, timedSeries: boolean): string | undefined => {
  const text = untilPattern.exec(rule)?.[1]
  if (text === undefined) return undefined
  const wall = wallText(text, zone)
  return timedSeries ? (wall.length > 10 ? wall : `${wall}T23:59:59`) : wall.slice(0, 10)
}

/** `20261203T100000Z` → wall clock in the zone; without Z it is one already; a day stays a day. */
const wallText = (text: string, zone: string): string => {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
  if (text.length < 15) return day
  const wall = `${day}T${text.slice(9, 11)}:${text.slice(11, 13)}:${text.slice(13, 15)}`
  return text.endsWith('Z') ? wallOf(zone, Date.parse(`${wall}Z`)) : wall
}

/** Wall clocks of an EXDATE or RDATE line in the series' zone; none for other lines. */
export const dateList = (line: string, name: string, zone: string): string[] => {
  const match = new RegExp(`^${name}(;[^:]*)?:(.+)$`).exec(line)
  if (!match) return []
  const own = /TZID=([^;:]+)/.exec(match[1] ?? '')?.[1] ?? zone
  return (match[2] ?? '').split(',').map((text) => {
    const wall = wallText(text, own)
    return own === zone || wall.length === 10 || text.endsWith('Z')
      ? text.endsWith('Z')
        ? wallText(text, zone)
        : wall
      : wallOf(zone, wallToInstant(own, wall))
  })
}

/** True when every line is one this emulator follows. */
export const readableRecurrence = (lines: readonly string[]): boolean =>
  lines.every((line) => {
    if (/^(EXDATE|RDATE)[;:]/.test(line)) return true
    if (!line.startsWith('RRULE:')) return false
    try {
      return /FREQ=/.test(line) && ICAL.Recur.fromString(withoutUntil(line.slice(6))) !== null
    } catch {
      return false
    }
  })
