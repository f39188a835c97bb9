/** A stored event as the API answers it, its times in the zone asked for. */
import type { AccessRole, CalendarState, EventState } from '../../../world/types'
import { isHidden } from '../access'
import { rulesOf } from '../rules'
import { type EventTime, inZone } from '../time'
import type { EventResource } from './fields'
import { guestAnswer, sameAddress } from './guests'

/** Whom the answer is for. */
export interface View {
  /** Zone of the times; the calendar's unless given. */
  readonly zone?: string | undefined
  /** Access of who asks; owner unless given. */
  readonly role?: AccessRole
}

/** All that the API tells of the event. */
export const eventAnswer = (
  event: EventState,
  calendar: CalendarState,
  { zone = calendar.timeZone, role = 'owner' }: View = {},
): EventResource => (isHidden(event, role) ? hiddenAnswer(event, calendar, zone) : wholeAnswer(event, calendar, zone))

const wholeAnswer = (event: EventState, calendar: CalendarState, zone: string): EventResource => {
  const { revision: _r, orphan: _o, goneWithSeries: _g, summary, attendees, ...rest } = event
  return {
    kind: 'calendar#event',
    ...structuredClone(rest),
    htmlLink: linkOf(event),
    ...(summary !== '' && { summary }),
    ...timesAnswer(event, calendar, zone),
    creator: { ...event.creator, ...(sameAddress(event.creator.email, calendar.id) && { self: true }) },
    organizer: { ...event.organizer, ...(sameAddress(event.organizer.email, calendar.id) && { self: true }) },
    ...(attendees && { attendees: attendees.map((guest) => guestAnswer(guest, event, calendar.id)) }),
    reminders: event.reminders ?? { useDefault: true },
    eventType: event.eventType ?? 'default',
  }
}

/** When, and that it is private; assumed: no organiser, no guests, no properties either. */
const hiddenAnswer = (event: EventState, calendar: CalendarState, zone: string): EventResource => ({
  kind: 'calendar#event',
  etag: event.etag,
  id: event.id,
  status: event.status,
  htmlLink: linkOf(event),
  created: event.created,
  updated: event.updated,
  iCalUID: event.iCalUID,
  sequence: event.sequence,
  ...(event.recurrence && { recurrence: [...event.recurrence] }),
  ...(event.recurringEventId && { recurringEventId: event.recurringEventId }),
  ...timesAnswer(event, calendar, zone),
  ...(event.transparency && { transparency: event.transparency }),
  visibility: event.visibility ?? 'private',
  eventType: event.eventType ?? 'default',
})

const linkOf = (event: EventState): string => `https://www.google.com/calendar/event?eid=${event.id}`

const timesAnswer = (event: EventState, calendar: CalendarState, zone: string) => ({
  start: timeAnswer(event.start, calendar, zone),
  end: timeAnswer(event.end, calendar, zone),
  ...(event.originalStartTime && { originalStartTime: timeAnswer(event.originalStartTime, calendar, zone) }),
})

const timeAnswer = (time: EventTime, calendar: CalendarState, zone: string): EventTime => {
  if (time.dateTime === undefined) return { ...time }
  const dateTime = zone === calendar.timeZone ? time.dateTime : inZone(zone, Date.parse(time.dateTime))
  return { dateTime, timeZone: time.timeZone ?? calendar.timeZone }
}

/** A deletion as an incremental sync tells it: Google guarantees no more than `id`, of an exception its series and original start too. */
export const tombstone = (event: EventState, calendar: CalendarState): EventResource => ({
  kind: 'calendar#event',
  etag: event.etag,
  id: event.id,
  status: 'cancelled',
  ...(event.recurringEventId && { recurringEventId: event.recurringEventId }),
  ...(event.originalStartTime && { originalStartTime: timeAnswer(event.originalStartTime, calendar, calendar.timeZone) }),
})

/** Documented: the organiser's calendar goes on telling a deleted event's details, where deletions are asked for by name. */
export const tellsDetails = (event: EventState, calendar: CalendarState): boolean =>
  rulesOf(calendar).deletedDetails === 'kept' && event.recurringEventId === undefined && sameAddress(event.organizer.email, calendar.id)
