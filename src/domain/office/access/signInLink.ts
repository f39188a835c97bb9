/** The link that a letter brings to whoever signs in: once, for a quarter of an hour. */

import * as v from 'valibot'
import { isWithin } from './device'
import { linkMinutes } from './lifetimes'
import { idOf } from './secrets'

export const signInLink = v.object({
  digest: v.string(),
  email: v.string(),
  tag: v.string(),
  /** When the letter went, epoch ms. */
  at: v.number(),
  /** Digest of the device that it let in; '' = it was not used. */
  used: v.string(),
})
export type SignInLink = v.InferOutput<typeof signInLink>

const lifetime = linkMinutes * 60_000
const hour = 3_600_000
const day = 24 * hour

/** Letters to one person, inclusive. */
const most = { hour: 3, day: 8 } as const

export type LinkState = 'good' | 'used' | 'expired' | 'unknown'

/** @param by digest of the device that asks: the same one is let in again, where its answer was lost */
export function linkState(link: SignInLink | undefined, now: number, by = ''): LinkState {
  if (link === undefined) return 'unknown'
  if (link.used !== '' && (by === '' || link.used !== by)) return 'used'
  return isWithin(link.at, now, lifetime) ? 'good' : 'expired'
}

/** Whether one more letter may go to this person. */
export function mayWrite(kept: readonly SignInLink[], { email }: Pick<SignInLink, 'email'>, now: number): boolean {
  const since = (length: number) => kept.filter((one) => one.email === email && one.at > now - length).length
  return since(hour) < most.hour && since(day) < most.day
}

/** As long as it counts as a letter of the day. */
export function isKept({ at }: Pick<SignInLink, 'at'>, now: number): boolean {
  return isWithin(at, now, day)
}

export function linkProperty({ digest }: Pick<SignInLink, 'digest'>): string {
  return `signIn.${idOf(digest)}`
}
