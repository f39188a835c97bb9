/** Orders that differ only in when one began to wait for the other's lock end alike: those that races run come to every end that all orders come to. */
import { distinctOrdersOf, ordersOf } from '../../fixtures/races'
import { methodLanes } from './methodLanes'
import { standing } from './standing'

const laneOf = (begin: string) => {
  const found = methodLanes.find(({ name }) => name.startsWith(begin))
  if (found === undefined) throw new Error(`there is no ${begin}`)
  return found
}

test.each([
  ['deal/note', 'deal/fill'],
  ['deal/cannotHold', 'deal/reschedule'],
])('%s and %s', (one, other) => {
  const { world } = laneOf(one)
  const runs = [laneOf(one), laneOf(other)].map((lane) => lane.invocation(false))
  const endOf = (order: readonly number[]) => {
    const after = world.fork()
    const records = after.interleave(runs, order)
    return JSON.stringify([records.map(({ value, error }) => [value, error]), ...standing(after)])
  }
  const [all, few] = [[...ordersOf(world, runs, 3)], [...distinctOrdersOf(world, runs, 3)]]
  expect(few.length).toBeLessThan(all.length)
  expect(new Set(few.map(endOf))).toEqual(new Set(all.map(endOf)))
  console.info(`${all.length} orders, ${few.length} of them told apart`)
})
