/** One run at a time talks to Planfix, so that its second between requests is kept; asked and taken under the script lock. */

import type { TaskRow } from '../../../usecases/control/taskRows'
import type { Loaded } from '../../desk/load'
import type { PlanfixLink } from './connection'

/** A row of «Задачи» that Planfix is to be told of. */
export interface PlanfixJob {
  readonly task: TaskRow
  /** Rows of «Исходящие» that ask for it, with the attempts that this run makes it. */
  readonly outbox: readonly { readonly row: number; readonly attempts: number }[]
  /** An earlier run may have done it without knowing. */
  readonly tried: boolean
}

export interface PlanfixClaim {
  readonly link: PlanfixLink
  readonly loaded: Loaded
  readonly jobs: readonly PlanfixJob[]
}

const cacheKey = 'planfixBusy'
/** Longer than a run; one that died gives it back. */
const keptSeconds = 300

export function isPlanfixBusy(): boolean {
  return (CacheService.getScriptCache()?.get(cacheKey) ?? null) !== null
}

export function takePlanfix(): void {
  CacheService.getScriptCache()?.put(cacheKey, '1', keptSeconds)
}

export function releasePlanfix(): void {
  CacheService.getScriptCache()?.remove(cacheKey)
}
