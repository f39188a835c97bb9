/** «Подключить программу для задач…»: a deed alone, without the lock. */
import { connect, disconnect, state } from '../../../src/usecases/control/taskTools'
import { knownTo } from '../../fixtures/known'

const input = { tool: 'planfix', typed: { account: 'centre', token: 'secret', template: '1', done: '2' } }
const none = { tool: 'planfix' }

test('each asks for its act, and answers what came of it', () => {
  const known = knownTo(state, {})
  expect(state.deed?.({}, known)).toEqual({ ok: true, value: { kind: 'taskTool', asked: { act: 'state' } } })
  expect(connect.deed?.(input, known)).toEqual({ ok: true, value: { kind: 'taskTool', asked: { act: 'connect', input } } })
  expect(disconnect.deed?.(none, known)).toEqual({ ok: true, value: { kind: 'taskTool', asked: { act: 'disconnect', input: none } } })
  const done = { tools: [] }
  expect(state.answer?.({ did: { kind: 'taskTool', done } } as never, {})).toEqual(done)
})

test('nothing of it decides or writes, and only who may connect', () => {
  for (const { decide, may } of [state, connect, disconnect]) expect([decide, may]).toEqual([undefined, 'connect'])
})
