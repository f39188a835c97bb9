/** Whether a letter of «Исходящие» may still be withheld. */

import { undo } from '../../../src/usecases/card/undoDeal'
import { letterColumns, mayHaveGone, type WaitingLetter, waitingLetters } from '../../../src/usecases/register/waitingLetter'
import { knownTo, momentOf } from '../../fixtures/known'

const letter: WaitingLetter = { key: 'feedback:41721v6', attempts: 0, nextTry: '2026-11-23T09:00', done: null, error: '' }

test.each<[string, Partial<WaitingLetter>, boolean]>([
  ['it waits', {}, false],
  ['nobody has touched its row', { attempts: null, nextTry: null }, false],
  ['it was sent', { done: '2026-11-23T08:00' }, true],
  ['it is being sent', { attempts: 1, nextTry: '2026-11-23T09:05' }, true],
  ['its run died', { attempts: 1, nextTry: '2026-11-23T08:00' }, true],
  ['it failed and waits', { attempts: 1, error: 'quota', nextTry: '2026-11-23T09:00' }, false],
  ['it failed and is being sent again', { attempts: 2, error: 'quota', nextTry: '2026-11-23T09:01' }, true],
])('%s: %j', (_, part, gone) => {
  expect(mayHaveGone({ ...letter, ...part }, momentOf())).toBe(gone)
})

test('read by the columns that tell it', () => {
  const input = { deal: { id: 1, row: null, version: 1, clientId: null } }
  const known = knownTo(undo, input, { sheets: { outbox: [{ ...letter, to: 'client1@example.org', payload: 'x' }] } })
  expect(waitingLetters(known)).toEqual([letter])
  expect(letterColumns.outbox).not.toContain('payload')
})
