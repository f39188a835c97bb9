/** The script lock (getDocumentLock is null in web apps): held from load to commit, never while a letter is sent. */

import { PlatformError } from './platformError'

const waitMs = 20_000

/**
 * Runs `work` under the script lock and releases it.
 * @throws PlatformError lockBusy after 20 s
 */
export function underLock<T>(work: () => T): T {
  const lock = LockService.getScriptLock()
  if (!lock.tryLock(waitMs)) throw new PlatformError('lockBusy')
  try {
    return work()
  } finally {
    lock.releaseLock()
  }
}
