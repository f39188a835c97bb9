/** The centre's own phones and addresses are nobody's: they stand in answers that people quote and in signatures. */

import { phonesIn } from '../client/phones'
import type { Office } from '../office/office'
import type { ReadRequest, RequestFields } from './request'

type Own = Pick<Office, 'people' | 'projects' | 'settings'>

/** The request's fields without them; a phone or an address that is only seen in it takes the empty place. */
export function withoutOwn({ fields, seen }: Pick<ReadRequest, 'fields' | 'seen'>, office: Own): RequestFields {
  const { phones, emails } = ownOf(office)
  const isOwnPhone = (text: string) => phonesIn(text).some(({ number }) => phones.some((digits) => number.endsWith(digits)))
  return {
    ...fields,
    phone: [fields.phone, ...seen.phones].find((phone) => phone !== '' && !isOwnPhone(phone)) ?? '',
    email: [fields.email, ...seen.emails].find((email) => email !== '' && !emails.has(email.toLowerCase())) ?? '',
  }
}

/** Fewest digits by which a phone is known: the setting may lack the town's code. */
const fewestDigits = 5

function ownOf({ people, projects, settings }: Own): { readonly phones: readonly string[]; readonly emails: ReadonlySet<string> } {
  const phones = settings.centrePhone.split(/[,;/]/).map((phone) => phone.replace(/\D/g, '').replace(/^[78](?=\d{10}$)/, ''))
  const emails = [...people.map(({ email }) => email), ...projects.map(({ managerEmail }) => managerEmail)]
  return {
    phones: phones.filter(({ length }) => length >= fewestDigits),
    emails: new Set(emails.map((email) => email.trim().toLowerCase())),
  }
}
