/** G1: the board of slots. */
import { board } from '../../../src/usecases/calendar/board'
import { eventAt, knownTo, shownBy, whoMay } from '../../fixtures/known'
import { callers, everyReader } from '../../fixtures/staff'

const friday = { now: '2026-11-27T09:00' }

test('from this week’s Monday, as many weeks as are asked for', () => {
  const monday = eventAt('2026-11-23T10:00', '2026-11-23T11:00')
  const next = eventAt('2026-12-06T22:00', '2026-12-06T23:00')
  const after = eventAt('2026-12-07T00:00', '2026-12-07T01:00')
  const before = eventAt('2026-11-22T23:00', '2026-11-23T00:00')
  expect(knownTo(board, { weeks: 2 }, { ...friday, events: [before, monday, next, after] }).events).toEqual([monday, next])
})

test('a row for each consultant, the caller’s own marked', () => {
  const events = [eventAt('2026-11-25T10:00', '2026-11-25T11:00'), eventAt('2026-11-26T10:00', '2026-11-26T11:00', 'СБ_АНО «Маяк»')]
  const { from, rows } = shownBy(board, { weeks: 1 }, { ...friday, events, who: callers.own })
  expect(from).toBe('2026-11-23')
  expect(rows.map(({ initials, mine }) => [initials, mine])).toEqual([
    ['ММ', true],
    ['СБ', false],
    ['ПН', false],
  ])
})

test('whoever reads may look', () => {
  expect(whoMay(board, { weeks: 1 })).toEqual(everyReader)
})
