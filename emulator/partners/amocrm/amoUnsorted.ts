/** «Неразобранное»: what forms, letters, chats and telephony bring, until somebody accepts or declines it. */

import { addCompany, addContact } from './amoContacts'
import { addLead, changeLead } from './amoLeads'
import { found, itemsOf, listed, numbersIn, problem } from './amoProblem'
import type { AmoAsked, AmoRoute } from './amoRoute'
import { type AmoCategory, type AmoState, type AmoUnsorted, leadIn, lostStatus, unsortedStatus } from './amoState'

const categories: readonly AmoCategory[] = ['forms', 'mail', 'chats', 'sip']

export const unsortedRoutes: AmoRoute = (state, asked) => {
  const { path, method, query } = asked
  if (!path.startsWith('leads/unsorted')) return null
  if (path === 'leads/unsorted' && method === 'get') {
    const wanted = [...query].filter(([key]) => key.startsWith('filter[category]')).map(([, value]) => value)
    const pipeline = numbersIn(query, 'filter[pipeline_id]')
    const all = state.unsorted.filter(
      (one) => (wanted.length === 0 || wanted.includes(one.category)) && (pipeline === null || pipeline.includes(one.pipeline_id)),
    )
    return listed('unsorted', all.map(shown), asked)
  }
  const category = categories.find((one) => path === `leads/unsorted/${one}`)
  if (category !== undefined && method === 'post') return added(state, category, asked)
  const [, uid = '', deed = ''] = /^leads\/unsorted\/([\w-]+)\/(accept|decline)$/.exec(path) ?? []
  return uid === '' ? null : settled(state, { uid, deed }, asked)
}

const shown = ({ lead, contact, ...one }: AmoUnsorted): object => ({
  ...one,
  _embedded: { leads: [{ id: lead }], contacts: contact === null ? [] : [{ id: contact }], companies: [] },
})

function added(state: AmoState, category: AmoCategory, { body, now }: AmoAsked): ReturnType<AmoRoute> {
  const all = itemsOf(body).map((item) => addUnsorted(state, category, item, now))
  return found({ _embedded: { unsorted: all.map(({ uid }) => ({ uid })) } })
}

export function addUnsorted(state: AmoState, category: AmoCategory, item: Record<string, unknown>, now: number): AmoUnsorted {
  const pipeline = Number(item['pipeline_id'] ?? state.pipelines[0]?.id)
  const embedded = (item['_embedded'] ?? {}) as Record<string, Record<string, unknown>[]>
  const [contact, company] = [embedded['contacts']?.[0], embedded['companies']?.[0]]
  const lead = addLead(
    state,
    {
      name: String(embedded['leads']?.[0]?.['name'] ?? ''),
      pipeline_id: pipeline,
      status_id: unsortedStatus(state, pipeline),
      contact: contact === undefined ? null : addContact(state, contact, now),
      company: company === undefined ? null : addCompany(state, company, now),
    },
    now,
  )
  const metadata = (item['metadata'] ?? {}) as Record<string, unknown>
  const one = {
    uid: `u${state.nextId++}`,
    category,
    created_at: now,
    pipeline_id: pipeline,
    lead: lead.id,
    contact: lead.contact,
    metadata,
  }
  state.unsorted.push(one)
  return one
}

function settled(state: AmoState, { uid, deed }: { uid: string; deed: string }, { body, now, method }: AmoAsked): ReturnType<AmoRoute> {
  const one = state.unsorted.find((waiting) => waiting.uid === uid)
  if (one === undefined) return problem(404, 'Not Found')
  if (method !== (deed === 'accept' ? 'post' : 'delete')) return problem(405, 'Method Not Allowed')
  const { status_id, user_id } = (body ?? {}) as { status_id?: number; user_id?: number }
  settleUnsorted(state, one, { status: deed === 'accept' ? Number(status_id) : lostStatus, by: user_id ?? state.owner }, now)
  return found({ uid, pipeline_id: one.pipeline_id, _embedded: { leads: [{ id: one.lead }] } })
}

export function settleUnsorted(state: AmoState, one: AmoUnsorted, { status, by }: { status: number; by: number }, now: number): void {
  state.unsorted = state.unsorted.filter(({ uid }) => uid !== one.uid)
  const lead = leadIn(state, one.lead)
  if (lead !== undefined) changeLead(lead, { status_id: status }, { now, by })
}
