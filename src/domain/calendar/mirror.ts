/** The calendar's mirror: what stands in it from two weeks back to the horizon, and every booking beyond; everything but the sync decides from it. */

import { addDays, dateOf, type LocalDate, type LocalDateTime } from '../time/localTime'
import { type EventPerson, eventReader } from './eventReader'
import type { CalendarEvent } from './sync/decision'

/** Google has refused a change of this event: it is tried again from `nextTry` on, in growing pauses. */
export interface Refusal {
  /** As Google put it. */
  readonly error: string
  readonly tries: number
  readonly nextTry: LocalDateTime
}

/** An event as it stands in the calendar, never a cancelled one. */
export interface MirrorEvent extends CalendarEvent {
  readonly refusal: Refusal | null
}

/** Days of the mirror, `until` exclusive. */
export interface MirrorWindow {
  readonly from: LocalDate
  readonly until: LocalDate
}

const daysBack = 14
/** Three weeks of the board, two weeks behind Friday's check, and some room. */
const daysAhead = 28

export function mirrorWindow(now: LocalDateTime, horizonDays: number): MirrorWindow {
  const today = dateOf(now)
  return { from: addDays(today, -daysBack), until: addDays(today, 1 + Math.max(daysAhead, horizonDays)) }
}

/** Whether days, both inclusive, lie within. */
export function covers(window: MirrorWindow, from: LocalDate, until: LocalDate): boolean {
  return window.from <= from && until < window.until
}

export interface Merging {
  readonly window: MirrorWindow
  readonly people: readonly EventPerson[]
  /** Ids of the events on which deals stand. */
  readonly held: ReadonlySet<string>
}

/**
 * The mirror after a list of changes. What is cancelled goes; what is over, or beyond the horizon and nobody's booking, is not kept; a
 * refusal stays until the event is another one.
 */
export function merged(mirror: readonly MirrorEvent[], changed: readonly CalendarEvent[], setting: Merging): MirrorEvent[] {
  const known = new Map(mirror.map((event) => [event.id, event]))
  const isKept = keeper(setting)
  for (const event of changed) {
    const before = known.get(event.id)
    // A single event that repeats now is listed as its instances only.
    known.delete(event.recurringEventId)
    if (event.cancelled) known.delete(event.id)
    else known.set(event.id, { ...ofOffice(event, setting), refusal: before?.etag === event.etag ? before.refusal : null })
  }
  return [...known.values()].filter(isKept)
}

/** Addresses of guests are not kept, only those of the office's own people. */
function ofOffice(event: CalendarEvent, { people }: Merging): CalendarEvent {
  const own = new Set(people.flatMap(({ email = '' }) => (email === '' ? [] : [email.toLowerCase()])))
  const { creator = '', declined } = event
  return { ...event, declined: declined.filter((one) => own.has(one)), creator: own.has(creator) ? creator : '' }
}

/** The mirror after a list of everything between two days (`until` exclusive): what is not in the list and should be is gone. */
export function relisted(mirror: readonly MirrorEvent[], listed: readonly CalendarEvent[], setting: Merging): MirrorEvent[] {
  const there = new Set(listed.map(({ id }) => id))
  const { from, until } = setting.window
  const isBeyond = ({ start, end }: MirrorEvent) => end <= `${from}T00:00` || start >= `${until}T00:00`
  return merged(
    mirror.filter((event) => there.has(event.id) || isBeyond(event)),
    listed,
    setting,
  )
}

function keeper({ window, people, held }: Merging): (event: CalendarEvent) => boolean {
  const read = eventReader(people)
  const [from, until] = [`${window.from}T00:00`, `${window.until}T00:00`]
  return (event) => {
    if (held.has(event.id)) return true
    if (event.end <= from && event.start < from) return false
    return event.start < until || event.private['deal'] !== undefined || read(event).kind === 'booked'
  }
}
