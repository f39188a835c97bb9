/** What the closing of a card asks for beside its fields: an answer where nobody has distributed it (K1), a reason where a new client is not asked (K3). */

import type { Client } from '../client/client'
import { isOneEmail } from '../client/email'
import { silenceOf } from '../letter/unasked'
import type { Office } from '../office/office'
import type { Problem } from '../problem'
import { closingTexts } from '../text/fieldText.ru'
import { addDays, dateOf, type LocalDateTime } from '../time/localTime'
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

/** When it is, and how often a client may be asked. */
interface Asking {
  readonly now: LocalDateTime
  readonly settings: Pick<Office['settings'], 'feedbackEveryDays'>
}

/** Within the days in which nobody is asked twice. */
export function isAskedLately({ feedbackAskedAt }: Pick<Deal, 'feedbackAskedAt'>, { now, settings }: Asking): boolean {
  return (feedbackAskedAt ?? '') > addDays(dateOf(now), -settings.feedbackEveryDays)
}

/** K3: a consultation of his was closed successfully, or he was lately asked about one: its client is not asked as a new one. */
export function makesKnown(deal: Pick<Deal, 'stage' | 'feedbackAskedAt'>, asking: Asking): boolean {
  return deal.stage === 'won' || isAskedLately(deal, asking)
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
