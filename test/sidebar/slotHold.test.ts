/** G3: the hour picked on the screen is held in the background, and let go on every way out. */

import type { Hold } from '../../src/rpc/calendarContract'
import type { SlotList } from '../../src/rpc/contract'
import { closeInnermost } from '../../src/sidebar/models/page/closeInnermost'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { cardOf, deskWith, held, pageData, settled, slotList } from './pageBuilder'

const one = slotList.consultants[0]!
const first = one.slots[0]!
const second = { ...first, eventId: 'e2', start: '2026-11-27T12:00', end: '2026-11-27T13:00' }
const until = '2026-11-23T09:10'
const holdOf = ({ eventId, start }: { eventId: string; start: string }): Hold => ({
  eventId,
  start,
  until,
  who: pageData.me.email,
  name: pageData.me.name,
})
const list: SlotList = { ...slotList, consultants: [{ ...one, slots: [first, second] }] }
const office: Handlers = {
  'slot/list': () => accepted(list),
  'slot/hold': (slot) => accepted({ holds: [holdOf(slot)] }),
  'slot/release': () => accepted({ holds: [] }),
  'deal/book': () => accepted({ card: cardOf({ stage: 'assigned', version: 2, start: first.start }), lettersWaiting: 0 }),
}

async function picked(handlers: Handlers = {}) {
  const bench = deskWith({ ...office, ...handlers })
  bench.desk.slots.begin(cardOf({ topic: 8 }))
  bench.desk.turn('slots')
  await settled()
  bench.desk.slots.pick(one, first)
  await settled()
  const asked = () => bench.server.calls.filter(({ method }) => /hold|release/.test(method)).map(({ method, input }) => [method, input])
  return { ...bench, asked }
}
const holds = (slot: { eventId: string; start: string }) => ['slot/hold', { eventId: slot.eventId, start: slot.start }]
const releases = (slot: { eventId: string; start: string }) => ['slot/release', { eventId: slot.eventId, start: slot.start }]

it('a picked slot is held, and the screen says until when', async () => {
  const { desk, asked } = await picked()
  expect(asked()).toEqual([holds(first)])
  expect(desk.hold.until.value).toBe(until)
})

it('the panel is there before any answer', async () => {
  const waiting = held<'slot/hold'>()
  const { desk } = await picked({ 'slot/hold': () => waiting.promise })
  expect(desk.slots.picked.value?.slot).toBe(first)
  expect(desk.hold.until.value).toBe('')
})

it.each([
  ['«Другое время»', (desk: Awaited<ReturnType<typeof picked>>['desk']) => desk.slots.unpick()],
  ['Esc', closeInnermost],
  ['another tab', (desk) => desk.turn('today')],
  ['leaving the deal', (desk) => desk.slots.begin(null)],
  ['another filter', (desk) => desk.slots.narrow({ part: 'evening' })],
  ['the page closes', (desk) => desk.hold.leave()],
] satisfies [string, (desk: Awaited<ReturnType<typeof picked>>['desk']) => void][])('is let go by: %s', async (_way, go) => {
  const { desk, asked } = await picked()
  go(desk)
  await settled()
  expect(asked()).toEqual([holds(first), releases(first)])
})

it('another slot takes its place without a letting go: the server keeps one hour for a person', async () => {
  const { desk, asked } = await picked()
  desk.slots.pick(one, second)
  await settled()
  expect(asked()).toEqual([holds(first), holds(second)])
})

it('coming back to the open panel holds it again', async () => {
  const { desk, asked } = await picked()
  desk.turn('today')
  await settled()
  desk.turn('slots')
  await settled()
  expect(asked()).toEqual([holds(first), releases(first), holds(first)])
})

it('left before the answer: the letting go follows its hold and does not overtake it', async () => {
  const waiting = held<'slot/hold'>()
  const { desk, asked } = await picked({ 'slot/hold': () => waiting.promise })
  desk.slots.unpick()
  await settled()
  expect(asked()).toEqual([holds(first)])
  waiting.come(accepted({ holds: [holdOf(first)] }))
  await settled()
  expect(asked()).toEqual([holds(first), releases(first)])
  expect(desk.hold.until.value).toBe('')
})

it('a booking lets nothing go', async () => {
  const { desk, asked } = await picked()
  await desk.slots.book()
  await settled()
  expect(desk.tab.value).toBe('card')
  expect(asked()).toEqual([holds(first)])
})

it('held by somebody else: who it is, and fresh slots to choose from', async () => {
  const theirs = { code: 'slotHeld', who: 'Веселова Н. И.', until } as const
  const { desk, server, asked } = await picked({
    'slot/hold': () => refused({ message: 'Это время держит Веселова Н. И.', problem: theirs }),
  })
  expect(desk.slots.lost.value).toBe('Это время держит Веселова Н. И.')
  expect(desk.slots.picked.value).toBeNull()
  expect(server.calls.filter(({ method }) => method === 'slot/list')).toHaveLength(2)
  expect(asked()).toEqual([holds(first)])
})

it('a booking that fails because the slot went lets it go and offers others', async () => {
  const taken = refused<never>({ message: 'Заняли', problem: { code: 'slotTaken', start: first.start, consultant: 'ММ' } })
  const { desk, asked } = await picked({ 'deal/book': () => taken })
  await desk.slots.book()
  await settled()
  expect(asked()).toEqual([holds(first), releases(first)])
})

it('no connection: nothing is said to be held, and the slot stays chosen', async () => {
  const { desk } = await picked({ 'slot/hold': () => Promise.reject(new Error('no connection')) })
  expect(desk.hold.until.value).toBe('')
  expect(desk.slots.picked.value?.slot).toBe(first)
})

it('ten more minutes', async () => {
  const { desk, asked } = await picked()
  desk.hold.again()
  await settled()
  expect(asked()).toEqual([holds(first), holds(first)])
})
