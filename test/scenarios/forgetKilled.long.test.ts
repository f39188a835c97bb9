/** A run that forgets somebody dies at each of its calls: gone on with by the tick, the end is the same. */

import type { Fault, World } from '../../emulator/world/types'
import { tick } from '../fixtures/archiveDesk'
import { deathFaults } from '../fixtures/deaths'
import { deskWorld, director, request, run } from '../fixtures/desk'
import { forgetAll, leaveTraces, leftOf, personOf, subjectOf } from '../fixtures/personDesk'
import { registerEqualsJournal, valuesOf } from '../fixtures/register'

/** Every how many deaths are tried here; the long run takes each. */
const step = Number(process.env['DEATHS_STEP'] ?? 8)

const person = personOf('killed')
const prepared = deskWorld()
const { client } = leaveTraces(prepared, person)
const subject = subjectOf(client, 'client')
const input = { subjects: [subject], reason: 'просьба человека' }

/** What counts of the end: when a letter was let go follows from the way. */
function endOf(world: World): unknown {
  const rows = ['Сделки', 'Клиенты', 'Контроль', 'Ответы на форму'].map((title) => valuesOf(world, title))
  return rows
}

function dieAt(fault: Fault): World {
  const world = prepared.fork()
  world.invoke(request('personal/forget', input, director), [fault])
  // A person who got no answer looks again, and asks again where it was not begun.
  const isBegun = valuesOf(world, 'Служебное').some(([key, value]) => key === 'forgetting' && value !== null)
  if (!isBegun && leftOf(world, person).length > 0) forgetAll(world, subject)
  for (let ticks = 0; ticks < 3; ticks++) tick(world)
  return world
}

test('at every call: nothing is left, the journal tells the register, and the rows are the same', () => {
  const whole = prepared.fork()
  const { calls } = run(whole, 'personal/forget', input, director)
  for (let ticks = 0; ticks < 3; ticks++) tick(whole)
  expect(leftOf(whole, person)).toEqual([])
  const expected = endOf(whole)
  const faults = deathFaults(calls).filter((_, at) => at % step === 0)
  for (const fault of faults) {
    const world = dieAt(fault)
    const told = `${fault.kind} at ${fault.at}`
    expect([told, leftOf(world, person)]).toEqual([told, []])
    registerEqualsJournal(world)
    expect([told, endOf(world)]).toEqual([told, expected])
  }
  console.info(`${calls.length} calls, ${faults.length} deaths`)
})
