/** What a caller may write of an event: checking the resource, merging a patch, replacing on update. */
import type { CalendarState, EventState } from '../../../world/types'
import { notEmulated, refuse, unknownField } from '../refusal'
import { readableRecurrence } from '../series/recurrence'
import { checkDetails } from './details'
import { beyond, members, readOnly, writable } from './fieldTable'
import { checkedGuests } from './guests'
import { checkKind } from './kinds'
import { checkedSpan } from './times'

export type EventResource = Omit<GoogleAppsScript.Calendar.Schema.Event, 'eventType'> & { eventType?: string; [field: string]: unknown }
type Loose = Record<string, unknown>

/** The event with a patch merged in: objects merge, arrays are replaced, null deletes. */
export const patched = (event: EventState, patch: EventResource, calendar: CalendarState): EventState => {
  const given = onlyWritable(patch, event)
  return checked({ ...event, ...(merge(event, given) as Partial<EventState>) }, event, calendar)
}

/** The event with all that may be written replaced by the resource. */
export const replaced = (event: EventState, resource: EventResource, calendar: CalendarState): EventState => {
  const kept = Object.fromEntries(Object.entries(event).filter(([key]) => !writable.has(key)))
  return checked({ ...kept, status: 'confirmed', summary: '', ...onlyWritable(resource, event) } as unknown as EventState, event, calendar)
}

const onlyWritable = (resource: EventResource, event: EventState): Loose => {
  for (const [key, value] of Object.entries(resource)) checkName(key, value, event)
  return Object.fromEntries(Object.entries(resource).filter(([key]) => writable.has(key)))
}

const checkName = (key: string, value: unknown, event: EventState): void => {
  if (beyond.has(key)) checkBeyond(key, value, event)
  else if (!writable.has(key) && !readOnly.has(key)) unknownField(key)
  const inside = members[key]
  if (!inside || typeof value !== 'object' || value === null) return
  for (const name of Object.keys(value)) if (!inside.has(name)) unknownField(name)
}

/** A whole resource that was read and is sent back carries its own sequence. */
const checkBeyond = (key: string, value: unknown, event: EventState): void => {
  const harmless = value === null || value === false || (key === 'sequence' && value === event.sequence)
  if (!harmless) notEmulated(`the field ${key} of an event`)
}

const merge = (current: unknown, patch: unknown): unknown => {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch
  const merged: Loose = typeof current === 'object' && current !== null && !Array.isArray(current) ? { ...current } : {}
  for (const [key, value] of Object.entries(patch)) merged[key] = value === null ? null : merge(merged[key], value)
  return merged
}

/** Nulls dropped, times normalised, rules of the API kept. */
const checked = (draft: EventState, before: EventState, calendar: CalendarState): EventState => {
  const event = checkedSpan(dropNulls(draft) as unknown as EventState, calendar.timeZone)
  if (event.recurrence?.length === 0) delete event.recurrence
  if (event.recurrence && event.recurringEventId) refuse('Bad Request')
  if (event.recurrence && !readableRecurrence(event.recurrence)) refuse('Invalid recurrence rule.')
  event.status ??= 'confirmed'
  if (!['confirmed', 'tentative', 'cancelled'].includes(event.status)) refuse('Invalid value for status.')
  event.summary = String(event.summary ?? '')
  checkProperties(event)
  checkDetails(event)
  if (event.attendees) event.attendees = checkedGuests(event.attendees)
  checkKind(event, before, calendar)
  const moved = JSON.stringify([event.start, event.end]) !== JSON.stringify([before.start, before.end])
  event.sequence = before.sequence + (moved && before.etag !== '' ? 1 : 0)
  return event
}

const dropNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(dropNulls)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined)
  return Object.fromEntries(entries.map(([key, member]) => [key, dropNulls(member)]))
}

const checkProperties = (event: EventState): void => {
  const properties = event.extendedProperties
  for (const kind of ['private', 'shared'] as const) {
    const entries = Object.entries(properties?.[kind] ?? {}).filter(([key]) => key.length <= 44)
    if (entries.some(([, value]) => String(value).length > 1024)) refuse('Extended property value is too long.')
    if (properties?.[kind]) properties[kind] = Object.fromEntries(entries.map(([key, value]) => [key, String(value)]))
  }
}
