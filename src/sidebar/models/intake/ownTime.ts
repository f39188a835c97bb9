/** A date and a time of one's own, as typed: for a consultation that stands in no free slot. */

import { addMinutes, type LocalDateTime } from '../../../domain/time/localTime'

/** Values of the browser's date and time fields; '' = not typed yet. */
export interface OwnTime {
  readonly date: string
  readonly from: string
  readonly to: string
}

export interface Times {
  readonly start: LocalDateTime
  /** Exclusive. */
  readonly end: LocalDateTime
}

const usualMinutes = 60

/** A beginning typed alone brings its end an hour later. */
export function withOwnTime(own: OwnTime, change: Partial<OwnTime>): OwnTime {
  const next = { ...own, ...change }
  if (change.from === undefined || next.from === '' || next.to > next.from) return next
  return { ...next, to: addMinutes(`2000-01-01T${next.from}`, usualMinutes).slice(11) }
}

/** Null until a date, a beginning and a later end are typed. Example: 2026-11-26, 10:00, 11:30 → 2026-11-26T10:00 … T11:30 */
export function ownTimes({ date, from, to }: OwnTime): Times | null {
  return date !== '' && from !== '' && to > from ? { start: `${date}T${from}`, end: `${date}T${to}` } : null
}
