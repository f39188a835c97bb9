/** Which deal a screen stands on, kept over a reload: where it was seen, never what stands in it. */

import type { Card, Input } from '../../../rpc/contract'
import type { Drafts } from '../page/drafts'

export type DealHint = Input<'deal/open'>

export function hintOf({ ref: { id, row, clientId } }: Card): DealHint {
  return { id, row, clientId }
}

/** null = nothing was open. */
export function keptHint(drafts: Drafts, key: string): DealHint | null {
  const kept = drafts.read(key)
  return isHint(kept) ? kept : null
}

export function isHint(kept: unknown): kept is DealHint {
  return typeof kept === 'object' && kept !== null && 'id' in kept && typeof kept.id === 'number' && 'row' in kept && 'clientId' in kept
}
