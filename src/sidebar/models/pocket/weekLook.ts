/** A week of «Отметить слоты» as rows of hours: what stands in each, what is tapped, what can be tapped. */

import type { GridDay, GridWeek, HourKind } from '../../../domain/calendar/grid/ownGrid'
import { isSame, openHours, type Taps } from '../../../domain/calendar/grid/taps'
import type { Times } from '../../../domain/calendar/slotHours'
import { addMinutes, atMinute, type LocalDateTime, minuteOfDay } from '../../../domain/time/localTime'

export interface Cell extends Times {
  readonly kind: HourKind | 'open' | 'offer' | 'take'
  readonly what: string
  /** The list of taps that a press changes; null = it cannot be pressed. */
  readonly tap: keyof Taps | null
}

interface CellRow {
  /** Hour of the day. */
  readonly hour: number
  /** By day; several where slots stand at odd minutes, none where nothing is. */
  readonly cells: readonly (readonly Cell[])[]
}

interface WeekLook {
  readonly rows: readonly CellRow[]
  /** Nothing of it is to come. */
  readonly isOver: boolean
}

export function weekLook({ days }: GridWeek, taps: Taps, now: LocalDateTime): WeekLook {
  const all = days.map((day) => cellsOf(day, taps, now))
  const hours = [...days.filter(({ off }) => off === '').flatMap(officeHours), ...all.flat().map(({ start }) => hourOf(start))]
  const first = Math.min(...hours)
  const count = hours.length === 0 ? 0 : Math.max(...hours) - first + 1
  const rows = Array.from({ length: count }, (_, at) => rowOf(first + at, days, all))
  return { rows, isOver: days.every(({ off, until }) => off !== '' || until <= now) && all.flat().every(({ end }) => end <= now) }
}

function officeHours({ from, until }: GridDay): number[] {
  return [hourOf(from), hourOf(addMinutes(until, -1))]
}

function hourOf(at: LocalDateTime): number {
  return Math.floor(minuteOfDay(at) / 60)
}

/** A longer booking goes on in the rows below. */
function rowOf(hour: number, days: readonly GridDay[], all: readonly (readonly Cell[])[]): CellRow {
  return {
    hour,
    cells: all.map((cells, day) => {
      const begin = cells.filter(({ start }) => hourOf(start) === hour)
      const at = atMinute(days[day]?.date ?? '', hour * 60)
      const going = cells.find(({ start, end }) => start < at && end > at)
      return begin.length > 0 ? begin : going === undefined ? [] : [{ ...going, tap: null }]
    }),
  }
}

function cellsOf(day: GridDay, taps: Taps, now: LocalDateTime): Cell[] {
  const standing = day.hours.map((hour): Cell => {
    const isTaken = taps.take.some((one) => isSame(one, hour))
    const canTap = hour.kind === 'free' && hour.start > now
    return { ...hour, kind: isTaken ? 'take' : hour.kind, tap: canTap || isTaken ? 'take' : null }
  })
  const offered = taps.offer
    .filter(({ start }) => start.startsWith(day.date))
    .map((one): Cell => ({ ...one, kind: 'offer', what: '', tap: 'offer' }))
  const open = openHours(day, taps, now).map((one): Cell => ({ ...one, kind: 'open', what: '', tap: 'offer' }))
  return [...standing, ...offered, ...open].sort((a, b) => (a.start < b.start ? -1 : 1))
}
