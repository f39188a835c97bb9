/** The shared calendar «Консультации» through the advanced service: list, one conditional patch, what a dead run left. */

import { addDays, type LocalDate, type LocalDateTime } from '../../domain/localTime'
import type { SlotEvent } from '../../domain/slots'
import type { BookingMark, CalendarAction } from '../../usecases/changes'
import { messageOf, PlatformError, platformErrorOf } from './platformError'

type Event = GoogleAppsScript.Calendar.Schema.Event
type BookAction = Extract<CalendarAction, { kind: 'book' }>

export interface CalendarAddress {
  readonly id: string
  readonly zone: string
}

const pageSize = 2500

/**
 * Events and instances of series that touch the days from … until (both inclusive), ordered by start.
 * The bounds are sent a day wider in UTC and trimmed by wall clock, so no zone arithmetic is needed here.
 */
export function listEvents(calendar: CalendarAddress, from: LocalDate, until: LocalDate): SlotEvent[] {
  const events: Event[] = []
  let pageToken: string | undefined
  do {
    const page = call(() =>
      Calendar!.Events!.list(calendar.id, {
        singleEvents: true,
        orderBy: 'startTime',
        timeMin: `${addDays(from, -1)}T00:00:00Z`,
        timeMax: `${addDays(until, 2)}T00:00:00Z`,
        timeZone: calendar.zone,
        maxResults: pageSize,
        ...(pageToken === undefined ? {} : { pageToken }),
      }),
    )
    events.push(...(page.items ?? []))
    pageToken = page.nextPageToken
  } while (pageToken !== undefined)
  return events.map(slotEventOf).filter((event) => event.end > `${from}T00:00` && event.start < `${addDays(until, 1)}T00:00`)
}

/** Changed events since a token, every page, tombstones included; `token` is to be saved with their effects. */
export interface SyncPage {
  readonly events: readonly (SlotEvent & { readonly cancelled: boolean })[]
  readonly token: string
  /** True when the old token was refused (410) or absent: the list is a full one. */
  readonly full: boolean
}

/** One sync: all pages, to the last one, which alone carries the next token. */
export function syncEvents(calendar: CalendarAddress, token: string): SyncPage {
  try {
    return syncFrom(calendar, token)
  } catch (error) {
    if (token !== '' && /no longer valid|410|full sync/i.test(messageOf(error))) return syncFrom(calendar, '')
    throw error
  }
}

function syncFrom(calendar: CalendarAddress, token: string): SyncPage {
  const events: (SlotEvent & { cancelled: boolean })[] = []
  let pageToken: string | undefined
  let next: string | undefined
  do {
    const page = call(() =>
      Calendar!.Events!.list(calendar.id, {
        maxResults: pageSize,
        timeZone: calendar.zone,
        ...(token === '' ? {} : { syncToken: token }),
        ...(pageToken === undefined ? {} : { pageToken }),
      }),
    )
    events.push(...(page.items ?? []).map((event) => ({ ...slotEventOf(event), cancelled: event.status === 'cancelled' })))
    pageToken = page.nextPageToken
    next = page.nextSyncToken
  } while (pageToken !== undefined)
  return { events, token: next ?? '', full: token === '' }
}

/** What came of a conditional booking in the calendar. */
export type BookResult = 'booked' | 'taken'

/**
 * Books a slot: ONE patch with If-Match; rests of a longer slot become events of their own with ids that follow from
 * the booking, so that a repeated run makes no second one.
 */
export function bookEvent(calendar: CalendarAddress, action: BookAction): BookResult {
  if (!patchIfUnchanged(calendar, action) && !isOurs(calendar, action)) return 'taken'
  insertRests(calendar, action)
  return 'booked'
}

function patchIfUnchanged(calendar: CalendarAddress, action: BookAction): boolean {
  const resource: Event = {
    summary: action.summary,
    start: { dateTime: `${action.start}:00`, timeZone: calendar.zone },
    end: { dateTime: `${action.end}:00`, timeZone: calendar.zone },
    extendedProperties: { private: privateOf(action) },
  }
  try {
    Calendar!.Events!.patch(resource, calendar.id, action.eventId, {}, { 'If-Match': action.etag })
    return true
  } catch (error) {
    if (/Precondition Failed|Not Found|deleted|\b41[02]\b|\b404\b/i.test(messageOf(error))) return false
    throw platformErrorOf(error)
  }
}

function privateOf({ mark, eventId }: BookAction): Record<string, string> {
  return { deal: String(mark.deal), version: String(mark.version), booking: mark.booking, was: mark.was, event: eventId }
}

/** After a refusal: our own earlier run may have changed the event and died before it could write the register. */
function isOurs(calendar: CalendarAddress, action: BookAction): boolean {
  const event = getEvent(calendar, action.eventId)
  const mark = event === null ? null : markOf(event)
  return mark !== null && mark.deal === action.mark.deal && mark.version === action.mark.version && event?.start === action.start
}

/** One event, or null when it is gone. */
export function getEvent(calendar: CalendarAddress, id: string): (SlotEvent & { readonly cancelled: boolean }) | null {
  try {
    const event = Calendar!.Events!.get(calendar.id, id, { timeZone: calendar.zone })
    return { ...slotEventOf(event), cancelled: event.status === 'cancelled' }
  } catch (error) {
    if (/Not Found|deleted|\b404\b|\b410\b/i.test(messageOf(error))) return null
    throw platformErrorOf(error)
  }
}

/** Parts of a longer slot that stay free; those that stand already are left as they are. */
export function insertRests(calendar: CalendarAddress, action: Pick<BookAction, 'mark' | 'eventId' | 'rest' | 'restSummary'>): void {
  action.rest.forEach((rest, index) => {
    const id = `desk${action.mark.deal}v${action.mark.version}r${index}${action.eventId.replace(/[^a-v0-9]/g, '')}`
    try {
      Calendar!.Events!.insert(eventOf(calendar, action.restSummary, rest, id), calendar.id)
    } catch (error) {
      if (!/already exists|\b409\b/i.test(messageOf(error))) throw platformErrorOf(error)
    }
  })
}

function eventOf(calendar: CalendarAddress, summary: string, time: { start: LocalDateTime; end: LocalDateTime }, id: string): Event {
  return {
    id,
    summary,
    start: { dateTime: `${time.start}:00`, timeZone: calendar.zone },
    end: { dateTime: `${time.end}:00`, timeZone: calendar.zone },
  }
}

/** Gives a booked event back: its free title, no mark. */
export function freeEvent(calendar: CalendarAddress, eventId: string, summary: string): void {
  const nothing = null as unknown as string
  const cleared = { deal: nothing, version: nothing, booking: nothing, was: nothing, event: nothing }
  try {
    Calendar!.Events!.patch({ summary, extendedProperties: { private: cleared } }, calendar.id, eventId)
  } catch (error) {
    if (!/Not Found|deleted|\b404\b|\b410\b/i.test(messageOf(error))) throw platformErrorOf(error)
  }
}

/** Our private mark on an event, or null. A copy that a person made carries the mark of its original: it is not ours. */
export function markOf(event: SlotEvent): BookingMark | null {
  const { deal = '', version = '', booking, was } = event.private
  if (!/^\d+$/.test(deal) || !/^\d+$/.test(version) || event.private['event'] !== event.id) return null
  return { deal: Number(deal), version: Number(version), booking: booking ?? '', was: was ?? '' }
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
  }
}

/** Google sends the asked zone's wall clock with an offset behind it: '2026-11-27T10:00:00+03:00'. */
function wallClock(time: GoogleAppsScript.Calendar.Schema.EventDateTime | undefined): LocalDateTime {
  if (time?.date !== undefined) return `${String(time.date)}T00:00`
  return (time?.dateTime ?? '').slice(0, 16)
}

function call<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (/Not Found/.test(messageOf(error))) throw new PlatformError('calendarMissing')
    throw platformErrorOf(error)
  }
}
