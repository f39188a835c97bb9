/** Reads «Рабочий календарь», the sheet or its file: the days that differ from Monday-to-Friday. */

import type { DayKind, WorkingCalendar } from '../office/office'
import type { Issue } from '../problem'
import type { LocalDate } from '../time/localTime'
import { openTable, type SourceTable, type TableRow } from './sheetTable'
import { keyOfTitle, readDay } from './wording'

const workingDayColumns = { needed: ['Дата', 'День'], optional: ['Перенос с'] } as const

export const dayKindTitles: Readonly<Record<DayKind, string>> = { off: 'выходной', short: 'короткий', working: 'рабочий' }

/**
 * The office's calendar. A year counts as filled when it holds both 1 January and 4 November, the first and the last day off that the
 * Labour Code fixes (article 112); a year with fewer days is named in the issues, and weekends stand in for it.
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
    issues.push({ where: table.fileName, row: null, column: 'Дата', message: `${year} год заполнен не весь: нет 1 января или 4 ноября` })
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

function isFilled(year: number, days: Readonly<Record<LocalDate, DayKind>>): boolean {
  return days[`${year}-01-01`] === 'off' && days[`${year}-11-04`] === 'off'
}
