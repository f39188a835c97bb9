/** Changing a stored calendar: every change replaces the event and moves the revision on; nothing is changed in place. */
import type { CalendarState, EventState } from '../../world/types'
import { horizonMs, instanceId, isMaster, plainInstances } from './instances'
import { occurrences, type Window } from './recurrence'

/** Puts the event in place of the one with its id, or at the end; etag, revision and `updated` are made new. */
export const putEvent = (calendar: CalendarState, event: EventState, nowMs: number): EventState => {
  calendar.revision++
  const stored: EventState = {
    ...event,
    revision: calendar.revision,
    etag: `"${Math.floor(nowMs / 1000)}${String(calendar.revision).padStart(6, '0')}"`,
    updated: new Date(nowMs).toISOString(),
  }
  const at = calendar.events.findIndex((other) => other.id === event.id)
  if (at < 0) calendar.events.push(stored)
  else calendar.events[at] = stored
  return stored
}

/** Puts a changed series; instances that it no longer has leave cancelled exceptions, so that a sync reports them. */
export const putSeries = (calendar: CalendarState, before: EventState, after: EventState, nowMs: number): EventState => {
  if (isMaster(before) && occurrencesChanged(before, after)) cancelLost(calendar, before, after, nowMs)
  return putEvent(calendar, after, nowMs)
}

const occurrencesChanged = (before: EventState, after: EventState): boolean =>
  JSON.stringify([before.start, before.recurrence]) !== JSON.stringify([after.start, after.recurrence])

const cancelLost = (calendar: CalendarState, before: EventState, after: EventState, nowMs: number): void => {
  const window: Window = { from: Number.NEGATIVE_INFINITY, to: nowMs + horizonMs }
  const kept = new Set(isMaster(after) ? occurrences(after, calendar.timeZone, window).map(({ start }) => instanceId(after.id, start)) : [])
  const exceptions = calendar.events.filter((event) => event.recurringEventId === before.id && event.status !== 'cancelled')
  for (const instance of [...plainInstances(calendar, before, window), ...exceptions]) {
    if (!kept.has(instance.id)) putEvent(calendar, { ...instance, status: 'cancelled', orphan: true }, nowMs)
  }
  // An instance that the series has again is no longer lost.
  calendar.events = calendar.events.filter((event) => !(event.orphan && event.recurringEventId === before.id && kept.has(event.id)))
}

/** Cancels an event, an instance (as a cancelled exception) or a series with its exceptions. */
export const cancelEvent = (calendar: CalendarState, event: EventState, nowMs: number): EventState => {
  if (isMaster(event)) {
    for (const exception of calendar.events.filter((other) => other.recurringEventId === event.id && other.status !== 'cancelled')) {
      putEvent(calendar, { ...exception, status: 'cancelled' }, nowMs)
    }
  }
  return putEvent(calendar, { ...event, status: 'cancelled' }, nowMs)
}
