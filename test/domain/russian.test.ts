import fc from 'fast-check'
import {
  clockOfMinute,
  counted,
  dateWords,
  dayTime,
  fullDayTime,
  isWoman,
  monthIn,
  monthTitle,
  overdueBy,
  plural,
  readDate,
  readDateTime,
  shortDayTime,
  shortName,
} from '../../src/domain/text/russian'
import { addDays, type LocalDate } from '../../src/domain/time/localTime'

describe('numbers with nouns', () => {
  test.each([
    [0, '0 консультаций'],
    [1, '1 консультация'],
    [2, '2 консультации'],
    [4, '4 консультации'],
    [5, '5 консультаций'],
    [11, '11 консультаций'],
    [12, '12 консультаций'],
    [14, '14 консультаций'],
    [20, '20 консультаций'],
    [21, '21 консультация'],
    [42, '42 консультации'],
    [100, '100 консультаций'],
    [111, '111 консультаций'],
    [112, '112 консультаций'],
    [122, '122 консультации'],
    [1001, '1001 консультация'],
    [-1, '-1 консультация'],
    [2.5, '2,5 консультации'],
  ])('%p → %s', (n, expected) => expect(counted(n, 'консультация', 'консультации', 'консультаций')).toBe(expected))

  test('the form depends on the last two digits only', () => {
    fc.assert(fc.property(fc.nat(1_000_000), (n) => expect(plural(n, '1', '2', '5')).toBe(plural(n % 100, '1', '2', '5'))))
  })
})

/*
 * November 2026:  пн 23 · вт 24 · ср 25 · чт 26 · пт 27 · сб 28 · вс 29 | пн 30
 */
describe('times as people say them, now being Monday 23 November 2026, 9:00', () => {
  const now = '2026-11-23T09:00'
  test.each([
    ['2026-11-23T15:00', 'сегодня 15:00'],
    ['2026-11-23T00:00', 'сегодня 00:00'],
    ['2026-11-24T10:00', 'завтра 10:00'],
    ['2026-11-22T14:10', 'вчера 14:10'],
    ['2026-11-25T10:00', 'ср 25 ноября, 10:00'],
    ['2026-11-27T10:00', 'пт 27 ноября, 10:00'],
    ['2027-01-15T10:00', 'пт 15 января 2027, 10:00'],
    ['2025-11-23T10:00', 'вс 23 ноября 2025, 10:00'],
    ['2026-11-24', 'завтра'],
    ['2026-11-27', 'пт 27 ноября'],
  ])('%s → %s', (at, expected) => expect(dayTime(at, now)).toBe(expected))

  test('tomorrow may be in the next year', () => expect(dayTime('2027-01-01T10:00', '2026-12-31T23:59')).toBe('завтра 10:00'))
  test('letters are read later, so they say the date', () => expect(fullDayTime('2026-11-23T15:00', now)).toBe('пн 23 ноября, 15:00'))
  test('slots are said shortly', () => expect(shortDayTime('2026-11-27T10:00')).toBe('пт 27, 10:00'))

  test.each([
    ['2026-11-23T10:00', ''],
    ['2026-11-23T09:00', ''],
    ['2026-11-23T08:59', 'просрочено на 1 мин'],
    ['2026-11-23T08:01', 'просрочено на 59 мин'],
    ['2026-11-23T08:00', 'просрочено на 1 ч'],
    ['2026-11-23T06:30', 'просрочено на 2 ч'],
    ['2026-11-22T09:00', 'просрочено на 1 день'],
    ['2026-11-20T18:00', 'просрочено на 2 дня'],
    ['2026-11-12T09:00', 'просрочено на 11 дней'],
  ])('due %s → «%s»', (due, expected) => expect(overdueBy(due, now)).toBe(expected))
})

test('months and dates in words', () => {
  expect(monthTitle('2026-11')).toBe('ноябрь 2026')
  expect(monthIn('2026-11')).toBe('в ноябре 2026 года')
  expect(monthIn('2026-03')).toBe('в марте 2026 года')
  expect(dateWords('2026-11-27')).toBe('27 ноября')
  expect(dateWords('2026-05-01')).toBe('1 мая')
  expect(clockOfMinute(545)).toBe('9:05')
})

test('names: short form, and whose verb takes «-ла»', () => {
  expect(shortName('Морозова Мария Игоревна')).toBe('Морозова М. И.')
  expect(shortName('Титова')).toBe('Титова')
  expect(isWoman('Морозова Мария Игоревна')).toBe(true)
  expect(isWoman('Белова Светлана Ильинична')).toBe(true)
  expect(isWoman('Соколов Илья Петрович')).toBe(false)
  expect(isWoman('Титова')).toBe(false)
})

describe('typed dates', () => {
  test.each([
    ['27.11.2026', '2026-11-27'],
    [' 27.11.2026 ', '2026-11-27'],
    ['1.2.2026', '2026-02-01'],
    ['2024-01-09', '2024-01-09'],
    ['29.02.2028', '2028-02-29'],
    ['29.02.2026', null],
    ['31.04.2026', null],
    ['00.01.2026', null],
    ['01.13.2026', null],
    ['27.11.26', null],
    ['27/11/2026', null],
    ['27.11.2026 г.', null],
    ['', null],
    ['завтра', null],
  ])('«%s» → %p', (typed, expected) => expect(readDate(typed)).toBe(expected))

  test.each([
    ['27.11.2026 10:00', '2026-11-27T10:00'],
    ['27.11.2026 10:00:59', '2026-11-27T10:00'],
    ['27.11.2026, 9:05', '2026-11-27T09:05'],
    ['2026-11-27T10:00', '2026-11-27T10:00'],
    ['2026-11-27 10:00:00', '2026-11-27T10:00'],
    ['27.11.2026', null],
    ['27.11.2026 24:00', null],
    ['27.11.2026 10:60', null],
    ['31.11.2026 10:00', null],
    ['27.11.2026 10', null],
    ['', null],
  ])('«%s» → %p', (typed, expected) => expect(readDateTime(typed)).toBe(expected))

  test('law: every date written in Russian is read back', () => {
    const dates = fc.integer({ min: 0, max: 40_000 }).map((days): LocalDate => addDays('2000-01-01', days))
    fc.assert(
      fc.property(dates, (date) => {
        const [year, month, day] = date.split('-')
        expect(readDate(`${day}.${month}.${year}`)).toBe(date)
        expect(readDateTime(`${day}.${month}.${year} 10:00:00`)).toBe(`${date}T10:00`)
      }),
    )
  })

  test('no typed text breaks the reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) =>
        expect([typeof readDate(typed), typeof readDateTime(typed)]).not.toContain('undefined'),
      ),
    )
  })
})
