/** A breach: an obligation that was not met by its time. */

import type { LocalDateTime } from '../time/localTime'

/** Obligations that are no breach when their time has passed, with the reason. */
export const noBreaches: Readonly<Record<string, string>> = {
  'A4.hold': 'its time is the start itself: a consultation that was not held shows in C8',
  'G7.quota': 'nobody owes it: a line of the director’s week',
  'W.personal': 'a list to look through: who stays on it is the director’s to say',
  'W.sync': 'due at once: it opens when it is late already',
}

/** Due is met inclusive: at that minute it is still in time. */
export function isPastDue({ due }: { readonly due: LocalDateTime }, now: LocalDateTime): boolean {
  return due < now
}

export function countsAsBreach(key: string): boolean {
  return !(key in noBreaches)
}

/** Same key, same breach, whatever noted it: '<obligation>:<deal, or subject>:<due>'. */
export function breachKey({
  key,
  dealId,
  subject,
  due,
}: {
  key: string
  dealId: number | null
  subject: string
  due: LocalDateTime
}): string {
  return `${key}:${dealId ?? subject}:${due}`
}
