/** A row deleted, moved or a column dragged by hand, where Google fails or kills the trigger's run at one of its calls: the next tick brings all back. */
import type { ExecutionRecord, World } from '../../emulator/world/types'
import { deathFaults } from '../fixtures/deaths'
import { deskWorld, minute, nextTick, office } from '../fixtures/desk'
import { kinds } from '../fixtures/failingDoors'
import { registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'
import { shareOf } from '../fixtures/share'

const fn = 'sheetChanged'
const id = 41674
const day = 24 * 60 * minute
const base = deskWorld()
nextTick(base)

const rowOf = (world: World) => rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === id)?.row ?? 0

/** What one does, with the trigger's runs that came of it. */
const hands: Readonly<Record<string, (world: World) => readonly ExecutionRecord[]>> = {
  'a row deleted': (world) => world.hand.deleteRows({ sheet: 'Сделки', from: rowOf(world), count: 1, user: office }),
  'three rows deleted': (world) => world.hand.deleteRows({ sheet: 'Сделки', from: rowOf(world) - 1, count: 3, user: office }),
}

const clean = Object.entries(hands).map(([name, act]) => {
  const run = act(base.fork()).find((one) => one.fn === fn)
  if (run === undefined) throw new Error(`${name}: ${fn} did not run`)
  return { name, act, calls: run.calls }
})

/** The trigger's run that died before it noted anything is as one that Google dropped: the day's first tick looks at all. */
function restored(name: string, world: World, wait = 0): void {
  world.faults.lift()
  world.state.now += wait
  nextTick(world)
  registerEqualsJournal(world)
  expect([name, rowById(world, 'Сделки', id)]).toEqual([name, rowById(base, 'Сделки', id)])
  expect(rowsOf(world, 'Сделки').length).toBe(rowsOf(base, 'Сделки').length)
}

describe.each(clean)('$name', ({ act, calls }) => {
  test.each(shareOf(kinds, 2))('%s at each call', (kind) => {
    const leaving = calls.filter(({ leaves }) => leaves)
    expect(leaving.length).toBeGreaterThan(2)
    for (const { n, name } of calls) {
      const world = base.fork()
      world.faults.next('*', kind, { at: n, run: { fn } })
      act(world)
      restored(`${n} ${name}`, world)
    }
  })

  test('a death at each call', () => {
    const faults = deathFaults(calls)
    let unnoted = 0
    for (const fault of faults) {
      const world = base.fork()
      const before = rowsOf(world, 'Сделки').length
      // The same hands where no trigger hears of it: the run that dies is the first.
      const { triggers } = world.state
      world.state.triggers = triggers.filter((one) => one.fn !== fn)
      act(world)
      world.state.triggers = triggers
      expect(rowsOf(world, 'Сделки').length).toBeLessThan(before)
      const uid = triggers.find((one) => one.fn === fn)?.uid
      world.invoke({ fn, entry: 'trigger', user: '', args: [{ changeType: 'REMOVE_ROW', triggerUid: uid }] }, [fault])
      const isNoted = 'edited' in world.state.properties.script
      if (!isNoted) unnoted += 1
      restored(`${fault.kind} ${fault.at}`, world, isNoted ? 0 : day)
    }
    expect(unnoted).toBeLessThan(faults.length / 2)
    console.info(`${faults.length} deaths, ${unnoted} before it was noted`)
  })
})
