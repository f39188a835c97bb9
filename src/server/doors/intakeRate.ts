/** How many requests of each sender, and looks at one link, this minute has brought: counters in the cache, which Google may lose (then they start anew). */

import * as v from 'valibot'
import type { LinkTarget } from '../../domain/external/signedLink'
import { decoded } from '../../domain/register/stored'
import { cached, keepCached } from '../google/kept/cache'

const cacheKey = 'intakeRate'
const keptSeconds = 21_600
const initialLimit = 60
/** So many senders at their limit, and the minute is over for all who are new in it: what comes then is set aside. */
const sendersAtOnce = 5

interface Rate {
  readonly minute: number
  /** Requests of this minute by sender. */
  readonly senders: Readonly<Record<string, number>>
  /** «Заявок с сайта в минуту, не больше», of one sender, as the last stored request found it. */
  readonly limit: number
}

const rateSchema = v.object({ minute: v.number(), senders: v.record(v.string(), v.number()), limit: v.number() })

let present: Rate = { minute: 0, senders: {}, limit: initialLimit }

/** Counts this request of this sender; true = it is one too many. Not exact when several come at once, which is enough against a flood. */
export function isOverRate(sender: string): boolean {
  const minute = Math.floor(Date.now() / 60_000)
  const kept = decoded(rateSchema, cached(cacheKey), present)
  const senders = kept.minute === minute ? kept.senders : {}
  const count = (Object.getOwnPropertyDescriptor(senders, sender)?.value ?? 0) + 1
  present = { minute, senders: { ...senders, [sender]: count }, limit: kept.limit }
  const all = Object.values(present.senders).reduce((sum, one) => sum + one, 0)
  if (count > kept.limit || all > kept.limit * sendersAtOnce) return true
  keepCached(cacheKey, JSON.stringify(present), keptSeconds)
  return false
}

/** The setting is known only after the register was read; it holds from the next request on. At least one is let through to read it again. */
export function rememberRate(setting: number): void {
  const limit = Math.max(1, setting)
  if (limit !== present.limit) keepCached(cacheKey, JSON.stringify({ ...present, limit }), keptSeconds)
}

/** Looks and answers of one link in one minute, inclusive. */
const linkLimit = 20

/** Counts one use of a link whose signature is good; true = it is one too many this minute. */
export function isLinkOverRate({ purpose, dealId }: LinkTarget): boolean {
  return isOverMinute(`link:${purpose}:${dealId}`, linkLimit)
}

/** Files of requests in one minute, of all senders, inclusive: whoever sends them has no account. */
const requestFileLimit = 30

export function isFileOverRate(): boolean {
  return isOverMinute('requestFiles', requestFileLimit)
}

function isOverMinute(name: string, limit: number): boolean {
  const key = `${name}:${Math.floor(Date.now() / 60_000)}`
  const count = Number(cached(key)) + 1
  if (count > limit) return true
  keepCached(key, String(count), 120)
  return false
}
