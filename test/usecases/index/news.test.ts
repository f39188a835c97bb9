/** What a commit changes of what «Указатель» tells. */
import { emptyDeal } from '../../../src/domain/deal/deal'
import { askedOf, isNothing, newsOf, wonClient } from '../../../src/usecases/index/news'

const deal = { ...emptyDeal, id: 5, clientId: 3, consultant: 'ММ', stage: 'held' as const }
const news = (before: typeof deal | null, part: object) => newsOf({ deals: [{ before, after: { ...deal, ...part } }], clients: [] })

test('a comment, a time, a topic are no news', () => {
  expect(isNothing(news(deal, { comments: 'звонили', start: '2026-11-26T10:00', topic: 5 }))).toBe(true)
})

test('closed, opened again, given to another client', () => {
  expect(news(deal, { stage: 'won' }).won).toEqual([[3, 1]])
  expect(news({ ...deal, stage: 'won' as never }, {}).won).toEqual([[3, -1]])
  expect(
    newsOf({ deals: [{ before: { ...deal, stage: 'won' }, after: { ...deal, stage: 'won', clientId: 4 } }], clients: [] }).won,
  ).toEqual([
    [3, -1],
    [4, 1],
  ])
  expect(wonClient({ stage: 'won', clientId: null })).toBe(0)
})

test('asked, and not asked any more', () => {
  const at = '2026-11-27T16:00'
  expect(news(deal, { feedbackAskedAt: at }).asked).toEqual([askedOf({ ...deal, feedbackAskedAt: at })])
  expect(newsOf({ deals: [{ before: { ...deal, feedbackAskedAt: at }, after: deal }], clients: [] }).asked).toEqual([[5, 0, '', '']])
})

test('a new deal is appended, and known by its number', () => {
  const { added, signs } = news(null, {})
  expect([added, signs]).toEqual([[5], [[expect.stringMatching(/^[0-9a-z]{9}$/), 5]]])
})
