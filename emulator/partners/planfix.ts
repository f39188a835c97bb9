/** A small Planfix: the part of its REST that the desk uses, with its pace, its errors and, on demand, its bad days. */
import type { FetchRequest, FetchResponse } from '../run/host'
import { newStatus, type PlanfixFault, type PlanfixState, type PlanfixTask, type PlanfixTime } from './planfixState'

type Body = Readonly<Record<string, unknown>>

/** Thrown where no answer comes, as UrlFetchApp words it. */
export class NoAnswer extends Error {
  constructor(host: string) {
    super(`Timeout: https://${host}`)
  }
}

/** One request a second. */
const paceMs = 1000
const perDay = 20_000

/** Answers a request below /rest/; `now` is when it came. Throws NoAnswer. */
export function answerPlanfix(state: PlanfixState, request: FetchRequest, now: number): FetchResponse {
  const path = request.url.replace(/^https?:\/\/[^/]+\/rest\//, '').replace(/\?.*$/, '')
  const before = state.requests[state.requests.length - 1]
  state.requests.push({ at: now, method: request.method, path })
  const fault = takeFault(state, path)
  if (fault === 'timeout') throw new NoAnswer(state.host)
  if (fault === 'tooMany' || (before !== undefined && now - before.at < paceMs)) return fail(429, 0, 'Too many requests')
  if (fault === 'dailyLimit') return fail(400, 22, 'Daily limit of requests exceeded')
  if (fault === 'unavailable') return { code: 502, body: '<html>Bad Gateway</html>' }
  if (request.headers['Authorization'] !== `Bearer ${state.token}`) return fail(401, 1, 'Invalid token')
  const answer = routed(state, request, path)
  if (fault === 'timeoutAfter') throw new NoAnswer(state.host)
  if (fault === 'queued') return ok({ result: 'success' }, 202)
  if (fault === 'failures') return ok({ result: 'success', failures: [{ field: 'endDateTime', error: 'Field is read only' }] })
  return { ...answer, headers: { 'Content-Type': 'application/json', 'X-RateLimit-Remaining': String(perDay - state.requests.length) } }
}

function takeFault(state: PlanfixState, path: string): PlanfixFault['kind'] | null {
  const fault = state.faults.find((one) => one.times > 0 && path.startsWith(one.path))
  if (fault === undefined) return null
  fault.times -= 1
  return fault.kind
}

function routed(state: PlanfixState, request: FetchRequest, path: string): FetchResponse {
  const body = bodyOf(request)
  if (body === null) return fail(400, 30, 'Invalid JSON')
  if (request.method === 'get' && path === 'ping') return ok({ result: 'success' })
  if (request.method === 'get') return withTask(state, path, (task) => ok({ result: 'success', task: shown(task) }))
  if (path === 'user/list')
    return ok({ result: 'success', users: paged(state.users, body).map((user) => ({ ...user, id: `user:${user.id}` })) })
  if (path === 'task/') return create(state, body)
  if (path === 'task/list') return ok({ result: 'success', tasks: paged(found(state, body), body).map(shown) })
  return withTask(state, path, (task) => onTask(state, task, { path, body }))
}

function bodyOf({ payload }: FetchRequest): Body | null {
  try {
    return payload === '' ? {} : (JSON.parse(payload) as Body)
  } catch {
    return null
  }
}

const ok = (body: object, code = 200): FetchResponse => ({ code, body: JSON.stringify(body) })
const fail = (status: number, code: number, error: string): FetchResponse => ({
  code: status,
  body: JSON.stringify({ result: 'fail', ...(code === 0 ? {} : { code }), error }),
})

function paged<T>(items: readonly T[], { offset = 0, pageSize = 100 }: Body): T[] {
  return items.slice(Number(offset), Number(offset) + Math.min(100, Number(pageSize)))
}

/** Filter type 8: the name contains. */
function found(state: PlanfixState, { filters = [] }: Body): PlanfixTask[] {
  const byName = (filters as { type: number; value: string }[]).filter(({ type }) => type === 8)
  return state.tasks.filter(({ name }) => byName.every(({ value }) => name.includes(value)))
}

function create(state: PlanfixState, body: Body): FetchResponse {
  const template = (body['template'] as { id: number } | undefined)?.id ?? null
  const wrong = wrongIn(state, body)
  if (typeof body['name'] !== 'string' || body['name'] === '') return fail(400, 40, 'Required field: name')
  if (wrong !== '') return fail(400, 41, wrong)
  const task: PlanfixTask = {
    id: state.nextId++,
    name: body['name'],
    description: String(body['description'] ?? ''),
    template,
    assignees: assigneesIn(body),
    endDateTime: (body['endDateTime'] as PlanfixTime | undefined) ?? null,
    status: newStatus,
    comments: [],
  }
  state.tasks.push(task)
  return ok({ result: 'success', id: task.id }, 201)
}

const assigneesIn = (body: Body): string[] =>
  ((body['assignees'] as { users?: { id: string }[] } | undefined)?.users ?? []).map(({ id }) => id)

/** What cannot be taken, in Planfix's words. */
function wrongIn(state: PlanfixState, body: Body): string {
  const { template, status, endDateTime } = body as { template?: { id: number }; status?: { id: number }; endDateTime?: PlanfixTime }
  if (template !== undefined && !state.templates.includes(template.id)) return 'Invalid value: template'
  if (status !== undefined && !state.statuses.includes(status.id)) return 'Invalid value: status'
  if (endDateTime !== undefined && !/^\d\d-\d\d-\d{4}$/.test(endDateTime.date)) return 'Invalid value: endDateTime'
  const strange = assigneesIn(body).find((id) => !state.users.some((user) => `user:${user.id}` === id))
  return strange === undefined ? '' : 'Invalid value: assignees'
}

function withTask(state: PlanfixState, path: string, work: (task: PlanfixTask) => FetchResponse): FetchResponse {
  const id = Number(/^task\/(\d+)/.exec(path)?.[1] ?? 0)
  const task = state.tasks.find((one) => one.id === id)
  return task === undefined ? fail(400, 1000, 'Task not found') : work(task)
}

function onTask(state: PlanfixState, task: PlanfixTask, { path, body }: { path: string; body: Body }): FetchResponse {
  if (path.endsWith('/comments/list')) {
    return ok({ result: 'success', comments: paged(task.comments, body).map((description, id) => ({ id, description })) })
  }
  if (path.endsWith('/comments/')) {
    task.comments.push(String(body['description'] ?? ''))
    return ok({ result: 'success', id: task.comments.length }, 201)
  }
  const comment = /\/comments\/(\d+)$/.exec(path)?.[1]
  if (comment !== undefined) {
    if (task.comments[Number(comment)] === undefined) return fail(400, 1000, 'Comment not found')
    task.comments[Number(comment)] = String(body['description'] ?? '')
    return ok({ result: 'success' })
  }
  const wrong = wrongIn(state, body)
  if (wrong !== '') return fail(400, 41, wrong)
  const { name, description, endDateTime, status } = body as {
    name?: string
    description?: string
    endDateTime?: PlanfixTime
    status?: { id: number }
  }
  Object.assign(task, {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(endDateTime === undefined ? {} : { endDateTime }),
    ...(status === undefined ? {} : { status: status.id }),
    ...(body['assignees'] === undefined ? {} : { assignees: assigneesIn(body) }),
  })
  return ok({ result: 'success' })
}

const shown = ({ id, name, description, status, assignees, endDateTime }: PlanfixTask): object => ({
  id,
  name,
  description,
  status: { id: status },
  assignees: { users: assignees.map((user) => ({ id: user })) },
  endDateTime,
})
