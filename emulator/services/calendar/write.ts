/** Events.insert, patch, update and remove on a stored calendar, shared by the API and by a person's hand. */
import type { EventState } from '../../world/types'
import { answerAsGuest, settleCopies, writeToOrganizer } from './events/copies'
import { type EventResource, patched, replaced } from './events/fields'
import { sameAddress } from './events/guests'
import { changesShared, isOrganizer } from './events/organizer'
import { CalendarRefusal } from './refusal'
import { rulesOf } from './rules'
import { findEvent } from './series/instances'
import { cancelEvent, putEvent, putQuietly, putSeries, reviveEvent } from './store'
import type { WriteContext } from './writeContext'

export const insertEvent = (context: WriteContext, resource: EventResource, freshId: () => string): EventState => {
  const { calendar, nowMs, actor } = context
  const id = resource.id ?? freshId()
  if (!/^[a-v0-9]{5,1024}$/.test(id)) throw new CalendarRefusal(400, 'Invalid resource id value.')
  if (calendar.events.some((event) => event.id === id))
    throw new CalendarRefusal(409, 'The requested identifier already exists.', 'duplicate')
  const blank = {
    id,
    etag: '',
    iCalUID: resource.iCalUID ?? `${id}@google.com`,
    sequence: 0,
    created: new Date(nowMs).toISOString(),
    updated: '',
    creator: { email: actor },
    organizer: { email: calendar.id },
    revision: 0,
  }
  const stored = putEvent(calendar, replaced(blank as EventState, resource, calendar), nowMs)
  settleCopies(context, undefined, stored)
  return stored
}

export const patchEvent = (context: WriteContext, id: string, patch: EventResource): EventState => {
  const event = changeable(context, id, patch)
  return store(context, event, patched(event, patch, context.calendar), rulesOf(context.calendar).sharedPatch)
}

export const updateEvent = (context: WriteContext, id: string, resource: EventResource): EventState => {
  const event = changeable(context, id, { ...resource, status: resource.status ?? 'confirmed' })
  return store(context, event, replaced(event, resource, context.calendar), 'refused')
}

/** A guest who takes the event out of the own calendar declines. */
export const removeEvent = (context: WriteContext, id: string): EventState => {
  const event = existing(context, id)
  if (event.status === 'cancelled') throw new CalendarRefusal(410, 'Resource has been deleted', 'deleted')
  const gone = cancelEvent(context.calendar, event, context.nowMs)
  if (isOrganizer(context.calendar, event)) settleCopies(context, event, gone)
  else answerAsGuest(context, event, { email: context.calendar.id, responseStatus: 'declined' })
  return gone
}

export const existing = (context: WriteContext, id: string): EventState => {
  const event = findEvent(context.calendar, id)
  if (!event) throw new CalendarRefusal(404, 'Not Found', 'notFound')
  const { ifMatch } = context
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== event.etag)
    throw new CalendarRefusal(412, 'Precondition Failed', 'conditionNotMet')
  return event
}

/** A deleted event takes a write only when the write brings it back. */
const changeable = (context: WriteContext, id: string, resource: EventResource): EventState => {
  const event = existing(context, id)
  const revived = resource.status === 'confirmed' || resource.status === 'tentative'
  if (event.status === 'cancelled' && !revived) throw new CalendarRefusal(410, 'Resource has been deleted', 'deleted')
  return event
}

/** An instance of a series becomes a stored exception of it. */
const store = (context: WriteContext, before: EventState, after: EventState, sharedPatch: 'refused' | 'ownCopy'): EventState => {
  if (!isOrganizer(context.calendar, before)) return storeCopy(context, before, after, sharedPatch)
  const stored = put(context, before, after)
  settleCopies(context, before, stored)
  return stored
}

const put = ({ calendar, nowMs }: WriteContext, before: EventState, after: EventState): EventState => {
  if (after.status === 'cancelled') return cancelEvent(calendar, after, nowMs)
  if (before.status === 'cancelled') return reviveEvent(calendar, after, nowMs)
  if (onlyReminders(before, after)) return putQuietly(calendar, after, nowMs)
  return putSeries(calendar, before, after, nowMs)
}

/** Documented: `updated` is the last change of the event itself; other reminders do not move it. */
const onlyReminders = (before: EventState, after: EventState): boolean => {
  const { reminders: _b, ...rest } = before
  const { reminders: _a, ...changed } = after
  return JSON.stringify(before.reminders) !== JSON.stringify(after.reminders) && sameMembers(rest, changed)
}

const sameMembers = (one: object, other: object): boolean => {
  const sorted = (value: object): string => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  return sorted(one) === sorted(other)
}

const forbiddenText = 'Shared properties can only be changed by the organizer of the event.'

/** On a guest's copy: the own answer and private things; all else is the organiser's, unless he lets guests modify. */
const storeCopy = (context: WriteContext, before: EventState, after: EventState, sharedPatch: 'refused' | 'ownCopy'): EventState => {
  const isShared = changesShared(before, after, context.calendar.id)
  if (isShared && !before.guestsCanModify && sharedPatch === 'refused')
    throw new CalendarRefusal(403, forbiddenText, 'forbiddenForNonOrganizer')
  const stored = put(context, before, after)
  if (isShared && before.guestsCanModify) writeToOrganizer(context, stored)
  const answer = after.attendees?.find((guest) => sameAddress(guest.email, context.calendar.id))
  if (answer) answerAsGuest(context, stored, answer)
  return stored
}
