/** Changing a stored calendar: every change replaces the event and moves the revision on; nothing is changed in place. */
import type { CalendarState, EventState } from '../../world/types'
import { exceptionsOf, horizonMs, isMaster, originalOf, plainInstances } from './series/instances'
import { occurrences, type Window } from './series/recurrence'
import { compactInstant } from './time'

/** Puts the event in place of the one with its id, or at the end; etag and revision are made new, `updated` grows. */
export const putEvent = (calendar: CalendarState, event: EventState, nowMs: number): EventState =>
  putQuietly(calendar, { ...event, updated: laterThan(event.updated, nowMs) }, nowMs)

/** The same with `updated` as it is: what the documentation does not count as a change of the event (reminders). */
export const putQuietly = (calendar: CalendarState, event: EventState, nowMs: number): EventState => {
  calendar.revision++
  const etag = `"${Math.floor(nowMs / 1000)}${String(calendar.revision).padStart(6, '0')}"`
  const stored: EventState = { ...event, revision: calendar.revision, etag }
  const at = calendar.events.findIndex((other) => other.id === event.id)
  if (at < 0) calendar.events.push(stored)
  else calendar.events[at] = stored
  return stored
}

/** Two changes within one millisecond are told apart. */
const laterThan = (updated: string, nowMs: number): string => {
  const before = Date.parse(updated)
  return new Date(Number.isNaN(before) ? nowMs : Math.max(nowMs, before + 1)).toISOString()
}

/** Puts a changed event; instances that a series no longer has leave cancelled exceptions, so that a sync reports them. */
export const putSeries = (calendar: CalendarState, before: EventState, after: EventState, nowMs: number): EventState => {
  if (isMaster(before) && occurrencesChanged(before, after)) cancelLost(calendar, before, after, nowMs)
  return putEvent(calendar, after, nowMs)
}

const occurrencesChanged = (before: EventState, after: EventState): boolean =>
  JSON.stringify([before.start, before.recurrence]) !== JSON.stringify([after.start, after.recurrence])

const cancelLost = (calendar: CalendarState, before: EventState, after: EventState, nowMs: number): void => {
  const window: Window = { from: Number.NEGATIVE_INFINITY, to: nowMs + horizonMs }
  const kept = new Set(isMaster(after) ? occurrences(after, calendar.timeZone, window).map(({ start }) => compactInstant(start)) : [])
  const exceptions = exceptionsOf(calendar, before.id).filter((event) => event.status !== 'cancelled')
  for (const instance of [...plainInstances(calendar, before, window), ...exceptions]) {
    if (!kept.has(originalOf(instance))) putEvent(calendar, { ...instance, status: 'cancelled', orphan: true }, nowMs)
  }
  // An instance that the series has again is no longer lost.
  calendar.events = calendar.events.filter(
    (event) => !(event.orphan && event.recurringEventId === before.id && kept.has(originalOf(event))),
  )
}

/** Cancels an event, an instance (as a cancelled exception) or a series with its exceptions. */
export const cancelEvent = (calendar: CalendarState, event: EventState, nowMs: number): EventState => {
  if (isMaster(event)) {
    for (const exception of exceptionsOf(calendar, event.id).filter((other) => other.status !== 'cancelled')) {
      putEvent(calendar, { ...exception, status: 'cancelled', goneWithSeries: true }, nowMs)
    }
  }
  return putEvent(calendar, { ...event, status: 'cancelled' }, nowMs)
}

/** Brings an event back; a series comes with the exceptions that went with it (assumed). */
export const reviveEvent = (calendar: CalendarState, event: EventState, nowMs: number): EventState => {
  for (const exception of exceptionsOf(calendar, event.id).filter((other) => other.goneWithSeries)) {
    const { goneWithSeries: _, ...living } = exception
    putEvent(calendar, { ...living, status: 'confirmed' }, nowMs)
  }
  const { orphan: _o, goneWithSeries: _g, ...living } = event
  return putEvent(calendar, living, nowMs)
}
