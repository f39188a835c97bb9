/** «Подключить Planfix…»: a deed alone, without the lock. */
import { connect, disconnect, state } from '../../../src/usecases/control/planfix'
import { knownTo } from '../../fixtures/known'

const input = { account: 'centre', token: 'secret', template: '1', done: '2' }
const done = { connected: true, account: 'centre.planfix.ru', template: '1', done: '2', message: '', good: true }

test('each asks for its act, and answers what came of it', () => {
  const known = knownTo(state, {})
  expect(state.deed?.({}, known)).toEqual({ ok: true, value: { kind: 'planfix', asked: { act: 'state' } } })
  expect(connect.deed?.(input, known)).toEqual({ ok: true, value: { kind: 'planfix', asked: { act: 'connect', input } } })
  expect(disconnect.deed?.({}, known)).toEqual({ ok: true, value: { kind: 'planfix', asked: { act: 'disconnect' } } })
  expect(state.answer?.({ did: { kind: 'planfix', done } } as never, {})).toEqual(done)
})

test('nothing of it decides or writes, and only who may connect', () => {
  for (const { decide, may } of [state, connect, disconnect]) expect([decide, may]).toEqual([undefined, 'connect'])
})
