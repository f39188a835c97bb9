/** Probes of LockService, as far as one execution can see. */
import type { AnyProbe } from './kinds'

export const lock: readonly AnyProbe[] = [
  {
    name: 'taken, held, released',
    label: 'documented',
    needs: [],
    run: () => {
      const one = LockService.getScriptLock()
      const before = one.hasLock()
      one.waitLock(1000)
      const held = one.hasLock()
      one.releaseLock()
      return [before, held, one.hasLock()]
    },
    expect: [false, true, false],
  },
  {
    name: 're-taking in the same execution succeeds',
    label: 'observed',
    needs: [],
    run: () => [LockService.getScriptLock().tryLock(1000), LockService.getScriptLock().tryLock(1000)],
    expect: [true, true],
  },
  {
    name: 'a time before now is over already, though nobody holds the lock',
    label: 'observed',
    needs: [],
    run: (_scratch, _given, { failure }) => {
      const one = LockService.getScriptLock()
      one.releaseLock()
      return [one.tryLock(-100), failure(() => one.waitLock(-100))]
    },
    expect: [false, 'Exception: Lock timeout: another process was holding the lock for too long.'],
  },
  {
    name: 'document and script locks are different locks',
    label: 'documented',
    needs: [],
    run: () => [LockService.getScriptLock().tryLock(1000), LockService.getDocumentLock()?.hasLock() ?? null],
    expect: [true, false],
  },
]
