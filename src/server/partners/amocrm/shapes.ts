/** What amoCRM answers, as far as it is read. */

import * as v from 'valibot'

const id = v.number()
const text = v.optional(v.nullable(v.string()), '')
const time = v.optional(v.nullable(v.number()), 0)

/** Nobody's: stands for an item that cannot be read, so that it stops no other and pages keep their length. */
const nobodys = { id: 0, uid: '', entity_id: 0, pipeline_id: 0, status_id: 0, _embedded: { leads: [], contacts: [], companies: [] } }

export function listOf<T extends v.GenericSchema>(name: string, item: T) {
  const empty = v.safeParse(item, nobodys)
  if (!empty.success) return v.object({ _embedded: v.object({ [name]: v.array(item) }) })
  const readable = v.fallback(item, () => {
    console.warn(`amocrm: an item of «${name}» cannot be read`)
    return empty.output
  })
  return v.object({ _embedded: v.object({ [name]: v.array(readable) }) })
}

const field = v.object({
  field_id: v.optional(id, 0),
  field_code: v.optional(v.nullable(v.string()), ''),
  values: v.array(v.object({ value: v.optional(v.nullable(v.union([v.string(), v.number(), v.boolean()])), '') })),
})
const fields = v.optional(v.nullable(v.array(field)), [])
export type ReadField = v.InferOutput<typeof field>

const ids = v.optional(v.array(v.object({ id, is_main: v.optional(v.boolean(), true) })), [])

export const lead = v.object({
  id,
  name: text,
  pipeline_id: id,
  status_id: id,
  loss_reason_id: v.optional(v.nullable(id), null),
  created_at: time,
  updated_at: time,
  updated_by: time,
  custom_fields_values: fields,
  _embedded: v.optional(v.object({ contacts: ids, companies: ids }), { contacts: [], companies: [] }),
})
export type ReadLeadItem = v.InferOutput<typeof lead>

export const contact = v.object({
  id,
  name: text,
  updated_at: time,
  custom_fields_values: fields,
  _embedded: v.optional(v.object({ leads: v.optional(v.array(v.object({ id })), []) }), { leads: [] }),
})
export const company = v.object({ id, name: text, updated_at: time })
export const note = v.object({
  id,
  entity_id: id,
  created_by: time,
  updated_at: time,
  note_type: text,
  params: v.optional(v.nullable(v.object({ text })), null),
})
export const event = v.object({ id: v.union([v.string(), v.number()]), type: text, entity_id: id, created_at: time })
export const unsorted = v.object({
  uid: v.string(),
  category: text,
  created_at: time,
  metadata: v.optional(v.nullable(v.record(v.string(), v.unknown())), null),
  _embedded: v.object({ leads: v.optional(v.array(v.object({ id })), []) }),
})
export const account = v.object({ id, name: v.string() })
export const user = v.object({ id, name: text, email: text })
export const pipeline = v.object({
  id,
  name: v.string(),
  _embedded: v.object({ statuses: v.array(v.object({ id, name: v.string(), type: v.optional(v.number(), 0) })) }),
})
export const customField = v.object({
  id,
  name: v.string(),
  type: v.string(),
  enums: v.optional(v.nullable(v.array(v.object({ id, value: v.string() }))), null),
})
export const reason = v.object({ id, name: v.string() })
export const changed = v.unknown()
/** Of `POST /leads/complex`. */
export const made = v.array(
  v.object({
    id,
    contact_id: v.optional(v.nullable(id), null),
    company_id: v.optional(v.nullable(id), null),
    request_id: v.optional(v.array(v.union([v.string(), v.number()])), []),
  }),
)
