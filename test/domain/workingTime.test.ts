import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { DayKind, WorkingCalendar } from '../../src/domain/office/office'
import type { Settings } from '../../src/domain/office/settings'
import { addDays, type LocalDate } from '../../src/domain/time/localTime'
import {
  addWorkingDays,
  closingOf,
  dueInOneWorkingDay,
  isOpenAt,
  isShortDay,
  isWorkingDay,
  lastClosingDayOfMonth,
  missingYears,
  nextOpening,
  nextWorkingDay,
  openingOf,
  previousWorkingDay,
  weekClosing,
  weekClosingDay,
  weekListing,
  workingDaysBetween,
} from '../../src/domain/time/workingTime'

const kinds: Record<string, DayKind> = { выходной: 'off', короткий: 'short', рабочий: 'working' }
const rows = readFileSync(`${__dirname}/../../emulator/sample/working-calendar.csv`, 'utf8').trim().split('\n').slice(1)
const days = Object.fromEntries(rows.map((row) => [row.split(';')[0] as string, kinds[row.split(';')[1] as string] as DayKind]))
/** 2025 and 2026 as published, with one working Saturday added. */
const calendar: WorkingCalendar = { days: { ...days, '2026-11-14': 'working' }, years: [2025, 2026] }
const settings = { dayOpens: 540, dayCloses: 1080, shortDayCloses: 1020, fridayListAt: 900, fridayCloseBy: 1080 } as Settings
const office = { calendar, settings }
const withDays = (more: Record<LocalDate, DayKind>): WorkingCalendar => ({ ...calendar, days: { ...calendar.days, ...more } })

/*
 * November 2026   (3rd short, 4th a holiday, Saturday 14th works)
 *   пн  вт  ср  чт  пт  сб  вс
 *    2   3s  —   5   6   .   .
 *    9  10  11  12  13  14   .
 *   16  17  18  19  20   .   .
 *   23  24  25  26  27   .   .
 *   30
 */
describe('working days', () => {
  test('holidays and transferred days are off, a working Saturday works', () => {
    expect(isWorkingDay(calendar, '2026-11-03')).toBe(true)
    expect(isWorkingDay(calendar, '2026-11-04')).toBe(false)
    expect(isWorkingDay(calendar, '2026-11-07')).toBe(false)
    expect(isWorkingDay(calendar, '2026-11-14')).toBe(true)
    expect(isWorkingDay(calendar, '2026-01-09')).toBe(false)
    expect(isShortDay(calendar, '2026-11-03')).toBe(true)
    expect(isShortDay(calendar, '2026-11-02')).toBe(false)
  })

  test('a year that is not filled falls back to weekends, and is told', () => {
    expect(isWorkingDay(calendar, '2027-01-01')).toBe(true)
    expect(isWorkingDay(calendar, '2027-01-02')).toBe(false)
    expect(missingYears(calendar, '2026-12-30', '2028-01-01')).toEqual([2027, 2028])
    expect(missingYears(calendar, '2025-01-01', '2026-12-31')).toEqual([])
  })

  test('next and previous are strictly after and before', () => {
    expect(nextWorkingDay(calendar, '2026-11-02')).toBe('2026-11-03')
    expect(nextWorkingDay(calendar, '2026-11-03')).toBe('2026-11-05')
    expect(nextWorkingDay(calendar, '2026-11-13')).toBe('2026-11-14')
    expect(nextWorkingDay(calendar, '2026-11-20')).toBe('2026-11-23')
    expect(previousWorkingDay(calendar, '2026-11-05')).toBe('2026-11-03')
    expect(nextWorkingDay(calendar, '2025-12-30')).toBe('2026-01-12')
  })

  test('G5: two working days from Tuesday the 3rd end on Friday the 6th', () => {
    expect(addWorkingDays(calendar, '2026-11-03', 2)).toBe('2026-11-06')
    expect(addWorkingDays(calendar, '2026-11-06', -2)).toBe('2026-11-03')
    expect(addWorkingDays(calendar, '2026-11-04', 0)).toBe('2026-11-04')
  })

  test('G5: working days between count (from, to], and backwards below zero', () => {
    expect(workingDaysBetween(calendar, '2026-11-03', '2026-11-03')).toBe(0)
    expect(workingDaysBetween(calendar, '2026-11-03', '2026-11-04')).toBe(0)
    expect(workingDaysBetween(calendar, '2026-11-03', '2026-11-06')).toBe(2)
    expect(workingDaysBetween(calendar, '2026-11-20', '2026-11-23')).toBe(1)
    expect(workingDaysBetween(calendar, '2026-11-06', '2026-11-03')).toBe(-2)
    expect(workingDaysBetween(calendar, '2026-11-23', '2026-11-20')).toBe(-1)
  })

  const someDay = fc.integer({ min: 0, max: 1000 }).map((n) => addDays('2025-01-01', n))
  const someWorkingDay = someDay.map((day) => nextWorkingDay(calendar, day))

  test('law: adding n working days to a working day and counting them gives n', () => {
    fc.assert(
      fc.property(someWorkingDay, fc.integer({ min: -30, max: 30 }), (day, n) => {
        const moved = addWorkingDays(calendar, day, n)
        expect(workingDaysBetween(calendar, day, moved)).toBe(n)
        expect(addWorkingDays(calendar, moved, -n)).toBe(day)
      }),
    )
  })

  test('law: a way there and on is the whole way', () => {
    fc.assert(
      fc.property(someWorkingDay, someWorkingDay, someWorkingDay, (a, b, c) => {
        const sum = workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, c)
        expect(workingDaysBetween(calendar, a, c)).toBe(sum)
      }),
    )
  })
})

describe('I5, A1: one working day', () => {
  test('hours of the office: the closing minute is outside, a short day closes earlier', () => {
    expect(openingOf(office, '2026-11-03')).toBe(540)
    expect(closingOf(office, '2026-11-02')).toBe(1080)
    expect(closingOf(office, '2026-11-03')).toBe(1020)
    expect(isOpenAt(office, '2026-11-02T09:00')).toBe(true)
    expect(isOpenAt(office, '2026-11-02T18:00')).toBe(false)
    expect(isOpenAt(office, '2026-11-03T17:00')).toBe(false)
    expect(isOpenAt(office, '2026-11-04T12:00')).toBe(false)
    expect(nextOpening(office, '2026-11-03T17:00')).toBe('2026-11-05T09:00')
    expect(nextOpening(office, '2026-11-05T08:00')).toBe('2026-11-05T09:00')
    expect(nextOpening(office, '2026-11-05T10:11')).toBe('2026-11-05T10:11')
  })

  test.each([
    ['within hours: the same clock time on the next working day', '2026-11-23T15:30', '2026-11-24T15:30'],
    ['at opening', '2026-11-23T09:00', '2026-11-24T09:00'],
    ['Friday → Monday', '2026-11-20T15:30', '2026-11-23T15:30'],
    ['before a holiday', '2026-11-03T10:00', '2026-11-05T10:00'],
    ['Friday → the working Saturday', '2026-11-13T16:00', '2026-11-14T16:00'],
    ['the next day is short: not after its closing', '2026-11-02T17:40', '2026-11-03T17:00'],
    ['the next day is short, but the time is within it', '2026-11-02T16:59', '2026-11-03T16:59'],
    ['before opening: counted from 9:00 the same day', '2026-11-23T07:00', '2026-11-24T09:00'],
    ['after closing: counted from 9:00 the next day', '2026-11-23T19:00', '2026-11-25T09:00'],
    ['exactly at closing', '2026-11-23T18:00', '2026-11-25T09:00'],
    ['Friday evening', '2026-11-20T21:00', '2026-11-24T09:00'],
    ['Saturday', '2026-11-21T12:00', '2026-11-24T09:00'],
    ['a holiday', '2026-11-04T12:00', '2026-11-06T09:00'],
    ['over the New Year', '2025-12-30T12:00', '2026-01-12T12:00'],
  ])('%s: %s → %s', (_rule, at, due) => expect(dueInOneWorkingDay(office, at)).toBe(due))

  test('law: due within hours of a later working day, and a later request is never due earlier', () => {
    const moments = fc.integer({ min: 0, max: 1_000_000 }).map((n) => {
      const minute = n % 1440
      return `${addDays('2025-01-01', Math.floor(n / 1440))}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    })
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        const due = dueInOneWorkingDay(office, a)
        expect(isWorkingDay(calendar, due.slice(0, 10))).toBe(true)
        expect(due.slice(0, 10) > a.slice(0, 10)).toBe(true)
        if (a <= b) expect(due <= dueInOneWorkingDay(office, b)).toBe(true)
      }),
    )
  })
})

describe('K1, K6: the week is closed on Friday, or on its last working day', () => {
  test('an ordinary week, from whichever day one asks', () => {
    for (const day of ['2026-11-23', '2026-11-27', '2026-11-29']) expect(weekClosingDay(calendar, day)).toBe('2026-11-27')
    expect(weekClosing(office, '2026-11-25T12:00')).toBe('2026-11-27T18:00')
    expect(weekListing(office, '2026-11-25')).toBe('2026-11-27T15:00')
  })

  test('Friday 1 May 2026 is off: Thursday 30 April', () => expect(weekClosingDay(calendar, '2026-05-01')).toBe('2026-04-30'))
  test('Friday 12 June 2026 is off: Thursday 11 June', () => expect(weekClosingDay(calendar, '2026-06-08')).toBe('2026-06-11'))
  test('a working Saturday does not move a working Friday', () => expect(weekClosingDay(calendar, '2026-11-14')).toBe('2026-11-13'))
  test('but it closes a week whose Friday is off', () => {
    expect(weekClosingDay(withDays({ '2026-11-13': 'off' }), '2026-11-10')).toBe('2026-11-14')
  })

  test('a week without working days has no closing', () => {
    const holidays = withDays(Object.fromEntries([16, 17, 18, 19, 20].map((day) => [`2026-11-${day}`, 'off' as const])))
    expect(weekClosingDay(holidays, '2026-11-18')).toBeNull()
    expect(weekClosing({ calendar: holidays, settings }, '2026-11-18')).toBeNull()
  })

  test.each([
    ['2026-11', '2026-11-27'],
    ['2026-04', '2026-04-30'],
    ['2026-05', '2026-05-29'],
    ['2026-02', '2026-02-27'],
    ['2026-01', '2026-01-30'],
    ['2026-12', '2026-12-25'],
    ['2025-12', '2025-12-30'],
  ])('K3: the last closing day of %s is %s', (month, day) => expect(lastClosingDayOfMonth(calendar, month)).toBe(day))

  test('K3: the week of New Year, its Friday off, is closed in December', () => {
    expect(lastClosingDayOfMonth(withDays({ '2027-01-01': 'off' }), '2026-12')).toBe('2026-12-30')
  })
})
