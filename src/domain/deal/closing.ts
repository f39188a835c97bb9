/** What the closing of a card asks for beside its fields: an answer where nobody has distributed it (K1), a reason where a new client is not asked (K3). */

import type { Client } from '../client/client'
import { isOneEmail } from '../client/email'
import { silenceOf } from '../letter/unasked'
import type { Problem } from '../problem'
import { closingTexts } from '../text/fieldText.ru'
import type { Deal, Stage } from './deal'
import { noProject } from './words'

/** K1: «не распределено» stands, and no closer has said that it stays. */
export function isUndistributed({ project, undistributedAt }: Pick<Deal, 'project' | 'undistributedAt'>): boolean {
  return project === noProject && undistributedAt === null
}

/** K1: a card is closed once it is distributed, or «не распределено» is an answer. */
export function distributionProblem(deal: Deal, to: Stage): Problem | null {
  return to === 'won' && isUndistributed(deal) ? { code: 'badValue', title: closingTexts.project, why: closingTexts.undistributed } : null
}

/** K3: a consultation of his was closed successfully, or he was asked about one: its client is new no more, and not asked as a new one again. */
export function makesKnown({ stage, feedbackAskedAt }: Pick<Deal, 'stage' | 'feedbackAskedAt'>): boolean {
  return stage === 'won' || stage === 'feedback' || feedbackAskedAt !== null
}

/**
 * K3: why a new client's card may be closed though nobody asked him; '' = nothing has to be said, null = a reason is missing.
 * @param reason of whoever closes it
 */
export function waiverOf(
  deal: Deal,
  client: Client | null,
  { to, isNew, reason }: { to: Stage; isNew: boolean; reason: string },
): string | null {
  if (to !== 'won' || deal.stage !== 'held' || !isNew || deal.feedbackAskedAt !== null || deal.feedbackWaived !== '') return ''
  if (reason.trim() !== '') return reason.trim()
  if (client === null || !isOneEmail(client.email)) return closingTexts.noAddress
  const silence = silenceOf('feedback', client)
  return silence === null ? null : closingTexts[silence]
}
