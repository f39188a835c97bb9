/** The working calendar as it is published, and the years that ship with the product. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedDays } from '../../../src/domain/importing/publishedDays'
import { daysTable } from '../../../src/domain/importing/workingDayFiles'
import { readWorkingCalendar } from '../../../src/domain/importing/workingDays'

const linesOf = (text: string, separator = ',') => ({ fileName: 'calendar', rows: text.split('\n').map((line) => line.split(separator)) })

test('xmlcalendar’s XML: days off, short and working ones, where they were moved from', () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<calendar year="2027" lang="ru" date="2026.09.02">
 <holidays><holiday id="1" title="Новогодние каникулы (в ред. 2012)"/></holidays>
 <days>
  <day d="01.01" t="1" h="1"/><day d="02.20" t="2"/>
  <day d="02.22" t="1" f="02.20"/><day d="11.04" t="1"/>
  <day d="12.25" t="3"/>
 </days></calendar>`
  expect(daysTable(linesOf(xml))?.rows).toEqual([
    ['2027-01-01', 'выходной', ''],
    ['2027-02-20', 'короткий', ''],
    ['2027-02-22', 'выходной', '2027-02-20'],
    ['2027-11-04', 'выходной', ''],
    ['2027-12-25', 'рабочий', ''],
  ])
})

test('its CSV: a row a year, a cell a month; a Saturday that is not there is worked', () => {
  const months = ['1,2,3,9,10', '6,7,13,14,21,22+,23,27,28', ...Array.from({ length: 10 }, () => '')]
  const table = daysTable({
    fileName: 'data.csv',
    rows: [
      ['Год/Месяц', 'Январь'],
      ['2027', ...months, '247'],
    ],
  })
  const { calendar } = readWorkingCalendar(table ?? { fileName: '', headings: [], rows: [] })
  expect(calendar.days['2027-02-22']).toBe('off')
  expect(calendar.days['2027-02-20']).toBe('working')
  expect(calendar.days['2027-02-21']).toBe('off')
})

test('an ICS of days off', () => {
  const ics =
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nSUMMARY:Новый год\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260430\nSUMMARY:Сокращённый день\nEND:VEVENT\nEND:VCALENDAR'
  expect(daysTable(linesOf(ics, ';'))?.rows).toEqual([
    ['2026-01-01', 'выходной', ''],
    ['2026-04-30', 'короткий', ''],
  ])
})

test('the office’s own table is none of these', () => {
  expect(
    daysTable({
      fileName: 'a.csv',
      rows: [
        ['Дата', 'День'],
        ['2026-01-01', 'выходной'],
      ],
    }),
  ).toBeNull()
})

test('2025–2027 ship whole, day by day as the sample has them', () => {
  const known = readFileSync(join(__dirname, '../../../emulator/sample/working-calendar.csv'), 'utf8')
    .replace('\ufeff', '')
    .trim()
    .split('\n')
    .slice(1)
  const words = { off: 'выходной', short: 'короткий', working: 'рабочий' }
  const told = publishedDays.map(({ date, kind, movedFrom }) => `${date};${words[kind]};${movedFrom ?? ''}`)
  expect(told.slice(0, known.length)).toEqual(known.map((line) => line.trim()))
  const table = { fileName: 'd', headings: ['Дата', 'День'], rows: publishedDays.map(({ date, kind }) => [date, words[kind]]) }
  expect(readWorkingCalendar(table)).toMatchObject({ issues: [], calendar: { years: [2025, 2026, 2027] } })
})
