/** «Отметить слоты»: one consultant's weeks by the hour, as the calendar has them: what stands there, and what may be tapped (G1, G4). */

import type { Office, Person } from '../../office/office'
import { gridTexts } from '../../text/gridText.ru'
import { addDays, addMinutes, atMinute, dateOf, type LocalDate, type LocalDateTime, minutesBetween } from '../../time/localTime'
import { closingOf, isWorkingDay, openingOf } from '../../time/workingTime'
import { readSlots, type SlotEvent, type SlotReading } from '../slotEvents'
import { bookedParts, overlaps, slotParts, type Times, without } from '../slotHours'
import { absenceOn, isEmployedWithin } from '../slotPieces'
import { isOwnMark, readMark } from '../sync/bookingMark'
import type { CalendarEvent, Extra } from '../sync/decision'

/** 'kept': a slot that the program does not take back, somebody has put guests or notes on it. 'busy': away, or not understood. */
export type HourKind = 'free' | 'kept' | 'held' | 'booked' | 'busy'

/** An hour that stands in the calendar, or less: what is left of a longer slot. */
export interface GridHour extends Times {
  readonly kind: HourKind
  /** The organisation, or why it cannot be tapped; '' = free. */
  readonly what: string
  /** It counts for the norm (G1). */
  readonly counts: boolean
}

export interface GridDay {
  readonly date: LocalDate
  /** The office's hours; `until` is exclusive. */
  readonly from: LocalDateTime
  readonly until: LocalDateTime
  /** Why nothing is offered that day; '' = the office and the consultant work. */
  readonly off: string
  /** By start. */
  readonly hours: readonly GridHour[]
}

export interface GridWeek {
  readonly monday: LocalDate
  /** G1: hours a week; an external consultant owes none. */
  readonly norm: number
  readonly days: readonly GridDay[]
}

/** An hour that somebody holds while on the phone. */
interface Held {
  readonly eventId: string
  readonly start: LocalDateTime
}

export interface GridRequest {
  readonly person: Person
  readonly events: readonly (SlotEvent & Partial<Pick<CalendarEvent, 'extras'>>)[]
  readonly holds: readonly Held[]
  readonly office: Office
  /** Monday of the first week. */
  readonly from: LocalDate
  readonly weeks: number
}

/** The person's own events alone. */
export function ownReading({ person, events, office }: Pick<GridRequest, 'person' | 'events' | 'office'>): SlotReading {
  const { free, booked, away, asked } = readSlots(events, office.people)
  const isOwn = ({ initials }: { readonly initials: string }) => initials === person.initials
  return {
    free: free.filter(isOwn),
    booked: booked.filter(isOwn),
    away: away.filter(isOwn),
    asked: asked.filter(({ people, event }) => people.includes(person.initials) && !event.allDay),
    unrelated: [],
  }
}

/** Every hour of the person's in these weeks: a slot of N hours is N of them, what lies under a booking or an absence is not free. */
export function ownGrid(request: GridRequest): GridWeek[] {
  const { person, office, from, weeks } = request
  const reading = ownReading(request)
  const hours = [...takenHours(reading, office), ...freeHours(reading, request)]
  return Array.from({ length: weeks }, (_, week) => ({
    monday: addDays(from, 7 * week),
    norm: person.external ? 0 : office.settings.slotsPerWeek,
    days: Array.from({ length: 7 }, (_day, day) => dayOf(addDays(from, 7 * week + day), hours, reading, request)),
  }))
}

function dayOf(date: LocalDate, all: readonly GridHour[], { away }: SlotReading, { person, office }: GridRequest): GridDay {
  const [from, until] = [atMinute(date, openingOf(office, date)), atMinute(date, closingOf(office, date))]
  const whole = away.find(({ event }) => event.start <= from && event.end >= until)
  const absence = absenceOn(person, date)
  const off = !isWorkingDay(office.calendar, date)
    ? gridTexts.dayOff
    : !isEmployedWithin(person, date, date)
      ? gridTexts.notEmployed
      : absence !== undefined
        ? absence.why || gridTexts.absent
        : (whole?.why ?? '')
  const hours = all.filter(({ start, kind }) => dateOf(start) === date && !(kind === 'busy' && off !== ''))
  return { date, from, until, off, hours: [...hours].sort((a, b) => (a.start < b.start ? -1 : 1)) }
}

/** Bookings, absences by day, and what nobody understands: never tapped. */
function takenHours({ booked, away, asked }: SlotReading, office: Office): GridHour[] {
  return [
    ...booked.flatMap(({ event, organisation }) =>
      bookedParts([event], office).map((part) => ({ ...part, kind: 'booked' as const, what: organisation, counts: true })),
    ),
    ...away.flatMap(({ event, why }) => byDay(event).map((part) => busyHour(part, why))),
    ...asked.flatMap(({ event }) => byDay(event).map((part) => busyHour(part, gridTexts.unclear))),
  ]
}

function busyHour({ start, end }: Times, what: string): GridHour {
  return { start, end, kind: 'busy', what, counts: false }
}

const longestAway = 60

function byDay({ start, end }: Times): Times[] {
  const parts: Times[] = []
  for (let at = start; at < end && parts.length < longestAway; at = `${addDays(dateOf(at), 1)}T00:00`) {
    const midnight = `${addDays(dateOf(at), 1)}T00:00`
    parts.push({ start: at, end: end < midnight ? end : midnight })
  }
  return parts
}

/** Events in their order; an hour that two of them cover is the earlier one's. */
function freeHours({ free, booked, away }: SlotReading, { office, holds }: GridRequest): GridHour[] {
  const made: GridHour[] = []
  const taken = [...booked, ...away].map(({ event }) => event)
  for (const { event } of free) {
    const parts = without(without(slotParts(event, office), taken), made)
    for (const hour of parts.flatMap(byHour)) made.push(freeHour(hour, event, { office, holds }))
  }
  return made
}

/** Whole hours from the start, and what is left. */
function byHour({ start, end }: Times): Times[] {
  const count = Math.ceil(minutesBetween(start, end) / 60)
  return Array.from({ length: count }, (_, at) => {
    const next = addMinutes(start, 60 * (at + 1))
    return { start: addMinutes(start, 60 * at), end: next < end ? next : end }
  })
}

function freeHour(hour: Times, event: GridRequest['events'][number], { office, holds }: Pick<GridRequest, 'office' | 'holds'>): GridHour {
  const isHeld = holds.some(({ eventId, start }) => eventId === event.id && overlaps(hour, { start, end: addMinutes(start, 60) }))
  const [kind, what] = isHeld || isMarked(event) ? (['held', gridTexts.held] as const) : keptBy(event)
  return { ...hour, kind, what, counts: isWorkingDay(office.calendar, dateOf(hour.start)) }
}

/** A booking of it is under way. */
export function isMarked({ private: properties, id }: SlotEvent): boolean {
  const mark = readMark(properties)
  return mark !== null && isOwnMark(mark, id)
}

const precious: readonly Extra[] = ['guests', 'notes', 'place', 'link']

/** What people have put on a slot would go with it. */
function keptBy({ extras = [] }: GridRequest['events'][number]): readonly [HourKind, string] {
  const put = extras.filter((extra) => precious.includes(extra))
  return put.length === 0 ? ['free', ''] : ['kept', gridTexts.kept(put)]
}
