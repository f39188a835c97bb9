/** G7: how many consultations a week are expected, raised for everybody or for one person from a date to a date. */

import { readDay } from '../importing/wording'
import type { Office, Person, RaisedQuota } from '../office/office'
import { addDays, type LocalDate } from '../time/localTime'

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

/** The quota of one person in the week that begins on that Monday; none for external consultants. A raise counts in a week it touches. */
export function quotaOf(person: Pick<Person, 'external' | 'quotas'>, { settings }: Pick<Office, 'settings'>, monday: LocalDate): number {
  if (person.external) return 0
  const sunday = addDays(monday, 6)
  const raised = [...(settings.quotaRaised ?? []), ...(person.quotas ?? [])].filter(({ from, until }) => from <= sunday && until >= monday)
  return Math.max(settings.quotaPerWeek, ...raised.map(({ perWeek }) => perWeek))
}
