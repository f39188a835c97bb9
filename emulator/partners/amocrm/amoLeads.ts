/** Leads: listed by filters, changed in batches, made together with their contact and company. */
import type { FetchResponse } from '../../run/host'
import { addCompany, addContact } from './amoContacts'
import { byChange, found, invalid, itemsOf, listed, numbersIn, problem, since, type Wrong } from './amoProblem'
import type { AmoAsked, AmoRoute } from './amoRoute'
import { type AmoLead, type AmoState, type AmoValue, leadIn, lostStatus, unsortedStatus, wonStatus } from './amoState'

type Body = Record<string, unknown>
type Values = readonly { readonly field_id: number; readonly values: readonly AmoValue[] | null }[]

export const leadRoutes: AmoRoute = (state, asked) => {
  const { path, method } = asked
  if (path === 'leads' && method === 'get') return listed('leads', chosen(state, asked).map(shownLead), asked)
  if (path === 'leads' && method === 'patch') return patched(state, asked)
  if (path === 'leads/complex' && method === 'post') return made(state, asked)
  if (/^leads\/\d+$/.test(path) && method === 'get') {
    const lead = leadIn(state, Number(path.slice(6)))
    return lead === undefined ? { code: 204, body: '' } : found(shownLead(lead))
  }
  return null
}

/** What waits in «Неразобранное» is not among them, unless it is asked for by number: it has a list of its own. */
function chosen(state: AmoState, { query }: AmoAsked): AmoLead[] {
  const ids = numbersIn(query, 'filter[id]')
  const words = query.get('query')
  const pipeline = query.get('filter[statuses][0][pipeline_id]') ?? query.get('filter[pipeline_id]')
  const from = since(query, 'updated_at')
  const waiting = new Set(state.unsorted.map(({ lead }) => lead))
  const all = state.leads.filter(
    (lead) =>
      !lead.is_deleted &&
      (ids !== null || !waiting.has(lead.id)) &&
      lead.updated_at >= from &&
      (ids === null || ids.includes(lead.id)) &&
      (pipeline === null || lead.pipeline_id === Number(pipeline)) &&
      (words === null || lead.name.includes(words)),
  )
  return byChange(
    all.sort((a, b) => a.id - b.id),
    query,
  )
}

function shownLead({ custom, contact, company, ...lead }: AmoLead): object {
  const fields = Object.entries(custom).filter(([, values]) => values.length > 0)
  return {
    ...lead,
    custom_fields_values: fields.length === 0 ? null : fields.map(([id, values]) => ({ field_id: Number(id), values })),
    _embedded: {
      contacts: contact === null ? [] : [{ id: contact, is_main: true }],
      companies: company === null ? [] : [{ id: company }],
    },
  }
}

function patched(state: AmoState, { body, now }: AmoAsked): FetchResponse {
  const items = itemsOf(body)
  const refused = invalid(items.map((item) => wrongIn(state, item, leadIn(state, Number(item['id'])))))
  if (refused !== null) return refused
  for (const item of items) {
    const lead = leadIn(state, Number(item['id'])) as AmoLead
    changeLead(lead, partOf(state, item), { now, by: state.owner })
  }
  return found({ _embedded: { leads: items.map((item) => ({ id: Number(item['id']), updated_at: now })) } })
}

/** What a person or a script changes of a lead. */
export function changeLead(lead: AmoLead, part: Partial<AmoLead>, { now, by }: { now: number; by: number }): void {
  const { custom, ...rest } = part
  Object.assign(lead, rest, { updated_at: now, updated_by: by })
  if (lead.status_id !== lostStatus) lead.loss_reason_id = null
  if (custom !== undefined) Object.assign(lead.custom, custom)
}

function partOf(state: AmoState, item: Body): Partial<AmoLead> {
  const number = (key: string) => (item[key] === undefined ? {} : { [key]: item[key] === null ? null : Number(item[key]) })
  return {
    ...(item['name'] === undefined ? {} : { name: String(item['name']) }),
    ...number('status_id'),
    ...number('pipeline_id'),
    ...number('loss_reason_id'),
    ...number('responsible_user_id'),
    custom: Object.fromEntries(
      ((item['custom_fields_values'] ?? []) as Values).map(({ field_id, values }) => [
        String(field_id),
        (values ?? []).map((value) => keptValue(state, field_id, value)),
      ]),
    ),
  }
}

/** A select keeps the enum and shows its word; a number comes back as text. */
function keptValue(state: AmoState, id: number, { value, enum_id }: AmoValue): AmoValue {
  const field = state.fields.find((one) => one.id === id)
  const chosenOne = field?.enums?.find((one) => (enum_id === undefined ? one.value === String(value) : one.id === enum_id))
  if (chosenOne !== undefined) return { value: chosenOne.value, enum_id: chosenOne.id }
  return { value: field?.type === 'date_time' ? Number(value) : String(value) }
}

function wrongIn(state: AmoState, item: Body, lead: AmoLead | undefined): Wrong[] {
  if (lead === undefined) return [{ code: 'NotFound', path: 'id', detail: 'Element not found' }]
  return [...wrongStatus(state, item, lead), ...wrongFields(state, item)]
}

function wrongStatus(state: AmoState, item: Body, { pipeline_id }: Pick<AmoLead, 'pipeline_id'>): Wrong[] {
  if (item['status_id'] === undefined) return []
  const status = Number(item['status_id'])
  const pipeline = Number(item['pipeline_id'] ?? pipeline_id)
  const known = state.pipelines.find(({ id }) => id === pipeline)?.statuses.some(({ id }) => id === status) === true
  const isClosing = status === wonStatus || status === lostStatus
  if (isClosing && item['pipeline_id'] === undefined)
    return [{ code: 'NotSupportedChoice', path: 'status_id', detail: 'pipeline_id is needed' }]
  if ((known || isClosing) && status !== unsortedStatus(state, pipeline)) return []
  return [{ code: 'NotSupportedChoice', path: 'status_id', detail: 'The value you selected is not a valid choice.' }]
}

function wrongFields(state: AmoState, item: Body): Wrong[] {
  return ((item['custom_fields_values'] ?? []) as Values).flatMap(({ field_id, values }, index): Wrong[] => {
    const field = state.fields.find(({ id }) => id === field_id)
    const path = `custom_fields_values.${index}`
    if (field === undefined)
      return [{ code: 'NotSupportedChoice', path: `${path}.field_id`, detail: 'The value you selected is not a valid choice.' }]
    const bad = (values ?? []).some((value) => !fits(field, value))
    return bad
      ? [{ code: 'NotSupportedChoice', path: `${path}.values.0.value`, detail: 'The value you selected is not a valid choice.' }]
      : []
  })
}

function fits({ type, enums }: AmoState['fields'][number], { value, enum_id }: AmoValue): boolean {
  if (type === 'select') return enums?.some((one) => (enum_id === undefined ? one.value === String(value) : one.id === enum_id)) === true
  if (type === 'numeric' || type === 'date_time') return /^-?\d+(\.\d+)?$/.test(String(value))
  return String(value).length <= (type === 'text' ? 256 : 65_000)
}

const mostAtOnce = 50

function made(state: AmoState, { body, now }: AmoAsked): FetchResponse {
  const items = itemsOf(body)
  if (items.length > mostAtOnce) return problem(400, 'Bad Request')
  const pipelineOf = (item: Body) => ({ pipeline_id: Number(item['pipeline_id'] ?? state.pipelines[0]?.id ?? 0) })
  const refused = invalid(items.map((item) => [...wrongStatus(state, item, pipelineOf(item)), ...wrongFields(state, item)]))
  if (refused !== null) return refused
  const added = items.map((item) => {
    const embedded = (item['_embedded'] ?? {}) as Record<string, Body[]>
    const [contact, company] = [embedded['contacts']?.[0], embedded['companies']?.[0]]
    const lead = addLead(
      state,
      {
        ...pipelineOf(item),
        ...partOf(state, item),
        contact: contact === undefined ? null : addContact(state, contact, now),
        company: company === undefined ? null : addCompany(state, company, now),
      },
      now,
    )
    const asked = item['request_id'] === undefined ? [] : [String(item['request_id'])]
    return { id: lead.id, contact_id: lead.contact, company_id: lead.company, request_id: asked, merged: false }
  })
  return { ...found({}), body: JSON.stringify(added) }
}

export function addLead(state: AmoState, part: Partial<AmoLead>, now: number): AmoLead {
  const lead: AmoLead = {
    id: state.nextId++,
    name: '',
    pipeline_id: state.pipelines[0]?.id ?? 0,
    status_id: state.pipelines[0]?.statuses.find(({ type }) => type === 0)?.id ?? 0,
    loss_reason_id: null,
    responsible_user_id: state.owner,
    created_at: now,
    updated_at: now,
    updated_by: state.owner,
    is_deleted: false,
    custom: {},
    contact: null,
    company: null,
    ...part,
  }
  state.leads.push(lead)
  return lead
}
