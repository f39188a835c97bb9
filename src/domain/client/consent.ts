/** Consent to process personal data: day, wording and door are kept together, whichever door it came by; a withdrawal stands beside them. */

import type { RecordOf } from '../register/field'
import type { LocalDate } from '../time/localTime'
import type { clientFields } from './fields'

export interface Consent {
  readonly date: LocalDate
  /** The wording as it was shown, whole; '' = nobody knows it. */
  readonly text: string
  /** Which door (consentSources). */
  readonly source: string
}

export type KeptConsent = Pick<RecordOf<typeof clientFields>, 'consentDate' | 'consentText' | 'consentSource' | 'consentWithdrawn'>

/**
 * What the card keeps of a consent, null = none. One given on the day of a withdrawal or later ends that withdrawal; an older one does not.
 * @example keptConsent({ date: '2026-11-23', text: 'Даю согласие', source: 'письмо' }, '2026-11-20').consentWithdrawn // null
 */
export function keptConsent(given: Consent | null, withdrawn: LocalDate | null = null): KeptConsent {
  if (given === null) return { consentDate: null, consentText: '', consentSource: '', consentWithdrawn: withdrawn }
  const { date, text, source } = given
  const stays = withdrawn !== null && date < withdrawn
  return { consentDate: date, consentText: text, consentSource: source, consentWithdrawn: stays ? withdrawn : null }
}

/** Whether a day of consent tells the card something: there is none, or it was withdrawn and given anew. */
export function isConsentNews(
  date: LocalDate | null,
  { consentDate, consentWithdrawn }: Pick<KeptConsent, 'consentDate' | 'consentWithdrawn'>,
): boolean {
  if (date === null) return false
  return consentWithdrawn === null ? consentDate === null : date >= consentWithdrawn
}

/** Of two cards of one client: a consent comes whole, and a withdrawal counts for both unless consent was given after it. */
export function joinedConsent(kept: KeptConsent, other: KeptConsent): Partial<KeptConsent> {
  const from = kept.consentDate === null ? other : kept
  const { consentDate, consentText, consentSource } = from
  const days = [kept.consentWithdrawn, other.consentWithdrawn].filter((day) => day !== null && day >= (consentDate ?? '')).sort()
  const joined = { consentDate, consentText, consentSource, consentWithdrawn: days.pop() ?? kept.consentWithdrawn }
  return Object.fromEntries(Object.entries(joined).filter(([key, value]) => kept[key as keyof KeptConsent] !== value))
}
