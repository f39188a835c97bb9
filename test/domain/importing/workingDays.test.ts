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
  expect(issues.map(({ message }) => message)).toEqual([
    '2027 год заполнен не весь: нет выходных 05.01, 06.01, 07.01, 08.01, 23.02, 08.03, 04.11',
  ])
})

test('days that cannot be read, or are said twice differently, are named', () => {
  const table = drawnTable(
    'к.csv',
    'Дата|День\n2026-02-30|выходной\n2026-03-06|сокращённый\n01.01.2026|выходной\n2026-01-01|рабочий\n04.11.2026|выходной',
  )
  const { calendar, issues } = readWorkingCalendar(table)
  expect(issues.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 Дата', '3 День', '5 Дата', 'null Дата'])
  expect(calendar).toEqual({ days: { '2026-01-01': 'off', '2026-11-04': 'off' }, years: [] })
})

describe('F13: a sample is not the whole', () => {
  const named = ['01-01', '02-23', '03-08', '05-01', '05-09', '06-12', '11-04', '01-07']
  const january = ['01-02', '01-03', '01-04', '01-05', '01-06', '01-08']
  const read = (days: readonly string[], year = 2027) =>
    readWorkingCalendar({ fileName: 'к.csv', headings: ['Дата', 'День'], rows: days.map((day) => [`${year}-${day}`, 'выходной']) })

  test('the eight named holidays are not the days off of January', () => {
    expect(read(named).calendar.years).toEqual([])
    expect(read(named).issues[0]?.message).toMatch(/^2027 год заполнен не весь: нет выходных 04\.01, 05\.01/)
  })
  test('a holiday on a weekend has its day off elsewhere', () => {
    const all = [...named, ...january]
    expect(read(all).calendar.years).toEqual([])
    expect(read(all).issues[0]?.message).toMatch(/праздников на субботе и воскресенье 5, а дней, на которые они перенесены, 0/)
    const moved = ['11-05', '05-03', '05-10', '06-14', '12-31']
    expect(read([...all, ...moved]).calendar.years).toEqual([2027])
    expect(read([...all, ...moved.slice(1)]).calendar.years).toEqual([])
  })
  test.each([2024, 2025, 2026])('%d as it was published is whole', (year) => {
    const published: Readonly<Record<number, string>> = {
      2024: '01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31',
      2025: '01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31',
      2026: '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31',
    }
    expect(read((published[year] ?? '').split(' '), year).calendar.years).toEqual([year])
  })
})
