/** A small VK: lists of lead forms and of what people answered, the newest first, with its pace and its errors. */
import type { FetchRequest, FetchResponse } from '../../run/host'
import { NoAnswer } from '../planfix'
import type { VkFault, VkState } from './vkState'

export const vkHost = 'https://api.vk.com/method/'

const perSecond = 3
const errors = { token: 5, tooMany: 6, access: 15, unknown: 3, wrong: 100 } as const

/** `now` is when it came, epoch ms. Throws NoAnswer. */
export function answerVk(state: VkState, request: FetchRequest, now: number): FetchResponse {
  const method = new URL(request.url).pathname.replace('/method/', '')
  const noted = { at: now, method, code: 0 }
  state.requests.push(noted)
  const fault = takeFault(state, method)
  if (fault === 'timeout') {
    noted.code = -1
    throw new NoAnswer('api.vk.com')
  }
  if (fault === 'unavailable') return { code: 502, body: '<html>Bad Gateway</html>' }
  const asked = new URLSearchParams(request.payload)
  const refused = fault === 'tooMany' || isTooMany(state, now) ? errors.tooMany : refusal(state, asked, method)
  noted.code = refused
  return refused === 0 ? found({ response: listed(state, method, asked) }) : found({ error: { error_code: refused, error_msg: 'refused' } })
}

/** Errors come with 200, too. */
const found = (body: object): FetchResponse => ({ code: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

function takeFault({ faults }: VkState, method: string): VkFault['kind'] | null {
  const fault = faults.find((one) => one.times > 0 && (one.method === '' || one.method === method))
  if (fault === undefined) return null
  fault.times -= 1
  return fault.kind
}

function isTooMany({ requests }: VkState, now: number): boolean {
  return requests.filter(({ at }) => now - at < 1000).length > perSecond
}

function refusal(state: VkState, asked: URLSearchParams, method: string): number {
  if (method !== 'leadForms.list' && method !== 'leadForms.getLeads') return errors.unknown
  if (asked.get('access_token') !== state.token) return errors.token
  if (asked.get('v') === null) return errors.wrong
  return asked.get('group_id') === String(state.group) ? 0 : errors.access
}

function listed(state: VkState, method: string, asked: URLSearchParams): unknown {
  if (method === 'leadForms.list') return state.forms
  const of = state.leads.filter((lead) => String(lead['form_id']) === asked.get('form_id')).reverse()
  const limit = Math.min(state.mostListed, Number(asked.get('limit') ?? 10))
  const from = Number(asked.get('next_page_token') ?? 0)
  const more = of.length > from + limit ? { next_page_token: String(from + limit) } : {}
  return { leads: of.slice(from, from + limit), ...more }
}
