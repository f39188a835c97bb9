/** The script lock (getDocumentLock is null in web apps): held from load to commit, never while a letter is sent. */

import { PlatformError, platformErrorOf, tried } from './platformError'

const waitMs = 20_000
type Lock = GoogleAppsScript.Lock.Lock

/** By this run: to release it inside would release it for the whole. */
let held: Lock | null = null
let taken = 0

/** Which time the lock is held in this run; 0 = it is not held, and another run may write. */
export function lockNumber(): number {
  return held === null ? 0 : taken
}

/**
 * Asked before the register is written: what was read under a lock that is gone may have changed since.
 * @throws PlatformError lockBusy
 */
export function keepsLock(): void {
  if (held !== null && !isStillHeld(held)) throw new PlatformError('lockBusy')
}

/** Where Google does not say, it is taken as held. */
function isStillHeld(lock: Lock): boolean {
  try {
    return lock.hasLock()
  } catch {
    return true
  }
}

/**
 * Runs `work` under the script lock and releases it.
 * @throws PlatformError lockBusy after 20 s
 */
export function underLock<T>(work: () => T): T {
  if (held !== null) return work()
  const lock = LockService.getScriptLock()
  if (!tried(() => lock.tryLock(waitMs))) throw new PlatformError('lockBusy')
  held = lock
  taken += 1
  try {
    return work()
  } finally {
    held = null
    release(lock)
  }
}

/** What was committed stays committed: a release that fails is not told as a failure of the work. Google frees the lock at the run's end. */
function release(lock: Lock): void {
  try {
    lock.releaseLock()
  } catch (error) {
    console.error(`lock: ${platformErrorOf(error).message}`)
  }
}
