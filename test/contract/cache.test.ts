/** CacheService over time and beyond its size; the rest are probes (probes/stores.ts). */
import { probe, probeWorld } from './probe'

describe('CacheService', () => {
  test('documented: ten minutes by default, on the clock', () => {
    const world = probeWorld()
    probe(world, () => CacheService.getScriptCache().put('k', 'v'))
    const get = (): unknown => CacheService.getScriptCache().get('k')
    world.advanceTo(world.state.now + 590_000)
    expect(probe(world, get)).toBe('v')
    world.advanceTo(world.state.now + 20_000)
    expect(probe(world, get)).toBeNull()
  })

  test('documented: of more than 1,000 items the 900 that expire last are kept', () => {
    const world = probeWorld()
    probe(world, () => {
      for (let i = 0; i <= 1000; i++) CacheService.getScriptCache().put(`k${i}`, 'v', 600 + i)
    })
    expect(Object.keys(world.state.cache)).toHaveLength(900)
    expect(probe(world, () => CacheService.getScriptCache().get('k1000'))).toBe('v')
  })
})
