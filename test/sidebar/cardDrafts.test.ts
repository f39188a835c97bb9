/** Unsaved texts of a card on two devices: what a phone tells the server, and what another device does with it. */

import type { Card, Input } from '../../src/rpc/contract'
import { between, longest, rest } from '../../src/sidebar/models/card/edits/cardDrafts'
import { createDesk } from '../../src/sidebar/models/page/desk'
import { memoryDrafts } from '../../src/sidebar/models/page/drafts'
import { createPage } from '../../src/sidebar/models/page/page'
import { createPhone } from '../../src/sidebar/models/phone/phone'
import { accepted, type Handlers, memoryTransport } from '../../src/sidebar/transports/memoryTransport'
import { cardOf, pageData, settled } from './pageBuilder'

const at = '2026-11-23T14:05'
const hint = { id: 41217, row: 2, clientId: 7 }
const phoneDraft = (texts: Record<string, string>, device = 'phone-of-mine') => ({
  device,
  where: 'phone' as const,
  at,
  texts: Object.fromEntries(Object.entries(texts).map(([key, typed]) => [key, { typed, was: '', version: 1 }])),
})

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

async function opened({ phone = true, card = cardOf() }: { readonly phone?: boolean; readonly card?: Card } = {}, handlers: Handlers = {}) {
  let online = true
  const server = memoryTransport({ 'deal/open': () => accepted(card), 'draft/keep': () => accepted({ at }), ...handlers })
  const drafts = memoryDrafts()
  const onPhone = createPhone({ isOnline: () => online, inAddress: false })
  const page = createPage(pageData, { transport: server, drafts, elapsed: () => 0, ...(phone ? { phone: onPhone } : {}) })
  const desk = createDesk(page, pageData)
  desk.card.open(hint)
  await settled()
  const kept = () => server.calls.filter(({ method }) => method === 'draft/keep').map(({ input }) => input as Input<'draft/keep'>)
  const texts = () => kept().map((input) => Object.fromEntries(Object.entries(input.texts).map(([key, { typed }]) => [key, typed])))
  const pass = async (ms: number) => {
    jest.advanceTimersByTime(ms)
    await settled()
    await settled()
  }
  return {
    desk,
    server,
    page,
    drafts,
    onPhone,
    kept,
    texts,
    pass,
    turnOff: () => {
      online = false
    },
    turnOn: () => {
      online = true
    },
  }
}

test('after a few seconds of rest, once; more typing goes in a later sending, and never more often than is bearable', async () => {
  const { desk, kept, texts, pass } = await opened()
  for (const typed of ['С', 'См', 'Смета']) desk.card.type('deal.content', typed)
  await pass(rest - 1)
  expect(kept()).toEqual([])
  await pass(1)
  expect(texts()).toEqual([{ 'deal.content': 'Смета' }])
  expect(kept()[0]).toMatchObject({ deal: { id: 41217, version: 1 }, where: 'computer' })
  expect(desk.card.drafts.kept.value).toBe(at)
  desk.card.type('deal.content', 'Смета и устав')
  await pass(rest)
  expect(kept()).toHaveLength(1)
  await pass(between - rest)
  expect(texts()[1]).toEqual({ 'deal.content': 'Смета и устав' })
})

test('an hour of dictation without a rest is kept too, in a bounded number of calls', async () => {
  const { desk, kept, pass } = await opened()
  for (let second = 1; second <= 3600; second += 1) {
    desk.card.type('deal.content', 'с'.repeat(second))
    await pass(1000)
  }
  expect(kept().length).toBeGreaterThan(3600 / ((longest + between) / 1000) - 1)
  expect(kept().length).toBeLessThanOrEqual(3600 / (between / 1000))
  await pass(longest)
  expect(kept().at(-1)?.texts['deal.content']?.typed).toHaveLength(3600)
})

test('saved or given up, it is forgotten at once; the panel keeps its own to itself', async () => {
  const saved = { 'deal/fill': () => accepted(cardOf({ version: 2, content: 'Смета' })) } as const
  const { desk, texts, pass } = await opened({}, saved)
  desk.card.type('deal.content', 'Смета')
  await pass(rest)
  await desk.card.save()
  await pass(between)
  expect(texts()).toEqual([{ 'deal.content': 'Смета' }, {}])
  desk.card.type('deal.content', 'Устав')
  await pass(between + rest)
  desk.card.discard()
  await pass(between)
  expect(texts().slice(2)).toEqual([{ 'deal.content': 'Устав' }, {}])

  const panel = await opened({ phone: false })
  panel.desk.card.type('deal.content', 'Смета')
  await panel.pass(longest)
  expect(panel.kept()).toEqual([])
})

test('without a connection it waits, says so, and goes when the connection is back, as it stands by then', async () => {
  const { desk, server, onPhone, texts, pass, turnOff, turnOn } = await opened()
  turnOff()
  server.answer({ 'draft/keep': () => Promise.reject(new Error('NetworkError: Connection failure due to HTTP 0')) })
  desk.card.type('deal.content', 'Смета')
  await pass(rest)
  expect([desk.card.drafts.kept.value, onPhone.connection.waiting.value]).toEqual(['waiting', 1])
  desk.card.type('deal.content', 'Смета и устав')
  turnOn()
  server.answer({ 'draft/keep': () => accepted({ at }) })
  onPhone.connection.retry()
  await pass(between)
  expect(texts().at(-1)).toEqual({ 'deal.content': 'Смета и устав' })
  expect(desk.card.drafts.kept.value).toBe(at)
})

test('another device shows what is neither on its card nor typed there, and takes it by a press', async () => {
  const card = cardOf({ minutes: 60 }, { drafts: [phoneDraft({ 'deal.content': 'Смета', 'deal.minutes': '60', 'deal.request': 'Устав' })] })
  const { desk, kept, pass } = await opened({ phone: false, card })
  const fields = () => desk.card.drafts.others.value.map((one) => one.fields.map(({ key, isTypedHere }) => [key, isTypedHere]))
  expect(fields()).toEqual([
    [
      ['deal.content', false],
      ['deal.request', false],
    ],
  ])
  desk.card.type('deal.content', 'Договор')
  expect(fields()).toEqual([
    [
      ['deal.content', true],
      ['deal.request', false],
    ],
  ])
  desk.card.drafts.take(desk.card.drafts.others.value[0]!)
  expect(desk.card.edits.edits.value).toEqual({ 'deal.content': 'Договор', 'deal.request': 'Устав' })
  desk.card.drafts.take(desk.card.drafts.others.value[0]!, 'deal.content')
  expect(desk.card.edits.edits.value).toEqual({ 'deal.content': 'Смета', 'deal.request': 'Устав' })
  expect([fields(), kept()]).toEqual([[], []])
  desk.card.receive(cardOf({ version: 2, minutes: 60, content: 'Смета', request: 'Устав' }))
  await pass(0)
  expect(kept()).toMatchObject([{ device: 'phone-of-mine', texts: {} }])
})

test('what somebody has changed since it was typed on the phone is asked about, as everywhere', async () => {
  const { desk } = await opened({
    phone: false,
    card: cardOf({ version: 3, content: 'Чужое' }, { drafts: [phoneDraft({ 'deal.content': 'Смета' })] }),
  })
  desk.card.drafts.take(desk.card.drafts.others.value[0]!)
  expect(desk.card.edits.conflicts.value).toMatchObject([{ key: 'deal.content', theirs: 'Чужое', mine: 'Смета' }])
})

test('not wanted: it goes from the screen and from the server; a cleared browser finds its own text again', async () => {
  const card = cardOf({}, { drafts: [phoneDraft({ 'deal.content': 'Смета' })] })
  const { desk, kept, drafts } = await opened({ card })
  expect(drafts.read('device')).not.toBe('phone-of-mine')
  const [other] = desk.card.drafts.others.value
  desk.card.drafts.drop(other!.draft)
  await settled()
  expect([desk.card.drafts.others.value, kept().map(({ device, texts }) => [device, texts])]).toEqual([[], [['phone-of-mine', {}]]])
})

test('its own device’s draft is nobody else’s, and what is fulfilled elsewhere meanwhile is dropped', async () => {
  const first = await opened()
  const device = first.drafts.read('device') as string
  first.server.answer({
    'deal/open': () => accepted(cardOf({ version: 2, content: 'Смета' }, { drafts: [phoneDraft({ 'deal.content': 'Смета' }, device)] })),
  })
  first.desk.card.close()
  first.desk.card.open(hint)
  await settled()
  await first.pass(between)
  expect(first.desk.card.drafts.others.value).toEqual([])
  expect(first.texts()).toEqual([{}])
})
