/** Whether the letter that asks a client may have gone. */
import { needlessMark } from '../../../src/domain/text/text.ru'
import { feedbackKey, mayBeAsked, type WaitingLetter } from '../../../src/usecases/register/waitingLetter'
import { momentOf } from '../../fixtures/known'

const deal = { id: 41721, version: 6 }
const waiting = { key: feedbackKey(deal), attempts: 0, nextTry: '2026-11-23T09:00', done: null, error: '' }

test.each<[string, Partial<WaitingLetter>, boolean]>([
  ['waits', {}, false],
  ['failed, and waits for its minute', { attempts: 1, error: 'quota' }, false],
  ['was needed no more', { done: '2026-11-23T08:56', error: needlessMark }, false],
  ['of an earlier version', { key: 'feedback:41721v5', done: '2026-11-23T08:56' }, false],
  ['sent', { attempts: 1, done: '2026-11-23T08:56' }, true],
  ['being sent', { attempts: 1, nextTry: '2026-11-23T09:15' }, true],
  ['being sent again', { attempts: 2, error: 'quota', nextTry: '2026-11-23T09:15' }, true],
  ['left by a run that died', { attempts: 1, nextTry: '2026-11-23T08:50' }, true],
])('%s', (_, part, isSo) => {
  expect(mayBeAsked(deal, [{ ...waiting, ...part }], momentOf())).toBe(isSo)
})
