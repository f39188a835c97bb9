/** The closing of a week is taken back; a letter that has gone keeps a card from it (K1, K2). */
import { emptyDeal } from '../../../src/domain/deal/deal'
import { needlessMark } from '../../../src/domain/text/text.ru'
import type { Desk } from '../../../src/usecases/desk'
import type { WaitingLetter } from '../../../src/usecases/register/waitingLetter'
import { type UndoWeekFacts, undo, undoWeek } from '../../../src/usecases/week/undoWeek'
import { answerBy, changesBy, type Given, lineAbout, whoMay } from '../../fixtures/known'
import { callers, everyOffice } from '../../fixtures/staff'

const now = '2026-11-27T15:10'
const asked = { ...emptyDeal, id: 41720, version: 6, stage: 'feedback' as const }
const ref = { id: 41720, row: 2, version: 6, clientId: null }
const change = JSON.stringify({ version: [5, 6], stage: ['held', 'feedback'] })
const line = { rowId: 41720, version: 6, kind: 'week/close', who: 'office@example.org', change }
const desk = { deals: new Map([[asked.id, { row: 2, value: asked }]]), clients: new Map() } as unknown as Desk
const who = { email: 'office@example.org', name: 'Титова Ольга', initials: '', roles: ['officeManager'] as const }

const undone = (letter: Partial<WaitingLetter> | null = null, lines: UndoWeekFacts['lines'] = [line]) => {
  const letters = letter === null ? [] : [{ key: 'feedback:41720v6', attempts: 0, nextTry: now, done: null, error: '', ...letter }]
  return undoWeek([ref], { lines, letters }, desk, { now, who, entry: 'панель' })
}

test('field by field, with the next version', () => {
  const { changes, refused } = undone()
  expect(refused).toEqual([])
  expect(changes).toMatchObject({ kind: 'week/undo', deals: [{ before: asked }] })
  expect(changes.deals[0]?.after).toEqual({ ...asked, version: 7, stage: 'held' })
})

test('nobody was to be written to: taken back, the question too', () => {
  const unasked = { ...line, change: JSON.stringify({ version: [5, 6], stage: ['held', 'feedback'], feedbackAskedAt: [null, now] }) }
  expect(undone(null, [unasked]).changes.deals[0]?.after).toMatchObject({ stage: 'held', feedbackAskedAt: null })
})

test.each<[string, Partial<WaitingLetter>]>([
  ['it waits', {}],
  ['it failed, and waits for its next try', { attempts: 1, error: 'quota', nextTry: '2026-11-27T15:05' }],
  ['it was needed no more', { attempts: 0, error: needlessMark, done: '2026-11-27T15:05' }],
])('%s: the card goes back, and the letter sees it', (_, letter) => {
  expect(undone(letter)).toMatchObject({ undone: 1, refused: [] })
})

test.each<[string, Partial<WaitingLetter>]>([
  ['it was sent', { attempts: 1, done: '2026-11-27T15:01' }],
  ['it is being sent', { attempts: 1, nextTry: '2026-11-27T15:16' }],
  ['it is being sent again', { attempts: 2, error: 'quota', nextTry: '2026-11-27T15:16' }],
  ['its run died, and nobody knows', { attempts: 1, nextTry: '2026-11-27T15:05' }],
])('%s: the card stays', (_, letter) => {
  expect(undone(letter)).toMatchObject({ undone: 0, refused: [{ id: 41720, problem: { why: 'письмо клиенту уже ушло' } }] })
})

describe('by the method', () => {
  const other = { ...asked, id: 41723, stage: 'won' as const }
  const won = JSON.stringify({ version: [5, 6], stage: ['held', 'won'] })
  const journal = [
    lineAbout(asked, 'week/close', {}, { change }),
    lineAbout(other, 'week/close', {}, { change: won, at: '2026-11-27T15:00' }),
  ]
  const given: Given = { now, deals: [asked, other], journal }
  const refs = { deals: [ref, { ...ref, id: 41723 }] }

  test('each card once, though a page names it twice', () => {
    const { deals } = changesBy(undo, { deals: [...refs.deals, ref] }, given)
    expect(deals.map(({ after }) => [after.id, after.stage])).toEqual([
      [41720, 'held'],
      [41723, 'held'],
    ])
    expect(answerBy(undo, refs, given)).toEqual({ undone: 2, refused: [] })
  })

  test('a card that changed since stays, said why; the other goes back', () => {
    const later = { ...given, deals: [{ ...asked, version: 7 }, other] }
    expect(answerBy(undo, refs, later)).toMatchObject({ undone: 1, refused: [{ id: 41720, sentence: expect.stringContaining('изменил') }] })
  })

  test('taken back already, because the answer was lost: done', () => {
    const back = { ...asked, version: 7, stage: 'held' as const }
    const facts = { ...given, deals: [back, other], journal: [...journal, lineAbout(back, 'week/undo', {})] }
    expect(answerBy(undo, refs, facts)).toEqual({ undone: 2, refused: [] })
    expect(changesBy(undo, refs, facts).deals).toHaveLength(1)
  })

  test('what was not closed by a week’s closing stays', () => {
    const moved = { ...given, journal: [lineAbout(asked, 'deal/move/feedback', {}, { change })] }
    expect(answerBy(undo, { deals: [ref] }, moved)).toMatchObject({ undone: 0, refused: [{ id: 41720 }] })
  })

  test('whoever closed it, the director and the administrator', () => {
    expect(answerBy(undo, { deals: [ref] }, { ...given, who: callers.director }).undone).toBe(1)
    const byDirector = { ...given, journal: [lineAbout(asked, 'week/close', {}, { change, who: callers.director.email })] }
    expect(answerBy(undo, { deals: [ref] }, byDirector)).toMatchObject({ undone: 0, refused: [{ id: 41720 }] })
    expect(whoMay(undo, { deals: [ref] }, given)).toEqual(everyOffice)
  })
})
