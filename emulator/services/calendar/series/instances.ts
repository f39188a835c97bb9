/** Instances of series: virtual ones made from the master, exceptions where somebody changed or deleted one. */
import type { CalendarState, EventState } from '../../../world/types'
import { rulesOf } from '../rules'
import { compactInstant, instantOf } from '../time'
import { baseOf, instanceId, openInstanceId } from './instanceIds'
import { type Occurrence, occurrences, type Window } from './recurrence'

export const everything: Window = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** Assumed: a series without an end is unrolled two years ahead when nobody bounds the list. */
export const horizonMs = 2 * 366 * 86_400_000

export const isMaster = (event: EventState): boolean => event.recurrence !== undefined && event.recurrence.length > 0

/** One occurrence as an event of its own, not stored; etag and revision are the master's. */
const virtualInstance = (calendar: CalendarState, master: EventState, occurrence: Occurrence): EventState => {
  const { recurrence: _, ...shared } = master
  return {
    ...shared,
    id: instanceId(master.id, occurrence.start, rulesOf(calendar).instanceIds),
    recurringEventId: master.id,
    originalStartTime: occurrence.start,
    start: occurrence.start,
    end: occurrence.end,
  }
}

/** Instances of a series inside the window that have no stored exception. A cancelled master gives cancelled instances. */
export const plainInstances = (calendar: CalendarState, master: EventState, window: Window): EventState[] => {
  const replaced = new Set(exceptionsOf(calendar, master.id).map(originalOf))
  return occurrences(master, calendar.timeZone, window)
    .filter((occurrence) => !replaced.has(compactInstant(occurrence.start)))
    .map((occurrence) => virtualInstance(calendar, master, occurrence))
}

/** Stored instances of a series, cancelled and lost ones too. */
export const exceptionsOf = (calendar: CalendarState, seriesId: string): EventState[] =>
  calendar.events.filter((event) => event.recurringEventId === seriesId)

/** Which of the series' starts the instance stands for, to compare by. */
export const originalOf = (instance: EventState): string => compactInstant(instance.originalStartTime ?? instance.start)

/** The event under an id: stored, or an instance of a stored series. */
export const findEvent = (calendar: CalendarState, id: string): EventState | undefined =>
  calendar.events.find((event) => event.id === id) ?? findInstance(calendar, id)

const findInstance = (calendar: CalendarState, id: string): EventState | undefined => {
  const opened = openInstanceId(id)
  if (!opened) return undefined
  const around = aroundTail(opened.tail)
  return calendar.events
    .filter((event) => isMaster(event) && baseOf(event.id) === opened.base)
    .flatMap((master) => plainInstances(calendar, master, around))
    .find((instance) => instance.id === id)
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
