/** A client: an organisation (or a person) with somebody to call. */

import type { LocalDate, LocalDateTime } from '../time/localTime'

export const organisationKinds = [
  'НКО',
  'инициативная группа',
  'орган местного самоуправления',
  'учреждение',
  'бизнес',
  'СМИ',
  'физическое лицо',
] as const

export interface Client {
  readonly id: number
  readonly version: number
  readonly organisation: string
  /** One of organisationKinds. */
  readonly kind: string
  readonly contact: string
  /** As typed. */
  readonly phone: string
  /** '+79114160123', or '' when it cannot be read as a phone. */
  readonly phoneKey: string
  readonly email: string
  readonly messenger: string
  readonly municipality: string
  /** Consent to process personal data. */
  readonly consentDate: LocalDate | null
  readonly created: LocalDateTime
  readonly outsideIds: string
  /** 'да' = the client asked for no letters but those about a time. */
  readonly noLetters: string
  /** Consultations held that stand in the archive, null = none; kept when deals are archived. */
  readonly archivedHeld: number | null
  /** The last of the archived deals that had a time (archivedLastText); '' = none. */
  readonly archivedLast: string
}

export const emptyClient: Client = {
  id: 0,
  version: 0,
  organisation: '',
  kind: '',
  contact: '',
  phone: '',
  phoneKey: '',
  email: '',
  messenger: '',
  municipality: '',
  consentDate: null,
  created: '',
  outsideIds: '',
  noLetters: '',
  archivedHeld: null,
  archivedLast: '',
}

/** № of the client card this one was merged into, or null. A merged card stays where it is and is proposed no more. */
export function mergedInto({ outsideIds }: Pick<Client, 'outsideIds'>): number | null {
  const mark = /(?:^|\s)merged:(\d+)(?=\s|$)/.exec(outsideIds)
  return mark === null ? null : Number(mark[1])
}
