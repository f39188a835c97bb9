/** What a hand did is noted, and the tick that is to look at it dies at one of its calls: the next one looks. */
import type { World } from '../../emulator/world/types'
import { deathFaults } from '../fixtures/deaths'
import { deskWorld, minute, nextTick, office } from '../fixtures/desk'
import { registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'
import { shareOf } from '../fixtures/share'

const id = 41674
const base = deskWorld()
nextTick(base)

const rowOf = (world: World) => rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === id)?.row ?? 0

/** Each in a world whose triggers of edits failed after they had noted what they heard. */
const hands: readonly [name: string, act: (world: World) => void, fn: string][] = [
  ['a row deleted', (world) => void world.hand.deleteRows({ sheet: 'Сделки', from: rowOf(world), count: 1, user: office }), 'sheetChanged'],
  [
    'a stage typed',
    (world) => void world.hand.type({ sheet: 'Сделки', row: rowOf(world), column: 2, value: 'Успешно завершённые', user: office }),
    'sheetEdited',
  ],
]

const tick = { fn: 'tick', entry: 'trigger', user: '' } as const

test.each(hands)('%s', (_name, act, fn) => {
  const world = base.fork()
  world.faults.always('Sheets', 'permission', { run: { fn } })
  act(world)
  world.faults.lift()
  world.state.now += 11 * minute
  const differs = () => {
    try {
      registerEqualsJournal(world)
      return false
    } catch {
      return true
    }
  }
  expect(differs()).toBe(true)
  const { calls } = world.fork().invoke(tick)
  for (const fault of shareOf(deathFaults(calls), 2)) {
    const dying = world.fork()
    dying.invoke(tick, [fault])
    nextTick(dying)
    registerEqualsJournal(dying)
    expect([fault.at, rowById(dying, 'Сделки', id)]).toEqual([fault.at, rowById(base, 'Сделки', id)])
  }
})
