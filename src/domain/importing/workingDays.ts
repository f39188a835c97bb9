/** Reads «Рабочий календарь», the sheet or its file: the days that differ from Monday-to-Friday. */

import type { DayKind, WorkingCalendar } from '../office/office'
import type { Issue } from '../problem'
import { type LocalDate, weekday } from '../time/localTime'
import { openTable, type SourceTable, type TableRow } from './sheetTable'
import { keyOfTitle, readDay } from './wording'

const workingDayColumns = { needed: ['Дата', 'День'], optional: ['Перенос с'] } as const

export const dayKindTitles: Readonly<Record<DayKind, string>> = { off: 'выходной', short: 'короткий', working: 'рабочий' }

/**
 * The office's calendar. A year counts as filled when it holds every day off that the Labour Code fixes (article 112), and for each of them
 * on a weekend the day off that it is moved to; a year with fewer days is named in the issues, and weekends stand in for it.
 * «Перенос с» is for people, nothing is computed from it.
 *
 *     Дата       | День     | Перенос с
 *     2026-01-09 | выходной | 2026-01-03
 */
export function readWorkingCalendar(table: SourceTable): { readonly calendar: WorkingCalendar; readonly issues: Issue[] } {
  const issues: Issue[] = []
  const days: Record<LocalDate, DayKind> = {}
  for (const row of openTable(table, workingDayColumns, issues)) readRow(row, days)
  const named = [...new Set(Object.keys(days).map((day) => Number(day.slice(0, 4))))].sort()
  const years = named.filter((year) => isFilled(year, days))
  for (const year of named.filter((year) => !years.includes(year))) {
    issues.push({ where: table.fileName, row: null, column: 'Дата', message: `${year} год заполнен не весь: ${missingIn(year, days)}` })
  }
  return { calendar: { days, years }, issues }
}

function readRow(row: TableRow, days: Record<LocalDate, DayKind>): void {
  const day = readDay(row.cell('Дата'))
  const kind = keyOfTitle(dayKindTitles, row.text('День'))
  if (day === null) row.complain('Дата', `«${row.text('Дата')}» не дата`)
  if (kind === null) row.complain('День', `«${row.text('День')}»: нужно «выходной», «короткий» или «рабочий»`)
  if (day === null || kind === null) return
  if (days[day] !== undefined && days[day] !== kind)
    row.complain('Дата', `${row.text('Дата')} уже есть, и день другой; действует первая строка`)
  else days[day] = kind
}

/** Days off of article 112. */
const holidays = '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04'.split(' ')

function isFilled(year: number, days: Days): boolean {
  return missingIn(year, days) === ''
}

type Days = Readonly<Record<LocalDate, DayKind>>

/**
 * What the year lacks, in words; '' = nothing. A holiday on a Saturday or Sunday gives a further day off somewhere on a weekday (of
 * those of January two at most): so many there must be beside the holidays themselves. @param workedWeekends for each of them a weekday is off
 */
export function missingIn(year: number, days: Days, workedWeekends = 0): string {
  const dates = holidays.map((day) => `${year}-${day}`)
  const missing = dates.filter((date) => days[date] !== 'off' && (weekday(date) <= friday || days[date] === 'working'))
  if (missing.length > 0) return `нет выходных ${missing.map((date) => `${date.slice(8)}.${date.slice(5, 7)}`).join(', ')}`
  const onWeekend = dates.filter((date) => weekday(date) > friday)
  const ofJanuary = onWeekend.filter((date) => date.slice(5, 7) === '01').length
  const owed = Math.min(ofJanuary, movedOfJanuary) + onWeekend.length - ofJanuary + workedWeekends
  const moved = Object.keys(days).filter((date) => date.startsWith(`${year}-`) && days[date] === 'off' && weekday(date) <= friday)
  const given = moved.filter((date) => !dates.includes(date)).length
  return given >= owed ? '' : `праздников на субботе и воскресенье ${owed}, а дней, на которые они перенесены, ${given}`
}

const friday = 5
/** Of January's holidays on weekends so many are moved at most. */
const movedOfJanuary = 2
