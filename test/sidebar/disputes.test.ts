/** «Расхождения» on «Сегодня»: what calendar and cards tell differently, settled line by line (G1, G3, G5, R1). */

import type { DiscrepancyItem, DiscrepancyOutcome } from '../../src/rpc/calendarContract'
import type { DealMatch } from '../../src/rpc/contract'
import { closeInnermost } from '../../src/sidebar/models/page/closeInnermost'
import { disputes as text } from '../../src/sidebar/text/disputes.ru'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { cardOf, deskWith, monday, settled } from './pageBuilder'

const outcome = (value: DiscrepancyOutcome['value'], more: Partial<DiscrepancyOutcome> = {}): DiscrepancyOutcome => ({
  value,
  title: value,
  needsReason: false,
  needsDeal: false,
  ...more,
})
const putBack = outcome('putBack', { title: 'вернуть как было' })
const accept = outcome('accept', { needsReason: true })
const link = outcome('link', { needsDeal: true })
const line = (key: string, more: Partial<DiscrepancyItem> = {}): DiscrepancyItem => ({
  key,
  at: monday,
  event: 'ММ_Фонд «Надежда», пт 27 ноября, 10:00',
  eventId: 'e1',
  what: 'перенесена дальше разрешённого',
  consultant: 'ММ',
  dealId: 41217,
  outcomes: [putBack, accept],
  ...more,
})
const limit = line('limit:e1')
const several = line('several:e2', { outcomes: [link], dealId: null })
const match: DealMatch = {
  id: 41201,
  row: 4,
  clientId: 9,
  organisation: 'Фонд «Надежда»',
  contact: '',
  stage: 'accepted',
  consultant: '',
  start: null,
}
const office: Handlers = {
  'discrepancy/list': () => accepted({ items: [limit, several] }),
  'discrepancy/resolve': () => accepted({ solved: 'так', lettersWaiting: 1 }),
  'deal/search': () => accepted({ matches: [match] }),
  'deal/open': () => accepted(cardOf()),
  'outbox/send': () => accepted({ sent: 1, failed: 0, waiting: 0 }),
}

async function shown(handlers: Handlers = {}) {
  const bench = deskWith({ ...office, ...handlers })
  bench.desk.disputes.show()
  await settled()
  const resolved = () => bench.server.calls.filter(({ method }) => method === 'discrepancy/resolve').map(({ input }) => input)
  return { ...bench, disputes: bench.desk.disputes, resolved }
}

it('the number on «Сегодня» has its right plural where it is counted', () => {
  expect([1, 3, 5].map(text.count)).toEqual(['1 расхождение', '3 расхождения', '5 расхождений'])
  expect(text.link(3)).toBe('Расхождения с календарём — 3')
})

it('an outcome that needs nothing is done at once: the line goes, the letters too, and it is told', async () => {
  const { disputes, page, desk, resolved } = await shown()
  disputes.choose(limit, putBack)
  await settled()
  expect(resolved()).toEqual([{ key: 'limit:e1', outcome: 'putBack', reason: '', deal: null }])
  expect(disputes.items.value).toEqual([several])
  expect(disputes.done.value).toBe('Решено (вернуть как было): ММ_Фонд «Надежда», пт 27 ноября, 10:00')
  expect(page.live.value).toBe('Письмо отправлено')
  expect(desk.letters.told.value).toBe('Письмо отправлено')
})

it('R1: accepting asks for a reason in place and does nothing without one', async () => {
  const { disputes, page, resolved } = await shown()
  disputes.choose(limit, accept)
  expect(page.focus.value.id).toBe('dispute-reason')
  await disputes.confirm()
  expect(resolved()).toEqual([])
  disputes.reason.value = 'клиент в отъезде'
  await disputes.confirm()
  expect(resolved()).toEqual([{ key: 'limit:e1', outcome: 'accept', reason: 'клиент в отъезде', deal: null }])
})

it('G3: the deal is searched for by the name in the event, and chosen', async () => {
  const { disputes, server, resolved } = await shown()
  disputes.choose(several, link)
  await settled()
  expect(server.calls.find(({ method }) => method === 'deal/search')?.input).toEqual({ text: 'Фонд «Надежда»' })
  await disputes.confirm()
  expect(resolved()).toEqual([])
  disputes.chooseDeal(disputes.matches.value?.[0] ?? null)
  await disputes.confirm()
  expect(resolved()).toMatchObject([{ key: 'several:e2', outcome: 'link', deal: { id: 41201, row: 4, clientId: 9 } }])
})

it('a failure keeps the line, what was typed, and the way to try again', async () => {
  const { disputes } = await shown({ 'discrepancy/resolve': () => Promise.reject(new Error('no connection')) })
  disputes.choose(limit, accept)
  disputes.reason.value = 'клиент в отъезде'
  await disputes.confirm()
  expect(disputes.items.value).toHaveLength(2)
  expect(disputes.reason.value).toBe('клиент в отъезде')
  expect(disputes.caller.trouble.value).toMatchObject({ retry: expect.any(Function) })
})

it('settled by somebody else meanwhile: said so, and the list is read again', async () => {
  const gone = refused<never>({ message: 'Менять нечего', problem: { code: 'nothingToDo' } })
  const { disputes, server } = await shown({ 'discrepancy/resolve': () => gone })
  disputes.choose(limit, putBack)
  await settled()
  expect(disputes.caller.trouble.value?.message).toBe('Менять нечего')
  expect(server.calls.filter(({ method }) => method === 'discrepancy/list')).toHaveLength(2)
})

it('G6: after «переназначить» the card is open, where another consultant is chosen; taking time away is asked about first', async () => {
  const reassign = outcome('reassign')
  const { disputes, desk, resolved } = await shown()
  disputes.choose(limit, reassign)
  expect(resolved()).toEqual([])
  await disputes.confirm()
  await settled()
  expect(desk.tab.value).toBe('card')
  expect(desk.card.card.value?.deal.id).toBe(41217)
})

it('I9: «создать сделку» leads to a request of that organisation', async () => {
  const { disputes, desk, resolved } = await shown({ 'client/search': () => accepted({ matches: [] }) })
  disputes.choose(several, outcome('create'))
  expect(resolved()).toEqual([])
  expect(desk.tab.value).toBe('intake')
  expect(desk.intake.form.value.query).toBe('Фонд «Надежда»')
})

it('Esc leaves the question, then the list', async () => {
  const { disputes, desk } = await shown()
  disputes.choose(limit, accept)
  closeInnermost(desk)
  expect([disputes.asking.value, disputes.open.value]).toEqual([null, true])
  closeInnermost(desk)
  expect(disputes.open.value).toBe(false)
})
