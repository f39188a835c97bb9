/** What of a command is to be told to amoCRM. */
import { amoRow, amoWishes } from '../../../../src/usecases/control/amocrm/queue'
import { acceptedDeal, assignedDeal, unsortedDeal } from '../../../fixtures/builders'
import { link } from '../../../fixtures/leads'

const wishes = (
  before: Parameters<typeof amoWishes>[0]['deals'][number]['before'],
  after: ReturnType<typeof acceptedDeal>,
  kind = 'deal/fill',
) => amoWishes({ kind, deals: [{ before, after }] }, link(), () => 5)

test('a new deal, another stage, another field: one wish; what amoCRM never sees: none', () => {
  expect(wishes(null, unsortedDeal())).toMatchObject([{ deal: 41721, row: 5, mark: 'v1' }])
  expect(wishes(acceptedDeal(), assignedDeal())).toHaveLength(1)
  expect(wishes(acceptedDeal(), acceptedDeal({ request: 'Устав' }))).toHaveLength(1)
  expect(wishes(acceptedDeal(), acceptedDeal({ toldAt: '2026-11-23T09:00', version: 2 }))).toEqual([])
  expect(wishes(null, unsortedDeal(), 'import/deals')).toEqual([])
  expect(amoWishes({ kind: 'deal/fill', deals: [{ before: null, after: unsortedDeal() }] }, null, () => null)).toEqual([])
})

test('I7: an attempt is a note', () => {
  const [wish] = wishes(unsortedDeal(), unsortedDeal({ attempts: 2, lastAttemptAt: '2026-11-23T09:00' }))
  expect(wish?.notes).toEqual(['Консультации · 23.11.2026 09:00. Не дозвонились, попытка 2.'])
})

test('a row of «Исходящие» holds no words of the client', () => {
  const { payload } = amoRow({ deal: 41721, row: 5, mark: 'v2' }, '2026-11-23T09:00')
  expect(JSON.parse(String(payload))).toEqual({ deal: 41721, row: 5, notes: [] })
})
