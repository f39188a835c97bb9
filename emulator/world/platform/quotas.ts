/** Daily quotas: each account has its own, and it is renewed 24 hours after the first use (documented). */
import { dailyLimits, exhausted } from '../limits'
import type { QuotaName, WorldState } from '../types'
import { dayIn } from '../zone'

const dayMs = 86_400_000

/** What is left of the account's quota. */
export function quotaLeft(state: WorldState, account: string, name: QuotaName): number {
  return dailyLimits[state.limits][name] - usedBefore(state, name) - usedSince(state, account, name)
}

/** What the world was given as used on a day of the script's zone, by whomever. */
function usedBefore({ quotas, scriptTimeZone, now }: WorldState, name: QuotaName): number {
  return quotas.day === dayIn(scriptTimeZone, now) ? (quotas.used[name] ?? 0) : 0
}

function usedSince({ quotas, now }: WorldState, account: string, name: QuotaName): number {
  const use = quotas.accounts?.[account]?.[name]
  return use && now < use.since + dayMs ? use.used : 0
}

/** Throws Google's refusal when less than `amount` is left. */
export function requireQuota(state: WorldState, account: string, name: QuotaName, amount: number): void {
  if (quotaLeft(state, account, name) < amount) throw exhausted[name]()
}

/** The first use after a renewal begins the next 24 hours. */
export function chargeQuota(state: WorldState, account: string, name: QuotaName, amount: number): void {
  const used = usedSince(state, account, name)
  const since = used > 0 ? (state.quotas.accounts?.[account]?.[name]?.since ?? state.now) : state.now
  state.quotas.accounts ??= {}
  state.quotas.accounts[account] = { ...state.quotas.accounts[account], [name]: { since, used: used + amount } }
}
