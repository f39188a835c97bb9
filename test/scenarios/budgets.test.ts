/** DESIGN.md, «Budgets»: how many service calls leave the script for each thing a person does. */
import type { World } from '../../emulator/types'
import { bookInput, deskWorld, nextTick, phoned, run, slotOf } from '../fixtures/desk'
import { registerEqualsJournal } from '../fixtures/register'

test('probe', () => {
  let t = performance.now()
  const world = deskWorld()
  console.log('build', performance.now() - t)
  t = performance.now()
  const w2 = deskWorld()
  console.log('fork', performance.now() - t)
  t = performance.now()
  registerEqualsJournal(w2)
  console.log('inv', performance.now() - t)
  t = performance.now()
  const card = phoned(world, 'АНО «Маяк»')
  console.log('create', performance.now() - t)
  const rec = run(world, 'deal/book', bookInput(card, slotOf(world)))
  console.log(JSON.stringify(rec.calls.map((c) => [c.n, c.name, c.leaves])), rec.leavingCalls, JSON.stringify(rec.value).slice(0, 300))
  registerEqualsJournal(world)
  console.log(nextTick(world).map((r) => [r.fn, r.leavingCalls, r.calls.map((c) => c.name).join(), r.logs, r.error]))
  t = performance.now()
  world.fork()
  console.log('fork', performance.now() - t)
})
