/** An event of the calendar as the week draws it. */
import type { EventState } from '../../world/types'
import { wallText } from '../officeTime'
import type { EventView } from '../wire'

type Moment = EventState['start']

export const eventView = (zone: string, event: EventState): EventView => ({
  id: event.id,
  title: event.summary,
  start: wall(zone, event.start),
  end: wall(zone, event.end),
  allDay: event.start.date !== undefined,
  recurring: event.recurringEventId !== undefined || event.recurrence !== undefined,
  kind: kindOf(event.summary),
  description: event.description ?? '',
})

const wall = (zone: string, moment: Moment): string => moment.date ?? wallText(zone, Date.parse(moment.dateTime ?? ''))

/** For the colour only: titles are read by the desk, not by the stand. */
const kindOf = (title: string): EventView['kind'] => (/конс/i.test(title) ? 'free' : /^\s*\S{2,4}_/.test(title) ? 'booked' : 'other')
