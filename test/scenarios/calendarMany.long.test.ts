/** A calendar of 2,500 events: what its first list costs, what one change costs then, and that the mirror does not grow with the weeks. */
import type { World } from '../../emulator/world/types'
import { bareDesk } from '../fixtures/bareDesk'
import { insert, rename, tick } from '../fixtures/consultantHand'
import { minute } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'

const many = 2_500
const mirrored = (world: World) => rowsOf(world, 'Зеркало календаря').length

function full(): { readonly world: World; readonly ids: readonly string[] } {
  const world = bareDesk('2026-11-23T09:00')
  const ids = Array.from({ length: many }, (_, at) => {
    const day = `${at % 2 === 0 ? '2026-11' : '2026-12'}-${String(at % 2 === 0 ? 23 + (at % 8) : 1 + (at % 18)).padStart(2, '0')}`
    const hour = String(9 + (at % 9)).padStart(2, '0')
    return insert(world, at % 3 === 0 ? 'ММ консультация' : `Планёрка ${at}`, `${day}T${hour}:00`, `${day}T${hour}:30`).id
  })
  return { world, ids }
}

test('listed whole in a dozen calls, one change in a few; a month later they are gone from the mirror', () => {
  const { world, ids } = full()
  const first = tick(world)
  expect([first.error, mirrored(world)]).toEqual([null, many])
  expect(first.calls.filter(({ name }) => name === 'Calendar.Events.list').length).toBeLessThanOrEqual(2)
  expect(first.modelledSeconds).toBeLessThan(30)
  world.state.now += 11 * minute
  rename(world, ids[1] ?? '', 'Совещание')
  const change = tick(world)
  expect(change.error).toBeNull()
  expect(mirrored(world)).toBe(many)
  expect(change.modelledSeconds).toBeLessThan(10)
  process.stderr.write(`whole ${first.leavingCalls} calls, ${first.modelledSeconds} s; one change ${change.leavingCalls} calls, ${change.modelledSeconds} s\n`)
  world.state.now = Date.parse('2027-01-11T09:00:00+03:00')
  expect(tick(world).error).toBeNull()
  expect(mirrored(world)).toBe(0)
}, 300_000)
