/** A client: an organisation (or a person) with somebody to call. */

import { emptyOf, isFilled, type RecordOf, typedKeys } from '../register/field'
import { joinedConsent } from './consent'
import { clientFields } from './fields'
import { isPhone } from './phone'

export const organisationKinds = [
  'НКО',
  'инициативная группа',
  'орган местного самоуправления',
  'учреждение',
  'бизнес',
  'СМИ',
  'физическое лицо',
] as const

/** Its fields are described in fields.ts. Empty text is '', an absent number or date is null. */
export interface Client extends RecordOf<typeof clientFields> {}

/** A client of whom nothing is known yet. */
export const emptyClient: Client = emptyOf(clientFields)

/** Fields that a person fills in on the card, in its order. */
export const clientCardKeys = typedKeys(clientFields)

/** What is read of every client to find one: a page has no more of whom it has found. */
export const foundKeys = [
  ...(['id', 'version', 'phoneKey', 'created', 'outsideIds', 'archivedLast', 'consentSource', 'consentWithdrawn'] as const),
  ...clientCardKeys,
]
export type FoundClient = Pick<Client, (typeof foundKeys)[number]>

/** Spaces are no text; a phone that cannot be read as a phone is none. */
export function isClientFieldFilled(client: Client, field: keyof Client): boolean {
  return field === 'phone' ? isPhone(client.phone) : isFilled(client[field])
}

/** What `kept` lacks and `other` has. A phone and its search form go together. */
export function blanksFilled(kept: Client, other: Client): Partial<Client> {
  const taken = clientCardKeys.filter((field) => !isFilled(kept[field]) && isFilled(other[field]))
  const fields: Partial<Client> = Object.fromEntries(taken.map((field) => [field, other[field]]))
  const { consentDate: _, ...plain } = fields
  return { ...plain, ...joinedConsent(kept, other), ...(fields.phone === undefined ? {} : { phoneKey: other.phoneKey }) }
}

/** № of the client card this one was merged into, or null. A merged card stays where it is and is proposed no more. */
export function mergedInto({ outsideIds }: Pick<Client, 'outsideIds'>): number | null {
  const mark = /(?:^|\s)merged:(\d+)(?=\s|$)/.exec(outsideIds)
  return mark === null ? null : Number(mark[1])
}
