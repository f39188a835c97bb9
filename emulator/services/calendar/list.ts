/** Events.list: full lists by time and text, and incremental ones by revision, in pages. */
import type { AccessRole, CalendarState, EventState } from '../../world/types'
import { isHidden } from './access'
import { eventAnswer, tellsDetails, tombstone } from './events/answer'
import type { EventResource } from './events/fields'
import type { ListQuery } from './listQuery'
import { rulesOf } from './rules'
import { everything, horizonMs, isInside, isMaster, plainInstances } from './series/instances'
import { instantOf } from './time'
import { mintPage, mintToken } from './tokens'

export interface EventList {
  readonly kind: 'calendar#events'
  readonly summary: string
  readonly timeZone: string
  readonly updated: string
  readonly accessRole: AccessRole
  readonly items: EventResource[]
  readonly nextPageToken?: string
  readonly nextSyncToken?: string
}

/** `role` is the access of who asks. */
export const listEvents = (calendar: CalendarState, query: ListQuery, nowMs: number, role: AccessRole = 'owner'): EventList => {
  const after = query.page?.after ?? ''
  const rest = keyed({ calendar, query, nowMs, role }).filter(([key]) => key > after)
  const page = rest.slice(0, query.pageSize)
  const more = rest.length > page.length
  return {
    kind: 'calendar#events',
    summary: calendar.summary,
    timeZone: query.zone,
    updated: new Date(nowMs).toISOString(),
    accessRole: role,
    items: page.map(([, event]) => shown(event, { calendar, query, role })),
    ...(more && { nextPageToken: mintPage({ ...listState(calendar, query), after: page.at(-1)?.[0] ?? '' }) }),
    ...(!more && query.mintsToken && { nextSyncToken: mintToken(tokenState(calendar, query)) }),
  }
}

const tokenState = (calendar: CalendarState, query: ListQuery) => ({
  ...query.bounds,
  calendar: calendar.id,
  revision: query.revision,
  singleEvents: query.singleEvents,
  ...(query.eventTypes && { eventTypes: query.eventTypes }),
})

const listState = (calendar: CalendarState, query: ListQuery) => ({
  ...tokenState(calendar, query),
  ...(query.since !== undefined && { since: query.since }),
})

const shown = (event: EventState, { calendar, query, role }: Omit<Asked, 'nowMs'>): EventResource => {
  const whole = event.status !== 'cancelled' || (asksDeleted(query) && tellsDetails(event, calendar))
  return whole ? eventAnswer(event, calendar, { zone: query.zone, role }) : tombstone(event, calendar)
}

/** Deletions are asked for by name: an incremental sync tells of them too, but not what they were. */
const asksDeleted = (query: ListQuery): boolean => query.showDeleted || (query.updatedMin !== undefined && query.since === undefined)

interface Asked {
  readonly calendar: CalendarState
  readonly query: ListQuery
  readonly nowMs: number
  readonly role: AccessRole
}

type Keyed = readonly [key: string, event: EventState]

/** Matching events in order, each with a key that is its own, so that a page can go on after it whatever happened in between. */
const keyed = (asked: Asked): Keyed[] =>
  candidates(asked)
    .filter((event) => matches(event, asked))
    .map((event): Keyed => [`${orderKey(event, asked.calendar, asked.query)}${event.id}`, event])
    .sort(([a], [b]) => (a < b ? -1 : 1))

const orderKey = (event: EventState, calendar: CalendarState, query: ListQuery): string => {
  if (query.orderBy === 'startTime') return `${new Date(instantOf(event.start, calendar.timeZone)).toISOString()} `
  return query.orderBy === 'updated' ? `${event.updated} ` : ''
}

const candidates = ({ calendar, query, nowMs }: Asked): EventState[] =>
  query.singleEvents ? unrolled(calendar, query, nowMs) : stored(calendar, query)

/** Singles, series and exceptions as they are stored. */
const stored = (calendar: CalendarState, query: ListQuery): EventState[] =>
  calendar.events.filter((event) => {
    if (!changed(event, query)) return false
    if (query.since !== undefined) return !event.orphan && (event.status === 'cancelled' || isInside(calendar, event, query.window))
    // Cancelled instances of a living series are listed: without them the reader would take them for held.
    const cancelledInstance = event.recurringEventId !== undefined && !event.orphan
    return (isVisible(event, calendar, query) || cancelledInstance) && isInside(calendar, event, query.window)
  })

/** Single events and instances; series themselves are not listed. */
const unrolled = (calendar: CalendarState, query: ListQuery, nowMs: number): EventState[] => {
  const singles = calendar.events.filter(
    (event) => !isMaster(event) && isVisible(event, calendar, query) && changed(event, query) && insideOrGone(calendar, event, query),
  )
  const window =
    query.window.to === everything.to ? { ...query.window, to: Math.max(nowMs, query.window.from, 0) + horizonMs } : query.window
  const masters = calendar.events.filter((event) => isMaster(event) && isVisible(event, calendar, query) && changed(event, query))
  return [...singles, ...masters.flatMap((master) => plainInstances(calendar, master, window)), ...formerSingles(calendar, masters, query)]
}

/** A sync may tell that the id which is a series now is no single event any more. */
const formerSingles = (calendar: CalendarState, masters: readonly EventState[], query: ListQuery): EventState[] =>
  query.since !== undefined && rulesOf(calendar).madeRecurring === 'told'
    ? masters.map(({ recurrence: _, ...master }) => ({ ...master, status: 'cancelled' }))
    : []

const isVisible = (event: EventState, calendar: CalendarState, query: ListQuery): boolean =>
  event.status !== 'cancelled' || showsDeleted(query) || rulesOf(calendar).cancelledEvents === 'always'

// With updatedMin deletions since then are always listed.
const showsDeleted = (query: ListQuery): boolean => query.showDeleted || query.since !== undefined || query.updatedMin !== undefined

const insideOrGone = (calendar: CalendarState, event: EventState, query: ListQuery): boolean =>
  (query.since !== undefined && event.status === 'cancelled') || isInside(calendar, event, query.window)

const changed = (event: EventState, query: ListQuery): boolean => query.since === undefined || event.revision > query.since

const matches = (event: EventState, { query, role }: Asked): boolean =>
  (query.eventTypes === undefined || query.eventTypes.includes(event.eventType ?? 'default')) &&
  (query.iCalUID === undefined || event.iCalUID === query.iCalUID) &&
  (query.updatedMin === undefined || Date.parse(event.updated) >= query.updatedMin) &&
  (!asksDetails(query) || (!isHidden(event, role) && matchesDetails(event, query)))

const asksDetails = ({ properties, words }: ListQuery): boolean =>
  words !== undefined || properties.private.length > 0 || properties.shared.length > 0

const matchesDetails = (event: EventState, query: ListQuery): boolean =>
  holdsAll(event.extendedProperties?.private, query.properties.private) &&
  holdsAll(event.extendedProperties?.shared, query.properties.shared) &&
  (query.words === undefined || textOf(event).includes(query.words))

const holdsAll = (held: Readonly<Record<string, string>> = {}, pairs: readonly string[]): boolean =>
  pairs.every((pair) => held[pair.slice(0, pair.indexOf('='))] === pair.slice(pair.indexOf('=') + 1))

const textOf = (event: EventState): string =>
  [event.summary, event.description, event.location, ...(event.attendees ?? []).map(({ email }) => email)].join('\n').toLowerCase()
