/** K1, K2, K5, K6: the week is closed. */
import type { Client } from '../../../src/domain/client/client'
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
/** Consulted before, in a year that is archived now. */
const known = client({ archivedHeld: 1 })
const given: Given = { now: friday, deals: [complete, incomplete, answered, silent], clients: [known] }

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

test('K3: a new client is closed without being asked only with a reason; no address, or «не писать», is one', () => {
  const anew = { ...given, deals: [complete], clients: [client()] }
  const refs = won(complete).deals
  expect(answerBy(close, { deals: refs }, anew).refused[0]?.sentence).toMatch(/почему у нового клиента не спросили отзыв \(K3\)/)
  const reasoned = changesBy(close, { deals: refs.map((item) => ({ ...item, reason: 'просил не беспокоить' })) }, anew)
  expect(reasoned.deals[0]?.after).toMatchObject({ stage: 'won', feedbackWaived: 'просил не беспокоить' })
  const waivedFor = (part: Partial<Client>) =>
    changesBy(close, { deals: refs }, { ...anew, clients: [client(part)] }).deals[0]?.after.feedbackWaived
  expect(waivedFor({ email: '' })).toBe('нет адреса почты')
  expect(waivedFor({ noLetters: 'да' })).toBe('клиент просил не писать')
  expect(answerBy(close, input([complete, 'feedback']), anew)).toMatchObject({ asked: 1, refused: [] })
})

test('K3: who was lately asked about another card is new no more: this one is closed without a reason', () => {
  const other = (feedbackAskedAt: string) => ({ ...given, deals: [complete, { ...silent, feedbackAskedAt }], clients: [client()] })
  expect(changesBy(close, won(complete), other('2026-11-24T10:00')).deals[0]?.after).toMatchObject({ stage: 'won', feedbackWaived: '' })
  expect(answerBy(close, won(complete), other('2026-10-01T10:00')).refused).toHaveLength(1)
})

test('K1: «не распределено» is closed as an answer of the closer, or given a project', () => {
  const loose = { ...given, deals: [heldDeal({ project: 'не распределено' })] }
  const [item] = won(complete).deals
  const closing = (project?: string) => ({ deals: [{ ...item!, ...(project === undefined ? {} : { project }) }] })
  expect(answerBy(close, closing(), loose).refused[0]?.sentence).toMatch(/не распределена.*\(K1\)/)
  expect(changesBy(close, closing('не распределено'), loose).deals[0]?.after).toMatchObject({ stage: 'won', undistributedAt: friday })
  expect(changesBy(close, closing('Добрый Север'), loose).deals[0]?.after).toMatchObject({
    stage: 'won',
    project: 'Добрый Север',
    undistributedAt: null,
  })
  expect(answerBy(close, closing('Неизвестный'), loose).refused).toHaveLength(1)
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
