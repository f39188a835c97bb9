/** The script lock (getDocumentLock is null in web apps): held from load to commit, never while a letter is sent. */

import { PlatformError, platformErrorOf, tried } from './platformError'

const waitMs = 20_000
/** By this run: to release it inside would release it for the whole. */
let isHeld = false
let taken = 0

/** Which time the lock is held in this run; 0 = it is not held, and another run may write. */
export function lockNumber(): number {
  return isHeld ? taken : 0
}

/**
 * Runs `work` under the script lock and releases it.
 * @throws PlatformError lockBusy after 20 s
 */
export function underLock<T>(work: () => T): T {
  if (isHeld) return work()
  const lock = LockService.getScriptLock()
  if (!tried(() => lock.tryLock(waitMs))) throw new PlatformError('lockBusy')
  isHeld = true
  taken += 1
  try {
    return work()
  } finally {
    isHeld = false
    release(lock)
  }
}

/** What was committed stays committed: a release that fails is not told as a failure of the work. Google frees the lock at the run's end. */
function release(lock: GoogleAppsScript.Lock.Lock): void {
  try {
    lock.releaseLock()
  } catch (error) {
    console.error(`lock: ${platformErrorOf(error).message}`)
  }
}
