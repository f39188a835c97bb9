/** Rows go, come or are sorted by hand, and no run hears of it: the next tick sees it by their numbers and brings them back (story 122). */
import type { World } from '../../emulator/world/types'
import { deskWorld, inDomain, nextTick, office } from '../fixtures/desk'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

const title = 'Сделки'

const dealsOf = (world: World) =>
  rowsOf(world, title)
    .map(({ cells }) => cells)
    .filter((cells) => cells['№'] !== null)
    .sort((a, b) => Number(a['№']) - Number(b['№']))

const lastRow = (world: World): number => Math.max(...rowsOf(world, title).map(({ row }) => row))

/** Each hand's own run ends where it is told to. */
const hands: readonly [what: string, ...acts: ((world: World) => unknown)[]][] = [
  ['the first row is deleted', ({ hand }) => hand.deleteRows({ sheet: title, from: 2, count: 1, user: office })],
  ['one in the middle', ({ hand }) => hand.deleteRows({ sheet: title, from: 9, count: 1, user: office })],
  ['five at once', ({ hand }) => hand.deleteRows({ sheet: title, from: 4, count: 5, user: office })],
  ['the last', (world) => world.hand.deleteRows({ sheet: title, from: lastRow(world), count: 1, user: office })],
  ['all of them', (world) => world.hand.deleteRows({ sheet: title, from: 2, count: lastRow(world) - 1, user: office })],
  [
    'one goes, the rest is sorted',
    ({ hand }) => hand.deleteRows({ sheet: title, from: 6, count: 1, user: office }),
    ({ hand }) => hand.sort({ sheet: title, column: 4, ascending: false, user: office }),
  ],
  [
    'an empty one comes, another goes',
    ({ hand }) => hand.insertRows({ sheet: title, before: 5, count: 1, user: office }),
    ({ hand }) => hand.deleteRows({ sheet: title, from: 3, count: 1, user: office }),
  ],
  ['one is emptied', (world) => world.hand.paste({ sheet: title, row: 7, column: 1, values: [Array(30).fill('')], user: office })],
]

/** The first two calls of the change's run ask who it is: nothing is noted by then. */
const deaths = [
  ['kill', 1],
  ['kill', 2],
  ['killAfter', 2],
] as const

describe.each(deaths)('the run that hears of it ends by %s at its call %i', (kind, at) => {
  test.each(hands)('%s', (_what, ...acts) => {
    const world = inDomain(deskWorld())
    nextTick(world)
    const before = dealsOf(world)
    for (const act of acts) {
      world.faults.next('*', kind, { at })
      act(world)
      world.faults.lift('*')
    }
    nextTick(world)
    expect(dealsOf(world)).toEqual(before)
    registerEqualsJournal(world)
  })
})

test('an idle tick after it looks no more', () => {
  const world = inDomain(deskWorld())
  nextTick(world)
  const calls = () => nextTick(world).reduce((sum, { leavingCalls }) => sum + leavingCalls, 0)
  const usual = calls()
  world.faults.next('*', 'kill', { at: 1 })
  world.hand.deleteRows({ sheet: title, from: 9, count: 1, user: office })
  world.faults.lift('*')
  expect(calls()).toBeGreaterThan(usual)
  // What was restored is told by one tick more.
  calls()
  expect(calls()).toBe(usual)
})
