/** The local Planfix answers as Planfix is documented to: codes, pace, shapes. */

import { answerPlanfix, NoAnswer } from '../../emulator/partners/planfix'
import { newPlanfix, type PlanfixFault, type PlanfixState } from '../../emulator/partners/planfixState'
import type { FetchRequest, FetchResponse } from '../../emulator/run/host'

const second = 1000
const people = [{ id: 5, name: 'Мария', lastname: 'Морозова', email: 'gg0@example.org' }]
const task = { name: 'Провести консультацию: АНО «Маяк» (№ 41720)', description: 'A4', assignees: { users: [{ id: 'user:5' }] } }

function account(faults: PlanfixFault[] = []): PlanfixState {
  return newPlanfix({ host: 'centre.planfix.ru', token: 'key', users: people, templates: [24], statuses: [1, 3], faults })
}

function request(path: string, body?: unknown, part: Partial<FetchRequest> = {}): FetchRequest {
  const payload = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { Authorization: 'Bearer key' }
  return {
    url: `https://centre.planfix.ru/rest/${path}`,
    method: body === undefined ? 'get' : 'post',
    headers,
    contentType: 'application/json',
    payload,
    ...part,
  }
}

const read = ({ code, body }: FetchResponse): [number, Record<string, unknown>] => [code, JSON.parse(body) as Record<string, unknown>]

/** Requests two seconds apart. */
function answers(state: PlanfixState, ...requests: readonly FetchRequest[]) {
  return requests.map((one, index) => read(answerPlanfix(state, one, 2 * second * (index + 1))))
}

test('documented: ping, people, a task made, moved, commented and found by its name', () => {
  const state = account()
  const end = { date: '25-11-2026', time: '10:00' }
  const list = { offset: 0, pageSize: 100, filters: [{ type: 8, operator: 'equal', value: '№ 41720' }] }
  expect(
    answers(
      state,
      request('ping'),
      request('user/list', { offset: 0, pageSize: 100, prefixedId: true }),
      request('task/', task),
      request('task/501?silent=true', { endDateTime: end, status: { id: 3 } }),
      request('task/501/comments/', { description: 'Закрыто' }),
      request('task/list', list),
      request('task/501?fields=id,name'),
    ),
  ).toMatchObject([
    [200, { result: 'success' }],
    [200, { users: [{ id: 'user:5', email: 'gg0@example.org' }] }],
    [201, { result: 'success', id: 501 }],
    [200, { result: 'success' }],
    [201, { result: 'success' }],
    [200, { tasks: [{ id: 501, endDateTime: end, status: { id: 3 } }] }],
    [200, { task: { name: task.name } }],
  ])
})

test.each([
  ['a wrong key', request('ping', undefined, { headers: {} }), 401, 1],
  ['bad JSON', request('task/', '{'), 400, 30],
  ['no name', request('task/', {}), 400, 40],
  ['a template that is not there', request('task/', { ...task, template: { id: 7 } }), 400, 41],
  ['somebody who is not there', request('task/', { ...task, assignees: { users: [{ id: 'user:9' }] } }), 400, 41],
  ['a date the other way round', request('task/', { ...task, endDateTime: { date: '2026-11-25', time: '10:00' } }), 400, 41],
  ['no such task', request('task/9', {}), 400, 1000],
] as const)('documented: %s', (_, one, status, code) => {
  const [answer] = answers(account(), one)
  expect(answer).toMatchObject([status, { result: 'fail', code }])
})

test('documented: one request a second, 429 for the one that comes too early', () => {
  const state = account()
  const codes = [0, 999, 2000, 3000].map((at) => answerPlanfix(state, request('ping'), at).code)
  expect(codes).toEqual([200, 429, 200, 200])
})

test('assumed: an answer that never comes may have done its work', () => {
  for (const [kind, made] of [
    ['timeout', 0],
    ['timeoutAfter', 1],
  ] as const) {
    const state = account([{ kind, path: 'task/', times: 1 }])
    expect(() => answerPlanfix(state, request('task/', task), 0)).toThrow(NoAnswer)
    expect(state.tasks).toHaveLength(made)
    expect(answerPlanfix(state, request('ping'), 2 * second).code).toBe(200)
  }
})
