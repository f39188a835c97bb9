/** K1, K2, K5, K6: the week is closed. */
import type { Deal } from '../../../src/domain/deal/deal'
import { close } from '../../../src/usecases/week/closeWeek'
import { acceptedDeal, assignedDeal, client, heldDeal } from '../../fixtures/builders'
import { answerBy, changesBy, type Given, planOf, refTo, whoMay } from '../../fixtures/known'
import { callers, everyOffice } from '../../fixtures/staff'

const friday = '2026-11-27T16:00'
const complete = heldDeal()
const incomplete = heldDeal({ id: 41722, content: '' })
const answered = heldDeal({ id: 41723, stage: 'feedback', feedbackScore: 5 })
const silent = heldDeal({ id: 41724, stage: 'feedback' })
const given: Given = { now: friday, deals: [complete, incomplete, answered, silent], clients: [client()] }

function input(...items: (readonly [Deal, 'won' | 'feedback'])[]) {
  return { deals: items.map(([deal, to]) => ({ ref: refTo(deal), to })) }
}
const won = (...deals: Deal[]) => input(...deals.map((deal) => [deal, 'won'] as const))

test('all complete cards in one plan, each with its next version', () => {
  const { kind, deals } = changesBy(close, won(complete, answered), given)
  expect(kind).toBe('week/close')
  expect(deals.map(({ after }) => [after.id, after.stage, after.stageSince, after.version])).toEqual([
    [41721, 'won', friday, 2],
    [41723, 'won', friday, 2],
  ])
})

test('K5: an incomplete card stays, said why, and the others are closed', () => {
  const answer = answerBy(close, won(complete, incomplete), given)
  expect(answer).toMatchObject({ closed: 1, asked: 0, undo: [{ id: 41721, version: 2 }], refused: [{ id: 41722 }] })
  expect(answer.refused[0]?.sentence).toMatch(/K5|C5/)
})

test('K7: closed without an answer is counted apart', () => {
  expect(answerBy(close, won(answered, silent), given)).toMatchObject({ closed: 2, unanswered: 1 })
})

test('K2: asked for feedback by letter', () => {
  const { deals, letters } = changesBy(close, input([complete, 'feedback']), given)
  expect(deals[0]?.after).toMatchObject({ stage: 'feedback', feedbackAskedAt: null })
  expect(letters.map(({ key }) => key)).toEqual(['feedback:41721v2'])
  expect(answerBy(close, input([complete, 'feedback']), given)).toMatchObject({ closed: 0, asked: 1, lettersWaiting: 1 })
})

test('two cards of one client get one letter, and the other says so', () => {
  const other = heldDeal({ id: 41730 })
  const { deals, letters } = changesBy(close, input([complete, 'feedback'], [other, 'feedback']), { ...given, deals: [complete, other] })
  expect(letters).toHaveLength(1)
  expect(deals[1]?.after.comments).toContain('клиенту уходит письмо по сделке № 41721')
})

test.each<[string, Deal, string]>([
  ['not held', assignedDeal(), 'этап'],
  ['open', acceptedDeal(), 'этап'],
])('%s: stays', (_, deal) => {
  const facts = { ...given, deals: [deal] }
  expect(planOf(close, won(deal), facts)).toMatchObject({ ok: true, changes: { deals: [] } })
  expect(answerBy(close, won(deal), facts).refused).toMatchObject([{ id: 41721 }])
})

test('changed meanwhile, or gone: it stays, the others do not', () => {
  const stale = {
    deals: [
      { ref: { ...refTo(complete), version: 0 }, to: 'won' as const },
      { ref: { ...refTo(complete), id: 5 }, to: 'won' as const },
      ...won(answered).deals,
    ],
  }
  const answer = answerBy(close, stale, given)
  expect(answer).toMatchObject({ closed: 1, refused: [{ id: 41721 }, { id: 5 }] })
  expect(answer.refused[0]?.sentence).toContain('изменил')
})

test('K1: the office closes', () => {
  expect(whoMay(close, won(complete), given)).toEqual(everyOffice)
  expect(planOf(close, won(complete), { ...given, who: callers.own })).toMatchObject({ ok: false, problem: { code: 'notAllowed' } })
})
