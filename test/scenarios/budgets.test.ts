/** docs/architecture.md: how many service calls leave the script for each thing a person does, and how long it takes. */
import type { World } from '../../emulator/world/types'
import type { Card } from '../../src/rpc/contract'
import { booked, bookInput, createInput, deskWorld, done, nextTick, phoned, run, sheet, slotOf } from '../fixtures/desk'
import { opening, sending, viewOf, visit, visitWorld } from '../fixtures/pagesDesk'

interface Standing {
  readonly world: World
  /** A request in «Принято в работу». */
  readonly card: Card
  /** A booking of yesterday's making. */
  readonly held: Card
}

function standing(): Standing {
  const world = deskWorld()
  const held = booked(world, 'АНО «Маяк»')
  nextTick(world)
  const card = phoned(world, 'Фонд «Север»')
  return { world, card, held }
}

const story = standing()
const slot = slotOf(story.world, 'ММ', '2026-11-25')

const october = { kind: 'month', month: '2026-10' }

/** Method, input, calls that leave the script (lock pair included), modelled seconds with the page's round trip. */
const budgets: readonly (readonly [string, unknown, number, number])[] = [
  ['desk/today', {}, 1, 1.5],
  ['deal/open', { id: story.card.deal.id, row: story.card.ref.row, clientId: story.card.ref.clientId }, 1, 1.5],
  ['slot/list', { topic: 10, consultant: null, agreedWith: null, part: null, from: null }, 2, 2],
  ['deal/book', bookInput(story.card, slot), 6, 2.8],
  ['deal/move', { deal: story.held.ref, to: 'accepted', reason: 'по просьбе клиента', fields: {} }, 5, 2.5],
  ['deal/move', { deal: story.card.ref, to: 'lost', reason: 'отказ клиента', fields: {} }, 4, 2],
  ['deal/history', { id: story.held.deal.id }, 2, 2],
  ['slot/board', { weeks: 2 }, 2, 2],
  ['discrepancy/list', {}, 1, 1.5],
  ['slot/hold', { eventId: slot.eventId, start: slot.start }, 4, 2],
  ['deal/note', { deal: story.card.ref, outcome: 'reached', text: '' }, 4, 2],
  ['deal/fill', { deal: story.card.ref, fields: { topic: 5 } }, 4, 2],
  ['deal/create', createInput(), 4, 2],
  ['week/close', { deals: weekDeals(story.world) }, 4, 4],
  ['month/report', { month: '2026-10' }, 3, 10],
  ['month/preview', { period: october }, 1, 2],
  ['month/csv', { period: october, personal: true }, 1, 2],
]

function weekDeals(world: World) {
  const { ready, awaiting } = done(world, 'week/list', {})
  return [...ready, ...awaiting].map(({ ref }) => ({ ref, to: 'won' as const }))
}

test.each(budgets.map(([method, input, calls, seconds]) => ({ method, input, calls, seconds })))(
  '$method: $calls calls',
  ({ method, input, calls, seconds }) => {
    const record = run(story.world.fork(), method, input)
    expect(record.value).toMatchObject({ ok: true })
    expect(record.leavingCalls).toBe(calls)
    expect(record.modelledSeconds).toBeLessThanOrEqual(seconds)
  },
)

test('the sidebar opens with one read, its data inside the page', () => {
  const record = story.world.fork().invoke({ fn: 'showSidebar', entry: 'menu', user: 'office@example.org' })
  expect(record.error).toBeNull()
  expect(record.leavingCalls).toBe(1)
  expect(JSON.stringify(record.ui)).toContain('desk-data')
})

test('a tick with nothing due: at most four calls, two seconds', () => {
  const world = deskWorld()
  nextTick(world)
  nextTick(world)
  const idle = nextTick(world).filter(({ fn }) => fn === 'tick')
  expect(idle).toHaveLength(1)
  expect(idle[0]?.leavingCalls).toBeLessThanOrEqual(4)
  expect(idle[0]?.modelledSeconds).toBeLessThanOrEqual(2)
  expect(idle[0]?.logs).toEqual([])
})

test.each([
  ['opens', visitWorld(), null, 7],
  ['«Подтверждаю»', visitWorld(), visit('confirm'), 10],
  ['a wish', visitWorld(), visit('cancel'), 10],
  ['moves himself', visitWorld({ self: true }), visit('move', 'the first hour'), 11],
  ['calls off himself', visitWorld({ self: true }), visit('cancel'), 11],
] as const)('the client’s page: %s', (_deed, { world, link }, input, calls) => {
  const view = viewOf(world.fork(), { ...link })
  const hour = view.view === 'visit' && input?.to ? (view.hours[0]?.start ?? '') : ''
  const request = input === null ? opening({ ...link }) : sending({ link, method: 'visit/send', input: { ...input, to: hour } })
  const record = world.invoke(request)
  if (input !== null) expect(record.value).toMatchObject({ ok: true })
  expect(record.leavingCalls).toBe(calls)
  expect(record.modelledSeconds).toBeLessThanOrEqual(input === null ? 3 : 5)
})

test('nothing grows in calls with the register: twice the deals, the same calls', () => {
  const { world } = standing()
  const cells = sheet(world, 'Сделки').cells
  const copies = cells
    .slice(1)
    .flatMap((row) => (row ? [row.map((cell, column) => (column === 0 && typeof cell === 'number' ? cell + 100_000 : cell))] : []))
  sheet(world, 'Сделки').cells = [...cells, ...copies]
  for (const [method, input, calls] of budgets.filter(([one]) => one !== 'deal/book')) {
    expect([method, run(world.fork(), method, input).leavingCalls]).toEqual([method, calls])
  }
})
