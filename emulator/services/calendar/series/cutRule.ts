/** The rule of a series cut in two: what ends before an instance, and what goes on from it. */
import type { EventState } from '../../../world/types'
import { compactInstant, instantOf, wallOf } from '../time'
import { dateList, occurrences } from './recurrence'

/** Lines of the series that ends before `start`: UNTIL one second (or day) before it, later dates left out. */
export const linesBefore = (master: EventState, start: EventState['start'], calendarZone: string): string[] => {
  const zone = zoneOf(master, calendarZone)
  const wall = wallAt(start, zone)
  return cutLines(master, {
    rule: (line) => endedBefore(line, start, zone),
    dates: (line) => datesKept(line, zone, (date) => date < wall),
  })
}

/** Lines of the series that begins at `start`: COUNT less what was before, earlier dates left out. */
export const linesFrom = (master: EventState, start: EventState['start'], calendarZone: string): string[] => {
  const zone = zoneOf(master, calendarZone)
  const wall = wallAt(start, zone)
  return cutLines(master, {
    rule: (line) => countLess(line, countBefore(master, line, { start, zone: calendarZone })),
    dates: (line) => datesKept(line, zone, (date) => date >= wall),
  })
}

const cutLines = (master: EventState, cut: { rule: (line: string) => string; dates: (line: string) => string }): string[] =>
  (master.recurrence ?? []).map((line) => (line.startsWith('RRULE:') ? cut.rule(line) : cut.dates(line))).filter((line) => line !== '')

/** COUNT counts what the rule makes, excluded dates too. */
const countBefore = (master: EventState, rule: string, { start, zone }: { start: EventState['start']; zone: string }): number =>
  occurrences({ ...master, recurrence: [rule] }, zone, { from: Number.NEGATIVE_INFINITY, to: instantOf(start, zone) }).length

/** A weekly rule of one day follows an event that was dragged to another day of the week. */
export const onDayOf = (lines: readonly string[], start: EventState['start'], zone: string): string[] => {
  const day = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(`${wallAt(start, zone).slice(0, 10)}T00:00Z`).getUTCDay()]
  return lines.map((line) => (/FREQ=WEEKLY/.test(line) ? line.replace(/BYDAY=[A-Z]{2}(?=;|$)/, `BYDAY=${day}`) : line))
}

const zoneOf = (master: EventState, zone: string): string => master.start.timeZone ?? zone
const wallAt = (time: EventState['start'], zone: string): string => time.date ?? wallOf(zone, instantOf(time, zone))

const endedBefore = (line: string, start: EventState['start'], zone: string): string => {
  const plain = line.replace(/;(?:UNTIL|COUNT)=[^;]*/g, '').replace(/:(?:UNTIL|COUNT)=[^;]*;/, ':')
  const last = instantOf(start, zone) - 1000
  const until =
    start.date === undefined
      ? compactInstant({ dateTime: new Date(last).toISOString() })
      : compactInstant({ date: wallOf(zone, last).slice(0, 10) })
  return `${plain};UNTIL=${until}`
}

const countLess = (line: string, gone: number): string =>
  line.replace(/COUNT=(\d+)/, (_, count: string) => `COUNT=${Math.max(1, Number(count) - gone)}`)

const datesKept = (line: string, zone: string, keep: (wall: string) => boolean): string => {
  const name = line.startsWith('EXDATE') ? 'EXDATE' : 'RDATE'
  const walls = dateList(line, name, zone).filter(keep)
  const compact = walls.map((wall) => wall.replace(/[-:]/g, ''))
  if (walls.length === 0) return ''
  return walls[0]?.length === 10 ? `${name};VALUE=DATE:${compact.join(',')}` : `${name};TZID=${zone}:${compact.join(',')}`
}
