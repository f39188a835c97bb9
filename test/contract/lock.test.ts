/** LockService across executions; what one of them sees are probes (probes/lock.ts), waiting is in test/emulator/interleave.test.ts. */
import { probe, probeError, probeWorld } from './probe'

describe('LockService', () => {
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

  test('documented: a web app has no document lock', () => {
    const source = '() => ContentService.createTextOutput(String(LockService.getDocumentLock()))'
    expect(probeWorld().invoke({ fn: 'probe', entry: 'webGet', user: '', args: [source] }).value).toMatchObject({ content: 'null' })
  })
})
