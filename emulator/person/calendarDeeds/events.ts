/** Single events by hand: made, changed, deleted, taken out of the bin, looked at. */
import { isHidden, roleOf } from '../../services/calendar/access'
import type { EventResource } from '../../services/calendar/events/fields'
import { findEvent, isMaster, plainInstances } from '../../services/calendar/series/instances'
import { instantOf, wallToInstant } from '../../services/calendar/time'
import { insertEvent, patchEvent, removeEvent } from '../../services/calendar/write'
import type { NewEvent } from '../../world/calendarHand'
import type { CalendarHand, CalendarState, EventState } from '../../world/types'
import type { CalendarDesk } from './desk'
import { lookOf, movedSpan, span } from './times'

type EventDeeds = Pick<CalendarHand, 'insert' | 'patch' | 'remove' | 'restore' | 'between'>

export const eventDeeds = (desk: CalendarDesk): EventDeeds => ({
  insert: (input) => desk.change(input, (context) => insertEvent(context, newEvent(context.calendar, input), desk.freshId)),
  patch: ({ id, recurrence, ...input }) =>
    desk.change(input, (context) => {
      const times = movedSpan(context.calendar, findEvent(context.calendar, id), input)
      const rule = recurrence === undefined ? {} : { recurrence }
      return patchEvent(context, id, { ...lookOf(input), ...times, ...rule } as EventResource)
    }),
  remove: ({ id, ...input }) => {
    desk.change(input, (context) => removeEvent(context, id))
  },
  restore: ({ id, ...input }) => desk.change(input, (context) => patchEvent(context, id, { status: 'confirmed' })),
  between: ({ calendarId, from, to, user }) => {
    const calendar = desk.calendar(calendarId)
    const events = between(calendar, from, to)
    return user === undefined ? events : events.map((event) => seenBy(calendar, user, event)).filter((event) => event !== null)
  },
})

const newEvent = (calendar: CalendarState, input: NewEvent): EventResource => ({
  ...lookOf(input),
  ...span(calendar, input.start, input.end),
  ...(input.recurrence && { recurrence: input.recurrence }),
  ...(input.guests && { attendees: input.guests.map((email) => ({ email })) }),
  ...(input.eventType && { eventType: input.eventType }),
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

/** Of a private event a reader sees the time alone; null where the person has no access at all. */
const seenBy = (calendar: CalendarState, user: string, event: EventState): EventState | null => {
  const role = roleOf(calendar, user)
  if (role === 'none') return null
  if (!isHidden(event, role)) return event
  const { description: _d, location: _l, attendees: _a, extendedProperties: _e, ...rest } = event
  return { ...rest, summary: '' }
}
