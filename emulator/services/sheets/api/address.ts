/** The address of a `Values.batchGet`: its ranges stand there, so a long list of them makes a long address. */
import { platformOf } from '../../../world/platform/settings'
import type { WorldState } from '../../../world/types'
import { apiError } from '../apiError'
import type { ReadOptions } from '../values'

export interface BatchGetOptions extends ReadOptions {
  readonly ranges?: string | readonly string[]
  readonly fields?: string
}

/** Characters of the address, Cyrillic percent-encoded. */
export function batchGetAddress(id: string, { ranges = [], ...options }: BatchGetOptions): number {
  const asked = typeof ranges === 'string' ? [ranges] : [...ranges]
  const pairs = [...asked.map((range) => ['ranges', range] as const), ...Object.entries(options)]
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return `https://sheets.googleapis.com/v4/spreadsheets/${id}/values:batchGet?${query}`.length
}

/** Notes the longest address so far; refuses one over the limit, which is assumed, as its words are. */
export function checkAddress(state: WorldState, chars: number): void {
  const longest = state.longestAddress ?? { batchGet: 0, fetch: 0 }
  state.longestAddress = { ...longest, batchGet: Math.max(longest.batchGet, chars) }
  if (chars > platformOf(state).batchGetAddress) throw apiError('sheets.spreadsheets.values.batchGet', 414, 'Request-URI Too Large')
}
