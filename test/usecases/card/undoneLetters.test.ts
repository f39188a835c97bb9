/** Letters of a change that is taken back. */
import { bookedAgain, everybody, lettersOfChange } from '../../../src/usecases/card/undoneLetters'
import { assignedDeal, client } from '../../fixtures/builders'
import { deskOf, momentOf } from '../../fixtures/known'

const deal = assignedDeal({ version: 5, toldAt: '2026-11-20T15:05' })
const moment = momentOf()
const waits = { attempts: 0, nextTry: '2026-11-23T08:59', done: null, error: '' }
const sent = { ...waits, attempts: 1, done: '2026-11-23T09:00' }

test('those of its own version: what waits, and what may have gone', () => {
  const outbox = [
    { key: 'cancelled:41721v5', ...waits },
    { key: 'client-off:41721v5', ...sent },
    { key: 'client:41721v4', ...waits },
    { key: 'client:41720v5', ...waits },
    {},
  ]
  expect(lettersOfChange(deal, outbox, moment)).toEqual({ waiting: ['cancelled:41721v5'], gone: new Set(['client-off']) })
})

const again = (gone: readonly string[], email = 'client1@example.org') => {
  const { letters, told } = bookedAgain(deal, client({ email }), { waiting: [], gone: new Set(gone) }, deskOf(), moment)
  return [letters.map(({ key }) => key), told.toldAt]
}

test('who read that it is off reads that it stands', () => {
  expect(again(['cancelled', 'client-off'])).toEqual([['consultant:41721v6', 'client:41721v6'], moment.now])
  expect(again([...everybody.gone])).toEqual(again(['cancelled', 'client-off']))
  expect(again(['cancelled'])).toEqual([['consultant:41721v6'], deal.toldAt])
  expect(again([])).toEqual([[], deal.toldAt])
})

test('a client who read that it is off and cannot be written to any more does not know', () => {
  expect(again(['client-off'], '')).toEqual([[], null])
})
