/** Lists of amoCRM as the desk reads them: what changed, leads with their contacts and companies, what waits in «Неразобранное». */

import type * as v from 'valibot'
import { fromOf, pageSize } from '../../../domain/importing/leads/cursor'
import type { LeadView } from '../../../domain/importing/leads/lead'
import type { Cursor, ListName } from '../../../domain/importing/leads/link'
import { type AmoAccess, type AmoRequest, askAmo, askTogether } from './request'
import * as shapes from './shapes'

const names = { leads: 'leads', contacts: 'contacts', notes: 'notes', events: 'events', unsorted: 'unsorted' } as const
const items = {
  leads: shapes.lead,
  contacts: shapes.contact,
  notes: shapes.note,
  events: shapes.event,
  unsorted: shapes.unsorted,
} as const
type Items = { readonly [K in keyof typeof items]: readonly v.InferOutput<(typeof items)[K]>[] }

/** What changed since the cursors; absent lists were not asked for. */
export type Changed = Partial<Items>

interface Wanted {
  readonly cursors: Partial<Readonly<Record<ListName, Cursor>>>
  /** Page of «Неразобранное»; null = it is not asked for. */
  readonly unsorted: number | null
  readonly pipeline: number
}

/** One call, at most five requests. */
export function askChanged(access: AmoAccess, { cursors, unsorted, pipeline }: Wanted): Changed {
  const asked = [
    ...(Object.entries(cursors) as [ListName, Cursor][]).map(([name, cursor]) => ({ name, path: pathOf[name](cursor) })),
    ...(unsorted === null
      ? []
      : [
          {
            name: 'unsorted' as const,
            path: `leads/unsorted?filter[pipeline_id]=${pipeline}&order[created_at]=desc&limit=${pageSize}&page=${unsorted}`,
          },
        ]),
  ]
  const requests = asked.map(({ name, path }): AmoRequest<v.GenericSchema> => ({ path, answer: shapes.listOf(names[name], items[name]) }))
  const answers = askTogether(access, requests) as ({ readonly _embedded: Readonly<Record<string, unknown>> } | null)[]
  return Object.fromEntries(asked.map(({ name }, index) => [name, answers[index]?._embedded[names[name]] ?? []]))
}

const byChange = (cursor: Cursor) =>
  `filter[updated_at][from]=${fromOf(cursor)}&order[updated_at]=desc&limit=${pageSize}&page=${cursor.page}`

const pathOf: Readonly<Record<ListName, (cursor: Cursor) => string>> = {
  /** Of all pipelines: one that leaves ours is told. */
  leads: (cursor) => `leads?with=contacts&${byChange(cursor)}`,
  contacts: (cursor) => `contacts?with=leads&${byChange(cursor)}`,
  notes: (cursor) => `leads/notes?filter[note_type]=common&${byChange(cursor)}`,
  events: (cursor) =>
    `events?filter[type][]=lead_deleted&filter[type][]=entity_merged&filter[created_at][from]=${fromOf(cursor)}&limit=${pageSize}&page=${cursor.page}`,
}

/** A page of all leads of the pipeline, by number: their order stands still. */
export function leadPage(access: AmoAccess, pipeline: number, page: number): readonly shapes.ReadLeadItem[] {
  return askList(
    access,
    `leads?with=contacts&filter[pipeline_id]=${pipeline}&order[id]=asc&limit=${pageSize}&page=${page}`,
    'leads',
    shapes.lead,
  )
}

export function leadsById(access: AmoAccess, ids: readonly number[]): readonly shapes.ReadLeadItem[] {
  return byIds(ids, (query) => askList(access, `leads?with=contacts&${query}`, 'leads', shapes.lead))
}

/** Leads whose name holds the words. */
export function leadsNamed(access: AmoAccess, words: string): readonly shapes.ReadLeadItem[] {
  return askList(access, `leads?with=contacts&query=${encodeURIComponent(words)}&limit=${pageSize}`, 'leads', shapes.lead)
}

export function notesOf(access: AmoAccess, leads: readonly number[]): readonly v.InferOutput<typeof shapes.note>[] {
  const query = leads.map((id) => `filter[entity_id][]=${id}`).join('&')
  return askList(access, `leads/notes?${query}&order[updated_at]=desc&limit=${pageSize}`, 'notes', shapes.note)
}

export function askList<T extends v.GenericSchema>(access: AmoAccess, path: string, name: string, item: T): readonly v.InferOutput<T>[] {
  const answer = askAmo(access, { path, answer: shapes.listOf(name, item) }) as {
    readonly _embedded: Readonly<Record<string, unknown>>
  } | null
  return (answer?._embedded[name] ?? []) as readonly v.InferOutput<T>[]
}

/** An address holds so many numbers (Google: 2 KB). */
const idsAtOnce = 60

function byIds<T>(ids: readonly number[], ask: (query: string) => readonly T[]): readonly T[] {
  const found: T[] = []
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const some = ids.slice(at, at + idsAtOnce)
    found.push(...ask(`${some.map((id) => `filter[id][]=${id}`).join('&')}&limit=${pageSize}`))
  }
  return found
}

/** The leads with contact and company: two requests for sixty of each. */
export function leadViews(access: AmoAccess, leads: readonly shapes.ReadLeadItem[]): LeadView[] {
  const ids = (of: 'contacts' | 'companies') => [...new Set(leads.flatMap((lead) => mainOf(lead, of) ?? []))]
  const contacts = new Map(
    byIds(ids('contacts'), (query) => askList(access, `contacts?${query}`, 'contacts', shapes.contact)).map((one) => [one.id, one]),
  )
  const companies = new Map(
    byIds(ids('companies'), (query) => askList(access, `companies?${query}`, 'companies', shapes.company)).map((one) => [one.id, one]),
  )
  return leads.map((lead) => viewOf(lead, contacts.get(mainOf(lead, 'contacts') ?? 0), companies.get(mainOf(lead, 'companies') ?? 0)))
}

function mainOf({ _embedded }: shapes.ReadLeadItem, of: 'contacts' | 'companies'): number | null {
  return (_embedded[of].find(({ is_main }) => is_main) ?? _embedded[of][0])?.id ?? null
}

type Contact = v.InferOutput<typeof shapes.contact>
type Company = v.InferOutput<typeof shapes.company>

function viewOf(lead: shapes.ReadLeadItem, contact: Contact | undefined, company: Company | undefined): LeadView {
  return {
    id: lead.id,
    name: lead.name ?? '',
    pipeline: lead.pipeline_id,
    status: lead.status_id,
    reason: lead.loss_reason_id,
    created: lead.created_at ?? 0,
    changed: lead.updated_at ?? 0,
    by: lead.updated_by ?? 0,
    fields: Object.fromEntries((lead.custom_fields_values ?? []).map((field) => [String(field.field_id), firstValue(field)])),
    contact:
      contact === undefined
        ? null
        : { id: contact.id, name: contact.name ?? '', phone: ofCode(contact, 'PHONE'), email: ofCode(contact, 'EMAIL') },
    company: company === undefined ? null : { id: company.id, name: company.name ?? '' },
  }
}

function firstValue({ values }: shapes.ReadField): string | number {
  const value = values[0]?.value ?? ''
  return typeof value === 'boolean' ? String(value) : value
}

function ofCode({ custom_fields_values }: Contact, code: string): string {
  const field = (custom_fields_values ?? []).find(({ field_code }) => field_code === code)
  return field === undefined ? '' : String(firstValue(field))
}
