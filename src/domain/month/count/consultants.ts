/** What each consultant did and offered in a period: the weekly quota met or missed while there was demand (G7), slots offered and booked (G1). */

import { quotaOf } from '../../calendar/quota'
import { type BookedEvent, type FreeEvent, readSlots, type SlotEvent } from '../../calendar/slotEvents'
import { bookedHours, offeredHours } from '../../calendar/slotHours'
import { absenceOn, isEmployedWithin } from '../../calendar/slotPieces'
import type { Office, Person } from '../../office/office'
import { addDays, dateOf, type LocalDate, type LocalDateTime, mondayOf } from '../../time/localTime'
import { isWorkingDay } from '../../time/workingTime'
import { type Days, isWithin } from '../period'
import type { MonthRow } from './held'
import type { SummaryLine } from './tables'
import { waitedWithin } from './waiting'

export interface ConsultantLine extends SummaryLine {
  /** Weeks with demand, by whether the quota was held; null for external consultants, who owe none. */
  readonly weeks: { readonly met: number; readonly missed: number } | null
  /** Hours of slots in the period, booked ones among them; null = the calendar was not read. */
  readonly slots: { readonly offered: number; readonly booked: number } | null
}

/** What is counted beside the table itself. */
export interface Work {
  readonly days: Days
  readonly office: Office
  readonly now: LocalDateTime
  /** Held in the weeks of the period, days before and after it included. */
  readonly held: readonly MonthRow[]
  /** Deals that may have waited in these weeks. */
  readonly waited: readonly MonthRow[]
  readonly events: readonly SlotEvent[] | null
}

export function consultantLines(lines: readonly SummaryLine[], work: Work): ConsultantLine[] {
  const people = new Map(work.office.people.map((person) => [person.initials, person]))
  const quota = quotaCounter(work)
  const slots = work.events === null ? null : slotsOf(work.events, work)
  return lines.map((line) => {
    const person = people.get(line.key)
    return {
      ...line,
      weeks: person === undefined || person.external ? null : quota(person),
      slots: slots === null ? null : (slots.get(line.key) ?? { offered: 0, booked: 0 }),
    }
  })
}

/**
 * Mondays of the weeks that belong to the period and are over: a week belongs where its Thursday lies, so each week counts once in a year of months.
 * @example weeksOf({ from: '2026-11-01', until: '2026-11-30' }, '2026-12-01T09:00') → 2 November … 23 November
 */
export function weeksOf({ from, until }: Days, now: LocalDateTime): LocalDate[] {
  const mondays: LocalDate[] = []
  for (let monday = mondayOf(from); addDays(monday, 3) <= until; monday = addDays(monday, 7)) {
    if (addDays(monday, 3) >= from && addDays(monday, 7) <= dateOf(now)) mondays.push(monday)
  }
  return mondays
}

/** Demand of a week = topics in which at least one deal waited without a time. Found once for all consultants. */
function quotaCounter({ days, office, now, held, waited }: Work): (person: Person) => { met: number; missed: number } {
  const weeks = weeksOf(days, now).map((monday) => ({ monday, topics: topicsAsked(waited, monday) }))
  return (person) => {
    const owed = weeks.filter(({ monday, topics }) => isPresent(person, monday, office) && person.topics.some((topic) => topics.has(topic)))
    const met = owed.filter(({ monday }) => countIn(held, person, monday) >= quotaOf(person, office, monday)).length
    return { met, missed: owed.length - met }
  }
}

function topicsAsked(waited: readonly MonthRow[], monday: LocalDate): ReadonlySet<number> {
  return new Set(waited.filter((row) => waitedWithin(row, monday, addDays(monday, 7))).flatMap(({ topic }) => topic ?? []))
}

function countIn(held: readonly MonthRow[], { initials }: Person, monday: LocalDate): number {
  const week = { from: monday, until: addDays(monday, 6) }
  return held.filter(({ consultant, start }) => consultant === initials && isWithin(week, start)).length
}

/** Works here and is not away on every working day of the week. */
function isPresent(person: Person, monday: LocalDate, { calendar }: Office): boolean {
  const week = Array.from({ length: 7 }, (_, day) => addDays(monday, day))
  return (
    isEmployedWithin(person, monday, addDays(monday, 6)) &&
    week.some((date) => isWorkingDay(calendar, date) && absenceOn(person, date) === undefined)
  )
}

type Hours = { offered: number; booked: number }

/** G1: different hours, as the board counts them; past slots stay in the calendar. */
function slotsOf(events: readonly SlotEvent[], { days, office }: Work): ReadonlyMap<string, Hours> {
  const { free, booked } = readSlots(
    events.filter(({ start }) => isWithin(days, start)),
    office.people,
  )
  const of = (list: readonly (FreeEvent | BookedEvent)[], who: string) =>
    list.filter(({ initials }) => initials === who).map(({ event }) => event)
  const people = new Set([...free, ...booked].map(({ initials }) => initials))
  return new Map(
    [...people].map((who) => {
      const own = { free: of(free, who), booked: of(booked, who), away: [] }
      return [who, { offered: offeredHours(own, office), booked: bookedHours(own.booked, office) }]
    }),
  )
}
