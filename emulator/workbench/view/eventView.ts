/** An event of the calendar as the week draws it. */
import type { CalendarState, EventState } from '../../world/types'
import { wallText } from '../bench/officeTime'
import type { EventView } from '../wire'

type Moment = EventState['start']

export const eventView = (calendar: CalendarState, event: EventState): EventView => ({
  id: event.id,
  title: event.summary,
  start: wall(calendar.timeZone, event.start),
  end: wall(calendar.timeZone, event.end),
  allDay: event.start.date !== undefined,
  recurring: event.recurringEventId !== undefined || event.recurrence !== undefined,
  kind: kindOf(event.summary),
  description: event.description ?? '',
  location: event.location ?? '',
  colour: event.colorId ?? '',
  visibility: event.visibility ?? '',
  rule: ruleOf(calendar, event),
  organizer: event.organizer.email === calendar.id ? '' : event.organizer.email,
  guests: (event.attendees ?? []).map(({ email, responseStatus }) => ({ email, answer: responseStatus })),
  refusal: calendar.refusals?.find(({ eventId }) => eventId === event.id)?.code ?? 0,
})

const wall = (zone: string, moment: Moment): string => moment.date ?? wallText(zone, Date.parse(moment.dateTime ?? ''))

const ruleOf = (calendar: CalendarState, event: EventState): string => {
  const master = calendar.events.find(({ id }) => id === event.recurringEventId)
  return master?.recurrence?.find((line) => line.startsWith('RRULE:')) ?? ''
}

/** For the colour only: titles are read by the desk, not by the stand. */
const kindOf = (title: string): EventView['kind'] => (/конс/i.test(title) ? 'free' : /^\s*\S{2,4}_/.test(title) ? 'booked' : 'other')
