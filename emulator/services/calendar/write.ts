/** Events.insert, patch, update and remove on a stored calendar, shared by the API and by a person's hand. */
import type { CalendarState, EventState } from '../../world/types'
import { type EventResource, patched, replaced } from './fields'
import { findEvent, isMaster } from './instances'
import { cancelEvent, putEvent, putSeries } from './store'

/** A refusal with the API's code: 400, 404, 409, 410, 412. */
export class CalendarRefusal extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message)
  }
}

export interface WriteContext {
  readonly calendar: CalendarState
  readonly nowMs: number
  /** E-mail of whoever writes. */
  readonly actor: string
  /** Value of the header If-Match. */
  readonly ifMatch?: string | undefined
}

export const insertEvent = (context: WriteContext, resource: EventResource, freshId: () => string): EventState => {
  const { calendar, nowMs, actor } = context
  const id = resource.id ?? freshId()
  if (!/^[a-v0-9]{5,1024}$/.test(id)) throw new CalendarRefusal(400, 'Invalid resource id value.')
  if (calendar.events.some((event) => event.id === id)) throw new CalendarRefusal(409, 'The requested identifier already exists.')
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
  return putEvent(calendar, replaced(blank as EventState, resource, calendar), nowMs)
}

export const patchEvent = (context: WriteContext, id: string, patch: EventResource): EventState => {
  const event = changeable(context, id, patch)
  return store(context, event, patched(event, patch, context.calendar))
}

export const updateEvent = (context: WriteContext, id: string, resource: EventResource): EventState => {
  const event = changeable(context, id, { ...resource, status: resource.status ?? 'confirmed' })
  return store(context, event, replaced(event, resource, context.calendar))
}

export const removeEvent = (context: WriteContext, id: string): EventState => {
  const event = existing(context, id)
  if (event.status === 'cancelled') throw new CalendarRefusal(410, 'Resource has been deleted')
  return cancelEvent(context.calendar, event, context.nowMs)
}

const existing = (context: WriteContext, id: string): EventState => {
  const event = findEvent(context.calendar, id)
  if (!event) throw new CalendarRefusal(404, 'Not Found')
  const { ifMatch } = context
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== event.etag) throw new CalendarRefusal(412, 'Precondition Failed')
  return event
}

/** A deleted event takes a write only when the write brings it back. */
const changeable = (context: WriteContext, id: string, resource: EventResource): EventState => {
  const event = existing(context, id)
  const revived = resource.status === 'confirmed' || resource.status === 'tentative'
  if (event.status === 'cancelled' && !revived) throw new CalendarRefusal(410, 'Resource has been deleted')
  return event
}

/** An instance of a series becomes a stored exception of it. */
const store = ({ calendar, nowMs }: WriteContext, before: EventState, after: EventState): EventState => {
  const { orphan: _, ...living } = after
  if (after.status === 'cancelled') return cancelEvent(calendar, after, nowMs)
  return isMaster(before) ? putSeries(calendar, before, living, nowMs) : putEvent(calendar, living, nowMs)
}
