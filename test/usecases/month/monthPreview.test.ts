/** The main numbers of a period, with what has been done about the month. */
import { preview } from '../../../src/usecases/month/monthPreview'
import { heldDeal } from '../../fixtures/builders'
import { type Given, shownBy, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const held = (id: number, start: string, part = {}) => heldDeal({ id, stage: 'won', start, received: start, stageSince: start, ...part })
const given: Given = {
  now: '2026-11-03T10:00',
  deals: [
    held(1, '2026-10-14T10:00'),
    held(2, '2026-10-15T10:00', { topic: 5 }),
    held(3, '2026-10-16T10:00', { topic: 5 }),
    held(4, '2026-09-30T23:00'),
  ],
}
const october = { period: { kind: 'month', month: '2026-10' } } as const
const shown = (more: Given = {}, input: Parameters<typeof shownBy<'month/preview', unknown>>[1] = october) =>
  shownBy(preview, input, { ...given, ...more })

test('the period beside the one before; the most asked topic first', () => {
  const { totals, topics, held: count, from, until } = shown()
  expect(totals[0]).toEqual({ title: 'Проведено консультаций', now: 3, before: 1, yearBefore: null, approved: null })
  expect(topics.map(({ count: each }) => each)).toEqual([2, 1])
  expect([count, from, until]).toEqual([3, '2026-10-01', '2026-10-31'])
})

test('years of the archive that the period and its comparison touch are counted too', () => {
  const archive = { '2025': [held(90, '2025-10-14T10:00')], '2023': [held(91, '2023-10-14T10:00')] }
  expect(shown({ archive }).totals[0]?.yearBefore).toBe(1)
})

test('a month says whether it is over; other periods have nothing to be done', () => {
  expect(shown().done).toMatchObject({ over: true, approved: null, published: null })
  expect(shown({ now: '2026-10-31T10:00' }).done?.over).toBe(false)
  expect(shown({}, { period: { kind: 'quarter', year: 2026, quarter: 4 } })).toMatchObject({ done: null, held: 3 })
})

test('S2: what is another number now than it was approved', () => {
  const frozen = JSON.stringify({ totals: { held: 2 }, tables: { 'тема: Привлечение ресурсов': 1 } })
  const months = [
    {
      month: '2026-10',
      row: 2,
      approved: '2026-11-02T10:00',
      approvedBy: 'Михайлова Марина',
      frozen,
      told: null,
      published: null,
      link: '',
    },
  ]
  const { done, totals } = shown({ months })
  expect(totals[0]?.approved).toBe(2)
  expect(done?.corrections).toEqual(expect.arrayContaining([{ title: 'Проведено консультаций', approved: 2, now: 3 }]))
})

test('the office and the PR manager see the numbers', () => {
  expect(whoMay(preview, october, given)).toEqual([...everyOffice, 'prManager'])
})
