/** «Обновить» of the working calendar: what the year's publication says, what differs from the sheet, written after a look. */

import { differences, type PublishedYear } from '../../domain/importing/publishedYear'
import { readDay } from '../../domain/importing/wording'
import { dayKindTitles } from '../../domain/importing/workingDays'
import { accept } from '../../domain/problem'
import type { LocalDate } from '../../domain/time/localTime'
import type { WorkdaysLook } from '../../rpc/settingsContract'
import { changes, type OwnRow } from '../changes'
import { doneBy } from '../method/deed'
import { type Known, method } from '../method/method'

/** The register, and one request. */
export const lookAtYear = method('workdays/look', {
  may: 'import',
  deed: ({ year }) => accept({ kind: 'workdays', asked: { year } }),
  answer: ({ did, known }, { year }) => lookOf(doneBy('workdays', did), known, year),
})

function lookOf(published: PublishedYear, { desk }: Known, year: number): WorkdaysLook {
  const all = differences(published, desk.office.calendar.days, year)
  return {
    year,
    lacks: published.lacks,
    days: all.flatMap(({ date, published: kind, sheet, movedFrom }) => (kind === null ? [] : [{ date, kind, sheet, movedFrom }])),
    own: all.flatMap(({ date, published: kind, sheet }) => (kind === null && sheet !== null ? [{ date, sheet }] : [])),
  }
}

/** What was looked at: a day that stands there is changed, another added; days of the office's own stay. */
export const writeYear = method<'workdays/write', number>('workdays/write', {
  may: 'import',
  decide: ({ year, days }, known) => {
    const foreign = days.find(({ date }) => !date.startsWith(`${year}-`))
    if (foreign !== undefined) return { ok: false, problem: { code: 'badValue', title: 'Дата', why: `${foreign.date} не в ${year} году` } }
    const rows = [...new Map(days.map((day) => [day.date, day])).values()].flatMap((day) => rowOf(day, known))
    return { ok: true, changes: changes({ kind: 'workdays/write', rows, service: { workdays: '' } }), told: rows.length }
  },
  answer: ({ changes: { rows } }) => ({ written: rows.length }),
})

interface Day {
  readonly date: LocalDate
  readonly kind: keyof typeof dayKindTitles
  readonly movedFrom: LocalDate | null
}

function rowOf({ date, kind, movedFrom }: Day, { cells, desk }: Known): OwnRow[] {
  if (desk.office.calendar.days[date] === kind) return []
  const at = cells('workingCalendar').findIndex((row) => readDay(row['date'] ?? '') === date)
  return [{ table: 'workingCalendar', row: at < 0 ? null : at + 2, values: { date, kind: dayKindTitles[kind], movedFrom } }]
}
