/** What a person does by hand in Google Calendar; every change fires the calendar triggers. */

import type { FireInput } from '../run/triggers'
import type { EventResource } from '../services/calendar/fields'
import { findEvent, isMaster, plainInstances } from '../services/calendar/instances'
import { type EventTime, instantOf, wallOf, wallToInstant } from '../services/calendar/time'
import { insertEvent, patchEvent, removeEvent, type WriteContext } from '../services/calendar/write'
import type { CalendarHand, CalendarState, EventState, ExecutionRecord, WorldState } from '../world/types'

type Fire = (input: FireInput) => ExecutionRecord[]

export function createCalendarHand(state: () => WorldState, fire: Fire): CalendarHand {
  const desk = calendarDesk(state, fire)
  return {
    insert: ({ calendarId, summary, start, end, recurrence, description, user }) =>
      desk.change(calendarId, user, (context) => {
        const more = { ...(recurrence && { recurrence }), ...(description !== undefined && { description }) }
        return insertEvent(context, { summary, ...span(context.calendar, start, end), ...more }, desk.freshId)
      }),
    patch: ({ calendarId, id, summary, start, end, recurrence, user }) =>
      desk.change(calendarId, user, (context) => {
        const event = findEvent(context.calendar, id)
        const times = start !== undefined || end !== undefined ? movedSpan(context.calendar, event, start, end) : {}
        return patchEvent(context, id, { ...(summary !== undefined && { summary }), ...times, ...(recurrence && { recurrence }) })
      }),
    remove: ({ calendarId, id, user }) => {
      desk.change(calendarId, user, (context) => removeEvent(context, id))
    },
    restore: ({ calendarId, id, user }) => desk.change(calendarId, user, (context) => patchEvent(context, id, { status: 'confirmed' })),
    duplicate: ({ calendarId, id, start, withPrivate, user }) =>
      desk.change(calendarId, user, (context) => {
        const source = findEvent(context.calendar, id) ?? missing(`event ${id}`)
        return insertEvent(
          context,
          { ...copyOf(source, withPrivate), ...span(context.calendar, start, keptEnd(context.calendar, source, start)) },
          desk.freshId,
        )
      }),
    between: ({ calendarId, from, to }) => between(desk.calendar(calendarId), from, to),
  }
}

interface CalendarDesk {
  calendar(id: string): CalendarState
  change(calendarId: string, user: string, work: (context: WriteContext) => EventState): EventState
  freshId(): string
}

const calendarDesk = (state: () => WorldState, fire: Fire): CalendarDesk => {
  const calendar = (id: string): CalendarState => state().calendars[id] ?? missing(`calendar ${id}`)
  return {
    calendar,
    freshId: () => `hand${String(++state().counter).padStart(8, '0')}`,
    change: (calendarId, user, work) => {
      const changed = work({ calendar: calendar(calendarId), nowMs: state().now, actor: user })
      fire({ kind: 'calendar', user, calendarId, event: { calendarId } })
      return changed
    },
  }
}

const missing = (what: string): never => {
  throw new Error(`there is no ${what}`)
}

const dayMs = 86_400_000

const isDay = (wall: string): boolean => wall.length === 10

const timeOf = (calendar: CalendarState, wall: string): EventTime =>
  isDay(wall) ? { date: wall } : { dateTime: new Date(wallToInstant(calendar.timeZone, wall)).toISOString(), timeZone: calendar.timeZone }

const span = (calendar: CalendarState, start: string, end: string): Pick<EventResource, 'start' | 'end'> => ({
  start: timeOf(calendar, start),
  end: timeOf(calendar, end),
})

/** A start alone moves the event and keeps its length. */
const movedSpan = (
  calendar: CalendarState,
  event: EventState | undefined,
  start: string | undefined,
  end: string | undefined,
): EventResource => {
  const endTime = end ?? (start !== undefined && event ? keptEnd(calendar, event, start) : undefined)
  const replaced = (wall: string) =>
    isDay(wall) ? { dateTime: null, timeZone: null, date: wall } : { date: null, ...timeOf(calendar, wall) }
  // null deletes a member in a patch; the API's types do not say so.
  return {
    ...(start !== undefined && { start: replaced(start) }),
    ...(endTime !== undefined && { end: replaced(endTime) }),
  } as EventResource
}

/** The end that keeps the event's length; a timed event that becomes a day takes one day. */
const keptEnd = (calendar: CalendarState, event: EventState, start: string): string => {
  const length = instantOf(event.end, calendar.timeZone) - instantOf(event.start, calendar.timeZone)
  const days = Math.max(1, Math.round(length / dayMs))
  if (isDay(start)) return new Date(Date.parse(`${start}T00:00Z`) + days * dayMs).toISOString().slice(0, 10)
  return wallOf(calendar.timeZone, wallToInstant(calendar.timeZone, start) + length)
}

const copyOf = (event: EventState, withPrivate: boolean): EventResource => ({
  summary: event.summary,
  ...(event.description !== undefined && { description: event.description }),
  ...(event.location !== undefined && { location: event.location }),
  ...(withPrivate && event.extendedProperties?.private && { extendedProperties: { private: { ...event.extendedProperties.private } } }),
})

const between = (calendar: CalendarState, from: string, to: string): readonly EventState[] => {
  const window = { from: wallToInstant(calendar.timeZone, from), to: wallToInstant(calendar.timeZone, to) }
  const start = (event: EventState): number => instantOf(event.start, calendar.timeZone)
  const living = calendar.events.filter((event) => event.status !== 'cancelled')
  const singles = living.filter(
    (event) => !isMaster(event) && instantOf(event.end, calendar.timeZone) > window.from && start(event) < window.to,
  )
  const instances = living.filter(isMaster).flatMap((master) => plainInstances(calendar, master, window))
  return [...singles, ...instances].sort((a, b) => start(a) - start(b) || (a.id < b.id ? -1 : 1))
}
