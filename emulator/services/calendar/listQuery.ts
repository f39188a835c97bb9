/** The arguments of Events.list: read, checked against the API's rules, and made one query. */
import type { CalendarState } from '../../world/types'
import { eventTypes } from './events/kinds'
import { CalendarRefusal, notEmulated, refuse } from './refusal'
import { rulesOf } from './rules'
import { everything } from './series/instances'
import type { Window } from './series/recurrence'
import { isZone, parseInstant } from './time'
import { type ListState, type PageState, readPage, readToken } from './tokens'

export interface ListOptions {
  readonly timeMin?: string
  readonly timeMax?: string
  readonly updatedMin?: string
  readonly singleEvents?: boolean
  readonly orderBy?: string
  readonly showDeleted?: boolean
  readonly maxResults?: number
  readonly pageToken?: string
  readonly syncToken?: string
  readonly timeZone?: string
  readonly privateExtendedProperty?: string | readonly string[]
  readonly sharedExtendedProperty?: string | readonly string[]
  readonly eventTypes?: string | readonly string[]
  readonly q?: string
  readonly iCalUID?: string
  readonly fields?: string
}

export interface ListQuery {
  readonly window: Window
  readonly bounds: { readonly timeMin?: string; readonly timeMax?: string }
  readonly singleEvents: boolean
  readonly showDeleted: boolean
  readonly orderBy: string | undefined
  readonly pageSize: number
  readonly zone: string
  readonly properties: { readonly private: readonly string[]; readonly shared: readonly string[] }
  /** Kinds wanted; undefined = all. */
  readonly eventTypes: readonly string[] | undefined
  readonly words: string | undefined
  readonly iCalUID: string | undefined
  readonly updatedMin: number | undefined
  readonly page: PageState | undefined
  /** Revision since which changes are wanted; undefined = a full list. */
  readonly since: number | undefined
  /** Calendar revision at which the list began. */
  readonly revision: number
  /** A list that was narrowed by more than its time and kinds mints no sync token. */
  readonly mintsToken: boolean
}

const expiredText = 'Sync token is no longer valid, a full sync is required.'
const damagedText = 'Invalid sync token value.'

const known =
  /^(timeMin|timeMax|updatedMin|singleEvents|orderBy|showDeleted|maxResults|pageToken|syncToken|timeZone|privateExtendedProperty|sharedExtendedProperty|q|iCalUID|fields|alwaysIncludeEmail|maxAttendees|showHiddenInvitations|eventTypes)$/
const notWithSync = [
  'timeMin',
  'timeMax',
  'updatedMin',
  'orderBy',
  'privateExtendedProperty',
  'sharedExtendedProperty',
  'q',
  'iCalUID',
] as const

/** Throws a CalendarRefusal: 400, or 410 for a token that is too old. */
export const readQuery = (options: ListOptions, calendar: CalendarState): ListQuery => {
  checkNames(options)
  const singleEvents = options.singleEvents ?? false
  const page = options.pageToken === undefined ? undefined : pageState(options.pageToken, calendar, singleEvents)
  const sync = options.syncToken === undefined ? undefined : syncState(options, calendar)
  const bounds = page ?? sync ?? options
  return {
    window: windowOf(bounds),
    bounds: { ...(bounds.timeMin && { timeMin: bounds.timeMin }), ...(bounds.timeMax && { timeMax: bounds.timeMax }) },
    singleEvents,
    showDeleted: options.showDeleted ?? false,
    orderBy: checkedOrder(options.orderBy, singleEvents),
    pageSize: pageSize(options.maxResults),
    zone: zoneOf(options.timeZone, calendar),
    properties: { private: [options.privateExtendedProperty ?? []].flat(), shared: [options.sharedExtendedProperty ?? []].flat() },
    eventTypes: checkedTypes(options.eventTypes),
    words: options.q?.toLowerCase(),
    iCalUID: options.iCalUID,
    updatedMin: options.updatedMin === undefined ? undefined : instant(options.updatedMin),
    page,
    since: page ? page.since : sync?.revision,
    revision: page?.revision ?? calendar.revision,
    mintsToken: !narrowing.some((name) => options[name]),
  }
}

const narrowing = ['orderBy', 'q', 'updatedMin', 'privateExtendedProperty', 'sharedExtendedProperty', 'iCalUID'] as const

const checkNames = (options: ListOptions): void => {
  const unknown = Object.keys(options).find((name) => !known.test(name))
  if (unknown) refuse(`Invalid JSON payload received. Unknown name "${unknown}": Cannot bind query parameter.`)
  for (const name of ['maxAttendees', 'showHiddenInvitations']) {
    if ((options as Record<string, unknown>)[name]) notEmulated(`${name} of Events.list`)
  }
}

const pageState = (token: string, calendar: CalendarState, singleEvents: boolean): PageState => {
  const page = readPage(token)
  if (!page || page.singleEvents !== singleEvents || isOfAnother(page, calendar)) return refuse('Invalid page token value.')
  return page
}

const syncState = (options: ListOptions, calendar: CalendarState): ListState => {
  if (notWithSync.some((name) => options[name] !== undefined) || options.showDeleted === false) {
    refuse('Sync token cannot be used with other query restrictions.')
  }
  const rules = rulesOf(calendar)
  const state = readToken(options.syncToken ?? '') ?? refuseToken(rules.damagedToken)
  if (isOfAnother(state, calendar)) refuseToken(rules.foreignToken)
  if (state.revision < calendar.oldestValidRevision || state.revision > calendar.revision) refuseToken(410)
  // Google leaves other parameters than the first list's undefined; the stricter side refuses.
  const sameTypes = String(state.eventTypes ?? '') === String(checkedTypes(options.eventTypes) ?? '')
  if (state.singleEvents !== (options.singleEvents ?? false) || !sameTypes)
    refuse('Sync token cannot be used with other query restrictions.')
  return state
}

const refuseToken = (code: 400 | 410): never => {
  throw new CalendarRefusal(code, code === 410 ? expiredText : damagedText, code === 410 ? 'fullSyncRequired' : 'invalid')
}

const isOfAnother = (state: ListState, calendar: CalendarState): boolean => state.calendar !== undefined && state.calendar !== calendar.id

const windowOf = (bounds: { timeMin?: string; timeMax?: string }): Window => {
  const from = bounds.timeMin === undefined ? everything.from : instant(bounds.timeMin)
  const to = bounds.timeMax === undefined ? everything.to : instant(bounds.timeMax)
  return from < to ? { from, to } : refuse('The specified time range is empty.')
}

const instant = (text: string): number => parseInstant(text) ?? refuse('Bad Request')

const zoneOf = (given: string | undefined, calendar: CalendarState): string =>
  given === undefined || isZone(given) ? (given ?? calendar.timeZone) : refuse('Invalid time zone.')

const checkedOrder = (orderBy: string | undefined, singleEvents: boolean): string | undefined => {
  if (orderBy !== undefined && orderBy !== 'startTime' && orderBy !== 'updated') refuse('Bad Request')
  return orderBy === 'startTime' && !singleEvents ? refuse('The requested ordering is not available for the particular query.') : orderBy
}

const pageSize = (given: number | undefined): number => {
  if (given === undefined) return 250
  return Number.isInteger(given) && given > 0 ? Math.min(given, 2500) : refuse('Bad Request')
}

const checkedTypes = (given: string | readonly string[] | undefined): readonly string[] | undefined => {
  if (given === undefined) return undefined
  const types = [given].flat()
  return types.every((type) => (eventTypes as readonly string[]).includes(type)) ? [...types].sort() : refuse('Bad Request')
}
