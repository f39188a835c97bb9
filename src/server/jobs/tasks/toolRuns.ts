/** One run at a time talks to the tool for tasks, so that its pace is kept; asked and taken under the script lock. */

import type { TaskRow } from '../../../usecases/control/taskRows'
import type { Loaded } from '../../desk/load'
import { cached, forgetCached, keepCached } from '../../google/kept/cache'
import type { ConnectedTool } from '../../partners/taskTools'

/** A row of «Задачи» that the tool is to be told of. */
export interface TaskJob {
  readonly task: TaskRow
  /** Rows of «Исходящие» that ask for it, with the attempts that this run makes it. */
  readonly outbox: readonly { readonly row: number; readonly attempts: number }[]
  /** An earlier run may have done it without knowing. */
  readonly tried: boolean
}

export interface TaskClaim {
  readonly tool: ConnectedTool
  readonly loaded: Loaded
  readonly jobs: readonly TaskJob[]
}

const cacheKey = 'taskToolBusy'
/** Longer than a run; one that died gives it back. */
const keptSeconds = 300

export function isToolBusy(): boolean {
  return cached(cacheKey) !== ''
}

export function takeTool(): void {
  keepCached(cacheKey, '1', keptSeconds)
}

export function releaseTool(): void {
  forgetCached(cacheKey)
}
