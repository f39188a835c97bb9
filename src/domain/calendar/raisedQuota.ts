/** G7: a quota raised from a date to a date, as people type it. */

import { readDay } from '../importing/wording'
import type { LocalDate } from '../time/localTime'

/** G7: a higher quota for a time, both ends inclusive. */
export interface RaisedQuota {
  readonly perWeek: number
  readonly from: LocalDate
  readonly until: LocalDate
}

/**
 * Raised quotas as they are typed; null = a part cannot be read.
 * @example readRaisedQuotas('3: 01.12.2026–25.12.2026') // → [{ perWeek: 3, from: '2026-12-01', until: '2026-12-25' }]
 */
export function readRaisedQuotas(text: string): RaisedQuota[] | null {
  const parts = text.split(/[;\n]/).map((part) => part.trim())
  const read = parts.filter((part) => part !== '').map(readPart)
  return read.includes(null) ? null : read.filter((one) => one !== null)
}

function readPart(part: string): RaisedQuota | null {
  const [, count = '', first = '', last = ''] = /^(\d{1,2})\s*:\s*([\d.]+)\s*[–—-]\s*([\d.]+)$/.exec(part) ?? []
  const [from, until] = [readDay(first), readDay(last)]
  return from === null || until === null || from > until ? null : { perWeek: Number(count), from, until }
}
