/** What we write into the private properties of an event that we book: enough to finish the booking when our run died. */

import * as v from 'valibot'
import { decoded } from '../../register/stored'
import type { LocalDateTime } from '../../time/localTime'

/** Private properties survive renaming, moving, deleting and restoring by people; a copy may carry them along. */
export interface BookingMark {
  readonly deal: number
  /** Version of the deal that the booking makes. */
  readonly version: number
  /** The booking itself as JSON: the input of `method`, at most 1,024 characters. */
  readonly booking: string
  /** Times of the whole slot before it was booked as JSON, to give it back; '' = the event was made for the booking. */
  readonly was: string
  /** Id of the event it was written on: a copy has another id of its own. Put there by the calendar's adapter. */
  readonly event?: string
  /** The command that booked: 'deal/reschedule', 'deal/reassign', 'deal/bookOwn'; absent = 'deal/book'. */
  readonly method?: string
  /** The event that the deal leaves for this one; absent = it had none. */
  readonly from?: string
}

const texts = ['booking', 'was', 'event', 'method', 'from'] as const

/** The mark on an event, or null. Example: readMark({ deal: '41720', version: '3', … }) → { deal: 41720, version: 3, … } */
export function readMark(properties: Readonly<Record<string, string>>): BookingMark | null {
  const { deal = '', version = '' } = properties
  if (!/^\d+$/.test(deal) || !/^\d+$/.test(version)) return null
  const [booking, was, event, method, from] = texts.map((name) => properties[name] ?? '') as [string, string, string, string, string]
  return { deal: Number(deal), version: Number(version), booking, was, event, method: method === '' ? 'deal/book' : method, from }
}

/** The mark as private properties; null members clear what an earlier booking left there. */
export function markProperties(mark: BookingMark | null): Record<string, string | null> {
  if (mark === null) return Object.fromEntries(['deal', 'version', ...texts].map((name) => [name, null]))
  const optional = texts.map((name) => [name, mark[name] === undefined || mark[name] === '' ? null : mark[name]])
  return { deal: String(mark.deal), version: String(mark.version), ...Object.fromEntries(optional) }
}

/** Private properties are outside data: a first booking that cannot be read back is nobody's, and its hour is given back. */
export function isReadable({ booking, method }: BookingMark): boolean {
  const told = detailsOf(booking)
  return method !== 'deal/book' || typeof told['consultant'] === 'string'
}

/** The command's input as it stands on the event; {} when it cannot be read. */
export function detailsOf(booking: string): Readonly<Record<string, unknown>> {
  return decoded(v.record(v.string(), v.unknown()), booking, {})
}

const time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))

/** The slot as it was before the booking; null where the event was made for it, or it cannot be read. */
export function slotBefore({ was }: Pick<BookingMark, 'was'>): { readonly start: LocalDateTime; readonly end: LocalDateTime } | null {
  return decoded(v.object({ start: time, end: time }), was, null)
}

/** Whether the mark stands on the event that we wrote it on, and not on a copy made by a person. */
export function isOwnMark(mark: BookingMark, eventId: string): boolean {
  return mark.event === undefined || mark.event === '' || mark.event === eventId
}
