/** The global `Calendar` (advanced service, API v3): every call through the gate, every error in the API's words. */
import { strict } from '../../run/strict'
import type { AccessRole, CalendarState, EventState, ServiceHost } from '../../world/types'
import { pickFields } from '../sheets/requests/fieldMask'
import { requireWriter } from './access'
import { calendarLists, calendars } from './api/calendars'
import { calendarOf, callApi, callerOf, wire } from './api/call'
import { checkedOptions, type EventOptions, noticeOf, supported } from './api/options'
import { eventAnswer } from './events/answer'
import type { EventResource } from './events/fields'
import { postLetter } from './events/letterBox'
import { moveEvent } from './events/move'
import { listEvents } from './list'
import { type ListOptions, readQuery } from './listQuery'
import { CalendarRefusal } from './refusal'
import { findEvent, isMaster } from './series/instances'
import { insertEvent, patchEvent, removeEvent, updateEvent } from './write'
import type { WriteContext } from './writeContext'

type Event = GoogleAppsScript.Calendar.Schema.Event
type Events = Pick<
  GoogleAppsScript.Calendar.Collection.EventsCollection,
  'get' | 'list' | 'instances' | 'insert' | 'patch' | 'update' | 'remove' | 'move'
>

export interface CalendarService {
  readonly Events: Events
  readonly Calendars: ReturnType<typeof calendars>
  readonly CalendarList: ReturnType<typeof calendarLists>
}

export const calendarService = (host: ServiceHost): CalendarService =>
  strict('Calendar', {
    Events: strict('Calendar.Events', { ...readers(host), ...writers(host) }),
    Calendars: strict('Calendar.Calendars', calendars(host)),
    CalendarList: strict('Calendar.CalendarList', calendarLists(host)),
  })

const readers = (host: ServiceHost): Pick<Events, 'get' | 'list' | 'instances'> => ({
  get: (calendarId: string, eventId: string, options: EventOptions = {}) =>
    callApi(host, { member: 'Events.get', calendarId, eventId }, (calendar, role) => {
      const { timeZone, fields } = checkedOptions('get', wire(options))
      const event = findEvent(calendar, eventId)
      if (!event) throw new CalendarRefusal(404, 'Not Found', 'notFound')
      return pickFields(eventAnswer(event, calendar, { zone: timeZone, role }), fields) as Event
    }),
  list: (calendarId: string, options: ListOptions = {}) =>
    callApi(host, { member: 'Events.list', calendarId }, (calendar, role) => listed(host, { calendar, role }, wire(options) ?? {})),
  instances: (calendarId: string, eventId: string, options: ListOptions = {}) =>
    callApi(host, { member: 'Events.instances', calendarId, eventId }, (calendar, role) => {
      const master = calendar.events.find((event) => event.id === eventId && isMaster(event))
      if (!master) throw new CalendarRefusal(404, 'Not Found', 'notFound')
      return listed(host, { calendar: onlySeries(calendar, master), role }, { ...wire(options), singleEvents: true })
    }),
})

const listed = (host: ServiceHost, { calendar, role }: { calendar: CalendarState; role: AccessRole }, options: ListOptions): object =>
  pickFields(listEvents(calendar, readQuery(options, calendar), host.now(), role), options.fields) as object

const onlySeries = (calendar: CalendarState, master: EventState): CalendarState => ({
  ...calendar,
  events: calendar.events.filter((event) => event === master || event.recurringEventId === master.id),
})

const writers = (host: ServiceHost): Pick<Events, 'insert' | 'patch' | 'update' | 'remove' | 'move'> => ({
  insert: (resource: Event, calendarId: string, options: EventOptions = {}) =>
    write(host, { member: 'insert', calendarId, options, cost: { quota: { name: 'eventsCreated', amount: 1 } } }, (context, given) =>
      insertEvent(context, supported(resourceOf(resource), given), () => freshId(host)),
    ),
  patch: (resource: Event, calendarId: string, eventId: string, options: EventOptions | null = {}, headers: object = {}) =>
    write(host, { member: 'patch', calendarId, eventId, options, headers }, (context, given) =>
      patchEvent(context, eventId, supported(resourceOf(resource), given)),
    ),
  update: (resource: Event, calendarId: string, eventId: string, options: EventOptions | null = {}, headers: object = {}) =>
    write(host, { member: 'update', calendarId, eventId, options, headers }, (context, given) =>
      updateEvent(context, eventId, supported(resourceOf(resource), given)),
    ),
  move: (calendarId: string, eventId: string, destination: string, options: EventOptions | null = {}, headers: object = {}) =>
    write(host, { member: 'move', calendarId, eventId, options, headers }, (context) => {
      const target = calendarOf(host, destination)
      requireWriter(target, callerOf(host))
      return moveEvent(context, eventId, target)
    }),
  remove: (calendarId: string, eventId: string, options: EventOptions | null = {}, headers: object = {}) => {
    callApi(host, { member: 'Events.delete', calendarId, eventId, writes: true }, (calendar) => {
      removeEvent(contextOf(host, calendar, { options: checkedOptions('remove', wire(options)), headers }), eventId)
      return null
    })
  },
})

interface Write {
  readonly member: string
  readonly calendarId: string
  readonly eventId?: string
  readonly options: EventOptions | null
  readonly headers?: object
  readonly cost?: { readonly quota: { readonly name: 'eventsCreated'; readonly amount: number } }
}

/** A change whose answer is the event as it stands now, in the calendar that organises it. */
const write = (host: ServiceHost, call: Write, work: (context: WriteContext, options: EventOptions) => EventState): Event =>
  callApi(host, { ...call, member: `Events.${call.member}`, writes: true }, (calendar, role) => {
    const options = checkedOptions(call.member, wire(call.options))
    const event = work(contextOf(host, calendar, { options, headers: call.headers ?? {} }), options)
    const holder = call.member === 'move' ? (host.state.calendars[event.organizer.email] ?? calendar) : calendar
    return pickFields(eventAnswer(event, holder, { role }), options.fields) as Event
  })

const resourceOf = (resource: Event): EventResource => (wire(resource) ?? {}) as EventResource

const contextOf = (
  host: ServiceHost,
  calendar: CalendarState,
  { options, headers }: { options: EventOptions; headers: object },
): WriteContext => ({
  calendar,
  nowMs: host.now(),
  actor: callerOf(host),
  ifMatch: Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'if-match')?.[1],
  calendars: host.state.calendars,
  mail: { notify: noticeOf(options), send: (letter) => postLetter(host.state, letter, host.now()) },
})

// An event's id takes a–v and 0–9 only; what the world's counter gives may hold more.
const freshId = (host: ServiceHost): string => {
  const id = host
    .nextId('event')
    .toLowerCase()
    .replace(/[^a-v0-9]/g, (sign) => String(sign.charCodeAt(0)))
  return id.length < 5 ? `event${id}` : id
}
