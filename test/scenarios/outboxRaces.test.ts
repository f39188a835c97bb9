/** Letters that wait are delivered: once where two runs send at the same time, and none is lost where the run dies. */
import type { World } from '../../emulator/world/types'
import { deathFaults } from '../fixtures/deaths'
import { delivered, doubled, mailRows } from '../fixtures/deliveredMail'
import { booked, deskWorld, director, nextTick, request, run } from '../fixtures/desk'
import { inEveryDistinctOrder } from '../fixtures/races'

const tick = { fn: 'tick', entry: 'trigger', user: '' } as const
const send = request('outbox/send', {})

/** To the client and to the consultant. */
const world = deskWorld()
booked(world, 'АНО «Маяк»')
const waiting = mailRows(world, false)

function expectOnce(after: World): void {
  expect(delivered(after)).toEqual(waiting)
  expect(mailRows(after, true)).toEqual(waiting)
}

test('two letters wait, and one send delivers both', () => {
  expect(waiting).toHaveLength(2)
  expect(doubled(waiting)).toEqual([])
  const well = world.fork()
  run(well, 'outbox/send', {})
  expectOnce(well)
})

test.each([
  ['two people press at once', request('outbox/send', {}, director)],
  ['the tick sends meanwhile', tick],
])('%s: in every order each letter comes once', (_, other) => {
  const orders = inEveryDistinctOrder(world, [send, other], 2, (after, records) => {
    expect(records.map(({ error }) => error)).toEqual([null, null])
    expectOnce(after)
  })
  expect(orders).toBeGreaterThan(10)
})

test.each([
  ['the page’s second call', send],
  ['the tick', tick],
])('%s dies at each of its calls: every letter comes, again only where it had gone before its row was marked', (_, invocation) => {
  const faults = deathFaults(world.fork().invoke(invocation).calls)
  for (const fault of faults) {
    const after = world.fork()
    after.invoke(invocation, [fault])
    const gone = delivered(after)
    expect([fault, mailRows(after, true).filter((one) => !gone.includes(one))]).toEqual([fault, []])
    // The lease of a claimed row is a quarter of an hour.
    for (let ticks = 0; ticks < 3; ticks++) nextTick(after)
    expect([fault, [...new Set(delivered(after))]]).toEqual([fault, waiting])
    expect(doubled(delivered(after)).filter((one) => !gone.includes(one))).toEqual([])
    expect(mailRows(after, false)).toEqual([])
  }
  expect(faults.length).toBeGreaterThan(8)
})
