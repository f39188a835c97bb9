/** What methods on one deal answer: its card as it stands after the command. */
import { bookedAnswer, cardAfter, cardIn } from '../../../src/usecases/card/answers'
import { fill } from '../../../src/usecases/card/fillDeal'
import { changes } from '../../../src/usecases/changes'
import { acceptedDeal, assignedDeal, client } from '../../fixtures/builders'
import { knownTo, refTo } from '../../fixtures/known'

const deal = assignedDeal()
const known = knownTo(fill, { deal: refTo(deal), fields: {} }, { deals: [deal], clients: [client()] })
const done = (part = {}) => ({
  changes: changes({ kind: 'x', deals: [{ before: deal, after: { ...deal, version: 2 } }], ...part }),
  told: undefined,
  deals: new Map([[deal.id, { row: 9, value: { ...deal, version: 2 } }]]),
  lettersWaiting: 2,
  inserted: [],
  known,
  did: null,
})

test('the deal that was changed first, where it stands, with its client as he stands now', () => {
  expect(cardAfter(done())).toMatchObject({ ref: { id: deal.id, row: 9, version: 2 }, client: { municipality: 'Архангельск' } })
  const clients = [{ before: client(), after: client({ municipality: 'Онега' }) }]
  expect(cardAfter(done({ clients })).client).toMatchObject({ municipality: 'Онега' })
  expect(bookedAnswer(done())).toMatchObject({ card: { ref: { version: 2 } }, lettersWaiting: 2 })
})

test('another client’s card is not its client', () => {
  const clients = [{ before: client({ id: 9 }), after: client({ id: 9, municipality: 'Онега' }) }]
  expect(cardAfter(done({ clients })).client).toMatchObject({ id: 7 })
})

test('a command that changed no deal has no card to answer', () => {
  expect(() => cardAfter(done({ deals: [] }))).toThrow()
})

test('a deal that was read, or null; one without a client', () => {
  expect(cardIn(known, deal.id)).toMatchObject({ deal, client: { id: 7 } })
  expect(cardIn(known, 5)).toBeNull()
  const alone = acceptedDeal({ clientId: null })
  expect(cardIn(knownTo(fill, { deal: refTo(alone), fields: {} }, { deals: [alone] }), alone.id)?.client).toBeNull()
})
