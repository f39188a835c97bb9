/** What a client said by the link of his letters of the booking that stands: that he comes, or what he wishes instead. */

import * as v from 'valibot'
import type { Deal } from '../deal/deal'
import { decoded } from '../register/stored'
import type { LocalDateTime } from '../time/localTime'

export const saidKinds = ['confirm', 'move', 'call', 'cancel'] as const
export type SaidKind = (typeof saidKinds)[number]

const said = v.object({
  kind: v.picklist(saidKinds),
  at: v.string(),
  /** The booking that he spoke of. */
  start: v.string(),
  consultant: v.string(),
  /** The hour that he wishes, '' = none. */
  to: v.string(),
  /** His own words, '' = none. */
  reason: v.string(),
})
export type ClientSaid = v.InferOutput<typeof said>

/** Of whatever booking; null = nothing. */
export function lastSaid({ clientSaid }: Pick<Deal, 'clientSaid'>): ClientSaid | null {
  return decoded(said, clientSaid, null)
}

/** Of the booking that stands and is still ahead: said of another time or consultant it is over by itself. */
export function standingSaid(deal: Deal, now: LocalDateTime): ClientSaid | null {
  const last = lastSaid(deal)
  const isOfThis = last !== null && deal.stage === 'assigned' && last.start === deal.start && last.consultant === deal.consultant
  return isOfThis && last.start > now ? last : null
}

/** What he wishes, and the office has not settled; null = nothing. */
export function wishOf(deal: Deal, now: LocalDateTime): ClientSaid | null {
  const last = standingSaid(deal, now)
  return last === null || last.kind === 'confirm' ? null : last
}
