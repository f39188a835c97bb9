/** G1 and G4: every staff consultant offers enough hours in each of the next two weeks. */

import type { BoardRow, BoardWeek } from '../../calendar/slotBoard'
import type { Office } from '../../office/office'
import { counted, dateWords } from '../../text/russian'
import { addDays, atMinute, dateOf, type LocalDate, type LocalDateTime, mondayOf } from '../../time/localTime'
import { dueInOneWorkingDay, previousWorkingDay, weekClosingDay } from '../../time/workingTime'
import type { Duty } from '../duty'

/** The Friday check of a week: announced the working day before, made at the closing, about the two weeks that follow. */
export interface SlotCheck {
  readonly opensAt: LocalDateTime
  readonly due: LocalDateTime
  /** Mondays of the two weeks. */
  readonly weeks: readonly [LocalDate, LocalDate]
}

const announcedAt = 600
const weeksBack = 4

/**
 * The check that counts now: the last one announced. null = none in the last weeks.
 *
 * @example slotCheckAt(office, '2026-11-26T10:00') // Thursday
 *   // → opens 2026-11-26T10:00, due 2026-11-27T18:00, weeks of 30 November and 7 December
 */
export function slotCheckAt(office: Office, now: LocalDateTime): SlotCheck | null {
  for (let back = 0; back <= weeksBack; back++) {
    const check = checkOfWeek(office, addDays(mondayOf(now), 7 * (1 - back)))
    if (check !== null && check.opensAt <= now) return check
  }
  return null
}

function checkOfWeek(office: Office, monday: LocalDate): SlotCheck | null {
  const day = weekClosingDay(office.calendar, monday)
  if (day === null) return null
  return {
    opensAt: atMinute(previousWorkingDay(office.calendar, day), announcedAt),
    due: atMinute(day, office.settings.fridayCloseBy),
    weeks: [addDays(monday, 7), addDays(monday, 14)],
  }
}

export interface SlotFacts {
  readonly check: SlotCheck
  /** The board from `check.weeks[0]` on, two weeks at least. */
  readonly rows: readonly BoardRow[]
  /** When the calendar was last looked at for this; null = never. */
  readonly lastLooked: LocalDateTime | null
  /** Duties of the last look: what was short then keeps its moment. */
  readonly standing: readonly Pick<Duty, 'key' | 'who' | 'opensAt'>[]
}

/** Who is short: since the check (G1), or because a free slot went after it (G4). Met when both weeks hold enough. */
export function slotDuties(facts: SlotFacts, office: Office, now: LocalDateTime): Duty[] {
  return facts.rows.flatMap((row) => {
    const short = facts.check.weeks.flatMap((monday) => row.weeks.filter((week) => week.monday === monday && isShort(week)))
    if (row.external || short.length === 0) return []
    return [isOfCheck(row.initials, facts, now) ? missingSlots(row, short, facts.check) : lostSlots({ row, short, facts }, office, now)]
  })
}

/** The calendar was not looked at since the check's end, or the duty of the check stands already. */
function isOfCheck(initials: string, { check, lastLooked, standing }: SlotFacts, now: LocalDateTime): boolean {
  if (now <= check.due || lastLooked === null || lastLooked < check.due) return true
  return standing.some(({ key, who, opensAt }) => key === 'G1.slots' && who === initials && opensAt === check.opensAt)
}

function missingSlots({ initials }: BoardRow, short: readonly BoardWeek[], { opensAt, due, weeks }: SlotCheck): Duty {
  return {
    key: 'G1.slots',
    subject: `Поставить слоты: ${initials}, две недели с ${dateWords(weeks[0])}`,
    detail: shortOf(short),
    who: initials,
    opensAt,
    due,
    remindAt: opensAt,
    overdueTo: 'officeManager',
  }
}

interface Lost {
  readonly row: BoardRow
  readonly short: readonly BoardWeek[]
  readonly facts: SlotFacts
}

function lostSlots({ row: { initials }, short, facts }: Lost, office: Office, now: LocalDateTime): Duty {
  const known = facts.standing.find(({ key, who, opensAt }) => key === 'G4.replace' && who === initials && opensAt > facts.check.due)
  const opensAt = known?.opensAt ?? now
  return {
    key: 'G4.replace',
    subject: `Дать другое время взамен снятого: ${initials}, две недели с ${dateWords(facts.check.weeks[0])}`,
    detail: shortOf(short),
    who: initials,
    opensAt,
    due: dueInOneWorkingDay(office, opensAt),
    remindAt: opensAt,
    overdueTo: 'officeManager',
  }
}

/** A week in which the consultant is away for most of the working days asks for nothing. */
function isShort({ offered, norm, days }: BoardWeek): boolean {
  const working = days.filter(({ isWorking }) => isWorking)
  const away = working.filter(({ absent }) => absent !== '')
  return norm > 0 && working.length > 0 && offered < norm && away.length * 2 <= working.length
}

function shortOf(weeks: readonly BoardWeek[]): string {
  return weeks
    .map(({ monday, offered, norm }) => `неделя с ${dateWords(monday)}: ${counted(offered, 'час', 'часа', 'часов')} из ${norm}`)
    .join('; ')
}

/** The days that a look at the calendar has to cover, both inclusive. */
export function checkedDays({ weeks }: SlotCheck): { readonly from: LocalDate; readonly until: LocalDate } {
  return { from: weeks[0], until: addDays(weeks[1], 6) }
}

/** Whether the calendar has to be looked at again, though nothing changed in it: a check was announced or made since. */
export function isCheckNews({ opensAt, due }: SlotCheck, lastLooked: LocalDateTime | null, now: LocalDateTime): boolean {
  if (lastLooked === null || dateOf(lastLooked) < dateOf(now)) return true
  return lastLooked < opensAt || (lastLooked <= due && now > due)
}
