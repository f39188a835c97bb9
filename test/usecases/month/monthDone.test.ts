/** S2, S3: what is done about a month that is over. */

import { monthSummary } from '../../../src/domain/month/month'
import { monthPeriod } from '../../../src/domain/month/period'
import { approvalOf, approveMonth, isOver, publishMonth, stateOf } from '../../../src/usecases/month/monthDone'
import { deskOf, momentOf } from '../../fixtures/known'
import { callers, staffed } from '../../fixtures/staff'

const october = stateOf({ months: [] }, '2026-10')
const summary = monthSummary({ rows: [], period: monthPeriod('2026-10'), office: staffed(), now: '2026-11-03T10:00' })
const moment = momentOf({ now: '2026-11-03T10:00', who: callers.director })

test.each([
  ['2026-10-31T23:59', false],
  ['2026-11-01T00:00', true],
])('October is over at %s: %s', (now, over) => {
  expect(isOver('2026-10', { now })).toBe(over)
  const approved = approveMonth(october, summary, { again: false, moment: { ...moment, now } })
  expect(approved.ok || approved.problem).toEqual(over || { code: 'monthRuns', month: '2026-10' })
})

test('S2: the numbers are kept as they stand, by whom and when; a second time only where that is meant', () => {
  const approved = approveMonth(october, summary, { again: false, moment })
  if (!approved.ok) throw new Error('refused')
  expect(approved.value).toMatchObject({ approved: '2026-11-03T10:00', approvedBy: 'Михайлова Марина' })
  expect(approvalOf(approved.value)?.numbers?.totals).toMatchObject({ held: 0, average: null })
  expect(approveMonth(approved.value, summary, { again: false, moment })).toMatchObject({
    ok: false,
    problem: { code: 'monthApproved', at: '2026-11-03T10:00', by: 'Михайлова Марина' },
  })
  expect(approveMonth(approved.value, summary, { again: true, moment: { ...moment, now: '2026-11-04T10:00' } })).toMatchObject({
    ok: true,
    value: { approved: '2026-11-04T10:00' },
  })
})

test('nothing was approved, or somebody typed over it', () => {
  expect(approvalOf(october)).toBeNull()
  expect(approvalOf({ ...october, approved: '2026-11-03T10:00', frozen: 'мусор' })?.numbers).toBeNull()
})

test.each([
  [' https://vk.com/wall-1 ', 'https://vk.com/wall-1'],
  ['HTTP://example.org/a', 'HTTP://example.org/a'],
  ['vk.com/wall-1', null],
  ['javascript:alert(1)', null],
  ['https://vk.com/ a', null],
  ['', null],
])('S3: published at «%s»', (link, kept) => {
  const published = publishMonth(october, link, moment)
  expect(published.ok ? published.value.link : published.problem.code).toBe(kept ?? 'badValue')
})

test('the line of the month, or one that nobody has touched', () => {
  const line = { ...october, row: 3, link: 'https://example.org' }
  expect(stateOf(deskOf({ months: [line] }), '2026-10')).toBe(line)
  expect(stateOf(deskOf({ months: [line] }), '2026-09')).toMatchObject({ month: '2026-09', row: null, approved: null })
})
