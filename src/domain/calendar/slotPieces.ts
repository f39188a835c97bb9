/** Hours that can be offered out of free events, and why an hour cannot. */

import type { Person } from '../office/office'
import { addDays, addMinutes, dateOf, type LocalDate, type LocalDateTime, minuteOfDay, minutesBetween } from '../time/localTime'
import { isWorkingDay, type WorkingHours } from '../time/workingTime'
import { type AskedEvent, type AwayEvent, awayAt, type BookedEvent, type FreeEvent } from './slotEvents'
import { hoursOf, overlaps } from './slotHours'

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
  /** Why it is offered only to whoever asked for it with a reason; absent = to everybody. */
  readonly against?: Overridable
}

/** What is looked for: starts from `earliest`, dates from … until (both inclusive), part of the day. */
export interface SlotWindow {
  readonly now: LocalDateTime
  readonly earliest: LocalDateTime
  readonly from: LocalDate
  readonly until: LocalDate
  readonly part: PartOfDay | null
  readonly office: WorkingHours
  /** Hours refused for a reason that a person may override are offered too, marked. */
  readonly override: boolean
}

/** Why nothing is offered. 'outsideHours': there are free hours, but in another part of the day than asked for; 'night': only such hours. */
export type NoSlotReason = 'noSlots' | 'taken' | 'night' | Overridable | 'outsideHours'

/** What a person may decide against: the notice, a day off of the office, an absence, an event over the hour that is not understood. */
export type Overridable = 'tooSoon' | 'dayOff' | 'absent' | 'unclear'

const hour = 60
const noon = 12 * hour
const eveningFrom = 16 * hour
/** The likeliest help first: another part of the day, a later hour, waiting, another person. */
const reasonsInOrder = ['outsideHours', 'tooSoon', 'dayOff', 'absent', 'unclear', 'taken'] as const
const overridable: readonly (string | null)[] = ['tooSoon', 'dayOff', 'absent', 'unclear'] satisfies Overridable[]

/** G2: morning before 12:00, evening from 16:00, the day between. */
export function partOfDay(at: LocalDateTime): PartOfDay {
  if (minuteOfDay(at) < noon) return 'morning'
  return minuteOfDay(at) < eveningFrom ? 'day' : 'evening'
}

/** Dates within which slots are offered: from today, or a later date asked for, horizonDays ahead, or to the earlier end asked for. */
export function slotWindow(
  asked: { now: LocalDateTime; from: LocalDate | null; until: LocalDate | null; part: PartOfDay | null; override?: boolean | undefined },
  office: WorkingHours,
): SlotWindow {
  const { settings } = office
  const today = dateOf(asked.now)
  const from = asked.from && asked.from > today ? asked.from : today
  const last = addDays(from, settings.horizonDays)
  return {
    now: asked.now,
    earliest: addMinutes(asked.now, settings.noticeMinutes),
    from,
    until: asked.until && asked.until < last ? asked.until : last,
    part: asked.part,
    office,
    override: asked.override === true,
  }
}

/** The hours of a free event, ready to be offered. */
function slotsOf({ event }: FreeEvent, office: WorkingHours): FreeSlot[] {
  const whole = { start: event.start, end: event.end }
  return hoursOf(event, office).map(({ start, end, part }) => {
    return { eventId: event.id, etag: event.etag, start, end, event: whole, minutes: minutesBetween(start, part.end) }
  })
}

/** What stands in the calendar under one consultant's initials. */
export interface OwnEvents {
  readonly free: readonly FreeEvent[]
  readonly booked: readonly BookedEvent[]
  readonly away: readonly AwayEvent[]
  /** Events about the person that nobody understands yet. */
  readonly asked: readonly AskedEvent[]
}

/** Free hours of one consultant, earliest first, one per start: those offered, and why the others within the window are not. */
export function sortHours(person: Person, calendar: OwnEvents, window: SlotWindow): { offered: FreeSlot[]; reason: NoSlotReason } {
  const hours = calendar.free
    .flatMap((free) => slotsOf(free, window.office))
    .filter((slot) => inWindow(slot, window) && isEmployed(person, dateOf(slot.start)))
  const judged = hours.map((slot) => ({ slot, reason: whyNot(slot, person, calendar, window) }))
  const offered = judged.flatMap(({ slot, reason }) => {
    if (reason !== null && !(window.override && overridable.includes(reason))) return []
    const whole = untilNextBooking(slot, calendar.booked)
    return [reason === null ? whole : { ...whole, against: reason as Overridable }]
  })
  const reason = reasonsInOrder.find((known) => judged.some((one) => one.reason === known))
  return { offered: onePerStart(offered), reason: reason ?? reasonWithoutHours(person, calendar, window) }
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

function inWindow({ start }: Pick<FreeSlot, 'start'>, window: SlotWindow): boolean {
  return start >= window.now && dateOf(start) >= window.from && dateOf(start) <= window.until
}

function whyNot(slot: FreeSlot, person: Person, { booked, away, asked }: OwnEvents, window: SlotWindow): NoSlotReason | null {
  if (booked.some(({ event }) => overlaps(event, slot))) return 'taken'
  const date = dateOf(slot.start)
  if (absenceOn(person, date) || awayAt(away, slot)) return 'absent'
  if (asked.some(({ event }) => !event.allDay && overlaps(event, slot))) return 'unclear'
  if (!isWorkingDay(window.office.calendar, date)) return 'dayOff'
  if (slot.start < window.earliest) return 'tooSoon'
  return window.part && partOfDay(slot.start) !== window.part ? 'outsideHours' : null
}

function reasonWithoutHours(person: Person, { free, booked, away }: OwnEvents, window: SlotWindow): NoSlotReason {
  if (absenceOn(person, window.from) || awayAt(away, wholeDay(window.from))) return 'absent'
  if (free.some(({ event }) => inWindow(event, window))) return 'night'
  const taken = booked.some(
    ({ event }) => event.end > window.now && dateOf(event.start) >= window.from && dateOf(event.start) <= window.until,
  )
  return taken ? 'taken' : 'noSlots'
}

/** Midnight to midnight. */
export function wholeDay(date: LocalDate): { readonly start: LocalDateTime; readonly end: LocalDateTime } {
  return { start: `${date}T00:00`, end: `${addDays(date, 1)}T00:00` }
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
