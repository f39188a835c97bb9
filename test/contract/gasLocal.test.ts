/** A second opinion on how we load: the bundle that ships answers under gas-local as it does in the emulator's own realm. */
import { join } from 'node:path'
import type { ExecutionRecord, World, WorldState } from '../../emulator/world/types'
import type { createWorld } from '../../emulator/world/world'
import { bookInput, deskWorld, done, nextTick, office, phoned, request, slotOf } from '../fixtures/desk'
import { opening } from '../fixtures/pagesDesk'
import * as gasLocalRealm from './gasLocalRealm'

const distFolder = join(__dirname, '../../dist')

/** The emulator once more, its modules loaded anew, with gas-local in the place of its realm. */
const gasLocalWorld = (snapshot: WorldState): World => {
  const worlds: World[] = []
  jest.isolateModules(() => {
    jest.doMock('../../emulator/run/realm', () => ({ ...jest.requireActual('../../emulator/run/realm'), ...gasLocalRealm }))
    const emulator = jest.requireActual<{ createWorld: typeof createWorld }>('../../emulator/world/world')
    worlds.push(emulator.createWorld({ distFolder, owner: '', snapshot }))
  })
  return worlds[0] as World
}

/** Everything of a run but the processor's time. */
const told = ({ cpuMs: _, ...record }: ExecutionRecord) => record
const stateOf = ({ state }: World) => ({ ...state, executions: state.executions.map(told) })

/** The same deed in both, from the same state: its answer, and all that it left behind. */
const both = (deed: (world: World) => ExecutionRecord, start = deskWorld()) => {
  const other = gasLocalWorld(start.state)
  const before = gasLocalRealm.loads.count
  const ours = deed(start)
  expect(gasLocalRealm.loads.count).toBe(before)
  const theirs = deed(other)
  expect(gasLocalRealm.loads.count).toBeGreaterThan(before)
  expect(ours.error).toBeNull()
  expect(told(theirs)).toEqual(told(ours))
  expect(stateOf(other)).toEqual(stateOf(start))
  return ours
}

test('assumed: a booking, with its event, letters and journal', () => {
  const world = deskWorld()
  const input = bookInput(phoned(world, 'АНО «Причал»'), slotOf(world))
  const { value, calls } = both((one) => one.invoke(request('deal/book', input)), world)
  expect(value).toMatchObject({ ok: true, value: { card: { deal: { stage: 'assigned', consultant: 'ММ' } } } })
  expect(calls.map(({ name }) => name)).toContain('Calendar.Events.patch')
})

test('assumed: a booking that is refused', () => {
  const world = deskWorld()
  const [first, second] = [phoned(world, 'АНО «Причал»'), phoned(world, 'ТСЖ «Маяк»')]
  const slot = slotOf(world)
  done(world, 'deal/book', bookInput(first, slot))
  const { value } = both((one) => one.invoke(request('deal/book', bookInput(second, slot))), world)
  expect(value).toMatchObject({ ok: false, message: expect.stringMatching(/занял/) })
})

test('assumed: a tick with letters and deadlines', () => {
  const world = deskWorld()
  done(world, 'deal/book', bookInput(phoned(world, 'АНО «Причал»'), slotOf(world)))
  const tick = (one: World) => nextTick(one).find(({ fn }) => fn === 'tick') as ExecutionRecord
  expect(both(tick, world).calls.map(({ name }) => name)).toContain('MailApp.sendEmail')
})

test('assumed: the sidebar and a page for people outside', () => {
  const { ui } = both((world) => world.invoke({ fn: 'showSidebar', entry: 'menu', user: office }))
  expect(ui).toMatchObject([{ kind: 'sidebar' }])
  const { value } = both((world) => world.invoke(opening({ p: 'report', d: '1' })))
  expect(value).toMatchObject({ kind: 'html', content: expect.stringContaining('desk-data') })
})
