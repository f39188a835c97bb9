/** LockService as Google describes it; waiting is in test/emulator/interleave.test.ts. */
import { probe, probeError, probeWorld } from './probe'

describe('LockService', () => {
  test('documented: taken, held, released', () => {
    const answer = probe(probeWorld(), () => {
      const lock = LockService.getScriptLock()
      const before = lock.hasLock()
      lock.waitLock(100)
      const held = lock.hasLock()
      lock.releaseLock()
      return [before, held, lock.hasLock()]
    })
    expect(answer).toEqual([false, true, false])
  })

  test('observed: re-taking in the same execution succeeds', () => {
    expect(probe(probeWorld(), () => [LockService.getScriptLock().tryLock(0), LockService.getScriptLock().tryLock(0)])).toEqual([
      true,
      true,
    ])
  })

  test('documented: it is free again when the execution ends', () => {
    const world = probeWorld()
    const take = (): boolean => LockService.getScriptLock().tryLock(0)
    expect([probe(world, take), probe(world, take)]).toEqual([true, true])
  })

  test('observed: the words of a time-out; tryLock answers false after its time', () => {
    const world = probeWorld()
    world.state.lock.heldBy = 999
    expect(probeError(world, () => LockService.getScriptLock().waitLock(3000))).toBe(
      'Exception: Lock timeout: another process was holding the lock for too long.',
    )
    const answer = probe(world, () => {
      const before = Date.now()
      return [LockService.getScriptLock().tryLock(3000), Date.now() - before]
    })
    expect(answer).toEqual([false, 3050])
  })

  test('observed: a time before now is over already, though nobody holds the lock', () => {
    const world = probeWorld()
    expect(probe(world, () => LockService.getScriptLock().tryLock(-100))).toBe(false)
    expect(probeError(world, () => LockService.getScriptLock().waitLock(-100))).toContain('Lock timeout')
  })

  test('documented: a web app has no document lock', () => {
    const source = '() => ContentService.createTextOutput(String(LockService.getDocumentLock()))'
    expect(probeWorld().invoke({ fn: 'probe', entry: 'webGet', user: '', args: [source] }).value).toMatchObject({ content: 'null' })
  })

  test('documented: document and script locks are different locks', () => {
    const world = probeWorld()
    world.state.lock.heldBy = 999
    expect(probe(world, () => LockService.getDocumentLock()?.tryLock(0))).toBe(true)
  })
})
