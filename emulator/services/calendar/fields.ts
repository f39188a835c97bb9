/** What a caller may write of an event: checking the resource, merging a patch, replacing on update. */
import type { CalendarState, EventState } from '../../world/types'
import { readableRecurrence } from './recurrence'
import { type EventTime, instantOf, inZone, isZone, parseInstant, wallToInstant } from './time'

export type EventResource = GoogleAppsScript.Calendar.Schema.Event
type Loose = Record<string, unknown>

/** What is wrong with a resource; the service makes a 400 of it. */
export class EventProblem extends Error {}

const refuse = (message: string): never => {
  throw new EventProblem(message)
}

const texts = ['summary', 'description', 'location', 'colorId', 'transparency'] as const
const writable = new Set<string>([...texts, 'start', 'end', 'recurrence', 'attendees', 'extendedProperties', 'status'])
// Named by the API, of no meaning here: taken and dropped.
const ignored =
  /^(id|kind|etag|htmlLink|created|updated|creator|organizer|iCalUID|sequence|recurringEventId|originalStartTime|reminders|eventType|visibility|guestsCan\w+|anyoneCanAddSelf|source|conferenceData|hangoutLink|attachments)$/

/** The event with a patch merged in: objects merge, arrays are replaced, null deletes. */
export const patched = (event: EventState, patch: EventResource, calendar: CalendarState): EventState =>
  checked({ ...event, ...(merge(event, onlyWritable(patch)) as Partial<EventState>) }, event, calendar)

/** The event with all that may be written replaced by the resource. */
export const replaced = (event: EventState, resource: EventResource, calendar: CalendarState): EventState => {
  const kept = Object.fromEntries(Object.entries(event).filter(([key]) => !writable.has(key)))
  return checked({ ...kept, status: 'confirmed', summary: '', ...onlyWritable(resource) } as unknown as EventState, event, calendar)
}

const onlyWritable = (resource: EventResource): Loose => {
  const entries = Object.entries(resource)
  const unknown = entries.find(([key]) => !writable.has(key) && !ignored.test(key))
  if (unknown) refuse(`Invalid JSON payload received. Unknown name "${unknown[0]}": Cannot find field.`)
  return Object.fromEntries(entries.filter(([key]) => writable.has(key)))
}

const merge = (current: unknown, patch: unknown): unknown => {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch
  const merged: Loose = typeof current === 'object' && current !== null && !Array.isArray(current) ? { ...current } : {}
  for (const [key, value] of Object.entries(patch)) merged[key] = value === null ? null : merge(merged[key], value)
  return merged
}

/** Nulls dropped, times normalised, rules of the API kept. */
const checked = (draft: EventState, before: EventState, calendar: CalendarState): EventState => {
  const event = dropNulls(draft) as unknown as EventState
  event.start = checkedTime(event.start, 'start', calendar.timeZone)
  event.end = checkedTime(event.end, 'end', calendar.timeZone)
  checkSpan(event, calendar.timeZone)
  if (event.recurrence && !readableRecurrence(event.recurrence)) refuse('Invalid recurrence rule.')
  event.status ??= 'confirmed'
  if (!['confirmed', 'tentative', 'cancelled'].includes(event.status)) refuse('Invalid value for status.')
  event.summary = String(event.summary ?? '')
  checkProperties(event)
  const moved = JSON.stringify([event.start, event.end]) !== JSON.stringify([before.start, before.end])
  event.sequence = before.sequence + (moved && before.etag !== '' ? 1 : 0)
  return event
}

const dropNulls = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined)
  return Object.fromEntries(entries.map(([key, member]) => [key, dropNulls(member)]))
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

const checkSpan = (event: EventState, zone: string): void => {
  const days = event.start.date !== undefined
  if (days !== (event.end.date !== undefined)) refuse('Start and end times must either both be date or both be dateTime.')
  const length = instantOf(event.end, zone) - instantOf(event.start, zone)
  if (length < 0 || (days && length === 0)) refuse('The specified time range is empty.')
}

const checkProperties = (event: EventState): void => {
  const properties = event.extendedProperties
  for (const kind of ['private', 'shared'] as const) {
    const entries = Object.entries(properties?.[kind] ?? {}).filter(([key]) => key.length <= 44)
    if (entries.some(([, value]) => String(value).length > 1024)) refuse('Extended property value is too long.')
    if (properties?.[kind]) properties[kind] = Object.fromEntries(entries.map(([key, value]) => [key, String(value)]))
  }
}
