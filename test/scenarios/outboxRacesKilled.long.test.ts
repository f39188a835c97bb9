/** «Исходящие» sent by two at the same time, and by a run that dies: every letter is delivered, once unless a run died between Google’s acceptance and our mark. */
import type { Invocation, World } from '../../emulator/world/types'
import { deathFaults } from '../fixtures/deaths'
import { booked, deskWorld, director, minute, nextTick, request } from '../fixtures/desk'
import { mailOf, twiceIn } from '../fixtures/mail'
import { inEveryDistinctOrder } from '../fixtures/races'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

const tick: Invocation = { fn: 'tick', entry: 'trigger', user: '' }
const send = request('outbox/send', {})
const sendToo = request('outbox/send', {}, director)

/** A booking whose two letters wait. */
function waiting(): World {
  const world = deskWorld()
  booked(world, 'АНО «Маяк»')
  return world
}

const world = waiting()
const delivered = (() => {
  const alone = world.fork()
  alone.invoke(send)
  return mailOf(alone)
})()

function letterRows(after: World) {
  return rowsOf(after, 'Исходящие').filter(({ cells }) => cells['Вид'] === 'известие')
}

/** None is marked as sent without being there. */
function expectTrue(after: World): void {
  const marked = letterRows(after).filter(({ cells }) => cells['Отправлено'] !== null)
  const addresses = after.state.letters.map(({ to }) => to)
  for (const { cells } of marked) expect(addresses).toContain(cells['Кому'])
}

test('two letters wait: to the consultant and to the client', () => {
  expect(delivered).toHaveLength(2)
  expect(twiceIn(delivered)).toEqual([])
})

test.each<[string, readonly Invocation[]]>([
  ['two people press the button', [send, sendToo]],
  ['one presses it while the tick sends', [send, tick]],
  ['two ticks', [tick, tick]],
])('%s: each letter is delivered once, in every order', (_, invocations) => {
  inEveryDistinctOrder(world, invocations, 2, (after, records) => {
    expect(records.map(({ error }) => error)).toEqual([null, null])
    expectTrue(after)
    nextTick(after)
    expect(mailOf(after)).toEqual(delivered)
    registerEqualsJournal(after)
  })
})

test.each<[string, Invocation]>([
  ['a button', send],
  ['a tick', tick],
])('%s that dies at any of its calls: every letter comes, a second copy only of one that Google had taken', (_, invocation) => {
  const alive = world.fork().invoke(invocation)
  for (const fault of deathFaults(alive.calls)) {
    const after = world.fork()
    after.invoke(invocation, [fault])
    expectTrue(after)
    const taken = mailOf(after)
    after.state.now += 20 * minute
    nextTick(after)
    nextTick(after)
    const mail = mailOf(after)
    expect([...new Set(mail)]).toEqual(delivered)
    for (const line of twiceIn(mail)) expect(taken).toContain(line)
    expect(mail.length).toBeLessThanOrEqual(delivered.length + taken.length)
    expect(letterRows(after).filter(({ cells }) => cells['Отправлено'] === null)).toEqual([])
  }
})
