/** Links that stand in letters to people without an account: what is signed, how the address is written, how it is read back. */

import type { Deal } from '../deal/deal'
import type { LocalDate } from '../time/localTime'

export const linkPurposes = ['report', 'feedback', 'decide', 'stop', 'visit', 'request'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/** One purpose, one deal, until a day: nothing personal stands in an address. */
export interface LinkTarget {
  readonly purpose: LinkPurpose
  readonly dealId: number
  /** Last day on which it works. */
  readonly until: LocalDate
  /** What it was written about (linkTag): once that is another, the link is no more. '' = the deal alone. */
  readonly tag: string
}

export interface GivenLink extends LinkTarget {
  readonly signature: string
  /** Not signed: what the page opens with, '' = nothing. */
  readonly value: string
}

/** What the signature covers. Example: 'report|41217|2026-12-08|1x8f0ab'. */
export function signedText({ purpose, dealId, until, tag }: LinkTarget): string {
  return `${purpose}|${dealId}|${until}|${tag}`
}

type Tagged = Pick<
  Deal,
  'consultant' | 'project' | 'externalAskedAt' | 'externalAskedOf' | 'feedbackAskedAt' | 'clientId' | 'start' | 'outsideIds'
>

/**
 * What ties a link to more than its deal: a report to the consultant and the address that was written to, a decision to one asking of one
 * project's manager, feedback to one asking of one client, «no more letters» to the client, a visit to one booking and the address of its client,
 * files of a request to that sending of the form.
 * Whoever had the link before a change has none after it. Seven signs at most, nothing personal.
 *
 * @param email of the expert, for a report; of the client, for a visit
 */
export function linkTag(purpose: LinkPurpose, deal: Tagged, email = ''): string {
  if (purpose === 'report') return shortHash(`${deal.consultant}|${email.toLowerCase()}`)
  if (purpose === 'visit') return shortHash(`visit|${deal.clientId}|${deal.consultant}|${deal.start}|${email.trim().toLowerCase()}`)
  if (purpose === 'request') return requestTag(deal.outsideIds.split(' ', 1).join(''))
  if (purpose === 'decide') return shortHash(`${deal.project}|${deal.externalAskedAt}|${deal.externalAskedOf.toLowerCase()}`)
  return shortHash(`${purpose === 'feedback' ? deal.feedbackAskedAt : 'stop'}|${deal.clientId}`)
}

/** @param outsideId by which the sending of the form is known, the first of its deal's */
export function requestTag(outsideId: string): string {
  return shortHash(`request|${outsideId}`)
}

/** FNV-1a, 32 bits: tells apart, hides nothing that the signature does not guard. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}

/**
 * The query of an address.
 * @example linkQuery({ purpose: 'report', dealId: 41217, until: '2026-12-08', tag: '1x8f0ab', signature: 'aB_-', value: '' })
 *   // → 'p=report&d=41217&u=20261208&k=1x8f0ab&s=aB_-'
 */
export function linkQuery({ purpose, dealId, until, tag, signature, value }: GivenLink): string {
  const tagged = tag === '' ? '' : `&k=${tag}`
  const shown = value === '' ? '' : `&v=${encodeURIComponent(value)}`
  return `p=${purpose}&d=${dealId}&u=${until.replace(/-/g, '')}${tagged}&s=${signature}${shown}`
}

/** The link as an address gives it, or null where any part is not of the form that we write. */
export function readLink(parameters: Readonly<Record<string, string | undefined>>): GivenLink | null {
  const { p = '', d = '', u = '', k = '', s = '', v = '' } = parameters
  const purpose = linkPurposes.find((one) => one === p)
  const day = /^(\d{4})(\d\d)(\d\d)$/.exec(u)
  if (purpose === undefined || day === null || !/^[1-9]\d{0,8}$/.test(d) || !/^[a-z\d]{0,7}$/.test(k) || !/^[\w-]{43}$/.test(s)) return null
  return { purpose, dealId: Number(d), until: `${day[1]}-${day[2]}-${day[3]}`, tag: k, signature: s, value: v.slice(0, 20) }
}
