/** The global `Calendar` (advanced service, API v3): every call through the gate, every error in the API's words. */
import { strict } from '../../run/strict'
import type { CalendarState, CallCost, EventState, ServiceHost } from '../../world/types'
import { apiError } from '../sheets/apiError'
import { pickFields } from '../sheets/requests/fieldMask'
import { eventAnswer } from './answer'
import { EventProblem, type EventResource } from './fields'
import { findEvent, isMaster } from './instances'
import { listEvents } from './list'
import { ExpiredToken, type ListOptions, readQuery } from './listQuery'
import { CalendarRefusal, insertEvent, patchEvent, removeEvent, updateEvent, type WriteContext } from './write'

type Events = Pick<
  GoogleAppsScript.Calendar.Collection.EventsCollection,
  'get' | 'list' | 'instances' | 'insert' | 'patch' | 'update' | 'remove'
>
type Calendars = Pick<GoogleAppsScript.Calendar.Collection.CalendarsCollection, 'get'>
type CalendarLists = Pick<GoogleAppsScript.Calendar.Collection.CalendarListCollection, 'list' | 'get'>

export interface CalendarService {
  readonly Events: Events
  readonly Calendars: Calendars
  readonly CalendarList: CalendarLists
}

export const calendarService = (host: ServiceHost): CalendarService =>
  strict('Calendar', {
    Events: strict('Calendar.Events', { ...readers(host), ...writers(host) }),
    Calendars: strict('Calendar.Calendars', calendars(host)),
    CalendarList: strict('Calendar.CalendarList', calendarLists(host)),
  })

/** Runs the work of one API method on a calendar; refusals become its errors. */
const callApi = <T>(
  host: ServiceHost,
  member: string,
  calendarId: string,
  work: (calendar: CalendarState) => T,
  cost: CallCost = {},
): T => {
  const name = `calendar.${member.charAt(0).toLowerCase()}${member.slice(1)}`
  return host.jsonIntoRealm(
    host.gate.call(
      `Calendar.${member}`,
      () => withApiErrors(name, () => work(calendarOf(host, calendarId))),
      () => cost,
    ),
  )
}

const calendarOf = (host: ServiceHost, calendarId: string): CalendarState => {
  const calendar = host.state.calendars[calendarId === 'primary' ? host.invocation.user : calendarId]
  if (!calendar) throw new CalendarRefusal(404, 'Not Found')
  return calendar
}

const withApiErrors = <T>(method: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof CalendarRefusal) throw apiError(method, error.code, error.message)
    if (error instanceof ExpiredToken) throw apiError(method, 410, error.message)
    if (error instanceof EventProblem) throw apiError(method, 400, error.message)
    throw error
  }
}

// What the script hands over travels as JSON: nothing of its realm stays in the world.
const wire = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)))

interface EventOptions {
  readonly fields?: string
  readonly timeZone?: string
}

const readers = (host: ServiceHost): Pick<Events, 'get' | 'list' | 'instances'> => ({
  get: (calendarId: string, eventId: string, options: EventOptions = {}) =>
    callApi(host, 'Events.get', calendarId, (calendar) => {
      const event = findEvent(calendar, eventId)
      if (!event) throw new CalendarRefusal(404, 'Not Found')
      return pickFields(eventAnswer(event, calendar, options.timeZone), options.fields) as EventResource
    }),
  list: (calendarId: string, options: ListOptions = {}) =>
    callApi(host, 'Events.list', calendarId, (calendar) => {
      const given = wire(options) ?? {}
      return pickFields(listEvents(calendar, readQuery(given, calendar), host.now()), given.fields) as object
    }),
  instances: (calendarId: string, eventId: string, options: ListOptions = {}) =>
    callApi(host, 'Events.instances', calendarId, (calendar) => {
      const master = calendar.events.find((event) => event.id === eventId && isMaster(event))
      if (!master) throw new CalendarRefusal(404, 'Not Found')
      const given = wire(options) ?? {}
      return pickFields(
        listEvents(onlySeries(calendar, master), readQuery({ ...given, singleEvents: true }, calendar), host.now()),
        given.fields,
      ) as object
    }),
})

const onlySeries = (calendar: CalendarState, master: EventState): CalendarState => ({
  ...calendar,
  events: calendar.events.filter((event) => event === master || event.recurringEventId === master.id),
})

const writers = (host: ServiceHost): Pick<Events, 'insert' | 'patch' | 'update' | 'remove'> => ({
  insert: (resource: EventResource, calendarId: string, options: EventOptions = {}) =>
    callApi(
      host,
      'Events.insert',
      calendarId,
      (calendar) =>
        answered(
          insertEvent(context(host, calendar), wire(resource) ?? {}, () => freshId(host)),
          calendar,
          options,
        ),
      { quota: { name: 'eventsCreated', amount: 1 } },
    ),
  patch: (resource: EventResource, calendarId: string, eventId: string, options: EventOptions | null = {}, headers: object = {}) =>
    callApi(host, 'Events.patch', calendarId, (calendar) =>
      answered(patchEvent(context(host, calendar, headers), eventId, wire(resource) ?? {}), calendar, options),
    ),
  update: (resource: EventResource, calendarId: string, eventId: string, options: EventOptions | null = {}, headers: object = {}) =>
    callApi(host, 'Events.update', calendarId, (calendar) =>
      answered(updateEvent(context(host, calendar, headers), eventId, wire(resource) ?? {}), calendar, options),
    ),
  remove: (calendarId: string, eventId: string, _options: object = {}, headers: object = {}) => {
    callApi(host, 'Events.delete', calendarId, (calendar) => {
      removeEvent(context(host, calendar, headers), eventId)
      return null
    })
  },
})

const context = (host: ServiceHost, calendar: CalendarState, headers: object = {}): WriteContext => {
  const ifMatch = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'if-match')?.[1]
  return { calendar, nowMs: host.now(), actor: host.invocation.user || host.state.owner, ifMatch }
}

const answered = (event: EventState, calendar: CalendarState, options: EventOptions | null): EventResource =>
  pickFields(eventAnswer(event, calendar, options?.timeZone), options?.fields) as EventResource

// An event's id takes a–v and 0–9 only; what the world's counter gives may hold more.
const freshId = (host: ServiceHost): string => {
  const id = host
    .nextId('event')
    .toLowerCase()
    .replace(/[^a-v0-9]/g, (sign) => String(sign.charCodeAt(0)))
  return id.length < 5 ? `event${id}` : id
}

const calendars = (host: ServiceHost): Calendars => ({
  get: (calendarId: string) =>
    callApi(host, 'Calendars.get', calendarId, (calendar) => ({ kind: 'calendar#calendar', ...named(calendar) })),
})

const calendarLists = (host: ServiceHost): CalendarLists => ({
  list: () =>
    host.jsonIntoRealm(
      host.gate.call('Calendar.CalendarList.list', () => ({
        kind: 'calendar#calendarList',
        items: Object.values(host.state.calendars).map(entry),
      })),
    ),
  get: (calendarId: string) => callApi(host, 'CalendarList.get', calendarId, entry),
})

const named = ({ id, summary, timeZone }: CalendarState) => ({ id, summary, timeZone })
const entry = (calendar: CalendarState) => ({ kind: 'calendar#calendarListEntry', ...named(calendar), accessRole: 'owner' })
