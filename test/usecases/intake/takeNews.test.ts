/** What a known client told anew is taken over by a click, or left. */
import { newsText } from '../../../src/domain/client/news'
import { takeNews } from '../../../src/usecases/intake/takeNews'
import { assignedDeal, client, unsortedDeal } from '../../fixtures/builders'
import { answerBy, changesBy, refTo, refusalOf } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

const deal = unsortedDeal({ news: newsText({ email: 'new@mayak.example', phone: '8 921 000-00-01' }) })
const given = { deals: [deal], clients: [client()] }
const asked = { deal: refTo(deal), field: 'phone', take: true } as const

test('taken over: the card, its key, and the copy on the deal; the rest waits', () => {
  const { clients, deals } = changesBy(takeNews, asked, given)
  expect(clients[0]?.after).toMatchObject({ phone: '8 921 000-00-01', phoneKey: '+79210000001', email: 'client1@example.org', version: 2 })
  expect(deals[0]?.after).toMatchObject({ phone: '8 921 000-00-01', news: '{"email":"new@mayak.example"}' })
  expect(answerBy(takeNews, asked, given)).toMatchObject({ client: { phone: '8 921 000-00-01' } })
})

test('left: the card stays as it is, and it is not shown again', () => {
  const { clients, deals } = changesBy(takeNews, { ...asked, take: false }, given)
  expect([clients, deals[0]?.after.news, deals[0]?.after.phone]).toEqual([[], '{"email":"new@mayak.example"}', deal.phone])
})

test('decided already, or typed over: nothing to do', () => {
  const odd = (news: string) => ({ deals: [{ ...deal, news }], clients: [client()] })
  for (const news of ['', '{"phone":7}', '{"phone"', '[1]', '{"phone":""}']) {
    expect(refusalOf(takeNews, asked, odd(news))).toEqual({ code: 'nothingToDo' })
  }
})

test("C1: a consultant not on another's deal", () => {
  const other = assignedDeal({ news: deal.news, consultant: 'СБ' })
  expect(refusalOf(takeNews, { ...asked, deal: refTo(other) }, { deals: [other], clients: [client()], who: callers.own })).toMatchObject({
    code: 'notAllowed',
  })
})
