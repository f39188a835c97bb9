/** I5–I7, A1: a call or a message is noted on the card. */
import type { Deal } from '../../../src/domain/deal/deal'
import type { Input } from '../../../src/rpc/contract'
import { note } from '../../../src/usecases/intake/noteCall'
import { acceptedDeal, assignedDeal, heldDeal, unsortedDeal } from '../../fixtures/builders'
import { changesBy, dealAfter, planOf, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

type Outcome = Input<'deal/note'>['outcome']
const input = (deal: Deal, outcome: Outcome, text = ''): Input<'deal/note'> => ({ deal: refTo(deal), outcome, text })
const after = (deal: Deal, outcome: Outcome, text = '') => dealAfter(note, input(deal, outcome, text), { deals: [deal] })

test.each<[Outcome, string]>([
  ['reached', '23.11.2026 09:00: дозвонились — уточнили вопрос'],
  ['noAnswer', '23.11.2026 09:00: не ответили — уточнили вопрос'],
  ['messenger', '23.11.2026 09:00: написали в мессенджер — уточнили вопрос'],
])('I5: %s stands on the card with its time', (outcome, line) => {
  const made = changesBy(note, input(unsortedDeal({ comments: 'раньше' }), outcome, 'уточнили вопрос'), {
    deals: [unsortedDeal({ comments: 'раньше' })],
  })
  expect(made).toMatchObject({ kind: `deal/note/${outcome}`, reason: 'уточнили вопрос' })
  expect(made.deals[0]?.after).toMatchObject({ version: 2, comments: `раньше\n${line}` })
})

test.each<[Deal, Outcome, string]>([
  [unsortedDeal(), 'noAnswer', 'unreached'],
  [unsortedDeal({ stage: 'new' }), 'noAnswer', 'unreached'],
  [acceptedDeal(), 'noAnswer', 'unreached'],
  [unsortedDeal(), 'messenger', 'unsorted'],
  [unsortedDeal(), 'reached', 'unsorted'],
  [assignedDeal(), 'noAnswer', 'assigned'],
  [heldDeal(), 'noAnswer', 'held'],
])('I6: $stage after «%s»', (deal, outcome, stage) => {
  expect(after(deal, outcome).stage).toBe(stage)
})

test('I7: attempts are counted, and stand two hours apart', () => {
  const tried = unsortedDeal({ stage: 'unreached', attempts: 2, lastAttemptAt: '2026-11-23T07:00' })
  expect(after(tried, 'noAnswer')).toMatchObject({ attempts: 3, lastAttemptAt: '2026-11-23T09:00' })
  const soon = { ...tried, lastAttemptAt: '2026-11-23T07:01' }
  expect(refusalOf(note, input(soon, 'noAnswer'), { deals: [soon] })).toEqual({ code: 'attemptTooSoon', nextAt: '2026-11-23T09:01' })
  expect(after(soon, 'messenger')).toMatchObject({ attempts: 2, lastAttemptAt: '2026-11-23T09:00' })
})

test('A1: on a booked deal «дозвонились» notes that the client was told', () => {
  const untold = assignedDeal({ toldAt: null })
  expect(after(untold, 'reached')).toMatchObject({ stage: 'assigned', toldAt: '2026-11-23T09:00' })
  expect(after(untold, 'noAnswer').toldAt).toBeNull()
})

test('a text too long, changed since, not there: refused', () => {
  const deal = unsortedDeal()
  expect(refusalOf(note, input(deal, 'reached', 'о'.repeat(10_001)), { deals: [deal] })).toMatchObject({ code: 'tooLong', limit: 10_000 })
  expect(refusalOf(note, { ...input(deal, 'reached'), deal: { ...refTo(deal), version: 0 } }, { deals: [deal] })).toMatchObject({
    code: 'changedMeanwhile',
  })
  expect(refusalOf(note, input(deal, 'reached'))).toEqual({ code: 'dealNotFound', id: deal.id })
  expect(planOf(note, input(deal, 'reached', 'о'.repeat(8_000)), { deals: [deal] }).ok).toBe(true)
})

test('whoever phones; a colleague’s client is his', () => {
  expect(whoMay(note, input(unsortedDeal(), 'reached'), { deals: [unsortedDeal()] })).toEqual([...everyOffice, 'own', 'other'])
  expect(whoMay(note, input(assignedDeal(), 'reached'), { deals: [assignedDeal()] })).toEqual([...everyOffice, 'own'])
})
