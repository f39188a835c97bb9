/** LockService: who else waits, goes on, or is refused when the lock is taken. */
import { LockBusy } from '../../run/gate'
import type { CoreHost } from '../../run/host'
import { effectiveUser, isWebApp } from '../../run/host'
import { strict } from '../../run/strict'
import { texts } from '../../world/limits'
import type { WorldState } from '../../world/types'
import { ServiceError } from '../../world/types'

type Gs = GoogleAppsScript.Lock.Lock

/** One of the world's locks: who holds it, and how to say so. */
interface Place {
  holder(): number | null
  hold(executionId: number | null): void
}

const scriptPlace = (state: WorldState): Place => ({
  holder: () => state.lock.heldBy,
  hold: (executionId) => {
    state.lock.heldBy = executionId
  },
})

function otherPlace(state: WorldState, name: string): Place {
  return {
    holder: () => state.otherLocks?.[name] ?? null,
    hold: (executionId) => {
      state.otherLocks ??= {}
      if (executionId === null) delete state.otherLocks[name]
      else state.otherLocks[name] = executionId
    },
  }
}

/** An execution's end frees every lock it holds. */
export function releaseLocksOf(state: WorldState, executionId: number): void {
  if (state.lock.heldBy === executionId) state.lock.heldBy = null
  for (const [name, holder] of Object.entries(state.otherLocks ?? {})) if (holder === executionId) delete state.otherLocks?.[name]
}

/**
 * True when taken. While another holds it: lets the suspended executions go on until it is free or `timeoutMs` of the
 * virtual clock have gone by since the first try; with nobody to let go on, the time-out is simply spent. A time before now
 * is over already (observed).
 */
function acquire(host: CoreHost, place: Place, timeoutMs: number): boolean {
  if (!(timeoutMs >= 0)) return false
  const holder = place.holder()
  const waited = host.waitingSince === null ? 0 : host.now() - host.waitingSince
  const isFree = holder === null || holder === host.executionId
  if (!isFree && host.mayYield && waited < timeoutMs) throw new LockBusy(timeoutMs)
  host.countWait(waited)
  if (isFree) place.hold(host.executionId)
  else host.spend(Math.max(timeoutMs - waited, 0))
  return isFree
}

function lockOf(host: CoreHost, place: Place): Gs {
  const { gate } = host
  const has = (): boolean => place.holder() === host.executionId
  const tryLock = (timeoutMs: number): boolean => gate.call('Lock.acquire', () => acquire(host, place, timeoutMs))
  return strict('Lock', {
    tryLock: ((timeoutMs: number) => tryLock(timeoutMs)) as Gs['tryLock'],
    waitLock: (timeoutMs: number) =>
      gate.call('Lock.acquire', () => {
        if (!acquire(host, place, timeoutMs)) throw new ServiceError(texts.lockTimeout)
      }),
    hasLock: () => gate.call('Lock.has', has),
    releaseLock: () =>
      gate.call('Lock.release', () => {
        if (has()) place.hold(null)
      }),
  })
}

type Service = Pick<typeof LockService, 'getScriptLock' | 'getDocumentLock' | 'getUserLock'>

/** `getDocumentLock()` is null in a web app. */
export function lockService(host: CoreHost): Service {
  const { state, invocation } = host
  return strict('LockService', {
    getScriptLock: () => lockOf(host, scriptPlace(state)),
    getDocumentLock: () => (isWebApp(invocation) ? null : lockOf(host, otherPlace(state, 'document'))) as Gs,
    getUserLock: () => lockOf(host, otherPlace(state, `user:${effectiveUser(state, invocation)}`)),
  })
}
