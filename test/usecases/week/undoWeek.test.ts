/** Which letters keep a closed card from going back (K1, K2). */
import { emptyDeal } from '../../../src/domain/deal/deal'
import type { Desk } from '../../../src/usecases/desk'
import type { WaitingLetter } from '../../../src/usecases/register/waitingLetter'
import { undoWeek } from '../../../src/usecases/week/undoWeek'

const now = '2026-11-27T15:10'
const asked = { ...emptyDeal, id: 41720, version: 6, stage: 'feedback' as const }
const ref = { id: 41720, row: 2, version: 6, clientId: null }
const change = JSON.stringify({ version: [5, 6], stage: ['held', 'feedback'], feedbackAskedAt: [null, '2026-11-27T15:00'] })
const line = { rowId: 41720, version: 6, kind: 'week/close', who: 'office@example.org', change }
const desk = { deals: new Map([[asked.id, { row: 2, value: asked }]]), clients: new Map() } as unknown as Desk
const who = { email: 'office@example.org', name: 'Титова Ольга', initials: '', roles: ['officeManager'] as const }

const undone = (letter: Partial<WaitingLetter> | null) =>
  undoWeek(
    [ref],
    {
      lines: [line],
      letters: letter === null ? [] : [{ key: 'feedback:41720v6', attempts: 0, nextTry: now, done: null, error: '', ...letter }],
    },
    desk,
    { now, who, entry: 'панель' },
  )

test('field by field, with the next version', () => {
  const { changes, refused } = undone(null)
  expect(refused).toEqual([])
  expect(changes).toMatchObject({ kind: 'week/undo', withdrawn: [], deals: [{ before: asked }] })
  expect(changes.deals[0]?.after).toEqual({ ...asked, version: 7, stage: 'held', feedbackAskedAt: null })
})

test.each<[string, Partial<WaitingLetter>]>([
  ['it waits', {}],
  ['it failed, and waits for its next try', { attempts: 1, error: 'quota', nextTry: '2026-11-27T15:05' }],
])('%s: it is taken back with the card', (_, letter) => {
  expect(undone(letter).changes.withdrawn).toEqual(['feedback:41720v6'])
})

test.each<[string, Partial<WaitingLetter>]>([
  ['it was sent', { attempts: 1, done: '2026-11-27T15:01' }],
  ['it is being sent', { attempts: 1, nextTry: '2026-11-27T15:16' }],
  ['it is being sent again', { attempts: 2, error: 'quota', nextTry: '2026-11-27T15:16' }],
  ['its run died, and nobody knows', { attempts: 1, nextTry: '2026-11-27T15:05' }],
])('%s: the card stays', (_, letter) => {
  expect(undone(letter)).toMatchObject({ undone: 0, refused: [{ id: 41720, problem: { why: 'письмо клиенту уже ушло' } }] })
})
