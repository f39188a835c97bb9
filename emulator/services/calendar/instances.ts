/** Instances of series: virtual ones made from the master, exceptions where somebody changed or deleted one. */
import type { CalendarState, EventState } from '../../world/types'
import { type Occurrence, occurrences, type Window } from './recurrence'
import { compactInstant, instantOf } from './time'

export const everything: Window = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** Assumed: a series without an end is unrolled two years ahead when nobody bounds the list. */
export const horizonMs = 2 * 366 * 86_400_000

export const isMaster = (event: EventState): boolean => event.recurrence !== undefined && event.recurrence.length > 0

export const instanceId = (seriesId: string, originalStart: EventState['start']): string => `${seriesId}_${compactInstant(originalStart)}`

/** One occurrence as an event of its own, not stored; etag and revision are the master's. */
const virtualInstance = (master: EventState, occurrence: Occurrence): EventState => {
  const { recurrence: _, ...shared } = master
  return {
    ...shared,
    id: instanceId(master.id, occurrence.start),
    recurringEventId: master.id,
    originalStartTime: occurrence.start,
    start: occurrence.start,
    end: occurrence.end,
  }
}

/** Instances of a series inside the window that have no stored exception. A cancelled master gives cancelled instances. */
export const plainInstances = (calendar: CalendarState, master: EventState, window: Window): EventState[] => {
  const exceptions = new Set(calendar.events.filter((event) => event.recurringEventId === master.id).map((event) => event.id))
  return occurrences(master, calendar.timeZone, window)
    .map((occurrence) => virtualInstance(master, occurrence))
    .filter((instance) => !exceptions.has(instance.id))
}

/** The event under an id: stored, or an instance of a stored series. */
export const findEvent = (calendar: CalendarState, id: string): EventState | undefined =>
  calendar.events.find((event) => event.id === id) ?? findInstance(calendar, id)

const findInstance = (calendar: CalendarState, id: string): EventState | undefined => {
  const match = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/.exec(id)
  const master = match && calendar.events.find((event) => event.id === match[1] && isMaster(event))
  if (!match || !master) return undefined
  const at = aroundTail(match[2] ?? '')
  return plainInstances(calendar, master, at).find((instance) => instance.id === id)
}

const aroundTail = (tail: string): Window => {
  const day = Date.UTC(Number(tail.slice(0, 4)), Number(tail.slice(4, 6)) - 1, Number(tail.slice(6, 8)))
  return { from: day - 2 * 86_400_000, to: day + 3 * 86_400_000 }
}

/** True when the event, or the series, has something inside the window. */
export const isInside = (calendar: CalendarState, event: EventState, window: Window): boolean => {
  if (window.from === everything.from && window.to === everything.to) return true
  if (isMaster(event)) return occurrences(event, calendar.timeZone, boundedWindow(window)).length > 0
  return instantOf(event.end, calendar.timeZone) > window.from && instantOf(event.start, calendar.timeZone) < window.to
}

const boundedWindow = (window: Window): Window => ({
  from: window.from,
  to: Math.min(window.to, Math.max(window.from, 0) + 20 * horizonMs),
})
