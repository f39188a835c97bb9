/** Hours that can be offered out of free events, and why an hour cannot. */

import { addDays, addMinutes, dateOf, type LocalDate, type LocalDateTime, minuteOfDay, minutesBetween } from './localTime'
import type { Person, Settings } from './office'
import type { BookedEvent, FreeEvent } from './slotEvents'

export type PartOfDay = 'morning' | 'day' | 'evening'

/** One hour of a free event, ready to be booked. */
export interface FreeSlot {
  readonly eventId: string
  readonly etag: string
  readonly start: LocalDateTime
  /** Exclusive. */
  readonly end: LocalDateTime
  /** The whole free event; `end` is exclusive. */
  readonly event: { readonly start: LocalDateTime; readonly end: LocalDateTime }
  /** Minutes free from this start to the end of the event, or to the next booking of the consultant within it. */
  readonly minutes: number
}

/** What is looked for: starts from `earliest`, dates from … until (both inclusive), part of the day. */
export interface SlotWindow {
  readonly now: LocalDateTime
  readonly earliest: LocalDateTime
  readonly from: LocalDate
  readonly until: LocalDate
  readonly part: PartOfDay | null
}

/** Why nothing is offered. 'outsideHours': there are free hours, but in another part of the day than asked for. */
export type NoSlotReason = 'noSlots' | 'taken' | 'tooSoon' | 'absent' | 'outsideHours'

const hour = 60
const noon = 12 * hour
const eveningFrom = 16 * hour
/** The likeliest help first: another part of the day, a later hour, waiting, another person. */
const reasonsInOrder = ['outsideHours', 'tooSoon', 'absent', 'taken'] as const

/** G2: morning before 12:00, evening from 16:00, the day between. */
export function partOfDay(at: LocalDateTime): PartOfDay {
  if (minuteOfDay(at) < noon) return 'morning'
  return minuteOfDay(at) < eveningFrom ? 'day' : 'evening'
}

/** Dates within which slots are offered: from today, or a later date asked for, horizonDays ahead, or to the earlier end asked for. */
export function slotWindow(
  asked: { now: LocalDateTime; from: LocalDate | null; until: LocalDate | null; part: PartOfDay | null },
  settings: Pick<Settings, 'noticeMinutes' | 'horizonDays'>,
): SlotWindow {
  const today = dateOf(asked.now)
  const from = asked.from && asked.from > today ? asked.from : today
  const last = addDays(from, settings.horizonDays)
  return {
    now: asked.now,
    earliest: addMinutes(asked.now, settings.noticeMinutes),
    from,
    until: asked.until && asked.until < last ? asked.until : last,
    part: asked.part,
  }
}

/**
 * An event as hours counted from its start (G1: an event of N hours is N slots); what is left over after the last whole hour
 * is not offered, an event shorter than an hour is offered as it is. Example: 10:30–12:45 → 10:30–11:30, 11:30–12:30.
 */
export function hoursOf({ event }: Pick<FreeEvent, 'event'>): FreeSlot[] {
  const length = minutesBetween(event.start, event.end)
  const whole = { start: event.start, end: event.end }
  return Array.from({ length: Math.max(1, Math.floor(length / hour)) }, (_, at) => {
    const start = addMinutes(event.start, at * hour)
    const end = addMinutes(start, Math.min(hour, length))
    return { eventId: event.id, etag: event.etag, start, end, event: whole, minutes: minutesBetween(start, event.end) }
  })
}

/** Free hours of one consultant, earliest first, one per start: those offered, and why the others within the window are not. */
export function sortHours(
  person: Person,
  calendar: { readonly free: readonly FreeEvent[]; readonly booked: readonly BookedEvent[] },
  window: SlotWindow,
): { offered: FreeSlot[]; reason: NoSlotReason } {
  const hours = calendar.free.flatMap(hoursOf).filter((slot) => inWindow(slot, window) && isEmployed(person, dateOf(slot.start)))
  const judged = hours.map((slot) => ({ slot, reason: whyNot(slot, person, calendar.booked, window) }))
  const offered = judged.filter(({ reason }) => reason === null).map(({ slot }) => untilNextBooking(slot, calendar.booked))
  const reason = reasonsInOrder.find((known) => judged.some((one) => one.reason === known))
  return { offered: onePerStart(offered), reason: reason ?? reasonWithoutHours(person, calendar.booked, window) }
}

/** Whether the person works here on some day of from … until (both inclusive). */
export function isEmployedWithin(person: Person, from: LocalDate, until: LocalDate): boolean {
  return (person.from === null || person.from <= until) && (person.until === null || person.until >= from)
}

/** The absence that holds the date; both its ends are days away. */
export function absenceOn(person: Person, date: LocalDate): Person['absences'][number] | undefined {
  return person.absences.find((absence) => absence.from <= date && date <= absence.until)
}

function isEmployed(person: Person, date: LocalDate): boolean {
  return isEmployedWithin(person, date, date)
}

function inWindow(slot: FreeSlot, window: SlotWindow): boolean {
  return slot.start >= window.now && dateOf(slot.start) >= window.from && dateOf(slot.start) <= window.until
}

function whyNot(slot: FreeSlot, person: Person, booked: readonly BookedEvent[], window: SlotWindow): NoSlotReason | null {
  if (booked.some(({ event }) => event.start < slot.end && slot.start < event.end)) return 'taken'
  if (absenceOn(person, dateOf(slot.start))) return 'absent'
  if (slot.start < window.earliest) return 'tooSoon'
  return window.part && partOfDay(slot.start) !== window.part ? 'outsideHours' : null
}

function reasonWithoutHours(person: Person, booked: readonly BookedEvent[], window: SlotWindow): NoSlotReason {
  if (absenceOn(person, window.from)) return 'absent'
  const taken = booked.some(
    ({ event }) => event.end > window.now && dateOf(event.start) >= window.from && dateOf(event.start) <= window.until,
  )
  return taken ? 'taken' : 'noSlots'
}

function untilNextBooking(slot: FreeSlot, booked: readonly BookedEvent[]): FreeSlot {
  const later = booked.map(({ event }) => minutesBetween(slot.start, event.start)).filter((minutes) => minutes > 0)
  return { ...slot, minutes: Math.min(slot.minutes, ...later) }
}

/** Two free events over the same hour are one offer; the shorter event, which needs no splitting, stands for it. */
function onePerStart(slots: readonly FreeSlot[]): FreeSlot[] {
  const sorted = [...slots].sort((a, b) => (a.start === b.start ? a.minutes - b.minutes : a.start < b.start ? -1 : 1))
  return sorted.filter((slot, at) => slot.start !== sorted[at - 1]?.start)
}
