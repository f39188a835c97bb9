/** Wall clock of a time zone at an instant, through the host's Intl. */

export interface WallClock {
  readonly year: number
  /** 1–12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** Minutes east of Greenwich. */
  readonly offsetMinutes: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** 'GMT+3', 'GMT+03:00', as Java knows them and Intl of Node 20 does not: minutes east, null for any other name. */
function fixedOffset(zone: string): number | null {
  const custom = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone)
  if (!custom) return null
  return (custom[1] === '-' ? -1 : 1) * (Number(custom[2]) * 60 + Number(custom[3] ?? 0))
}

/** Throws RangeError for a zone nobody knows. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const numeric = 'numeric'
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  })
  formats.set(zone, format)
  return format
}

/** `wallClock('Europe/Moscow', Date.UTC(2026, 10, 23, 6))` is 2026-11-23 09:00, offset 180. */
export function wallClock(zone: string, epochMs: number): WallClock {
  const offset = fixedOffset(zone) ?? zoneOffset(zone, epochMs)
  const shifted = new Date(epochMs + offset * 60_000)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    millisecond: shifted.getUTCMilliseconds(),
    offsetMinutes: offset,
  }
}

/** No zone changes its offset within a quarter of an hour; asking Intl costs a few microseconds thousands of times. */
const quarterMs = 900_000
const offsets = new Map<string, Map<number, number>>()

function zoneOffset(zone: string, epochMs: number): number {
  const known = offsets.get(zone) ?? new Map<number, number>()
  offsets.set(zone, known)
  const quarter = Math.floor(epochMs / quarterMs)
  const offset = known.get(quarter) ?? readOffset(zone, quarter * quarterMs)
  known.set(quarter, offset)
  return offset
}

function readOffset(zone: string, epochMs: number): number {
  const parts: Record<string, number> = {}
  for (const part of formatOf(zone).formatToParts(epochMs)) parts[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1000) * 1000) / 60_000)
}

/** 'YYYY-MM-DD' of the instant in the zone. */
export function dayIn(zone: string, epochMs: number): string {
  const clock = wallClock(zone, epochMs)
  return `${clock.year}-${String(clock.month).padStart(2, '0')}-${String(clock.day).padStart(2, '0')}`
}
