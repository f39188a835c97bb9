/** What earlier deals tell: who was consulted before, who was asked for feedback, and whom to ask now (K3). */

import { missingDealFields } from '../../domain/deal/card'
import type { Deal } from '../../domain/deal/deal'
import type { RequiredField } from '../../domain/deal/requiredFields'
import { monthIn } from '../../domain/text/russian'
import { type LocalDateTime, monthOf } from '../../domain/time/localTime'
import type { Known } from '../method/method'

/** What earlier deals tell about a client and a consultant. */
export type PastDeal = Pick<Deal, 'id' | 'clientId' | 'stage' | 'consultant' | 'feedbackAskedAt'>

/** Columns of the register that tell who was asked before. */
export const pastColumns = ['id', 'clientId', 'stage', 'consultant', 'feedbackAskedAt'] as const satisfies readonly (keyof PastDeal)[]

export function pastDeals({ scan }: Pick<Known, 'scan'>): readonly PastDeal[] {
  return scan<PastDeal>('deals').map(({ value }) => value as PastDeal)
}

/**
 * K3: a new client (no earlier successfully closed consultation) always; else the first complete card of a consultant of whom
 * nobody was asked this month.
 */
export function feedbackReasons(
  held: readonly Deal[],
  past: readonly PastDeal[],
  { now, required }: { readonly now: LocalDateTime; readonly required: readonly RequiredField[] },
): ReadonlyMap<number, string> {
  const known = new Set(past.filter(({ stage }) => stage === 'won').map(({ clientId }) => clientId))
  const asked = new Set(
    past
      .filter(({ feedbackAskedAt }) => feedbackAskedAt !== null && monthOf(feedbackAskedAt) === monthOf(now))
      .map(({ consultant }) => consultant),
  )
  const reasons = new Map<number, string>()
  for (const deal of held) {
    const isNew = deal.clientId !== null && !known.has(deal.clientId)
    const unasked = !asked.has(deal.consultant)
    if (!isNew && !unasked) continue
    reasons.set(deal.id, isNew ? 'новый клиент' : `у ${deal.consultant} ${monthIn(monthOf(now))} ещё не спрашивали`)
    if (missingDealFields(deal, 'won', required).length === 0) asked.add(deal.consultant)
  }
  return reasons
}
