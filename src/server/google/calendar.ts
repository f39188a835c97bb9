/** The shared calendar «Консультации» through the advanced service: lists, syncs, single events. */

import type { SlotEvent } from '../../domain/calendar/slots'
import { type BookingMark, readMark } from '../../domain/calendar/sync/bookingMark'
import type { CalendarEvent, Extra } from '../../domain/calendar/sync/decision'
import { addDays, type LocalDate, type LocalDateTime } from '../../domain/time/localTime'
import { messageOf, PlatformError, platformErrorOf, tried } from './platformError'

type Event = GoogleAppsScript.Calendar.Schema.Event

export interface CalendarAddress {
  readonly id: string
  readonly zone: string
}

const pageSize = 2500

/**
 * Events and instances of series that touch the days from … until (both inclusive), ordered by start.
 * The bounds are sent a day wider in UTC and trimmed by wall clock, so no zone arithmetic is needed here.
 */
export function listEvents(calendar: CalendarAddress, from: LocalDate, until: LocalDate): CalendarEvent[] {
  const { events } = allPages(calendar, {
    orderBy: 'startTime',
    timeMin: `${addDays(from, -1)}T00:00:00Z`,
    timeMax: `${addDays(until, 2)}T00:00:00Z`,
  })
  return events
    .map((event) => calendarEventOf(event, calendar.zone))
    .filter((event) => event.end > `${from}T00:00` && event.start < `${addDays(until, 1)}T00:00`)
}

/** A hundred pages are 250,000 events: a list that does not end by then never will. */
const mostPages = 100

/**
 * `singleEvents`, in every list: what is booked is an instance, and only so does a sync tell which instances went with a series that was
 * moved, cut short or deleted.
 */
function allPages(calendar: CalendarAddress, options: object): { readonly events: readonly Event[]; readonly token: string } {
  const events: Event[] = []
  let pageToken: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const paged = pageToken === undefined ? options : { ...options, pageToken }
    const {
      items = [],
      nextPageToken,
      nextSyncToken = '',
    } = call(() => Calendar!.Events!.list(calendar.id, { singleEvents: true, maxResults: pageSize, timeZone: calendar.zone, ...paged }))
    events.push(...items)
    if (nextPageToken === undefined) return { events, token: nextSyncToken }
    pageToken = nextPageToken
  }
  throw new PlatformError('quotaMinute')
}

/** Changed events since a token, every page, tombstones included; `token` is to be saved with their effects. */
export interface SyncPage {
  readonly events: readonly CalendarEvent[]
  readonly token: string
  /** True when the old token was refused (410) or absent: the list is a full one. */
  readonly full: boolean
}

/** One sync: all pages, to the last one, which alone carries the next token. */
export function syncEvents(calendar: CalendarAddress, token: string): SyncPage {
  try {
    return syncFrom(calendar, token)
  } catch (error) {
    if (token !== '' && isTokenRefused(error)) return syncFrom(calendar, '')
    throw error
  }
}

/** Too old: 410. Damaged, or another calendar's: 400, and Google does not tell in which words. */
function isTokenRefused(error: unknown): boolean {
  const { status = '' } = platformErrorOf(error).params
  return status === '400' || status === '410' || /sync token|\b4(10|00)\b|full sync/i.test(messageOf(error))
}

function syncFrom(calendar: CalendarAddress, token: string): SyncPage {
  const { events, token: next } = allPages(calendar, token === '' ? {} : { syncToken: token })
  return { events: events.map((event) => calendarEventOf(event, calendar.zone)), token: next, full: token === '' }
}

/** One event, or null when it is gone: said twice, since Google now and then says it of one that stands. */
export function getEvent(calendar: CalendarAddress, id: string): CalendarEvent | null {
  return eventUnlessGone(calendar, id) ?? eventUnlessGone(calendar, id)
}

function eventUnlessGone(calendar: CalendarAddress, id: string): CalendarEvent | null {
  try {
    const event = tried(() => Calendar!.Events!.get(calendar.id, id, { timeZone: calendar.zone }))
    return calendarEventOf(event, calendar.zone)
  } catch (error) {
    if (isGone(error)) return null
    throw platformErrorOf(error)
  }
}

/** Google says that the event is not there. */
export function isGone(error: unknown): boolean {
  return /Not Found|deleted|\b404\b|\b410\b/i.test(messageOf(error))
}

/** Our private mark on an event, or null. A copy that a person made carries the mark of its original: it is not ours. */
export function markOf(event: SlotEvent): BookingMark | null {
  const mark = readMark(event.private)
  return mark !== null && mark.event === event.id ? mark : null
}

function calendarEventOf(event: Event, zone: string): CalendarEvent {
  return {
    ...slotEventOf(event),
    cancelled: event.status === 'cancelled',
    declined: declinedBy(event),
    updated: localMoment(event.updated, zone),
    originalStart: wallClock(event.originalStartTime),
    extras: extrasOf(event),
  }
}

/** Google tells moments in UTC. */
function localMoment(moment: string | undefined, zone: string): LocalDateTime {
  return moment === undefined ? '' : Utilities.formatDate(new Date(moment), zone, "yyyy-MM-dd'T'HH:mm")
}

function extrasOf({ attendees = [], description = '', location = '', colorId = '', hangoutLink = '', conferenceData }: Event): Extra[] {
  const has: Readonly<Record<Extra, boolean>> = {
    guests: attendees.length > 0,
    notes: description !== '',
    place: location !== '',
    colour: colorId !== '',
    link: hangoutLink !== '' || conferenceData !== undefined,
  }
  return (Object.keys(has) as Extra[]).filter((key) => has[key])
}

/** E-mails of guests who said no. */
function declinedBy({ attendees = [] }: Event): string[] {
  return attendees.filter(({ responseStatus }) => responseStatus === 'declined').map(({ email }) => (email ?? '').toLowerCase())
}

function slotEventOf(event: Event): SlotEvent {
  const allDay = event.start?.date !== undefined
  return {
    id: event.id ?? '',
    etag: event.etag ?? '',
    title: event.summary ?? '',
    start: wallClock(event.start),
    end: wallClock(event.end),
    allDay,
    recurringEventId: event.recurringEventId ?? '',
    private: { ...(event.extendedProperties?.private as Record<string, string> | undefined) },
    eventType: event.eventType ?? 'default',
    declined: declinedBy(event),
    creator: (event.creator?.email ?? '').toLowerCase(),
  }
}

/** Google sends the asked zone's wall clock with an offset behind it: '2026-11-27T10:00:00+03:00'. */
function wallClock(time: GoogleAppsScript.Calendar.Schema.EventDateTime | undefined): LocalDateTime {
  if (time?.date !== undefined) return `${String(time.date)}T00:00`
  return (time?.dateTime ?? '').slice(0, 16)
}

/** Whether the calendar answers and may be written to, and its zone; one call. */
export function calendarState(calendar: CalendarAddress): {
  readonly state: 'ok' | 'notNamed' | 'missing' | 'readOnly'
  readonly zone: string | null
} {
  if (calendar.id === '') return { state: 'notNamed', zone: null }
  try {
    const { accessRole, timeZone } = tried(() => Calendar!.Events!.list(calendar.id, { maxResults: 1 }))
    return { state: accessRole === 'owner' || accessRole === 'writer' ? 'ok' : 'readOnly', zone: timeZone ?? null }
  } catch (error) {
    if (/Not Found/.test(messageOf(error))) return { state: 'missing', zone: null }
    throw platformErrorOf(error)
  }
}

function call<T>(work: () => T): T {
  try {
    return tried(work)
  } catch (error) {
    if (/Not Found/.test(messageOf(error))) throw new PlatformError('calendarMissing')
    throw platformErrorOf(error)
  }
}
