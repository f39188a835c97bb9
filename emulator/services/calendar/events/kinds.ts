/** Kinds of events: what may be made where, what each must look like, and what may be changed of it later. */
import type { CalendarState, EventState, EventType } from '../../../world/types'
import { refuse } from '../refusal'
import { instantOf } from '../time'

export const eventTypes: readonly EventType[] = ['default', 'outOfOffice', 'focusTime', 'workingLocation', 'birthday', 'fromGmail']

/** The properties of a kind belong to that kind alone. */
const propertiesOf = {
  outOfOffice: 'outOfOfficeProperties',
  focusTime: 'focusTimeProperties',
  workingLocation: 'workingLocationProperties',
  birthday: 'birthdayProperties',
} as const

/** Documented: all else of these kinds stays as it was made. */
const changeable: Partial<Record<EventType, ReadonlySet<string>>> = {
  birthday: new Set(['summary', 'start', 'end', 'colorId', 'reminders']),
  fromGmail: new Set(['colorId', 'reminders', 'visibility', 'transparency', 'status', 'attendees', 'extendedProperties']),
}

/** Throws a 400; drops the kind that is Google's default. */
export const checkKind = (event: EventState, before: EventState, calendar: CalendarState): void => {
  const kind = event.eventType ?? 'default'
  if (!eventTypes.includes(kind)) refuse('Bad Request')
  const isNew = before.etag === ''
  if (!isNew && kind !== (before.eventType ?? 'default')) refuse('Event type cannot be changed.', 'eventTypeRestriction')
  if (isNew) checkNew(event, kind, calendar)
  else checkChange(event, before, kind)
  for (const [owner, name] of Object.entries(propertiesOf)) {
    if (event[name] !== undefined && owner !== kind) refuse(`${name} requires an event type of ${owner}`)
  }
  if (kind === 'default') delete event.eventType
  else checkLook(event, kind, calendar)
}

const checkNew = (event: EventState, kind: EventType, calendar: CalendarState): void => {
  if (kind === 'default') return
  // The sentences are not told; that it is refused is documented.
  if (kind === 'fromGmail' || calendar.primary !== true) refuse('Bad Request', 'eventTypeRestriction')
  if (kind === 'workingLocation' && event.workingLocationProperties === undefined) refuse('Bad Request', 'malformedWorkingLocationEvent')
}

const checkChange = (event: EventState, before: EventState, kind: EventType): void => {
  const allowed = changeable[kind]
  if (!allowed) return
  const bookkeeping = ['sequence', 'etag', 'updated', 'revision']
  const names = [...new Set([...Object.keys(event), ...Object.keys(before)])].filter((name) => !bookkeeping.includes(name))
  const changed = names.filter((name) => JSON.stringify(memberOf(event, name)) !== JSON.stringify(memberOf(before, name)))
  if (changed.some((name) => !allowed.has(name))) refuse('Bad Request', 'eventTypeRestriction')
}

const memberOf = (event: EventState, name: string): unknown => (event as unknown as Record<string, unknown>)[name]

const checkLook = (event: EventState, kind: EventType, calendar: CalendarState): void => {
  const days = event.start.date !== undefined
  const bare = !event.attendees && !event.description
  if ((kind === 'outOfOffice' || kind === 'focusTime') && (days || !bare))
    refuse('Bad Request', kind === 'outOfOffice' ? 'malformedOutOfOfficeEvent' : 'malformedFocusTimeEvent')
  if (kind === 'workingLocation' && (event.visibility !== 'public' || event.transparency !== 'transparent'))
    refuse('Bad Request', 'malformedWorkingLocationEvent')
  if (kind === 'birthday' && !isBirthday(event, calendar.timeZone)) refuse('Bad Request', 'malformedBirthdayEvent')
}

const isBirthday = (event: EventState, zone: string): boolean => {
  const oneDay = event.start.date !== undefined && instantOf(event.end, zone) - instantOf(event.start, zone) <= 25 * 3_600_000
  const yearly = event.recurringEventId !== undefined || (event.recurrence ?? []).some((line) => line.includes('FREQ=YEARLY'))
  return oneDay && yearly && event.visibility === 'private' && event.transparency === 'transparent'
}
