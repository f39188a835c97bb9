/** What taps on the grid become in the calendar: slots to write, events to shorten or to take away, and what is refused with its reason (G1, G4). */

import type { LocalDateTime } from '../../time/localTime'
import type { SlotEvent } from '../slotEvents'
import { overlaps, type Times, without } from '../slotHours'
import { newSlot } from './newSlot'
import { type GridRequest, isMarked, ownGrid, ownReading } from './ownGrid'
import { isOffered, isSame, type Taps, whyNotOffered, whyNotTaken } from './taps'

export interface RefusedTap extends Times {
  readonly why: string
}

/** A free event that gives hours back: `keep` stays of it, [] = it goes. */
export interface TakenFrom {
  readonly eventId: string
  readonly etag: string
  readonly note: string
  readonly keep: readonly Times[]
  /** The taps that it is about. */
  readonly hours: readonly Times[]
}

export interface TapPlan {
  readonly adds: readonly Times[]
  readonly takes: readonly TakenFrom[]
  readonly refused: readonly RefusedTap[]
  /** For the next request: only so many hours are written at once. */
  readonly left: Taps
}

/** What stands as it was wished is no deed. @param most hours that are changed at once */
export function planTaps(taps: Taps, request: GridRequest, now: LocalDateTime, most: number): TapPlan {
  const weeks = ownGrid(request)
  const take = once(taps.take).map((one) => ({ one, why: whyNotTaken(one, weeks, now) }))
  const allowed = take.flatMap(({ one, why }) => (why === '' ? [one] : []))
  const offer = judgedOffers(once(taps.offer), weeks, now)
  const wished = offer.flatMap(({ one, why }) => (why === '' ? [one] : []))
  const room = Math.max(0, most - allowed.length)
  return {
    adds: wished.slice(0, room),
    takes: takenFrom(allowed.slice(0, most), request),
    refused: [...take, ...offer].flatMap(({ one, why }) => (why === '' || why === null ? [] : [{ ...one, why }])),
    left: { offer: wished.slice(room), take: allowed.slice(most) },
  }
}

function once(list: readonly Times[]): Times[] {
  return list.filter((one, at) => list.findIndex((other) => isSame(one, other)) === at)
}

function judgedOffers(list: readonly Times[], weeks: ReturnType<typeof ownGrid>, now: LocalDateTime) {
  const judged: { readonly one: Times; readonly why: string | null }[] = []
  for (const one of list) {
    const others = judged.flatMap((other) => (other.why === '' ? [other.one] : []))
    judged.push({ one, why: isOffered(one, weeks) ? null : whyNotOffered(one, weeks, others, now) })
  }
  return judged
}

/** Of a longer slot the rest stays free; an hour that two events cover goes from both. */
function takenFrom(hours: readonly Times[], request: GridRequest): TakenFrom[] {
  const free = ownReading(request).free.filter(({ event }) => !isMarked(event))
  return free.flatMap(({ event, note }) => {
    const own = hours.filter((one) => overlaps(one, event))
    const keep = without([{ start: event.start, end: event.end }], own)
    return own.length === 0 ? [] : [{ eventId: event.id, etag: event.etag, note, keep, hours: own }]
  })
}

/** The calendar with what was done, for the answer: no second list is asked for. */
export function eventsAfter({ events, person }: GridRequest, added: readonly Times[], taken: readonly TakenFrom[]): SlotEvent[] {
  const rest = events.flatMap((event) => {
    const from = taken.find(({ eventId }) => eventId === event.id)
    return from === undefined
      ? [event]
      : from.keep.map((times, at) => ({ ...event, ...times, ...(at === 0 ? {} : { id: `${event.id} ${at}` }) }))
  })
  return [...rest, ...added.map((times) => eventOf(person.initials, times))]
}

function eventOf(initials: string, times: Times): SlotEvent {
  const { eventId: id, summary: title, start, end } = newSlot(initials, times)
  return { id, etag: '', title, start, end, allDay: false, recurringEventId: '', private: {} }
}
