/** The working calendar as it is published: xmlcalendar's XML and CSV, an ICS of days off; as the table of «Рабочий календарь». */

import type { DayKind } from '../office/office'
import { addDays, type LocalDate, weekday } from '../time/localTime'
import type { Grid } from './proposal/grid'
import type { SourceTable } from './sheetTable'
import { dayKindTitles } from './workingDays'

interface Day {
  readonly date: LocalDate
  readonly kind: DayKind
  readonly movedFrom: string
}

/** null = it is none of these: the office's own table, or something else. */
export function daysTable({ fileName, rows }: Grid): SourceTable | null {
  const text = rows.map((row) => row.join(',')).join('\n')
  const days = xmlDays(text) ?? icsDays(text) ?? yearRows(rows)
  if (days === null || days.length === 0) return null
  return {
    fileName,
    headings: ['Дата', 'День', 'Перенос с'],
    rows: days.map(({ date, kind, movedFrom }) => [date, dayKindTitles[kind], movedFrom]),
  }
}

/** <calendar year="2026"> … <day d="02.22" t="1" f="02.20"/>: t 1 = off, 2 = short, 3 = working; a short Saturday or Sunday is a working one. */
function xmlDays(text: string): Day[] | null {
  const year = /<calendar\s[^<>]{0,500}?\byear="(\d{4})"/.exec(text)?.[1]
  if (year === undefined) return null
  const dateOf = (typed: string) => `${year}-${typed.replace('.', '-')}`
  return [...text.matchAll(/<day\s([^<>]*)>/g)].flatMap(([, attributes = '']) => {
    const told = new Map([...attributes.matchAll(/\b([a-z])="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
    const of = (name: 'd' | 't' | 'f') => told.get(name) ?? ''
    const kind = ({ 1: 'off', 2: 'short', 3: 'working' } as const)[of('t')]
    if (!/^\d\d\.\d\d$/.test(of('d')) || kind === undefined) return []
    return [{ date: dateOf(of('d')), kind, movedFrom: of('f') === '' ? '' : dateOf(of('f')) }]
  })
}

/** Events of whole days: days off, and those whose title says that they are short or worked. */
function icsDays(text: string): Day[] | null {
  if (!text.includes('BEGIN:VCALENDAR')) return null
  return text
    .split('BEGIN:VEVENT')
    .slice(1)
    .flatMap((event) => {
      const [, year, month, day] = /DTSTART[^:\n]{0,200}:(\d{4})(\d\d)(\d\d)/.exec(event) ?? []
      const title = (/SUMMARY[^:\n]{0,200}:(.*)/.exec(event)?.[1] ?? '').toLowerCase()
      const kind: DayKind = /сокращ|коротк|предпраздн/.test(title)
        ? 'short'
        : /рабоч/.test(title) && !/нерабоч/.test(title)
          ? 'working'
          : 'off'
      return year === undefined ? [] : [{ date: `${year}-${month}-${day}`, kind, movedFrom: '' }]
    })
}

const monthsInYear = 12
const saturday = 6

/** A row a year, a cell a month, the days off in it: «1,2,3,10*,12+»: * = short, + = moved there. A Saturday or Sunday that is not there is worked. */
function yearRows(rows: Grid['rows']): Day[] | null {
  const years = rows.filter((row) => /^(19|20)\d\d$/.test(row[0]?.trim() ?? '') && row.length > monthsInYear)
  return years.length === 0 ? null : years.flatMap(([year = '', ...months]) => yearOf(year.trim(), months.slice(0, monthsInYear)))
}

function yearOf(year: string, months: readonly string[]): Day[] {
  const told = months.flatMap((cell, month) =>
    cell.split(',').flatMap((typed): Day[] => {
      const [, day = '', mark = ''] = /^\s*(\d{1,2})([*+]?)\s*$/.exec(typed) ?? []
      const date = `${year}-${two(month + 1)}-${two(Number(day))}`
      return day === '' ? [] : [{ date, kind: mark === '*' ? 'short' : 'off', movedFrom: '' }]
    }),
  )
  const known = new Set(told.map(({ date }) => date))
  return [
    ...told,
    ...weekendsOf(year)
      .filter((date) => !known.has(date))
      .map((date) => ({ date, kind: 'working' as const, movedFrom: '' })),
  ]
}

function weekendsOf(year: string): LocalDate[] {
  const days: LocalDate[] = []
  for (let date = `${year}-01-01`; date.startsWith(year); date = addDays(date, 1)) if (weekday(date) >= saturday) days.push(date)
  return days
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
