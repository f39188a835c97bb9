/** «Подключить amoCRM…»: deeds alone, for who may connect. */
import { amoConnect, amoDifferences, amoDisconnect, amoLook, amoState, amoTake } from '../../../../src/usecases/control/amocrm/amoMethods'
import { knownTo } from '../../../fixtures/known'

const typed = { account: 'centre', token: 'secret', pipeline: null }

test('each asks for its act, and answers what came of it', () => {
  const known = knownTo(amoState, {})
  expect(amoState.deed?.({}, known)).toEqual({ ok: true, value: { kind: 'amo', asked: { act: 'amo/state', input: {} } } })
  expect(amoConnect.deed?.(typed, known)).toEqual({ ok: true, value: { kind: 'amo', asked: { act: 'amo/connect', input: typed } } })
  const done = { deals: [], compared: 0, message: '', good: true }
  expect(amoDifferences.answer?.({ did: { kind: 'amo', done } } as never, {})).toEqual(done)
})

test('nothing of it decides or writes, and only who may connect', () => {
  for (const { decide, may } of [amoState, amoLook, amoConnect, amoDisconnect, amoDifferences, amoTake])
    expect([decide, may]).toEqual([undefined, 'connect'])
})
