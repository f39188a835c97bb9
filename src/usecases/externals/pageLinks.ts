/** The links that letters carry: tied to what the deal says now, good for «Ссылки в письмах действуют, дней». */

import { isNotedSince } from '../../domain/deal/comment'
import type { Deal } from '../../domain/deal/deal'
import type { AskedField } from '../../domain/external/asking'
import { type LinkPurpose, linkTag } from '../../domain/external/signedLink'
import type { Settings } from '../../domain/office/settings'
import { addDays, addMinutes, dateOf, type LocalDate, type LocalDateTime } from '../../domain/time/localTime'
import type { Letter, Moment, PageLink } from '../changes'
import type { Desk } from '../desk'

/** A link to one page of the deal as it stands after the change; `value` is what the page opens with, `email` the expert's. */
export function pageLink(purpose: LinkPurpose, deal: Deal, until: LocalDate, value = '', email = ''): PageLink {
  return { purpose, dealId: deal.id, until, tag: linkTag(purpose, deal, email), ...(value === '' ? {} : { value }) }
}

/** What the letter's going is kept in. */
export function setsOf({ id }: Deal, { deals }: Desk, field: AskedField): NonNullable<Letter['sets']> {
  return { deal: id, row: deals.get(id)?.row ?? null, field }
}

/** Last day of a link made now. A consultation that is still ahead counts from its own day. */
export function linkUntil({ start }: Pick<Deal, 'start'>, { office }: Desk, { now }: Moment): LocalDate {
  const from = start !== null && start > now ? start : now
  return addDays(dateOf(from), office.settings.linkDays)
}

/** A button pressed again and again sends one letter in so many minutes: the day's mail has room for few. */
export const pauseMinutes = 10

/** @param note how the comment of its sending begins */
export function isJustSent(deal: Deal, note: string, now: LocalDateTime): boolean {
  return isNotedSince(deal, note, addMinutes(now, 1 - pauseMinutes))
}

/** What every such letter says of the office and the deal. */
export function letterFacts(
  deal: Deal,
  { office }: Desk,
  { now }: Moment,
): Pick<Settings, 'centreName' | 'centrePhone'> & { dealId: number; now: string } {
  const { centreName, centrePhone } = office.settings
  return { centreName, centrePhone, dealId: deal.id, now }
}
