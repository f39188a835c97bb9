/** «Рабочий календарь» (I5): days that differ from Monday-to-Friday, and the years they fill. */

import { readWorkingCalendar } from '../../../src/domain/importing/workingDays'
import { drawnTable, sampleTable } from '../../fixtures/sampleTable'

test('the sample file fills 2025 and 2026', () => {
  const { calendar, issues } = readWorkingCalendar(sampleTable('working-calendar.csv'))
  expect(issues).toEqual([])
  expect(calendar.years).toEqual([2025, 2026])
  expect(calendar.days).toMatchObject({ '2026-01-09': 'off', '2026-11-03': 'short', '2026-11-04': 'off', '2025-11-01': 'short' })
  expect(Object.keys(calendar.days)).toHaveLength(45)
})

test('a working Saturday, typed dates and serial dates', () => {
  const rows = [
    ['28.11.2026', 'Рабочий', ''],
    [46_387, 'выходной', 46_026],
  ]
  const { calendar } = readWorkingCalendar({ fileName: 'Рабочий календарь', headings: ['Дата', 'День', 'Перенос с'], rows })
  expect(calendar.days).toEqual({ '2026-11-28': 'working', '2026-12-31': 'off' })
})

test('W.calendar: a year that is begun and not filled is no filled year', () => {
  const { calendar, issues } = readWorkingCalendar(drawnTable('Рабочий календарь', 'Дата|День\n2027-01-01|выходной\n2027-01-04|выходной'))
  expect(calendar.years).toEqual([])
  expect(issues.map(({ message }) => message)).toEqual(['2027 год заполнен не весь: нет 1 января или 4 ноября'])
})

test('days that cannot be read, or are said twice differently, are named', () => {
  const table = drawnTable(
    'к.csv',
    'Дата|День\n2026-02-30|выходной\n2026-03-06|сокращённый\n01.01.2026|выходной\n2026-01-01|рабочий\n04.11.2026|выходной',
  )
  const { calendar, issues } = readWorkingCalendar(table)
  expect(issues.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 Дата', '3 День', '5 Дата'])
  expect(calendar).toEqual({ days: { '2026-01-01': 'off', '2026-11-04': 'off' }, years: [2026] })
})
