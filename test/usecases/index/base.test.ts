/** «Указатель» made of whole columns. */
import { emptyDeal } from '../../../src/domain/deal/deal'
import { baseOf, most } from '../../../src/usecases/index/base'

const deals = (count: number, clientId: number) =>
  Array.from({ length: count }, (_, at) => ({ ...emptyDeal, id: at + 1, clientId, stage: 'won' as const }))

test('how many consultations of each client were closed, a sign for each; many are many', () => {
  expect(baseOf({ ids: [], deals: deals(3, 2), clients: [], marks: [] }, '2026-01-01').summary.won).toBe('003')
  expect(baseOf({ ids: [], deals: deals(most + 5, 1), clients: [], marks: [] }, '2026-01-01').summary.won).toBe('0z')
})

test('a client for each five of 300,000 deals: the summary has room in four cells', () => {
  const many = Array.from({ length: 300_000 }, (_, at) => ({
    ...emptyDeal,
    id: at + 1,
    clientId: 1 + Math.floor(at / 5),
    stage: 'won' as const,
  }))
  const { summary } = baseOf({ ids: many.map(({ id }) => id), deals: many.slice(0, 10), clients: [], marks: [] }, '2026-01-01')
  const won = 'z'.repeat(60_000)
  expect(JSON.stringify({ ...summary, won }).length).toBeLessThan(180_000)
})
