/** Beside the search: requests that were set aside, and cards that may be one client. */

import { accepted, type Handlers } from '../../src/sidebar/transports/memoryTransport'
import { anna, cardOf, deskWith, monday, pageData, settled } from './pageBuilder'

const aside = { id: 'a1', at: monday, why: 'возможно, робот', text: 'Телефон: 89114160123' }
const pair = { keep: anna, drop: { ...anna, id: 9 }, text: 'возможно, это АНО «Маяк», карточка № 9' }
const handlers: Handlers = {
  'intake/asides': () => accepted({ items: [aside, { ...aside, id: 'a2' }] }),
  'intake/settleAside': ({ take }) => accepted({ deal: take ? 41217 : null }),
  'client/duplicates': () => accepted({ pairs: [pair], count: 25 }),
  'client/merge': () => accepted({ client: anna, deals: 1 }),
  'client/apart': () => accepted({ client: 9, other: 7 }),
  'deal/open': () => accepted(cardOf()),
}
const opened = () => {
  const bench = deskWith(handlers)
  return { ...bench, waiting: bench.desk.intake.waiting }
}

it('a request set aside is taken, and its card opens; another one is thrown away', async () => {
  const { waiting, server, desk } = opened()
  await waiting.showAsides()
  expect(waiting.asides.value?.map(({ id }) => id)).toEqual(['a1', 'a2'])
  await waiting.settle(aside, true)
  await settled()
  expect([waiting.asides.value?.length, desk.card.card.value?.deal.id]).toEqual([1, 41217])
  await waiting.settle({ ...aside, id: 'a2' }, false)
  expect(server.calls.at(-1)).toMatchObject({ method: 'intake/settleAside', input: { id: 'a2', take: false } })
  expect(waiting.asides.value).toEqual([])
})

it.each([
  ['merged', 'client/merge', { keep: 7, drop: 9 }],
  ['told apart', 'client/apart', { client: 9, other: 7 }],
] as const)('a pair is %s and goes from the list', async (how, method, input) => {
  const { waiting, server } = opened()
  await waiting.showPairs()
  await (how === 'merged' ? waiting.merge(pair) : waiting.apart(pair))
  expect(server.calls.at(-1)).toMatchObject({ method, input })
  expect(waiting.pairs.value).toEqual({ shown: [], count: 24 })
})

it('pairs are for those who may merge', () => {
  expect(opened().waiting.mayMerge).toBe(true)
  expect(deskWith(handlers, { ...pageData, me: { ...pageData.me, roles: ['consultant'] } }).desk.intake.waiting.mayMerge).toBe(false)
})

it('addresses of forms are for those who may load data', async () => {
  const told = { url: 'https://x.example/exec?key=k', form: 'https://x.example/exec?form' }
  const { desk } = deskWith({ 'intake/address': () => accepted(told) })
  const { waiting } = desk.intake
  expect([waiting.mayAddress, waiting.address.value]).toEqual([true, null])
  await waiting.showAddress()
  expect(waiting.address.value).toEqual(told)
  expect(deskWith(handlers, { ...pageData, me: { ...pageData.me, roles: ['consultant'] } }).desk.intake.waiting.mayAddress).toBe(false)
})
