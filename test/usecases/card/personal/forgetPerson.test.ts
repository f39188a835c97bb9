/** Looking at somebody, saving and forgetting him: deeds alone, for the director and the administrator. */

import { forget, goOn, lookAt, saveAll } from '../../../../src/usecases/card/personal/forgetPerson'
import type { Known } from '../../../../src/usecases/method/method'

const subject = { kind: 'contact', client: 7, deal: null, also: [] } as const
const known = {} as Known

test('each asks for its act, and answers what came of it', () => {
  const of = (asked: object) => ({ ok: true, value: { kind: 'person', asked } })
  expect(lookAt.deed?.({ subject: { ...subject, also: [] } }, known)).toEqual(of({ act: 'look', subject }))
  expect(saveAll.deed?.({ subject: { ...subject, also: [] } }, known)).toEqual(of({ act: 'export', subject }))
  expect(goOn.deed?.({}, known)).toEqual(of({ act: 'goOn' }))
  const input = { subjects: [{ ...subject, also: [] }], reason: 'просьба' }
  expect(forget.deed?.(input, known)).toEqual(of({ act: 'forget', ...input }))
  const done = { left: 0, done: 0, of: 7, filesLeft: [] }
  expect(goOn.answer?.({ did: { kind: 'person', done } } as never, {})).toEqual(done)
})

test('the deed asks for the right itself; nothing is decided here', () => {
  for (const { decide, may, reads } of [lookAt, saveAll, forget, goOn])
    expect([decide, may, reads]).toEqual([undefined, 'forget', 'nothing'])
})
