/** What earlier deals tell: who was consulted before, who was asked for feedback, and whom to ask now (K3). */

import type { Client } from '../../domain/client/client'
import { missingDealFields } from '../../domain/deal/card'
import { makesKnown } from '../../domain/deal/closing'
import type { Deal } from '../../domain/deal/deal'
import type { Office } from '../../domain/office/office'
import { monthIn } from '../../domain/text/russian'
import { addDays, dateOf, type LocalDateTime, monthOf } from '../../domain/time/localTime'
import type { Known, Reads } from '../method/method'

/** What earlier deals tell about a client and a consultant. */
export type PastDeal = Pick<Deal, 'id' | 'clientId' | 'stage' | 'consultant' | 'feedbackAskedAt'>

export const newClientWhy = 'новый клиент'

/** Columns of the register that tell who was asked before. */
export const pastColumns = ['id', 'clientId', 'stage', 'consultant', 'feedbackAskedAt'] as const satisfies readonly (keyof PastDeal)[]

/** What a command asks first, so that no closed deal is read for it. */
export const pastIndex = { index: [] } as const satisfies Reads

/** Where «Указатель» does not tell. */
export function pastFurther(known: Known): Reads | null {
  return indexedPast(known) === null ? { columns: { deals: pastColumns } } : null
}

export function pastDeals(known: Pick<Known, 'scan' | 'index' | 'desk' | 'moment'>): readonly PastDeal[] {
  return indexedPast(known) ?? known.scan<PastDeal>('deals').map(({ value }) => value as PastDeal)
}

/** Of this month, and of the days in which nobody is asked twice. */
function indexedPast({ index, desk, moment: { now } }: Pick<Known, 'index' | 'desk' | 'moment'>): readonly PastDeal[] | null {
  const since = addDays(dateOf(now), -desk.office.settings.feedbackEveryDays)
  const first = `${monthOf(now)}-01`
  return index?.past(since < first ? since : first) ?? null
}

/** K3: no consultation of this client was ever closed successfully, in the register or in its archive, and he was lately asked about none. */
export function isNewClient(
  { clientId }: Pick<Deal, 'clientId'>,
  client: Client | null,
  past: readonly PastDeal[],
  asking: Parameters<typeof makesKnown>[1],
): boolean {
  const isKnown = past.some((one) => one.clientId === clientId && makesKnown(one, asking))
  return clientId !== null && !isKnown && (client?.archivedHeld ?? 0) === 0
}

/**
 * K3: a new client (no earlier consultation closed successfully, none lately asked about) always; else the first complete card of a consultant of whom
 * nobody was asked this month.
 */
export function feedbackReasons(
  held: readonly Deal[],
  past: readonly PastDeal[],
  { now, office: { required, settings } }: { readonly now: LocalDateTime; readonly office: Pick<Office, 'required' | 'settings'> },
): ReadonlyMap<number, string> {
  const known = new Set(past.filter((one) => makesKnown(one, { now, settings })).map(({ clientId }) => clientId))
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
    reasons.set(deal.id, isNew ? newClientWhy : `у ${deal.consultant} ${monthIn(monthOf(now))} ещё не спрашивали`)
    if (missingDealFields(deal, 'won', required).length === 0) asked.add(deal.consultant)
  }
  return reasons
}
