/** A row of the sheet «amoCRM»: written, read again, and of no worth where somebody has typed into it. */
import { cellsOf, type Pair, pairOf } from '../../../../src/usecases/control/amocrm/pair'

const pair: Pair = {
  row: 2,
  deal: 41721,
  lead: 700001,
  facets: { stage: 'held', minutes: 60 },
  contact: 5,
  company: null,
  waiting: '',
  state: '',
}

test('what is written is read', () => {
  expect(pairOf(cellsOf(pair) as never, 2)).toEqual(pair)
  expect(pairOf(cellsOf({ ...pair, state: 'gone' }) as never, 2)?.state).toBe('gone')
})

test.each(['', '{', '[]', '{"facets":{"stage":{}},"contact":null,"company":null,"waiting":""}'])('«%s» is no pair', (last) => {
  expect(pairOf({ id: 1, lead: 2, last, state: '' }, 2)).toBeNull()
})
