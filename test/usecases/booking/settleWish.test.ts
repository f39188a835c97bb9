/** G5.wish, A1.wish, A2.wish: the office settles what a client asked by his link. */
import { settleWish } from '../../../src/usecases/booking/settleWish'
import { assignedDeal, client } from '../../fixtures/builders'
import { dealAfter, eventAt, type Given, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const thursday = eventAt('2026-11-26T10:00', '2026-11-26T11:00')
const at = '2026-11-23T08:55'

function asked(kind: string, to = '', part: object = {}) {
  const deal = assignedDeal()
  const clientSaid = JSON.stringify({ kind, at, start: deal.start, consultant: deal.consultant, to, reason: 'Заболела', ...part })
  return assignedDeal({ clientSaid })
}
const input = (take: boolean, said = at) => {
  const { version: _, ...deal } = refTo(assignedDeal())
  return { deal, said, take }
}
const given = (deal = asked('cancel'), more: Given = {}): Given => ({ deals: [deal], clients: [client()], events: [thursday], ...more })

test('as he wishes: moved, or given back, with his reason', () => {
  expect(dealAfter(settleWish, input(true), given(asked('move', thursday.start)))).toMatchObject({
    start: thursday.start,
    moveReason: 'по просьбе клиента: Заболела',
  })
  expect(dealAfter(settleWish, input(true), given())).toMatchObject({ stage: 'accepted', start: null })
})

test('a call was made, or it is not to be: the booking stands, the wish is over', () => {
  for (const [kind, take] of [
    ['call', true],
    ['move', false],
    ['cancel', false],
  ] as const) {
    expect(dealAfter(settleWish, input(take), given(asked(kind)))).toMatchObject({ stage: 'assigned', clientSaid: '' })
  }
})

test('the hour was taken meanwhile; he said something else; it was settled; the booking is another', () => {
  expect(refusalOf(settleWish, input(true), given(asked('move', thursday.start), { events: [] })).code).toBe('slotTaken')
  expect(refusalOf(settleWish, input(true, '2026-11-23T08:50'), given()).code).toBe('changedMeanwhile')
  expect(refusalOf(settleWish, input(true), given(assignedDeal())).code).toBe('nothingToDo')
  expect(refusalOf(settleWish, input(true), given(asked('cancel', '', { start: '2026-11-25T15:00' }))).code).toBe('nothingToDo')
  expect(refusalOf(settleWish, input(true), given(asked('confirm'))).code).toBe('nothingToDo')
})

test('whoever may assign', () => {
  expect(whoMay(settleWish, input(true), given())).toEqual([...everyOffice, 'own'])
})
