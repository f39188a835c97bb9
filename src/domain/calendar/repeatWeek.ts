/** «Повторить прошлую неделю»: slots of one week proposed for the next, where the consultant works and is not taken (G1). */

import type { Office, Person } from '../office/office'
import { addDays, addMinutes, dateOf, type LocalDate, type LocalDateTime } from '../time/localTime'
import { isWorkingDay } from '../time/workingTime'
import { type AwayEvent, awayAt, readSlots, type SlotEvent } from './slotEvents'
import { overlaps, slotParts, type Times } from './slotHours'
import { absenceOn, isEmployedWithin } from './slotPieces'

export interface Proposal {
  readonly start: LocalDateTime
  /** Exclusive. */
  readonly end: LocalDateTime
  /** Why it is not written, '' = it can be. */
  readonly why: string
}

/**
 * What stood in the week before `monday`, free or booked, seven days later, by start. Days off, absences and time that is taken already are
 * named; of two that overlap the earlier one is written. An event of several days comes as one slot a working day.
 *
 * @param events both weeks
 * @example Tuesday 10:00–12:00 of last week → Tuesday 10:00–12:00, why ''
 */
export function repeatedWeek(
  person: Person,
  monday: LocalDate,
  events: readonly SlotEvent[],
  office: Office,
  now: LocalDateTime,
): Proposal[] {
  const reading = readSlots(events, office.people)
  const own = [...reading.free, ...reading.booked]
    .filter(({ initials }) => initials === person.initials)
    .flatMap(({ event }) => partsOf(event, office))
  const last = own.filter(({ start }) => start >= addDays(monday, -7) && start < monday).sort((a, b) => (a.start < b.start ? -1 : 1))
  const taken: Times[] = own.filter(({ start }) => start >= monday)
  const away = reading.away.filter(({ initials }) => initials === person.initials)
  return last.map(laterByWeek).map((slot) => {
    const why = whyNot(slot, person, taken, office, now) || awayWhy(away, slot)
    if (why === '') taken.push(slot)
    return { ...slot, why }
  })
}

/** By day; an event at night stays as it is, to be named. */
function partsOf(event: SlotEvent, office: Office): Times[] {
  const parts = slotParts(event, office)
  return parts.length > 0 ? parts : [{ start: event.start, end: event.end }]
}

const weekMinutes = 7 * 24 * 60

function laterByWeek({ start, end }: Times): Times {
  return { start: addMinutes(start, weekMinutes), end: addMinutes(end, weekMinutes) }
}

function awayWhy(away: readonly AwayEvent[], slot: Times): string {
  return awayAt(away, slot)?.why ?? ''
}

function whyNot(slot: Times, person: Person, taken: readonly Times[], office: Office, now: LocalDateTime): string {
  const date = dateOf(slot.start)
  if (slot.start <= now) return 'уже прошло'
  if (taken.some((one) => overlaps(one, slot))) return 'в это время уже есть слот или запись'
  if (!isWorkingDay(office.calendar, date)) return 'выходной день'
  if (slotParts(slot, office).length === 0) return 'не в рабочее время'
  if (!isEmployedWithin(person, date, date)) return 'не работает в этот день'
  const absence = absenceOn(person, date)
  return absence === undefined ? '' : absence.why || 'нет на месте'
}
