/** Dates, times and durations as files have them. */

import { aheadIn, dateOrder, readClock, readDuration, readWhen } from '../../../src/domain/importing/proposal/moments'

describe('a moment', () => {
  test.each([
    ['05.08.2026 14:00:00', '2026-08-05', 840],
    ['5.8.26 9:05', '2026-08-05', 545],
    ['05.08.2026', '2026-08-05', null],
    ['2026-08-05 14:00', '2026-08-05', 840],
    ['2026-08-05T14:00:00+03:00', '2026-08-05', 840],
    ['2026-08-05T14:00:00.000Z', '2026-08-05', 840],
    ['05/08/2026 2:30 PM', '2026-08-05', 870],
    ['5 августа 2026 г. в 14:00', '2026-08-05', 840],
    ['ср, 5 авг. 2026, 14:00', '2026-08-05', 840],
    ['12 мая 2026', '2026-05-12', null],
    ['3 марта 2026', '2026-03-03', null],
    ['05-авг-2026', '2026-08-05', null],
    ['5 авг 26, 14:00', '2026-08-05', 840],
    ['Aug 5, 2026 2:30 p.m.', '2026-08-05', 870],
    ['05.08.26 14:00:00 МСК', '2026-08-05', 840],
    ['46239.5833', '2026-08-05', 840],
    ['46239', '2026-08-05', null],
    ['05.08.2026 10:00–11:00', '2026-08-05', 600],
  ])('%s', (typed, date, minute) => {
    expect(readWhen(typed)).toMatchObject({ date, minute })
  })

  test.each([
    '',
    'вчера',
    '31.02.2026',
    '79319610433',
    '12345',
    '5',
    'АНО «5 августа 2026»',
    '05.08.2026 25:00',
    'Мар 55, 2026',
    '5 окон 2026',
  ])('%j is none', (typed) => {
    expect(readWhen(typed)).toBeNull()
  })

  test('which number comes first is told by the one that can be no month', () => {
    expect(dateOrder(['03/08/2026', '25/08/2026'])).toBe('dayFirst')
    expect(dateOrder(['03/08/2026', '08/25/2026'])).toBe('monthFirst')
    expect(readWhen('08/25/2026', 'monthFirst')?.date).toBe('2026-08-25')
    expect(readWhen('03/08/2026')?.date).toBe('2026-08-03')
  })
})

test.each([
  ['9:30', 570],
  ['09.30', 570],
  ['в 14:00', 840],
  ['10:00-11:00', 600],
  ['с 10:00 до 11:00', 600],
  ['14 ч 30 мин', 870],
  ['в 14 часов', 840],
  ['1 ч 30 мин', null],
  ['24:00', null],
  ['утром', null],
])('the time %s', (typed, minute) => {
  expect(readClock(typed)).toBe(minute)
})

test.each([
  ['45', 45],
  ['45 мин', 45],
  ['45 минут', 45],
  ['45 мин.', 45],
  ['1 час', 60],
  ['час', 60],
  ['полтора часа', 90],
  ['1,5 часа', 90],
  ['1 ч 15 мин', 75],
  ['1ч15м', 75],
  ['1:30', 90],
  ["45'", 45],
  ['1 hour 15 min', 75],
  ['около 40 мин', 40],
  ['долго', null],
  ['', null],
])('%j lasts %j', (typed, minutes) => {
  expect(readDuration(typed)).toBe(minutes)
})

test('bare numbers under «часов» are hours', () => {
  expect(readDuration('1,5', true)).toBe(90)
  expect(readDuration('0.75', true)).toBe(45)
})

test('hours of two digits are whole five minutes', () => {
  expect(['0,75', '1,33', '0,83', '1,17'].map((typed) => readDuration(typed, true))).toEqual([45, 80, 50, 70])
  expect(readDuration('0,77', true)).toBeNull()
})

test.each([
  ['14:00:00+03:00', 180],
  ['14:00+0300', 180],
  ['11:00:00.000Z', 0],
  ['11:00 UTC', 0],
  ['16:00 (GMT+5)', 300],
  ['2:30 PM UTC', 0],
  ['2:30 p.m. (GMT+3)', 180],
  ['14:00 МСК', 180],
  ['16:00 мск+2', 300],
  ['05.08.2026 09:00:00 -02', -120],
  ['14:00', null],
  ['10:00-11:00', null],
  ['10:00–11:00', null],
])('how far the clock of «%s» is ahead of UTC: %s', (typed, minutes) => {
  expect(aheadIn(typed)).toBe(minutes)
  if (minutes !== null) expect(readClock(typed.replace('05.08.2026 ', ''))).not.toBeNull()
})
