/** Wall clocks of the hand made times of the API, and what a form's fields change. */
import type { EventResource } from '../../services/calendar/events/fields'
import { type EventTime, instantOf, wallOf, wallToInstant } from '../../services/calendar/time'
import type { EventChange } from '../../world/calendarHand'
import type { CalendarState, EventState } from '../../world/types'

const dayMs = 86_400_000

const isDay = (wall: string): boolean => wall.length === 10

const timeOf = (calendar: CalendarState, wall: string): EventTime =>
  isDay(wall) ? { date: wall } : { dateTime: new Date(wallToInstant(calendar.timeZone, wall)).toISOString(), timeZone: calendar.timeZone }

export const span = (calendar: CalendarState, start: string, end: string): { start: EventTime; end: EventTime } => ({
  start: timeOf(calendar, start),
  end: timeOf(calendar, end),
})

/** The end that keeps the event's length; a timed event that becomes a day takes one day. */
export const keptEnd = (calendar: CalendarState, event: EventState, start: string): string => {
  const length = instantOf(event.end, calendar.timeZone) - instantOf(event.start, calendar.timeZone)
  const days = Math.max(1, Math.round(length / dayMs))
  if (isDay(start)) return new Date(Date.parse(`${start}T00:00Z`) + days * dayMs).toISOString().slice(0, 10)
  return wallOf(calendar.timeZone, wallToInstant(calendar.timeZone, start) + length)
}

const looks = ['description', 'location', 'colorId', 'visibility', 'transparency'] as const

/** Fields that the person filled in, as a patch. */
export const lookOf = (input: EventChange): EventResource => {
  const given = looks.filter((name) => input[name] !== undefined).map((name) => [name, input[name]])
  return { ...Object.fromEntries(given), ...(input.summary !== undefined && { summary: input.summary }) } as EventResource
}

/** A start alone moves the event and keeps its length. */
export const movedSpan = (calendar: CalendarState, event: EventState | undefined, { start, end }: EventChange): EventResource => {
  const endTime = end ?? (start !== undefined && event ? keptEnd(calendar, event, start) : undefined)
  const replaced = (wall: string) =>
    isDay(wall) ? { dateTime: null, timeZone: null, date: wall } : { date: null, ...timeOf(calendar, wall) }
  // null deletes a member in a patch; the API's types do not say so.
  return {
    ...(start !== undefined && { start: replaced(start) }),
    ...(endTime !== undefined && { end: replaced(endTime) }),
  } as EventResource
}
