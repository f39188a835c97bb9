/** What a person does by hand in Google Calendar; every change fires the calendar triggers. */
import type { CalendarHand, WorldState } from '../world/types'
import { calendarDeeds } from './calendarDeeds/calendars'
import { calendarDesk, type Fire } from './calendarDeeds/desk'
import { eventDeeds } from './calendarDeeds/events'
import { guestDeeds } from './calendarDeeds/guests'
import { placeDeeds } from './calendarDeeds/places'
import { seriesDeeds } from './calendarDeeds/series'

export function createCalendarHand(state: () => WorldState, fire: Fire): CalendarHand {
  const desk = calendarDesk(state, fire)
  return { ...eventDeeds(desk), ...placeDeeds(desk), ...seriesDeeds(desk), ...guestDeeds(desk), ...calendarDeeds(desk) }
}
