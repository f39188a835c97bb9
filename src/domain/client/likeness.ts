/** What somebody told about himself beside a client's card: what agrees, what differs. */

import { folded } from '../text/fold'
import type { Client } from './client'
import { isLegalForm, organisationCore, organisationKey, shortKey } from './organisation'
import { compareNames, type NameLikeness } from './personName'
import { type Phone, phonesIn } from './phones'

/** Who is asking, as told; '' = not told. */
export interface Told {
  readonly organisation: string
  readonly contact: string
  readonly phone: string
  readonly email: string
}
export type Trait = keyof Told

export interface Likeness {
  readonly organisation: 'same' | 'near' | 'other' | 'silent'
  readonly contact: NameLikeness
  /** 'line': the same number, and one extension is not told; 'extension': another extension of it. */
  readonly phone: 'same' | 'line' | 'extension' | 'other' | 'silent'
  readonly email: 'same' | 'other' | 'silent'
}

/** What is compared, folded once. */
export interface Traits {
  readonly key: string
  readonly core: string
  readonly contact: string
  readonly phones: readonly Phone[]
  readonly emails: readonly string[]
}

/** What people write where they have no organisation, or not its name: it tells nobody from another. */
const noOrganisation = new Set(
  (
    'нет,не указана,нету,без организации,физическое лицо,физлицо,физ лицо,частное лицо,самозанятый,самозанятая,тест,не знаю,нет организации,' +
    'организации нет,частное,частник,гражданин,гражданка,житель,пока нет,еще нет,без названия,не зарегистрированы,не зарегистрирована,' +
    'инициативная группа,инициативная группа граждан,группа граждан,организация,компания,волонтер,доброволец,студент,пенсионер'
  ).split(','),
)

export function traitsOf({ organisation, contact, phone, email }: Told, phoneKey = ''): Traits {
  const key = nameKey(organisation)
  const phones = phonesIn(phone)
  return {
    key,
    core: key === '' ? '' : organisationCore(organisation),
    contact,
    phones: phoneKey === '' || phones.some(({ number }) => number === phoneKey) ? phones : [...phones, { number: phoneKey, extension: '' }],
    emails: emailsIn(email),
  }
}

export function clientTraits(client: Pick<Client, Trait | 'phoneKey'>): Traits {
  return traitsOf(client, client.phoneKey)
}

/** What a card is looked up by. Its phones, its addresses, its person in its organisation: two cards that share none are never one client. */
export function signsOf(client: Pick<Client, 'organisation' | 'contact' | 'phone' | 'email' | 'phoneKey'>): string[] {
  const { key, phones, emails } = clientTraits(client)
  return [...phones.map(({ number }) => number), ...emails, `${folded(client.contact)} / ${key}`]
}

/** '' = no organisation is named. */
export function nameKey(organisation: string): string {
  const key = shortKey(organisationKey(organisation))
  return noOrganisation.has(key) || isLegalForm(key) ? '' : key
}

/** Addresses of a field, in lower case; what has no @ is none. */
function emailsIn(text: string): string[] {
  return text
    .slice(0, 1000)
    .toLowerCase()
    .split(/[\s,;<>]+/)
    .filter((part) => part.includes('@'))
    .map((part) => part.replace(/^mailto:/, '').replace(/(?<!\.)\.+$/, ''))
}

export function compare(a: Traits, b: Traits): Likeness {
  return { organisation: sameName(a, b), contact: compareNames(a.contact, b.contact), phone: samePhone(a, b), email: sameEmail(a, b) }
}

function sameName(a: Traits, b: Traits): Likeness['organisation'] {
  if (a.key === '' || b.key === '') return 'silent'
  if (a.key === b.key) return 'same'
  const isBare = a.key === a.core || b.key === b.core
  return isBare && a.core === b.core ? 'near' : 'other'
}

function samePhone(a: Traits, b: Traits): Likeness['phone'] {
  if (a.phones.length === 0 || b.phones.length === 0) return 'silent'
  const pairs = a.phones.flatMap((one) => b.phones.flatMap((other) => (one.number === other.number ? [[one, other] as const] : [])))
  if (pairs.length === 0) return 'other'
  if (pairs.some(([one, other]) => one.extension === other.extension)) return 'same'
  return pairs.some(([one, other]) => one.extension === '' || other.extension === '') ? 'line' : 'extension'
}

function sameEmail(a: Traits, b: Traits): Likeness['email'] {
  if (a.emails.length === 0 || b.emails.length === 0) return 'silent'
  return a.emails.some((email) => b.emails.includes(email)) ? 'same' : 'other'
}
