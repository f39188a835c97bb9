/** CacheService as Google describes it. */
import { probe, probeError, probeWorld } from './probe'

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

  test('documented: many at once; what is missing is left out', () => {
    const answer = probe(probeWorld(), () => {
      const cache = CacheService.getScriptCache()
      cache.putAll({ a: '1', b: '2' }, 60)
      cache.remove('a')
      return [cache.getAll(['a', 'b', 'c']), cache.get('a')]
    })
    expect(answer).toEqual([{ b: '2' }, null])
  })

  test.each([
    ['documented: a key has at most 250 characters', 'Argument too large: key', () => CacheService.getScriptCache().get('k'.repeat(251))],
    [
      'documented: a value has at most 100 KB',
      'Argument too large: value',
      () => CacheService.getScriptCache().put('k', 'я'.repeat(60_000)),
    ],
    [
      'assumed: more than six hours is refused',
      'Invalid argument: expirationInSeconds',
      () => CacheService.getScriptCache().put('k', 'v', 21_601),
    ],
  ])('%s', (_name, message, code) => {
    expect(probeError(probeWorld(), code)).toBe(`Exception: ${message}`)
  })

  test('documented: of more than 1,000 items the 900 that expire last are kept', () => {
    const world = probeWorld()
    probe(world, () => {
      for (let i = 0; i <= 1000; i++) CacheService.getScriptCache().put(`k${i}`, 'v', 600 + i)
    })
    expect(Object.keys(world.state.cache)).toHaveLength(900)
    expect(probe(world, () => CacheService.getScriptCache().get('k1000'))).toBe('v')
  })

  test('observed: what has no answer answers null', () => {
    const answers = (): unknown => {
      const cache = CacheService.getScriptCache()
      return [cache.put('a', '1'), cache.putAll({ b: '2' }), cache.remove('a'), cache.removeAll(['b'])].map((answer) => answer === null)
    }
    expect(probe(probeWorld(), answers)).toEqual([true, true, true, true])
  })

  test('documented: each cache has its own keys', () => {
    const answer = probe(probeWorld(), () => {
      CacheService.getUserCache().put('k', 'user')
      return [CacheService.getScriptCache().get('k'), CacheService.getDocumentCache()?.get('k'), CacheService.getUserCache().get('k')]
    })
    expect(answer).toEqual([null, null, 'user'])
  })
})
