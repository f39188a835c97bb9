/** A stored event as the API answers it, its times in the zone asked for. */
import type { CalendarState, EventState } from '../../world/types'
import type { EventResource } from './fields'
import { type EventTime, inZone } from './time'

/** All that the API tells of the event. `zone` defaults to the calendar's. */
export const eventAnswer = (event: EventState, calendar: CalendarState, zone = calendar.timeZone): EventResource => {
  const { revision: _revision, orphan: _orphan, summary, start, end, originalStartTime, ...rest } = event
  return {
    kind: 'calendar#event',
    ...structuredClone(rest),
    htmlLink: `https://www.google.com/calendar/event?eid=${event.id}`,
    ...(summary !== '' && { summary }),
    start: timeAnswer(start, calendar, zone),
    end: timeAnswer(end, calendar, zone),
    ...(originalStartTime && { originalStartTime: timeAnswer(originalStartTime, calendar, zone) }),
    reminders: { useDefault: true },
    eventType: 'default',
  }
}

const timeAnswer = (time: EventTime, calendar: CalendarState, zone: string): EventTime => {
  if (time.dateTime === undefined) return { ...time }
  const dateTime = zone === calendar.timeZone ? time.dateTime : inZone(zone, Date.parse(time.dateTime))
  return { dateTime, timeZone: time.timeZone ?? calendar.timeZone }
}

/** A deletion as an incremental sync tells it: Google guarantees no more than these fields. */
export const tombstone = (event: EventState, calendar: CalendarState): EventResource => ({
  kind: 'calendar#event',
  etag: event.etag,
  id: event.id,
  status: 'cancelled',
  ...(event.recurringEventId && { recurringEventId: event.recurringEventId }),
  ...(event.originalStartTime && { originalStartTime: timeAnswer(event.originalStartTime, calendar, calendar.timeZone) }),
})
