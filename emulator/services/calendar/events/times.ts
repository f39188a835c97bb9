/** Start and end of an event as the API takes them: days or instants, both of one kind, the end behind the start. */
import type { EventState } from '../../../world/types'
import { refuse } from '../refusal'
import { type EventTime, instantOf, inZone, isZone, parseInstant, wallToInstant } from '../time'

/** The event with its times in the calendar's zone. */
export const checkedSpan = (event: EventState, zone: string): EventState => {
  const span = { start: checkedTime(event.start, 'start', zone), end: checkedTime(event.end, 'end', zone) }
  const days = span.start.date !== undefined
  if (days !== (span.end.date !== undefined)) refuse('Start and end times must either both be date or both be dateTime.')
  const length = instantOf(span.end, zone) - instantOf(span.start, zone)
  if (length < 0 || (days && length === 0)) refuse('The specified time range is empty.', 'timeRangeEmpty')
  return { ...event, ...span }
}

const checkedTime = (time: EventTime | undefined, name: 'start' | 'end', calendarZone: string): EventTime => {
  if (!time || (time.date === undefined && time.dateTime === undefined)) return refuse(`Missing ${name} time.`)
  if (time.date !== undefined && time.dateTime !== undefined) return refuse(`Invalid ${name} time.`)
  if (time.timeZone !== undefined && !isZone(time.timeZone)) return refuse(`Invalid time zone definition for ${name} time.`)
  if (time.date !== undefined) return /^\d{4}-\d{2}-\d{2}$/.test(time.date) ? { date: time.date } : refuse(`Invalid ${name} time.`)
  const zone = time.timeZone ?? calendarZone
  const ms = parseInstant(time.dateTime ?? '') ?? withoutOffset(time, name)
  return { dateTime: inZone(calendarZone, ms), timeZone: zone }
}

const withoutOffset = (time: EventTime, name: string): number => {
  if (time.timeZone === undefined) return refuse(`Missing time zone definition for ${name} time.`)
  try {
    return wallToInstant(time.timeZone, time.dateTime ?? '')
  } catch {
    return refuse(`Invalid ${name} time.`)
  }
}
