/** Letters that ask somebody by a link: asked is when the letter went, and it goes only while the question stands. */

import type { Deal } from '../deal/deal'
import type { LocalDateTime } from '../time/localTime'
import { type LinkPurpose, linkTag } from './signedLink'

/** The deal's field that says when somebody was asked. */
export type AskedField = 'feedbackAskedAt' | 'externalAskedAt' | 'reportSentAt'

/** Before the booking, or where a booking has lost its decision (T2). */
const undecided: readonly Deal['stage'][] = ['new', 'accepted', 'assigned', 'held']

const stands: Readonly<Record<AskedField, (deal: Deal) => boolean>> = {
  feedbackAskedAt: ({ stage }) => stage === 'feedback',
  externalAskedAt: ({ stage, externalAt }) => undecided.includes(stage) && externalAt === null,
  reportSentAt: ({ stage }) => stage === 'assigned',
}

interface Tagged {
  readonly purpose: LinkPurpose
  readonly tag: string
}

/** Nobody was asked since, and what the links are about is what it was. @param to the letter's reader */
export function isStillAsked(field: AskedField, links: readonly Tagged[], deal: Deal, to: string): boolean {
  return deal[field] === null && stands[field](deal) && links.every(({ purpose, tag }) => tag === linkTag(purpose, deal, to))
}

export function asked(deal: Deal, field: AskedField, at: LocalDateTime): Deal {
  return { ...deal, [field]: at }
}

/** The links of the letter that asks now. */
export function linksAsked<Link extends Tagged>(links: readonly Link[], deal: Deal, to: string): Link[] {
  return links.map((link) => ({ ...link, tag: linkTag(link.purpose, deal, to) }))
}
