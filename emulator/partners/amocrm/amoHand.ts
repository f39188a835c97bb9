/** What the people of an amoCRM do there with their own hands. */
import { addCompany, addContact } from './amoContacts'
import { addLead, changeLead } from './amoLeads'
import { addNote } from './amoNotes'
import { type AmoCategory, type AmoLead, type AmoState, type AmoUnsorted, leadIn, lostStatus } from './amoState'
import { addUnsorted, settleUnsorted } from './amoUnsorted'
import { samplePipeline } from './sampleAmo'

export interface AmoEdit {
  /** Number of another pipeline. */
  readonly pipeline?: number
  readonly status?: number
  readonly reason?: number | null
  readonly name?: string
  /** Field's name → what is chosen or typed; '' empties it. A time is Unix seconds. */
  readonly fields?: Readonly<Record<string, string | number>>
}

export interface AmoNew extends AmoEdit {
  readonly contact?: string
  readonly phone?: string
  readonly email?: string
  readonly company?: string
}

/** @param nowMs epoch ms */
export function amoHand(state: AmoState, nowMs: number, by = state.owner) {
  const now = Math.floor(nowMs / 1000)
  const at = { now, by }
  const of = (id: number): AmoLead => {
    const lead = leadIn(state, id)
    if (lead === undefined) throw new Error(`amoCRM has no lead ${id}`)
    return lead
  }
  const gone = (id: number) => {
    of(id).is_deleted = true
    state.unsorted = state.unsorted.filter(({ lead }) => lead !== id)
    state.events.push({
      id: `e${state.nextId++}`,
      type: 'lead_deleted',
      entity_id: id,
      entity_type: 'lead',
      created_by: by,
      created_at: now,
    })
  }
  return {
    edit: (id: number, edit: AmoEdit) => changeLead(of(id), partOf(state, edit), at),
    note: (id: number, text: string) => addNote(state, { lead: of(id).id, text, by }, now),
    contact: (id: number, part: { name?: string; phone?: string; email?: string }) => {
      const contact = state.contacts.find((one) => one.id === of(id).contact)
      if (contact !== undefined) Object.assign(contact, part, { updated_at: now })
    },
    add: (one: AmoNew): AmoLead => {
      const { contact, company, phone = '', email = '' } = one
      const fields = [
        { field_code: 'PHONE', values: [{ value: phone }] },
        { field_code: 'EMAIL', values: [{ value: email }] },
      ]
      const embedded = {
        contact: contact === undefined ? null : addContact(state, { name: contact, custom_fields_values: fields }, now),
        company: company === undefined ? null : addCompany(state, { name: company }, now),
      }
      return addLead(state, { ...partOf(state, one), ...embedded, updated_by: by }, now)
    },
    arrives: (category: AmoCategory, item: Record<string, unknown>): AmoUnsorted => addUnsorted(state, category, item, now),
    accept: (id: number, status: number) => {
      const one = state.unsorted.find(({ lead }) => lead === id)
      if (one !== undefined) settleUnsorted(state, one, { status, by }, now)
    },
    decline: (id: number) => {
      const one = state.unsorted.find(({ lead }) => lead === id)
      if (one !== undefined) settleUnsorted(state, one, { status: lostStatus, by }, now)
    },
    remove: gone,
    /** The one is gone, the other stays. */
    merge: (lost: number, kept: number) => {
      const event = { entity_id: kept, entity_type: 'lead', created_by: by, created_at: now } as const
      gone(lost)
      state.events.push({ id: `e${state.nextId++}`, type: 'entity_merged', ...event })
      changeLead(of(kept), {}, at)
    },
  }
}

function partOf(state: AmoState, { pipeline, status, reason, name, fields = {} }: AmoEdit): Partial<AmoLead> {
  const custom = Object.entries(fields).map(([title, value]) => {
    const field = state.fields.find((one) => one.name === title)
    if (field === undefined) throw new Error(`amoCRM has no field «${title}»`)
    if (value === '') return [String(field.id), []] as const
    const chosen = field.enums?.find((one) => one.value === value)
    return [String(field.id), [chosen === undefined ? { value } : { value: chosen.value, enum_id: chosen.id }]] as const
  })
  return {
    ...(pipeline === undefined ? {} : { pipeline_id: pipeline }),
    ...(status === undefined ? {} : { status_id: status }),
    ...(reason === undefined ? {} : { loss_reason_id: reason }),
    ...(name === undefined ? {} : { name }),
    custom: Object.fromEntries(custom),
  }
}

/** What a form of the site, a chat or a letter brings to «Неразобранное». */
export function siteForm(organisation: string, contact: string, phone: string, message: string): Record<string, unknown> {
  return {
    pipeline_id: samplePipeline,
    metadata: { form_name: 'Запись на консультацию', message },
    _embedded: {
      contacts: [{ name: contact, custom_fields_values: [{ field_code: 'PHONE', values: [{ value: phone }] }] }],
      companies: [{ name: organisation }],
    },
  }
}
