/** Events.list: full lists by time and text, and incremental ones by revision, in pages. */
import type { CalendarState, EventState } from '../../world/types'
import { eventAnswer, tombstone } from './answer'
import type { EventResource } from './fields'
import { everything, horizonMs, isInside, isMaster, plainInstances } from './instances'
import type { ListQuery } from './listQuery'
import { instantOf } from './time'
import { mintPage, mintToken } from './tokens'

export interface EventList {
  readonly kind: 'calendar#events'
  readonly summary: string
  readonly timeZone: string
  readonly updated: string
  readonly accessRole: 'owner'
  readonly items: EventResource[]
  readonly nextPageToken?: string
  readonly nextSyncToken?: string
}

export const listEvents = (calendar: CalendarState, query: ListQuery, nowMs: number): EventList => {
  const after = query.page?.after ?? ''
  const rest = keyed(calendar, query, nowMs).filter(([key]) => key > after)
  const page = rest.slice(0, query.pageSize)
  const state = { ...query.bounds, revision: query.revision, singleEvents: query.singleEvents }
  const since = query.since === undefined ? {} : { since: query.since }
  const more = rest.length > page.length
  return {
    kind: 'calendar#events',
    summary: calendar.summary,
    timeZone: query.zone,
    updated: new Date(nowMs).toISOString(),
    accessRole: 'owner',
    items: page.map(([, event]) => shown(event, calendar, query)),
    ...(more && { nextPageToken: mintPage({ ...state, ...since, after: page.at(-1)?.[0] ?? '' }) }),
    ...(!more && query.mintsToken && { nextSyncToken: mintToken(state) }),
  }
}

const shown = (event: EventState, calendar: CalendarState, query: ListQuery): EventResource =>
  event.status === 'cancelled' && (query.since !== undefined || event.recurringEventId !== undefined)
    ? tombstone(event, calendar)
    : eventAnswer(event, calendar, query.zone)

type Keyed = readonly [key: string, event: EventState]

/** Matching events in order, each with a key that is its own, so that a page can go on after it whatever happened in between. */
const keyed = (calendar: CalendarState, query: ListQuery, nowMs: number): Keyed[] =>
  candidates(calendar, query, nowMs)
    .filter((event) => matches(event, query))
    .map((event): Keyed => [`${orderKey(event, calendar, query)}${event.id}`, event])
    .sort(([a], [b]) => (a < b ? -1 : 1))

const orderKey = (event: EventState, calendar: CalendarState, query: ListQuery): string => {
  if (query.orderBy === 'startTime') return `${new Date(instantOf(event.start, calendar.timeZone)).toISOString()} `
  return query.orderBy === 'updated' ? `${event.updated} ` : ''
}

const candidates = (calendar: CalendarState, query: ListQuery, nowMs: number): EventState[] =>
  query.singleEvents ? unrolled(calendar, query, nowMs) : stored(calendar, query)

/** Singles, series and exceptions as they are stored. */
const stored = (calendar: CalendarState, query: ListQuery): EventState[] =>
  calendar.events.filter((event) => {
    if (!changed(event, query)) return false
    if (query.since !== undefined) return !event.orphan && (event.status === 'cancelled' || isInside(calendar, event, query.window))
    // Cancelled instances of a living series are listed: without them the reader would take them for held.
    const cancelledInstance = event.recurringEventId !== undefined && !event.orphan
    return (event.status !== 'cancelled' || showsDeleted(query) || cancelledInstance) && isInside(calendar, event, query.window)
  })

/** Single events and instances; series themselves are not listed. */
const unrolled = (calendar: CalendarState, query: ListQuery, nowMs: number): EventState[] => {
  const visible = (event: EventState): boolean => event.status !== 'cancelled' || showsDeleted(query)
  const singles = calendar.events.filter(
    (event) => !isMaster(event) && visible(event) && changed(event, query) && insideOrGone(calendar, event, query),
  )
  const window =
    query.window.to === everything.to ? { ...query.window, to: Math.max(nowMs, query.window.from, 0) + horizonMs } : query.window
  const masters = calendar.events.filter((event) => isMaster(event) && visible(event) && changed(event, query))
  return [...singles, ...masters.flatMap((master) => plainInstances(calendar, master, window))]
}

// With updatedMin deletions since then are always listed.
const showsDeleted = (query: ListQuery): boolean => query.showDeleted || query.since !== undefined || query.updatedMin !== undefined

const insideOrGone = (calendar: CalendarState, event: EventState, query: ListQuery): boolean =>
  (query.since !== undefined && event.status === 'cancelled') || isInside(calendar, event, query.window)

const changed = (event: EventState, query: ListQuery): boolean => query.since === undefined || event.revision > query.since

const matches = (event: EventState, query: ListQuery): boolean => {
  const held = event.extendedProperties?.private ?? {}
  return (
    query.properties.every((pair) => held[pair.slice(0, pair.indexOf('='))] === pair.slice(pair.indexOf('=') + 1)) &&
    (query.words === undefined || textOf(event).includes(query.words)) &&
    (query.iCalUID === undefined || event.iCalUID === query.iCalUID) &&
    (query.updatedMin === undefined || Date.parse(event.updated) >= query.updatedMin)
  )
}

const textOf = (event: EventState): string =>
  [event.summary, event.description, event.location, ...(event.attendees ?? []).map(({ email }) => email)].join('\n').toLowerCase()
