/** «Обновить» of the working calendar as methods: what differs, what is written, who may. */

import type { PublishedYear } from '../../../src/domain/importing/publishedYear'
import { lookAtYear, writeYear } from '../../../src/usecases/register/workdays'
import { changesBy, type Given, knownTo, refusalOf, whoMay } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

const rows = [
  { date: '2028-01-03', kind: 'выходной' },
  { date: '2028-03-07', kind: 'выходной' },
  { date: '2028-08-15', kind: 'выходной' },
]
const published: PublishedYear = {
  days: [
    { date: '2028-01-03', kind: 'off', movedFrom: null },
    { date: '2028-03-07', kind: 'short', movedFrom: null },
    { date: '2028-03-09', kind: 'off', movedFrom: '2028-01-01' },
  ],
  lacks: 'не весь',
}
const calendar = { days: { '2028-01-03': 'off', '2028-03-07': 'off', '2028-08-15': 'off' }, years: [2026] } as const
const given: Given = {
  who: callers.director,
  office: { calendar },
  sheets: { workingCalendar: rows },
}

test('days that the sheet tells otherwise, and those of the office alone', () => {
  const done = { did: { kind: 'workdays', done: published }, known: knownTo(lookAtYear, { year: 2028 }, given) }
  expect(lookAtYear.answer?.(done as never, { year: 2028 })).toEqual({
    year: 2028,
    lacks: 'не весь',
    days: [
      { date: '2028-03-07', kind: 'short', sheet: 'off', movedFrom: null },
      { date: '2028-03-09', kind: 'off', sheet: null, movedFrom: '2028-01-01' },
    ],
    own: [{ date: '2028-08-15', sheet: 'off' }],
  })
})

test('a standing day is changed in its row, another added, what stands so already is not written', () => {
  const { rows: written } = changesBy(writeYear, { year: 2028, days: [...published.days] }, given)
  expect(written).toEqual([
    { table: 'workingCalendar', row: 3, values: { date: '2028-03-07', kind: 'короткий', movedFrom: null } },
    { table: 'workingCalendar', row: null, values: { date: '2028-03-09', kind: 'выходной', movedFrom: '2028-01-01' } },
  ])
})

test('a day of another year is refused; the import’s right is asked', () => {
  const days = [{ date: '2027-03-09', kind: 'off' as const, movedFrom: null }]
  expect(refusalOf(writeYear, { year: 2028, days }, given)).toMatchObject({ code: 'badValue' })
  expect(whoMay(writeYear, { year: 2028, days: [] })).toEqual(['officeManager', 'director', 'administrator'])
})
