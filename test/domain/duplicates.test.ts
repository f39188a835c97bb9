/** The same request is recognised (issue 3, «Duplicates»); cards of the register that may be one client. */

import { duplicatesIn, likeCards, sameRequest, toldApart } from '../../src/domain/client/duplicates'
import { client, unsortedDeal } from '../fixtures/builders'

const mayak = client()
const sameOnes = client({ id: 8, organisation: 'АНО Mаяк', email: 'new@mayak.example' })
const other = client({ id: 9, organisation: 'Фонд «Север»', contact: 'Пётр Лосев', email: 'losev@north.example' })
const stranger = client({ id: 10, organisation: 'ТОС «Исток»', phone: '', phoneKey: '', email: '' })
const merged = client({ id: 11, outsideIds: 'amo:5 merged:7' })

const pairsOf = (...clients: ReturnType<typeof client>[]) => duplicatesIn(clients).map(({ of, client: like }) => [of.id, like.id])

test('each pair of cards that may be one client once, by the older card; merged ones never', () =>
  expect(pairsOf(mayak, sameOnes, other, stranger, merged)).toEqual([
    [7, 8],
    [7, 9],
    [8, 9],
  ]))

test('two that were told apart, on whichever card, are asked about no more', () => {
  expect(pairsOf(mayak, { ...sameOnes, outsideIds: 'amo:3 not:7' })).toEqual([])
  expect(pairsOf({ ...mayak, outsideIds: 'not:12 not:8' }, sameOnes)).toEqual([])
  expect(toldApart({ outsideIds: 'amo:12 not:7 knot:8 not:9x not:10' })).toEqual([7, 10])
})

test("a card's likes: those beyond doubt come first", () =>
  expect(likeCards(mayak, [mayak, other, sameOnes]).map(({ client: { id } }) => id)).toEqual([8, 9]))

test('ten thousand cards are looked through by what they share', () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    client({ id: at + 1, organisation: `АНО «Маяк-${at}»`, phone: `8 911 4${at + 100_000}`, phoneKey: '', email: `a${at}@x.example` }),
  )
  expect(pairsOf(...many, client({ id: 20_000, organisation: 'АНО «Маяк-77»', phone: '', phoneKey: '', email: '' }))).toEqual([
    [78, 20_000],
  ])
})

test('a request of the same client or phone within 14 days, open or closed, newest first', () => {
  const deals = [
    unsortedDeal({ id: 1, received: '2026-11-09T00:00', stage: 'lost' }),
    unsortedDeal({ id: 2, received: '2026-11-08T23:59' }),
    unsortedDeal({ id: 3, received: '2026-11-20T14:10', clientId: 99 }),
    unsortedDeal({ id: 4, received: '2026-11-21T14:10', clientId: 99, phone: '' }),
    unsortedDeal({ id: 5, received: '2026-11-23T09:00' }),
  ]
  const asked = { id: 5, clientId: 7, phone: '+79114160123' }
  expect(sameRequest(deals, asked, '2026-11-23T09:00').map(({ id }) => id)).toEqual([3, 1])
})
