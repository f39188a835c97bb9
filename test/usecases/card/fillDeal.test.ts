/** C5–C7, I4: the card is filled in. */
import type { CardFields, Input } from '../../../src/rpc/contract'
import { fill, fillClientCard } from '../../../src/usecases/card/fillDeal'
import { acceptedDeal, assignedDeal, client, heldDeal } from '../../fixtures/builders'
import { answerBy, changesBy, clientAfter, dealAfter, type Given, planOf, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const deal = assignedDeal()
const given: Given = { deals: [deal], clients: [client()] }
const input = (fields: CardFields, part = {}): Input<'deal/fill'> => ({ deal: refTo(deal), fields, ...part })

test('only what was given changes, nothing moves, nobody is written to', () => {
  const made = changesBy(fill, input({ content: 'Разобрали отчёт', minutes: 50 }), given)
  expect(made.deals).toEqual([{ before: deal, after: { ...deal, version: 2, content: 'Разобрали отчёт', minutes: 50 } }])
  expect([made.letters, made.calendar, made.clients]).toEqual([[], null, []])
  expect(answerBy(fill, input({ content: 'Разобрали отчёт' }), given)).toMatchObject({ ref: { version: 2, row: 2 }, client: { id: 7 } })
})

test('a field is emptied by its empty value, not by being left out', () => {
  const filled = heldDeal()
  const emptied = dealAfter(fill, { deal: refTo(filled), fields: { minutes: null, content: '' } }, { ...given, deals: [filled] })
  expect(emptied).toMatchObject({ minutes: null, content: '', recommendations: filled.recommendations })
})

test.each<[CardFields, boolean]>([
  [{ topic: 11 }, true],
  [{ topic: 12 }, false],
  [{ topic: 0 }, false],
  [{ project: 'Добрый Север' }, true],
  [{ project: 'не распределено' }, true],
  [{ project: '' }, true],
  [{ project: 'Неизвестный' }, false],
  [{ minutes: 480 }, true],
  [{ minutes: 481 }, false],
  [{ minutes: 4 }, false],
  [{ feedbackScore: 1 }, true],
  [{ feedbackScore: 5 }, true],
  [{ feedbackScore: 0 }, false],
  [{ feedbackScore: 6 }, false],
])('%j: %s', (fields, ok) => {
  const plan = planOf(fill, input(fields), given)
  expect(plan.ok || plan.problem.code).toEqual(ok || 'badValue')
})

test('K5: a closed card is corrected only after it has been reopened', () => {
  for (const stage of ['won', 'lost'] as const)
    expect(refusalOf(fill, input({ content: 'ещё' }), { deals: [assignedDeal({ stage })] })).toEqual({ code: 'dealClosed', stage })
})

test.each<[string, object, Partial<Input<'deal/fill'>>, CardFields]>([
  ['a text too long', { code: 'tooLong', limit: 10_000 }, {}, { content: 'о'.repeat(10_001) }],
  ['a place too long', { code: 'tooLong', limit: 500 }, {}, { place: 'о'.repeat(501) }],
  ['changed since', { code: 'changedMeanwhile', id: 41721 }, { deal: { ...refTo(deal), version: 2 } }, { content: 'x' }],
  ['not there', { code: 'dealNotFound', id: 5 }, { deal: { ...refTo(deal), id: 5 } }, { content: 'x' }],
])('%s: refused', (_, problem, part, fields) => {
  expect(refusalOf(fill, input(fields, part), given)).toMatchObject(problem)
})

test('C1: the consultant of the deal and the office; a deal without a consultant is any consultant’s', () => {
  expect(whoMay(fill, input({ content: 'x' }), given)).toEqual([...everyOffice, 'own'])
  expect(whoMay(fill, input({ content: 'x' }), { deals: [acceptedDeal()] })).toEqual([...everyOffice, 'own', 'other'])
})

describe('I4: the client’s card', () => {
  const card = (fields: Input<'client/fill'>['fields']): Input<'client/fill'> => ({ deal: refTo(deal), fields })

  test('with its copies on the deal that is open', () => {
    const { clients, deals } = changesBy(fillClientCard, card({ organisation: 'АНО «Причал»', phone: '8 921 000-00-01' }), given)
    expect(clients[0]?.after).toEqual({
      ...client(),
      version: 2,
      organisation: 'АНО «Причал»',
      phone: '8 921 000-00-01',
      phoneKey: '+79210000001',
    })
    expect(deals[0]?.after).toEqual({ ...deal, version: 2, organisation: 'АНО «Причал»', phone: '8 921 000-00-01' })
  })

  test('the key of a phone that was not touched stays', () => {
    expect(clientAfter(fillClientCard, card({ municipality: 'Онега' }), given).phoneKey).toBe('+79114160123')
  })

  test('a phone may be taken away, but not be nonsense', () => {
    expect(clientAfter(fillClientCard, card({ phone: '' }), given)).toMatchObject({ phone: '', phoneKey: '' })
    expect(refusalOf(fillClientCard, card({ phone: 'спросить' }), given)).toEqual({ code: 'badPhone', value: 'спросить' })
  })

  test('a deal without a client, a text too long, a colleague’s deal: refused', () => {
    expect(refusalOf(fillClientCard, card({}), { deals: [deal] })).toEqual({ code: 'clientNotFound', id: 7 })
    expect(refusalOf(fillClientCard, card({ contact: 'о'.repeat(501) }), given)).toMatchObject({ code: 'tooLong', limit: 500 })
    expect(whoMay(fillClientCard, card({ municipality: 'Онега' }), given)).toEqual([...everyOffice, 'own'])
  })
})
