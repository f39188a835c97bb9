/** A repeated request is joined to the one that is open. */
import type { Deal } from '../../../src/domain/deal/deal'
import { join } from '../../../src/usecases/intake/joinDeal'
import { acceptedDeal, assignedDeal, client, heldDeal, unsortedDeal } from '../../fixtures/builders'
import { answerBy, changesBy, type Given, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { callers, everyOffice } from '../../fixtures/staff'

const repeat = unsortedDeal({ id: 41730, request: 'Когда же\nконсультация?' })
const open = assignedDeal()
const input = (deal: Deal, into: Deal) => ({ deal: refTo(deal), into: refTo(into) })
const given = (deal = repeat, into: Deal = open, more: Given = {}): Given => ({ deals: [into, deal], clients: [client()], ...more })

test('the new one is closed as «дубль», both say so; the open one keeps its words in one line', () => {
  const { deals, reason } = changesBy(join, input(repeat, open), given())
  expect(reason).toBe('№ 41730 → № 41721')
  expect(deals.map(({ after }) => [after.id, after.stage, after.version])).toEqual([
    [41721, 'assigned', 2],
    [41730, 'lost', 2],
  ])
  expect(deals[0]?.after.comments).toBe('23.11.2026 09:00: присоединена повторная заявка № 41730: Когда же консультация?')
  expect(deals[1]?.after).toMatchObject({ failure: 'дубль', comments: '23.11.2026 09:00: повторная заявка, присоединена к сделке № 41721' })
  expect(answerBy(join, input(repeat, open), given()).deal.id).toBe(41721)
})

test('a long request is cut on the open card, and stays whole on its own', () => {
  const long = unsortedDeal({ id: 41730, request: 'о'.repeat(3000) })
  const { deals } = changesBy(join, input(long, open), given(long))
  expect(deals[0]?.after.comments.length).toBeLessThan(1_100)
  expect(deals[1]?.after.request).toHaveLength(3000)
})

test.each<[string, object, Deal, Deal]>([
  ['to itself', { code: 'badValue', title: 'Присоединить' }, repeat, repeat],
  ['to a closed one', { code: 'dealClosed', stage: 'won' }, repeat, heldDeal({ stage: 'won' })],
  ['one that is booked', { code: 'badValue', title: 'Консультация назначена' }, assignedDeal({ id: 41730 }), acceptedDeal()],
])('%s: refused', (_, problem, deal, into) => {
  expect(refusalOf(join, input(deal, into), given(deal, into))).toMatchObject(problem)
})

test('either of them changed since, or gone: refused', () => {
  const stale = (part: 'deal' | 'into') => ({ ...input(repeat, open), [part]: { ...refTo(part === 'deal' ? repeat : open), version: 0 } })
  expect(refusalOf(join, stale('deal'), given())).toEqual({ code: 'changedMeanwhile', id: 41730 })
  expect(refusalOf(join, stale('into'), given())).toEqual({ code: 'changedMeanwhile', id: 41721 })
  expect(refusalOf(join, input(repeat, open), { deals: [repeat] })).toEqual({ code: 'dealNotFound', id: 41721 })
})

test('a colleague’s deal is not joined to', () => {
  expect(whoMay(join, input(repeat, open), given())).toEqual([...everyOffice, 'own'])
  expect(refusalOf(join, input(repeat, open), given(repeat, open, { who: callers.other }))).toMatchObject({ code: 'notAllowed' })
})
