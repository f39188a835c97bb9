/** Two executions at once, by replay. */
import { schedulesOf } from '../../emulator/run/interleave'
import type { Invocation } from '../../emulator/world/types'
import { owner, probeWorld } from '../contract/probe'

const call = (fn: string): Invocation => ({ fn, entry: 'rpc', user: owner })

describe('schedulesOf', () => {
  test('names every interleaving with at most N switches, each once', () => {
    expect([...schedulesOf([1, 1], 1)]).toEqual([
      [0, 1],
      [1, 0],
    ])
    const all = [...schedulesOf([2, 2], 3)].map((schedule) => schedule.join(''))
    expect(new Set(all)).toEqual(new Set(['0011', '0101', '0110', '1100', '1010', '1001']))
    expect(all).toHaveLength(6)
    expect([...schedulesOf([2, 2], 1)]).toHaveLength(2)
  })
})

describe('interleave', () => {
  test('without a lock some schedule loses an increment, with it none does', () => {
    const lost = (fn: string, calls: number): number => {
      const counts = [...schedulesOf([calls, calls], 3)].map((schedule) => {
        const world = probeWorld()
        world.interleave([call(fn), call(fn)], schedule)
        return world.state.properties.script['count']
      })
      return counts.filter((count) => count !== '2').length
    }
    expect(lost('incrementBare', 3)).toBeGreaterThan(0)
    expect(lost('incrementLocked', 5)).toBe(0)
  })

  test('the effects of a replayed call happen once, and time, chance and ids are those of the first run', () => {
    const world = probeWorld()
    const [first, second] = world.interleave([call('incrementBare'), call('incrementBare')], [0, 1, 0, 1, 0, 1])
    expect(first?.calls.map((made) => made.name)).toEqual(['Properties.get', 'Properties.set', 'Utilities.getUuid'])
    expect(first?.value).toMatchObject({ value: 1 })
    expect(second?.value).toMatchObject({ value: 1 })
    const uuids = [first, second].map((record) => (record?.value as { uuid: string } | undefined)?.uuid)
    expect(new Set(uuids).size).toBe(2)
    const again = probeWorld().interleave([call('incrementBare'), call('incrementBare')], [0, 1, 0, 1, 0, 1])
    expect(again.map((record) => record.value)).toEqual([first?.value, second?.value])
  })

  test('one that waits for the lock lets the holder go on; its wait counts', () => {
    const world = probeWorld()
    const [first, second] = world.interleave([call('incrementLocked'), call('incrementLocked')], [0, 1, 1, 1, 1, 1])
    expect([first?.value, second?.value]).toEqual([1, 2])
    expect(first?.calls[0]?.modelledMs).toBe(50)
    expect(second?.calls[0]?.modelledMs).toBeGreaterThan(500)
    expect(world.state.lock.heldBy).toBeNull()
  })

  test('tryLock(0) does not wait', () => {
    const records = probeWorld().interleave([call('tryNow'), call('tryNow')], [0, 1])
    expect(records.map((record) => record.value)).toEqual([true, false])
  })

  test("a holder that keeps the lock past the waiter's patience makes it time out", () => {
    const world = probeWorld()
    const [, second] = world.interleave([call('holdLong'), call('waitShort')], [0, 1, 0, 1])
    expect(second?.error?.message).toBe('Lock timeout: another process was holding the lock for too long.')
  })

  test('what is shown to the person is shown once', () => {
    const show: Invocation = {
      ...call('probe'),
      args: [
        "() => { const book = SpreadsheetApp.getActiveSpreadsheet(); book.toast('1'); CacheService.getScriptCache().get('k'); book.toast('2') }",
      ],
    }
    const [first] = probeWorld().interleave([show, call('incrementBare')], [0, 1, 0, 1, 0, 1])
    expect(first?.ui.map((effect) => 'message' in effect && effect.message)).toEqual(['1', '2'])
  })

  test('past the end of the schedule each runs to its end in order', () => {
    const world = probeWorld()
    const records = world.interleave([call('incrementBare'), call('writeThree'), call('incrementBare')], [])
    expect(records.map((record) => record.error)).toEqual([null, null, null])
    expect(world.state.properties.script).toMatchObject({ count: '2', c: 'written' })
  })
})
