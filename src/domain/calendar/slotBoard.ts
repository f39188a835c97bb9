/** The slot board: what each consultant offers week by week, against the norm (G1), morning and evening (G2), and the quota (G7). */

import type { Office, Person } from '../office/office'
import { addDays, dateOf, type LocalDate, type LocalDateTime } from '../time/localTime'
import { isWorkingDay } from '../time/workingTime'
import { quotaOf } from './quota'
import { type AwayEvent, type BookedEvent, type FreeEvent, readSlots, type SlotEvent, withOwnInitials } from './slotEvents'
import { bookedHours, offeredHours, slotParts, type Times, without } from './slotHours'
import { absenceOn, isEmployedWithin, partOfDay } from './slotPieces'

/** A slot, a booking or an hour at something else, as the calendar tells it: nobody's name but the organisation's. */
export interface BoardEvent {
  readonly start: LocalDateTime
  /** Exclusive. */
  readonly end: LocalDateTime
  /** Of a booking; '' = free or busy. */
  readonly organisation: string
  /** «занята: обед»; absent = a slot or a booking. */
  readonly busy?: string
}

/** One day of one consultant. */
export interface BoardDay {
  readonly date: LocalDate
  /** By start. */
  readonly events: readonly BoardEvent[]
  readonly isWorking: boolean
  /** Why the consultant is away, '' = present. */
  readonly absent: string
}

export interface BoardWeek {
  readonly monday: LocalDate
  /** Different hours of slots, free and booked (G1), against the norm. */
  readonly offered: number
  readonly norm: number
  readonly booked: number
  /** Consultations booked or held this week, against the quota (G7). */
  readonly held: number
  readonly quota: number
  /** G2: both are recommended; a missing one is advice. */
  readonly hasMorning: boolean
  readonly hasEvening: boolean
  readonly days: readonly BoardDay[]
}

export interface BoardRow {
  readonly initials: string
  readonly name: string
  readonly external: boolean
  readonly mine: boolean
  readonly weeks: readonly BoardWeek[]
}

export interface BoardRequest {
  readonly events: readonly SlotEvent[]
  readonly office: Office
  /** Monday of the first week. */
  readonly from: LocalDate
  readonly weeks: number
  /** Initials of whoever looks, '' = nobody of the consultants. */
  readonly me: string
}

/** Consultants who work here in these weeks, staff first, in the order of «Сотрудники». */
export function slotBoard({ events, office, from, weeks, me }: BoardRequest): BoardRow[] {
  const reading = readSlots(events, office.people)
  const until = addDays(from, 7 * weeks - 1)
  const people = withOwnInitials(office.people).filter((person) => isEmployedWithin(person, from, until))
  const ordered = [...people.filter(({ external }) => !external), ...people.filter(({ external }) => external)]
  return ordered.map((person) => {
    const own = {
      free: reading.free.filter(isOf(person)),
      booked: reading.booked.filter(isOf(person)),
      away: reading.away.filter(isOf(person)),
    }
    const mondays = Array.from({ length: weeks }, (_, index) => addDays(from, 7 * index))
    const { initials, name, external } = person
    return {
      initials,
      name,
      external,
      mine: me !== '' && me === initials,
      weeks: mondays.map((monday) => weekOf(monday, person, own, office)),
    }
  })
}

interface Own {
  readonly free: readonly FreeEvent[]
  readonly booked: readonly BookedEvent[]
  readonly away: readonly AwayEvent[]
}

function isOf({ initials }: Person) {
  return (event: FreeEvent | BookedEvent | AwayEvent) => event.initials === initials
}

/** G1 counts different hours, where the consultant is not away then; staff only owe a norm and a quota. */
function weekOf(monday: LocalDate, person: Person, own: Own, office: Office): BoardWeek {
  const { settings } = office
  const isNow = (one: Times) => one.start >= monday && one.start < addDays(monday, 7)
  const away = own.away.map(({ event }) => event)
  const free = own.free.flatMap(({ event }) => slotParts(event, office)).filter(isNow)
  const booked = own.booked.filter(({ event }) => isNow(event))
  const taken = booked.map(({ event }) => event)
  const open = without(free, away)
  const parts = [...open, ...taken].map(({ start }) => partOfDay(start))
  const events = [...open.map(freeEvent), ...booked.map(bookedEvent), ...own.away.filter(isByHour).map(busyEvent)]
  return {
    monday,
    offered: offeredHours({ free, booked: taken, away }, office),
    norm: person.external ? 0 : settings.slotsPerWeek,
    booked: bookedHours(taken, office),
    held: booked.length,
    quota: quotaOf(person, office, monday),
    hasMorning: parts.includes('morning'),
    hasEvening: parts.includes('evening'),
    days: Array.from({ length: 7 }, (_, index) => dayOf(addDays(monday, index), person, { events, away: own.away }, office)),
  }
}

interface Shown {
  readonly events: readonly BoardEvent[]
  readonly away: readonly AwayEvent[]
}

function dayOf(date: LocalDate, person: Person, { events, away }: Shown, office: Office): BoardDay {
  const absence = absenceOn(person, date) ?? away.find(({ event }) => event.start <= `${date}T00:00` && event.end > `${date}T23:00`)
  return {
    date,
    events: events.filter(({ start }) => dateOf(start) === date).sort((a, b) => (a.start < b.start ? -1 : 1)),
    isWorking: isWorkingDay(office.calendar, date),
    absent: absence === undefined ? '' : absence.why || 'нет на месте',
  }
}

function freeEvent({ start, end }: Times): BoardEvent {
  return { start, end, organisation: '' }
}

function bookedEvent({ event: { start, end }, organisation }: BookedEvent): BoardEvent {
  return { start, end, organisation }
}

function isByHour({ event }: AwayEvent): boolean {
  return !event.allDay && dateOf(event.start) === dateOf(event.end)
}

function busyEvent({ event: { start, end }, why }: AwayEvent): BoardEvent {
  return { start, end, organisation: '', busy: why }
}
