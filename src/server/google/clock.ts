/** Now on the office's wall clock. */

import type { LocalDateTime } from '../../domain/time/localTime'

/** Google converts the zone; the bundle relies on no Intl zones. */
export function localNow(zone: string): LocalDateTime {
  return Utilities.formatDate(new Date(), zone, "yyyy-MM-dd'T'HH:mm")
}

let lookedAt: LocalDateTime | null = null

/** Now in the office's zone, kept for the answer of this run. */
export function officeNow(zone: string): LocalDateTime {
  lookedAt = localNow(zone)
  return lookedAt
}

/** As this run saw it; null = it has not looked. */
export function officeClock(): LocalDateTime | null {
  return lookedAt
}

/** Wall clock of a zone → UTC as calendar files say it: '20261127T070000Z'. Of an hour that comes twice in a year, one of both. */
export function utcOf(at: LocalDateTime, zone: string): string {
  const asUtc = Date.parse(`${at}:00Z`)
  const first = asUtc - offsetOf(asUtc, zone)
  const utc = new Date(asUtc - offsetOf(first, zone))
  return utc.toISOString().replace(/[-:]|\.\d+/g, '')
}

/** The same as Unix seconds. */
export function unixOf(at: LocalDateTime, zone: string): number {
  const asUtc = Date.parse(`${at}:00Z`)
  return (asUtc - offsetOf(asUtc - offsetOf(asUtc, zone), zone)) / 1000
}

/** Unix seconds → wall clock of a zone. */
export function localOf(seconds: number, zone: string): LocalDateTime {
  return Utilities.formatDate(new Date(seconds * 1000), zone, "yyyy-MM-dd'T'HH:mm")
}

/** Milliseconds that the zone is ahead of UTC at a moment. */
function offsetOf(moment: number, zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(Utilities.formatDate(new Date(moment), zone, 'Z')) ?? []
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000
  return sign === '-' ? -ahead : ahead
}
