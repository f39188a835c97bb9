/** What amoCRM costs a tick: nothing to do, thirty changes there, thirty here. */
import type { World } from '../../emulator/world/types'
import {
  amoOf,
  busiestSecond,
  connectedAmo,
  dealRow,
  fieldOf,
  handOf,
  leadOf,
  notesThere,
  statusOf,
  waitingThere,
} from '../fixtures/amoDesk'
import { deskWorld, done, nextTick, phoned } from '../fixtures/desk'

function ticked(world: World) {
  const run = nextTick(world).find(({ fn }) => fn === 'tick')
  if (run === undefined) throw new Error('the tick did not run')
  return { calls: run.leavingCalls, seconds: Math.round(run.modelledSeconds * 10) / 10 }
}

function quiet(world: World): World {
  for (let tick = 0; tick < 3; tick++) nextTick(world)
  return world
}

test('an idle tick costs one call more', () => {
  const without = ticked(quiet(deskWorld()))
  const withIt = ticked(quiet(connectedAmo()))
  console.log('idle:', without, 'with amoCRM:', withIt)
  expect(withIt.calls).toBe(without.calls + 1)
})

test('thirty changes: calls do not grow with their number', () => {
  const world = connectedAmo()
  const ids = Array.from({ length: 30 }, (_, index) => phoned(world, `АНО «Тридцать ${index}»`).deal.id)
  const made = ticked(world)
  for (const id of ids) handOf(world).edit(leadOf(world, id).id, { fields: { Запрос: `Там ${id}` } })
  const taken = ticked(world)
  for (const id of ids) expect(dealRow(world, id)['Запрос']).toBe(`Там ${id}`)
  for (const id of ids)
    done(world, 'deal/fill', { deal: done(world, 'deal/open', { id, row: null, clientId: null }).ref, fields: { request: `Здесь ${id}` } })
  const told = ticked(world)
  for (const id of ids) expect(fieldOf(world, leadOf(world, id), 'Запрос')).toBe(`Здесь ${id}`)
  for (const id of ids) handOf(world).edit(leadOf(world, id).id, { status: statusOf('won') })
  const back = ticked(world)
  for (const id of ids) expect(notesThere(world, leadOf(world, id).id)).toHaveLength(1)
  console.log(
    '30 made there:',
    made,
    '30 taken:',
    taken,
    '30 told:',
    told,
    '30 put back:',
    back,
    `at most ${busiestSecond(amoOf(world))} requests a second`,
  )
  expect(waitingThere(world)).toEqual([])
  for (const { calls } of [made, taken, told, back]) expect(calls).toBeLessThan(45)
})
