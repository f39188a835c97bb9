/** How many requests from outside, and looks at one link, this minute has brought: counters in the cache, which Google may lose (then they start anew). */

import type { LinkTarget } from '../../domain/external/signedLink'

const cacheKey = 'intakeRate'
const keptSeconds = 21_600
const initialLimit = 60

interface Rate {
  readonly minute: number
  readonly count: number
  /** «Заявок с сайта в минуту, не больше», as the last stored request found it. */
  readonly limit: number
}

let present: Rate = { minute: 0, count: 0, limit: initialLimit }

/** Counts this request; true = it is one too many. Not exact when several come at once, which is enough against a flood. */
export function isOverRate(): boolean {
  const cache = CacheService.getScriptCache()
  const minute = Math.floor(Date.now() / 60_000)
  const kept = rateOf(cache?.get(cacheKey) ?? '')
  present = { minute, count: kept.minute === minute ? kept.count + 1 : 1, limit: kept.limit }
  if (present.count > present.limit) return true
  cache?.put(cacheKey, JSON.stringify(present), keptSeconds)
  return false
}

/** The setting is known only after the register was read; it holds from the next request on. At least one is let through to read it again. */
export function rememberRate(setting: number): void {
  const limit = Math.max(1, setting)
  if (limit !== present.limit) CacheService.getScriptCache()?.put(cacheKey, JSON.stringify({ ...present, limit }), keptSeconds)
}

function rateOf(kept: string): Rate {
  const parts = /^\{"minute":(\d+),"count":(\d+),"limit":(\d+(?:\.\d+)?)\}$/.exec(kept)
  return parts === null
    ? { minute: 0, count: 0, limit: initialLimit }
    : { minute: Number(parts[1]), count: Number(parts[2]), limit: Number(parts[3]) }
}

/** Looks and answers of one link in one minute, inclusive. */
const linkLimit = 20

/** Counts one use of a link whose signature is good; true = it is one too many this minute. */
export function isLinkOverRate({ purpose, dealId }: LinkTarget): boolean {
  const cache = CacheService.getScriptCache()
  const key = `link:${purpose}:${dealId}:${Math.floor(Date.now() / 60_000)}`
  const count = Number(cache?.get(key) ?? 0) + 1
  if (count > linkLimit) return true
  cache?.put(key, String(count), 120)
  return false
}
