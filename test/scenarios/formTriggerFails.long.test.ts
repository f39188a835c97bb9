/** An answer to a Google form, where Google fails at a call of the only run that hears of it: it is one deal, or waits among the requests set aside. */
import type { World } from '../../emulator/world/types'
import { deskWorld, done, nextTick, office } from '../fixtures/desk'
import { kinds } from '../fixtures/failingDoors'
import { payload } from '../fixtures/intakeDesk'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

const start = deskWorld()
start.state.triggers.push({ uid: 'form-trigger', fn: 'onFormSubmit', owner: start.state.owner, kind: 'formSubmit' })
const event = { namedValues: JSON.parse(payload('google.json')), range: { rowStart: 2 }, triggerUid: 'form-trigger' }
const submit = { fn: 'onFormSubmit', entry: 'trigger', user: office, args: [event] } as const
const dealCount = (world: World) => rowsOf(world, 'Сделки').length
const before = dealCount(start)
const { calls } = start.fork().invoke(submit)

test.each(kinds)('%s at each call', (kind) => {
  expect(calls.length).toBeGreaterThan(5)
  for (const { n, name } of calls) {
    const world = start.fork()
    world.faults.next('*', kind, { at: n, run: { fn: submit.fn } })
    world.invoke(submit)
    world.faults.lift()
    nextTick(world)
    nextTick(world)
    registerEqualsJournal(world)
    const waiting = done(world, 'intake/asides', {}).items.length
    expect([`${n} ${name}`, dealCount(world) - before + waiting]).toEqual([`${n} ${name}`, 1])
  }
})
