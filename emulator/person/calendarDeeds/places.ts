/** The same event elsewhere: copied, cut and pasted, moved to another calendar, received from an organiser outside. */
import { type EventResource, replaced } from '../../services/calendar/events/fields'
import { moveEvent } from '../../services/calendar/events/move'
import { putEvent } from '../../services/calendar/store'
import { insertEvent, removeEvent } from '../../services/calendar/write'
import type { CalendarHand, CalendarState, EventState } from '../../world/types'
import type { CalendarDesk } from './desk'
import { keptEnd, lookOf, span } from './times'

type PlaceDeeds = Pick<CalendarHand, 'duplicate' | 'cutAndPaste' | 'moveTo' | 'receive'>
type Copying = Parameters<CalendarHand['duplicate']>[0]
type Received = Parameters<CalendarHand['receive']>[0]

export const placeDeeds = (desk: CalendarDesk): PlaceDeeds => {
  const paste = (source: EventState, input: Copying): EventState =>
    desk.change({ ...input, calendarId: input.toCalendarId ?? input.calendarId }, (context) => {
      const times = span(context.calendar, input.start, keptEnd(context.calendar, source, input.start))
      return insertEvent(context, { ...copyOf(source, input), ...times }, desk.freshId)
    })
  return {
    duplicate: (input) => paste(desk.event(input.calendarId, input.id), input),
    cutAndPaste: (input) => {
      const source = desk.event(input.calendarId, input.id)
      desk.change(input, (context) => removeEvent(context, input.id))
      return paste(source, { ...input, withPrivate: input.withPrivate ?? false })
    },
    moveTo: ({ id, toCalendarId, ...input }) => desk.change(input, (context) => moveEvent(context, id, desk.calendar(toCalendarId))),
    receive: (input) =>
      desk.change({ calendarId: input.calendarId, user: input.calendarId, asGuest: true }, ({ calendar, nowMs }) =>
        putEvent(calendar, invitation(calendar, input, { id: desk.freshId(), nowMs }), nowMs),
      ),
  }
}

const copyOf = (event: EventState, { withPrivate, withGuests }: Copying): EventResource => ({
  summary: event.summary,
  ...(event.description !== undefined && { description: event.description }),
  ...(event.location !== undefined && { location: event.location }),
  ...(withGuests && event.attendees && { attendees: event.attendees.map(({ email }) => ({ email })) }),
  ...(withPrivate && event.extendedProperties?.private && { extendedProperties: { private: { ...event.extendedProperties.private } } }),
})

/** The calendar is a guest of it; its organiser is somebody else. */
const invitation = (calendar: CalendarState, input: Received, { id, nowMs }: { id: string; nowMs: number }): EventState => {
  const blank = {
    id,
    etag: '',
    iCalUID: `${id}@google.com`,
    sequence: 0,
    created: new Date(nowMs).toISOString(),
    updated: '',
    creator: { email: input.organizer },
    organizer: { email: input.organizer },
    revision: 0,
  }
  const resource = {
    ...lookOf(input),
    ...span(calendar, input.start, input.end),
    attendees: [{ email: input.organizer, responseStatus: 'accepted' }, { email: calendar.id }],
    ...(input.recurrence && { recurrence: input.recurrence }),
    ...(input.guestsCanModify && { guestsCanModify: true }),
  }
  return replaced(blank as unknown as EventState, resource, calendar)
}
