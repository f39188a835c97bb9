/** Whether the caller may: asked on the server for every command. */

import type { Deal } from '../domain/deal/deal'
import type { Action } from '../domain/office/actions'
import { deniedTo } from '../domain/office/permission'
import type { Problem } from '../domain/problem'
import type { Caller } from './changes'

/** Refusal, or null where the caller may. A consultant changes only deals of his own, or without a consultant yet (C1, I9). */
export function forbidden(caller: Caller, action: Action, deal: Deal | null = null): Problem | null {
  return deniedTo(caller, action, deal)
}
