/** Unsaved texts of a card: rows of «Черновики» by person, device and field. */
import type { Input } from '../../../src/rpc/contract'
import { keep } from '../../../src/usecases/card/keepDraft'
import { assignedDeal, client } from '../../fixtures/builders'
import { changesBy, type Given, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const deal = assignedDeal()
const given: Given = { deals: [deal], clients: [client()] }
const text = (typed: string) => ({ typed, was: '', version: 1 })
const input = (texts: Input<'draft/keep'>['texts']): Input<'draft/keep'> => ({
  deal: refTo(deal),
  device: 'phone-of-mine',
  where: 'phone',
  texts,
})

test('a row a field, nothing else is touched', () => {
  const made = changesBy(keep, input({ 'deal.content': text('Смета'), 'deal.minutes': text('45') }), given)
  expect(made.rows.map(({ table, row, values }) => [table, row, values['field'], values['typed'], values['place']])).toEqual([
    ['drafts', null, 'deal.content', 'Смета', 'телефон'],
    ['drafts', null, 'deal.minutes', '45', 'телефон'],
  ])
  expect([made.deals, made.clients, made.letters, made.calendar]).toEqual([[], [], [], null])
})

test('nothing typed is nothing kept, on a closed card too; a text for a closed card is refused', () => {
  const closed: Given = { deals: [assignedDeal({ stage: 'won' })] }
  expect(changesBy(keep, input({}), closed).rows).toEqual([])
  expect(refusalOf(keep, input({ 'deal.content': text('Смета') }), closed)).toEqual({ code: 'dealClosed', stage: 'won' })
})

test('who may fill the card', () => {
  expect(whoMay(keep, input({ 'deal.content': text('Смета') }), given)).toEqual([...everyOffice, 'own'])
})
