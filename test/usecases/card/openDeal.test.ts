/** One card: by number, by the row under the cursor, or out of the archive. */
import { current, open } from '../../../src/usecases/card/openDeal'
import { acceptedDeal, assignedDeal, client, heldDeal } from '../../fixtures/builders'
import { type Given, refusalOf, shownBy, whoMay } from '../../fixtures/known'
import { callers, everyReader } from '../../fixtures/staff'

const deal = assignedDeal()
const given: Given = { deals: [deal], clients: [client()] }
const input = { id: deal.id, row: 2, clientId: 7 }

test('the card with its client, whether the page knew him or not', () => {
  expect(shownBy(open, input, given)).toMatchObject({ deal, client: { id: 7 }, ref: { id: deal.id, row: 2, version: 1, clientId: 7 } })
  expect(shownBy(open, { ...input, row: null, clientId: null }, given)).toMatchObject({ client: { id: 7 } })
  const alone = acceptedDeal({ clientId: null })
  expect(shownBy(open, { ...input, clientId: null }, { deals: [alone] }).client).toBeNull()
})

test('out of the archive it is only to be read', () => {
  const archived = heldDeal({ id: 40001, stage: 'won' })
  const card = shownBy(open, { id: 40001, row: null, clientId: null }, { ...given, who: callers.director, archive: { '2024': [archived] } })
  expect(card).toMatchObject({ deal: archived, client: { id: 7 }, archive: '2024', steps: [], editable: [], ref: { row: null } })
})

test('a number that stands nowhere is told', () => {
  expect(refusalOf(open, { ...input, id: 5 }, given)).toEqual({ code: 'dealNotFound', id: 5 })
})

test('the row under the cursor; null where the cursor stands elsewhere', () => {
  const at = (selection: { id: number; row: number } | null): Given => ({ ...given, facts: { selection } })
  expect(shownBy(current, {}, at({ id: deal.id, row: 2 }))).toMatchObject({ deal, client: { id: 7 } })
  expect(shownBy(current, {}, at(null))).toBeNull()
  expect(refusalOf(current, {}, at({ id: 5, row: 9 }))).toEqual({ code: 'dealNotFound', id: 5 })
})

test('whoever reads may look', () => {
  expect(whoMay(open, input, given)).toEqual(everyReader)
  expect(whoMay(current, {}, { ...given, facts: { selection: null } })).toEqual(everyReader)
  expect([open.strict, current.strict]).toEqual([true, true])
})
