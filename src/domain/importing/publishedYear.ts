/** A year of the working calendar as it is published, and what differs from the office's sheet. */

import type { DayKind } from '../office/office'
import { type LocalDate, weekday } from '../time/localTime'
import { keyOfTitle, readDay } from './wording'
import { daysTable } from './workingDayFiles'
import { dayKindTitles, missingIn } from './workingDays'

export interface PublishedDayRow {
  readonly date: LocalDate
  readonly kind: DayKind
  readonly movedFrom: LocalDate | null
}

export interface PublishedYear {
  /** Days that differ from Monday to Friday, in order. */
  readonly days: readonly PublishedDayRow[]
  /** What the year lacks; '' = it is whole. */
  readonly lacks: string
}

/** A day on which sheet and publication say different things; null = Monday to Friday. */
export interface DayDifference {
  readonly date: LocalDate
  readonly published: DayKind | null
  readonly sheet: DayKind | null
  readonly movedFrom: LocalDate | null
}

/** null = the text is no calendar of that year. */
export function readPublishedYear(text: string, year: number): PublishedYear | null {
  const fileName = `${year}.xml`
  const table = daysTable({ fileName, rows: text.split(/\r?\n/).map((line) => [line]) })
  if (table === null) return null
  const days = table.rows.flatMap(([date, kind, movedFrom]) => {
    const read = keyOfTitle(dayKindTitles, String(kind))
    const day = readDay(date ?? '')
    return day === null || read === null || !day.startsWith(`${year}-`)
      ? []
      : [{ date: day, kind: read, movedFrom: readDay(movedFrom ?? '') }]
  })
  if (days.length === 0) return null
  return { days: days.sort((a, b) => (a.date < b.date ? -1 : 1)), lacks: lackOf(days, year) }
}

/** A publication says every working Saturday, and for each there is a day off elsewhere; a sheet may have Saturdays of the office's own. */
function lackOf(days: readonly PublishedDayRow[], year: number): string {
  const worked = days.filter(({ date, kind }) => kind !== 'off' && weekday(date) > friday).length
  const missing = missingIn(year, Object.fromEntries(days.map(({ date, kind }) => [date, kind])), worked)
  return missing === '' ? '' : `${year} год заполнен не весь: ${missing}`
}

const friday = 5

/** Days of that year, in order; a day of the sheet alone is the office's own, and stays. @param sheet days by date */
export function differences(published: PublishedYear, sheet: Readonly<Record<LocalDate, DayKind>>, year: number): readonly DayDifference[] {
  const said = new Map(published.days.map((day) => [day.date, day]))
  const own = Object.keys(sheet).filter((date) => date.startsWith(`${year}-`))
  return [...new Set([...said.keys(), ...own])].sort().flatMap((date) => {
    const [day, standing] = [said.get(date), sheet[date] ?? null]
    if ((day?.kind ?? null) === standing) return []
    return [{ date, published: day?.kind ?? null, sheet: standing, movedFrom: day?.movedFrom ?? null }]
  })
}
