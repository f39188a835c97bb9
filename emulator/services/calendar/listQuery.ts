/** The arguments of Events.list: read, checked against the API's rules, and made one query. */
import type { CalendarState } from '../../world/types'
import { EventProblem } from './fields'
import { everything } from './instances'
import type { Window } from './recurrence'
import { isZone, parseInstant } from './time'
import { type PageState, readPage, readToken } from './tokens'

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
  readonly properties: readonly string[]
  readonly words: string | undefined
  readonly iCalUID: string | undefined
  readonly updatedMin: number | undefined
  readonly page: PageState | undefined
  /** Revision since which changes are wanted; undefined = a full list. */
  readonly since: number | undefined
  /** Calendar revision at which the list began. */
  readonly revision: number
  /** A list that was narrowed by more than its time mints no sync token. */
  readonly mintsToken: boolean
}

const expiredText = 'Sync token is no longer valid, a full sync is required.'
export class ExpiredToken extends Error {}

const refuse = (message: string): never => {
  throw new EventProblem(message)
}

const known =
  /^(timeMin|timeMax|updatedMin|singleEvents|orderBy|showDeleted|maxResults|pageToken|syncToken|timeZone|privateExtendedProperty|q|iCalUID|fields|alwaysIncludeEmail|maxAttendees|showHiddenInvitations|eventTypes)$/
const notWithSync = ['timeMin', 'timeMax', 'updatedMin', 'orderBy', 'privateExtendedProperty', 'q', 'iCalUID'] as const

/** Throws EventProblem (400) or ExpiredToken (410). */
export const readQuery = (options: ListOptions, calendar: CalendarState): ListQuery => {
  checkNames(options)
  const page = options.pageToken === undefined ? undefined : (readPage(options.pageToken) ?? refuse('Invalid page token value.'))
  const sync = options.syncToken === undefined ? undefined : syncState(options, calendar)
  const bounds = page ?? sync ?? options
  const singleEvents = options.singleEvents ?? false
  if (page && page.singleEvents !== singleEvents) refuse('Invalid page token value.')
  return {
    window: windowOf(bounds),
    bounds: { ...(bounds.timeMin && { timeMin: bounds.timeMin }), ...(bounds.timeMax && { timeMax: bounds.timeMax }) },
    singleEvents,
    showDeleted: options.showDeleted ?? false,
    orderBy: checkedOrder(options.orderBy, singleEvents),
    pageSize: pageSize(options.maxResults),
    zone:
      options.timeZone === undefined || isZone(options.timeZone) ? (options.timeZone ?? calendar.timeZone) : refuse('Invalid time zone.'),
    properties: [options.privateExtendedProperty ?? []].flat(),
    words: options.q?.toLowerCase(),
    iCalUID: options.iCalUID,
    updatedMin: options.updatedMin === undefined ? undefined : instant(options.updatedMin),
    page,
    since: page ? page.since : sync?.revision,
    revision: page?.revision ?? calendar.revision,
    mintsToken: !options.orderBy && !options.q && !options.updatedMin && !options.privateExtendedProperty && !options.iCalUID,
  }
}

const checkNames = (options: ListOptions): void => {
  const unknown = Object.keys(options).find((name) => !known.test(name))
  if (unknown) refuse(`Invalid JSON payload received. Unknown name "${unknown}": Cannot bind query parameter.`)
}

const syncState = (options: ListOptions, calendar: CalendarState) => {
  if (notWithSync.some((name) => options[name] !== undefined) || options.showDeleted === false) {
    refuse('Sync token cannot be used with other query restrictions.')
  }
  const state = readToken(options.syncToken ?? '')
  if (!state || state.revision < calendar.oldestValidRevision || state.revision > calendar.revision) throw new ExpiredToken(expiredText)
  // Google leaves other parameters than the first list's undefined; the stricter side refuses.
  if (state.singleEvents !== (options.singleEvents ?? false)) refuse('Sync token cannot be used with other query restrictions.')
  return state
}

const windowOf = (bounds: { timeMin?: string; timeMax?: string }): Window => {
  const from = bounds.timeMin === undefined ? everything.from : instant(bounds.timeMin)
  const to = bounds.timeMax === undefined ? everything.to : instant(bounds.timeMax)
  return from < to ? { from, to } : refuse('The specified time range is empty.')
}

const instant = (text: string): number => parseInstant(text) ?? refuse('Bad Request')

const checkedOrder = (orderBy: string | undefined, singleEvents: boolean): string | undefined => {
  if (orderBy !== undefined && orderBy !== 'startTime' && orderBy !== 'updated') refuse('Bad Request')
  return orderBy === 'startTime' && !singleEvents ? refuse('The requested ordering is not available for the particular query.') : orderBy
}

const pageSize = (given: number | undefined): number => {
  if (given === undefined) return 250
  return Number.isInteger(given) && given > 0 ? Math.min(given, 2500) : refuse('Bad Request')
}
