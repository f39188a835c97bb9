/** When it suits a client before anything is booked: hours and his own words in one line that people read and the desk understands. */

import { dayOfWeek, readDateTime } from '../text/russian'
import type { LocalDateTime } from '../time/localTime'

/** @example wishedText(['2026-11-27T10:00'], 'или после 16') // → 'пт 27.11.2026 10:00; или после 16' */
export function wishedText(hours: readonly LocalDateTime[], words: string): string {
  return [...hours.map(hourText), words.trim()].filter((part) => part !== '').join('; ')
}

function hourText(at: LocalDateTime): string {
  return `${dayOfWeek(at)} ${at.slice(8, 10)}.${at.slice(5, 7)}.${at.slice(0, 4)} ${at.slice(11, 16)}`
}

/** The hours that are named with their day, whoever wrote them. Example: wishedHours('пт 27.11.2026 10:00; утром') → ['2026-11-27T10:00'] */
export function wishedHours(text: string): LocalDateTime[] {
  const named = text.match(/\d{1,2}\.\d{1,2}\.\d{4},? {1,3}\d{1,2}:\d\d/g) ?? []
  return [...new Set(named.flatMap((part) => readDateTime(part) ?? []))]
}
