/** A request's client is a known one, by one click; two cards that look alike are two clients. */
import { likeCards } from '../../../src/domain/client/duplicates'
import { newsIn } from '../../../src/domain/client/news'
import { apart, recognise } from '../../../src/usecases/intake/recogniseClient'
import { acceptedDeal, client, heldDeal, unsortedDeal } from '../../fixtures/builders'
import { answerBy, changesBy, clientAfter, type Given, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const known = client()
const own = client({ id: 8, organisation: 'Фонд «Север»', email: 'sever@north.example', municipality: '', kind: '' })
const deal = unsortedDeal({ clientId: 8, organisation: 'Фонд «Север»' })
const second = acceptedDeal({ id: 41700, clientId: 8, organisation: 'Фонд «Север»' })
const given: Given = { deals: [second, deal], clients: [known, own] }
const yes = { deal: refTo(deal), client: 7 }

describe('«Да, это они»', () => {
  test("the deal becomes that client's, with all deals of its own card; what was told otherwise stays beside", () => {
    const { deals, clients } = changesBy(recognise, yes, given)
    expect(deals.map(({ after }) => [after.id, after.clientId, after.organisation])).toEqual([
      [41721, 7, 'АНО «Маяк»'],
      [41700, 7, 'АНО «Маяк»'],
    ])
    expect(newsIn(deals[0]?.after.news ?? '')).toEqual({ organisation: 'Фонд «Север»', email: 'sever@north.example' })
    expect(clients.map(({ after }) => [after.id, after.email, after.outsideIds])).toEqual([[8, 'sever@north.example', 'merged:7']])
    expect(answerBy(recognise, yes, given)).toMatchObject({
      deal: { id: 41721, clientId: 7 },
      client: { id: 7, email: 'client1@example.org' },
    })
  })

  test("the client is the deal's own, whatever the page saw", () =>
    expect(changesBy(recognise, { deal: { ...refTo(deal), clientId: null }, client: 7 }, given).deals).toHaveLength(2))

  test('a deal of nobody, a client that is not there, a deal that changed: refused', () => {
    const nobody = unsortedDeal({ clientId: null })
    expect(refusalOf(recognise, { deal: refTo(nobody), client: 7 }, { ...given, deals: [nobody] })).toMatchObject({
      code: 'clientNotFound',
    })
    expect(refusalOf(recognise, { ...yes, client: 99 }, given)).toEqual({ code: 'clientNotFound', id: 99 })
    expect(refusalOf(recognise, { ...yes, deal: { ...refTo(deal), version: 9 } }, given)).toMatchObject({ code: 'changedMeanwhile' })
  })

  test('a closed deal keeps what it says', () => {
    const closed = heldDeal({ id: 41600, stage: 'won', clientId: 8, organisation: 'Фонд «Север»' })
    const { deals } = changesBy(recognise, yes, { ...given, deals: [deal, closed] })
    expect(deals[1]?.after).toMatchObject({ clientId: 7, news: '' })
  })
})

describe('«Нет, это другие»', () => {
  const no = { client: 8, other: 7 }

  test('kept with the card, and asked about no more', () => {
    const after = clientAfter(apart, no, given)
    expect(after).toMatchObject({ id: 8, outsideIds: 'not:7', version: own.version + 1 })
    expect(likeCards(own, [known, own]).map((one) => one.client.id)).toEqual([7])
    expect([likeCards(after, [known, after]), likeCards(known, [known, after])]).toEqual([[], []])
    expect(answerBy(apart, no, given)).toEqual(no)
  })

  test.each<[string, object, { client: number; other: number }, Given]>([
    ['the same card', { code: 'badValue' }, { client: 7, other: 7 }, given],
    ['a card that is not there', { code: 'clientNotFound', id: 9 }, { client: 8, other: 9 }, given],
    ['told already', { code: 'nothingToDo' }, no, { ...given, clients: [known, { ...own, outsideIds: 'not:7' }] }],
    ['merged', { code: 'badValue' }, no, { ...given, clients: [known, { ...own, outsideIds: 'merged:7' }] }],
  ])('%s: refused', (_, problem, input, more) => expect(refusalOf(apart, input, more)).toMatchObject(problem))
})

test('the office', () => {
  expect(whoMay(recognise, yes, given)).toEqual(everyOffice)
  expect(whoMay(apart, { client: 8, other: 7 }, given)).toEqual(everyOffice)
})
