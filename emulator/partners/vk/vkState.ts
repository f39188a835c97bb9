/** A community of VK with its lead forms, as the world remembers it. */

export interface VkLead {
  form_id: number
  lead_id: number
  user_id: number
  /** Unix seconds. */
  date: number
  answers: { key: string; answer: { value: string } | { value: string }[] }[]
}

/** The next `times` requests of this method go wrong; '' = of any. */
export interface VkFault {
  kind: 'timeout' | 'tooMany' | 'unavailable'
  method: string
  times: number
}

export interface VkState {
  /** Number of the community. */
  group: number
  token: string
  forms: { form_id: number; name: string; questions: { key: string; label: string }[] }[]
  /** What people answered; a garbage entry is whatever a test puts there. */
  leads: (VkLead | Record<string, unknown>)[]
  /** A page holds no more, whatever is asked for. */
  mostListed: number
  latencyMs: number
  /** Every request, when it came (epoch ms), and the code of its error (0 = none, -1 = no answer). */
  requests: { at: number; method: string; code: number }[]
  faults: VkFault[]
  nextId: number
}

export function newVk(part: Pick<VkState, 'group' | 'token'> & Partial<VkState>): VkState {
  return { forms: [], leads: [], mostListed: 1000, latencyMs: 300, requests: [], faults: [], nextId: 9001, ...part }
}

/** A form is sent by somebody. @returns the lead's number */
export function vkSent(state: VkState, nowMs: number, formId: number, answers: Readonly<Record<string, string>>): number {
  const lead_id = state.nextId++
  const told = Object.entries(answers).map(([key, value]) => ({ key, answer: { value } }))
  state.leads.push({ form_id: formId, lead_id, user_id: 100_000 + lead_id, date: Math.floor(nowMs / 1000), answers: told })
  return lead_id
}
