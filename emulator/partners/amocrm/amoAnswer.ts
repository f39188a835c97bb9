/** A small amoCRM: the part of its API v4 that the desk uses, with its pace, its errors and, on demand, its bad days. */
import type { FetchRequest, FetchResponse } from '../../run/host'
import { NoAnswer } from '../planfix'
import { catalogues } from './amoCatalogues'
import { companyRoutes, contactRoutes } from './amoContacts'
import { leadRoutes } from './amoLeads'
import { noteRoutes } from './amoNotes'
import { problem } from './amoProblem'
import type { AmoAsked, AmoRoute } from './amoRoute'
import type { AmoFault, AmoState } from './amoState'
import { unsortedRoutes } from './amoUnsorted'

const routes: readonly AmoRoute[] = [catalogues, unsortedRoutes, noteRoutes, leadRoutes, contactRoutes, companyRoutes]

const perSecond = 7
/** So many refusals within a minute, and everything is refused for a while. */
const patience = 10
const blockedMs = 600_000

/** Answers a request below /api/v4/; `now` is when it came, epoch ms. Throws NoAnswer. */
export function answerAmo(state: AmoState, request: FetchRequest, now: number): FetchResponse {
  const address = new URL(request.url)
  const path = address.pathname.replace(/^\/api\/v4\//, '').replace(/\/$/, '')
  const noted = { at: now, method: request.method, path, code: 0 }
  state.requests.push(noted)
  const fault = takeFault(state, path, request.method)
  if (fault === 'timeout') throw new NoAnswer(address.host)
  const refused = refusal(state, request, now, fault)
  const answer = refused ?? routed(state, request, { path, query: address.searchParams, now: Math.floor(now / 1000) })
  if (fault === 'timeoutAfter') throw new NoAnswer(address.host)
  noted.code = answer.code
  return answer
}

function takeFault({ faults }: AmoState, path: string, method: string): AmoFault['kind'] | null {
  const fault = faults.find((one) => one.times > 0 && path.startsWith(one.path) && (one.method ?? method) === method)
  if (fault === undefined) return null
  fault.times -= 1
  return fault.kind
}

function refusal(state: AmoState, { headers }: FetchRequest, now: number, fault: AmoFault['kind'] | null): FetchResponse | null {
  if (fault === 'unavailable') return { code: 504, body: '<html>Gateway Time-out</html>' }
  if (now < state.blockedUntil || fault === 'blocked') return problem(403, 'Forbidden')
  if (isTooMany(state, now) || fault === 'tooMany') return tooMany(state, now)
  if (fault === 'unpaid') return problem(402, 'Payment Required')
  const isKnown = headers['Authorization'] === `Bearer ${state.token}` && now / 1000 < state.expires
  return isKnown ? null : problem(401, 'Unauthorized')
}

function isTooMany({ requests }: AmoState, now: number): boolean {
  return requests.filter(({ at }) => now - at < 1000).length > perSecond
}

function tooMany(state: AmoState, now: number): FetchResponse {
  const lately = state.requests.filter(({ at, code }) => code === 429 && now - at < 60_000)
  if (lately.length >= patience) state.blockedUntil = now + blockedMs
  return problem(429, 'Too Many Requests')
}

function routed(state: AmoState, request: FetchRequest, asked: Omit<AmoAsked, 'method' | 'body'>): FetchResponse {
  const body = bodyOf(request)
  if (body === undefined) return problem(400, 'Bad Request')
  for (const route of routes) {
    const answer = route(state, { ...asked, method: request.method, body })
    if (answer !== null) return answer
  }
  return problem(404, 'Not Found')
}

function bodyOf({ payload }: FetchRequest): unknown {
  try {
    return payload === '' ? null : JSON.parse(payload)
  } catch {
    return undefined
  }
}
