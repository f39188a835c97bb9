/** What waits in «Исходящие» goes, without the lock. */
import { send } from '../../../src/usecases/control/sendWaiting'
import { knownTo } from '../../fixtures/known'

test('it reads for itself, and answers what came of it', () => {
  const known = knownTo(send, {})
  expect([send.reads, send.may, send.decide]).toEqual(['nothing', 'read', undefined])
  expect(send.deed?.({}, known)).toEqual({ ok: true, value: { kind: 'outbox', asked: null } })
  const done = { sent: 2, failed: 1, waiting: 0 }
  const answered = (did: Parameters<NonNullable<typeof send.answer>>[0]['did']) =>
    send.answer?.({ did, known, changes: undefined as never, told: undefined, deals: new Map(), lettersWaiting: 0, inserted: [] }, {})
  expect(answered({ kind: 'outbox', done })).toEqual(done)
  expect(() => answered(null)).toThrow('«outbox»')
})
