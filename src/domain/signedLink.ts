/** Links that stand in letters to people without an account: what is signed, how the address is written, how it is read back. */

import type { LocalDate } from './localTime'

export const linkPurposes = ['report', 'feedback', 'decide', 'stop'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/** One purpose, one deal, until a day: nothing personal stands in an address. */
export interface LinkTarget {
  readonly purpose: LinkPurpose
  readonly dealId: number
  /** Last day on which it works. */
  readonly until: LocalDate
}

export interface GivenLink extends LinkTarget {
  readonly signature: string
  /** Not signed: what the page opens with, '' = nothing. */
  readonly value: string
}

/** What the signature covers. Example: 'report|41217|2026-12-08'. */
export function signedText({ purpose, dealId, until }: LinkTarget): string {
  return `${purpose}|${dealId}|${until}`
}

/**
 * The query of an address.
 * @example linkQuery({ purpose: 'report', dealId: 41217, until: '2026-12-08', signature: 'aB_-', value: '' })
 *   // → 'p=report&d=41217&u=20261208&s=aB_-'
 */
export function linkQuery({ purpose, dealId, until, signature, value }: GivenLink): string {
  const shown = value === '' ? '' : `&v=${encodeURIComponent(value)}`
  return `p=${purpose}&d=${dealId}&u=${until.replace(/-/g, '')}&s=${signature}${shown}`
}

/** The link as an address gives it, or null where any part is not of the form that we write. */
export function readLink(parameters: Readonly<Record<string, string | undefined>>): GivenLink | null {
  const { p = '', d = '', u = '', s = '', v = '' } = parameters
  const purpose = linkPurposes.find((one) => one === p)
  const day = /^(\d{4})(\d\d)(\d\d)$/.exec(u)
  if (purpose === undefined || day === null || !/^[1-9]\d{0,8}$/.test(d) || !/^[\w-]{43}$/.test(s)) return null
  return { purpose, dealId: Number(d), until: `${day[1]}-${day[2]}-${day[3]}`, signature: s, value: v.slice(0, 20) }
}
