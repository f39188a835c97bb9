/** Finding the deal a page means; comments that grow. */
import { dealReads, findDeal, given, nextVersion, stamp, withComment } from '../../src/usecases/located'
import { acceptedDeal, client } from '../fixtures/builders'
import { deskOf } from '../fixtures/known'

const deal = acceptedDeal({ version: 3 })
const desk = deskOf({ deals: [deal], clients: [client()] })

test('with its row and client; a page that saw an older version is told so', () => {
  expect(findDeal(desk, { id: deal.id, version: 3 })).toMatchObject({ ok: true, value: { deal, row: 2, client: { id: 7 } } })
  expect(findDeal(desk, { id: deal.id })).toMatchObject({ ok: true })
  expect(findDeal(desk, { id: deal.id, version: 2 })).toEqual({ ok: false, problem: { code: 'changedMeanwhile', id: deal.id } })
  expect(findDeal(desk, { id: 5, version: 3 })).toEqual({ ok: false, problem: { code: 'dealNotFound', id: 5 } })
})

test('a client’s row is guessed from his number', () => {
  expect(dealReads({ id: 1, row: 9, clientId: 7 })).toEqual({ deals: [{ id: 1, row: 9 }], clients: [{ id: 7, row: 8 }] })
  expect(dealReads({ id: 1, row: null, clientId: null })).toEqual({ deals: [{ id: 1, row: null }], clients: [] })
})

test('every change is the next version', () => {
  expect(nextVersion(deal, { place: 'каб. 3', version: 99 })).toEqual({ ...deal, place: 'каб. 3', version: 4 })
})

test('comments stand one a line; older ones go first where they outgrow their cell', () => {
  expect(withComment(acceptedDeal(), 'первый')).toBe('первый')
  const full = acceptedDeal({ comments: `${'а'.repeat(4_000)}\n${'б'.repeat(4_999)}` })
  expect(
    withComment(full, 'в'.repeat(3_000))
      .split('\n')
      .map((line) => line[0]),
  ).toEqual(['б', 'в'])
  expect(withComment(acceptedDeal({ comments: 'а'.repeat(4_000) }), 'б'.repeat(4_999))).toHaveLength(9_000)
  expect(withComment(acceptedDeal(), 'я'.repeat(9_500))).toHaveLength(9_500)
})

test('a moment in a comment means the same tomorrow', () => {
  expect(stamp('2026-11-03T09:05')).toBe('03.11.2026 09:05')
})

test('what a page left out is not emptied', () => {
  expect(given({ a: undefined, b: null, c: '' })).toEqual({ b: null, c: '' })
})
