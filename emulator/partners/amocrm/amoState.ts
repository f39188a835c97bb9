/** An account of amoCRM as the world remembers it: the file to read first here. */

export interface AmoStatus {
  id: number
  name: string
  /** 1 = «Неразобранное», 0 = any other. */
  type: number
}

export interface AmoField {
  id: number
  name: string
  type: 'text' | 'textarea' | 'numeric' | 'select' | 'date_time'
  /** Of a select. */
  enums: { id: number; value: string }[] | null
}

export interface AmoValue {
  value: string | number
  enum_id?: number
}

export interface AmoLead {
  id: number
  name: string
  pipeline_id: number
  status_id: number
  loss_reason_id: number | null
  responsible_user_id: number
  created_at: number
  updated_at: number
  /** 0 = a robot. */
  updated_by: number
  is_deleted: boolean
  /** Field's number → its values. */
  custom: Record<string, AmoValue[]>
  contact: number | null
  company: number | null
}

export interface AmoContact {
  id: number
  name: string
  phone: string
  email: string
  updated_at: number
}

export interface AmoNote {
  id: number
  entity_id: number
  created_by: number
  created_at: number
  updated_at: number
  note_type: 'common'
  text: string
}

export interface AmoTask {
  id: number
  text: string
  complete_till: number
  entity_id: number
  responsible_user_id: number
}

export type AmoCategory = 'forms' | 'mail' | 'chats' | 'sip'

export interface AmoUnsorted {
  uid: string
  category: AmoCategory
  created_at: number
  pipeline_id: number
  lead: number
  contact: number | null
  metadata: Record<string, unknown>
}

export interface AmoEvent {
  id: string
  type: 'lead_deleted' | 'entity_merged'
  entity_id: number
  entity_type: 'lead'
  created_by: number
  created_at: number
}

/** The next `times` requests whose path begins with `path` go wrong. */
export interface AmoFault {
  kind: 'timeout' | 'timeoutAfter' | 'tooMany' | 'unavailable' | 'blocked' | 'unpaid'
  path: string
  times: number
  /** get, post, patch; absent = any. */
  method?: string
}

export interface AmoState {
  /** 'centre' of centre.amocrm.ru. */
  subdomain: string
  token: string
  /** The token's end, Unix seconds. */
  expires: number
  name: string
  users: { id: number; name: string; email: string }[]
  /** Whose token it is. */
  owner: number
  pipelines: { id: number; name: string; statuses: AmoStatus[] }[]
  fields: AmoField[]
  lossReasons: { id: number; name: string }[]
  leads: AmoLead[]
  contacts: AmoContact[]
  companies: { id: number; name: string; updated_at: number }[]
  notes: AmoNote[]
  tasks: AmoTask[]
  unsorted: AmoUnsorted[]
  events: AmoEvent[]
  /** How long each answer takes, ms. */
  latencyMs: number
  /** Every request, when it came (epoch ms), and what was answered (0 = nothing). */
  requests: { at: number; method: string; path: string; code: number }[]
  faults: AmoFault[]
  /** Everything is refused until then, epoch ms. */
  blockedUntil: number
  nextId: number
}

export const wonStatus = 142
export const lostStatus = 143

export function newAmo(part: Pick<AmoState, 'subdomain' | 'token'> & Partial<AmoState>): AmoState {
  return {
    expires: 4_102_444_800,
    name: 'Ресурсный центр',
    users: [],
    owner: 1,
    pipelines: [],
    fields: [],
    lossReasons: [],
    leads: [],
    contacts: [],
    companies: [],
    notes: [],
    tasks: [],
    unsorted: [],
    events: [],
    latencyMs: 300,
    requests: [],
    faults: [],
    blockedUntil: 0,
    nextId: 700_001,
    ...part,
  }
}

export function leadIn(state: AmoState, id: number): AmoLead | undefined {
  return state.leads.find((lead) => lead.id === id && !lead.is_deleted)
}

export function unsortedStatus(state: AmoState, pipeline: number): number {
  return state.pipelines.find(({ id }) => id === pipeline)?.statuses.find(({ type }) => type === 1)?.id ?? 0
}
