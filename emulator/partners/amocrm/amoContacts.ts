/** Contacts and companies: listed by number or by when they changed, changed in batches. */
import type { FetchResponse } from '../../run/host'
import { byChange, found, invalid, itemsOf, listed, numbersIn, since, type Wrong } from './amoProblem'
import type { AmoAsked, AmoRoute } from './amoRoute'
import type { AmoContact, AmoState } from './amoState'

type Fields = readonly { readonly field_code?: string; readonly values?: readonly { readonly value: string }[] }[]

export const contactRoutes: AmoRoute = (state, asked) => {
  if (asked.path !== 'contacts') return null
  if (asked.method === 'get')
    return listed(
      'contacts',
      chosen(state.contacts, asked).map((one) => shownContact(state, one)),
      asked,
    )
  return asked.method === 'patch' ? changed(state.contacts, asked, contactPart, 'contacts') : null
}

export const companyRoutes: AmoRoute = (state, asked) => {
  if (asked.path !== 'companies') return null
  if (asked.method === 'get') return listed('companies', chosen(state.companies, asked), asked)
  return asked.method === 'patch' ? changed(state.companies, asked, namePart, 'companies') : null
}

function chosen<T extends { id: number; updated_at: number }>(all: readonly T[], { query }: AmoAsked): T[] {
  const ids = numbersIn(query, 'filter[id]')
  const from = since(query, 'updated_at')
  const wanted = all.filter(({ id, updated_at }) => (ids === null || ids.includes(id)) && updated_at >= from)
  return byChange(wanted, query)
}

type Body = Record<string, unknown>

function changed<T extends { id: number; updated_at: number }>(
  all: T[],
  { body, now }: AmoAsked,
  partOf: (item: Body) => Partial<T>,
  name: string,
): FetchResponse {
  const items = itemsOf(body)
  const of = (item: Body) => all.find(({ id }) => id === Number(item['id']))
  const wrong = items.map((item): Wrong[] =>
    of(item) === undefined ? [{ code: 'NotFound', path: 'id', detail: 'Element not found' }] : [],
  )
  const refused = invalid(wrong)
  if (refused !== null) return refused
  for (const item of items) Object.assign(of(item) as T, partOf(item), { updated_at: now })
  return found({ _embedded: { [name]: items.map((item) => ({ id: Number(item['id']), updated_at: now })) } })
}

const namePart = (item: Body) => (item['name'] === undefined ? {} : { name: String(item['name']) })

function contactPart(item: Body): Partial<AmoContact> {
  const fields = (item['custom_fields_values'] ?? []) as Fields
  const of = (code: string) => fields.find(({ field_code }) => field_code === code)?.values?.[0]?.value
  const [phone, email] = [of('PHONE'), of('EMAIL')]
  return { ...namePart(item), ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) }
}

function shownContact({ leads }: AmoState, { id, name, phone, email, updated_at }: AmoContact): object {
  const own = leads.filter(({ contact, is_deleted }) => contact === id && !is_deleted).map((lead) => ({ id: lead.id }))
  const field = (code: string, value: string) => (value === '' ? [] : [{ field_code: code, values: [{ value, enum_code: 'WORK' }] }])
  const fields = [...field('PHONE', phone), ...field('EMAIL', email)]
  return { id, name, updated_at, custom_fields_values: fields.length === 0 ? null : fields, _embedded: { leads: own } }
}

export function addContact(state: AmoState, item: Body, now: number): number {
  const contact = { id: state.nextId++, name: '', phone: '', email: '', ...contactPart(item), updated_at: now }
  state.contacts.push(contact)
  return contact.id
}

export function addCompany(state: AmoState, item: Body, now: number): number {
  const company = { id: state.nextId++, name: String(item['name'] ?? ''), updated_at: now }
  state.companies.push(company)
  return company.id
}
