/** «Stages and moves»: a deal goes to another stage. */
import type { Stage } from '../../../src/domain/deal/deal'
import type { Input } from '../../../src/rpc/contract'
import { move } from '../../../src/usecases/card/moveDeal'
import { acceptedDeal, assignedDeal, client, heldDeal, unsortedDeal } from '../../fixtures/builders'
import { changesBy, dealAfter, type Given, planOf, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const afterwards = '2026-11-25T12:00'
const filled = { content: 'Разобрали отчёт', recommendations: 'Сдать до 1 декабря', minutes: 60, project: 'не распределено' }

function to(stage: Stage, part: Partial<Input<'deal/move'>> = {}): Input<'deal/move'> {
  return { deal: refTo(assignedDeal()), to: stage, reason: '', fields: {}, ...part }
}
/** Consulted before. */
const known: Given = { clients: [client({ archivedHeld: 1 })] }
const given = (deal = assignedDeal(), more: Given = {}): Given => ({ deals: [deal], clients: [client()], ...more })

test('C8: held, with the fields that were filled in at the move', () => {
  expect(dealAfter(move, to('held', { fields: filled }), given(assignedDeal(), { now: afterwards }))).toMatchObject({
    ...filled,
    stage: 'held',
    stageSince: afterwards,
    version: 2,
    eventId: 'event-1',
  })
})

test('C8: from the minute when it begins', () => {
  const held = to('held', { fields: filled })
  expect(refusalOf(move, held, given(assignedDeal(), { now: '2026-11-25T09:59' }))).toEqual({
    code: 'notYetStarted',
    start: '2026-11-25T10:00',
  })
  expect(planOf(move, held, given(assignedDeal(), { now: '2026-11-25T10:00' })).ok).toBe(true)
})

test('C9: an external one not before its report', () => {
  const external = assignedDeal({ consultant: 'ПН', externalBy: 'Соколов', externalAt: '2026-11-20T10:00' })
  const held = to('held', { fields: filled })
  expect(refusalOf(move, held, given(external, { now: afterwards }))).toEqual({ code: 'reportNotReceived' })
  const came = { ...external, reportReceivedAt: '2026-11-25T11:30' }
  expect(planOf(move, held, given(came, { now: afterwards })).ok).toBe(true)
})

test('K5: an incomplete card is not closed; all that is missing is named at once', () => {
  const incomplete = heldDeal({ minutes: 0, content: ' ' })
  const missing = [{ field: 'minutes' }, { field: 'content' }]
  const problem = refusalOf(move, to('won'), given(incomplete))
  expect(problem).toMatchObject({ code: 'incomplete', to: 'won' })
  expect(problem.code === 'incomplete' && problem.missing.map(({ field }) => ({ field })).sort()).toEqual(expect.arrayContaining(missing))
  expect(planOf(move, to('won'), given(heldDeal(), known)).ok).toBe(true)
  expect(refusalOf(move, to('won'), given(heldDeal()))).toMatchObject({ code: 'reasonNeeded', what: expect.stringContaining('K3') })
})

test('G6: a released booking gives its time back', () => {
  const { deals, calendar } = changesBy(move, to('accepted', { reason: 'по просьбе клиента' }), given())
  expect(deals[0]?.after).toMatchObject({
    stage: 'accepted',
    consultant: '',
    start: null,
    end: null,
    eventId: '',
    comments: '23.11.2026 09:00: отменено — по просьбе клиента',
  })
  expect(calendar).toEqual({ kind: 'free', eventId: 'event-1', summary: 'ММ консультация' })
})

test('without an event nothing is freed', () => {
  const detached = given(assignedDeal({ eventId: '' }))
  expect(changesBy(move, to('accepted', { reason: 'заболела' }), detached).calendar).toBeNull()
})

test('«Неуспешные» keep their reason; a booked one gives its time back, a held one keeps its event', () => {
  const lost = changesBy(move, to('lost', { reason: 'неявка' }), given())
  expect(lost).toMatchObject({ kind: 'deal/move/lost', reason: 'неявка', deals: [{ after: { stage: 'lost', failure: 'неявка' } }] })
  expect(lost.calendar).toMatchObject({ kind: 'free' })
  expect(changesBy(move, to('lost', { reason: 'неявка' }), given(heldDeal())).calendar).toBeNull()
})

test('I7: «не дозвонились» only after three attempts', () => {
  const tried = (attempts: number) => unsortedDeal({ stage: 'unreached', attempts, lastAttemptAt: '2026-11-23T08:00' })
  const lost = to('lost', { reason: 'не дозвонились' })
  expect(refusalOf(move, lost, given(tried(2)))).toMatchObject({ code: 'attemptsMissing', made: 2, needed: 3 })
  expect(planOf(move, lost, given(tried(3))).ok).toBe(true)
})

test('K2: asked for feedback, by letter; K3: not twice within the office’s days unless it is demanded', () => {
  const asked = changesBy(move, to('feedback'), given(heldDeal()))
  expect(asked.deals[0]?.after).toMatchObject({ stage: 'feedback', feedbackAskedAt: null })
  expect(asked.letters.map(({ key, to: address }) => [key, address])).toEqual([['feedback:41721v2', 'client1@example.org']])
  const earlier = heldDeal({ id: 41000, stage: 'won', feedbackAskedAt: '2026-11-20T09:00' })
  const again = changesBy(move, to('feedback'), { deals: [heldDeal(), earlier], clients: [client()] })
  expect(again.letters).toEqual([])
  expect(again.deals[0]?.after.comments).toContain('отзыв письмом не запрошен: клиента уже спрашивали 20.11.2026')
})

test.each<[string, string, Partial<Input<'deal/move'>> & { to: Stage }, Given]>([
  ['no such deal', 'dealNotFound', { to: 'lost', deal: { ...refTo(assignedDeal()), id: 5 } }, given()],
  ['changed since', 'changedMeanwhile', { to: 'lost', deal: { ...refTo(assignedDeal()), version: 2 } }, given()],
  ['booking has a command of its own', 'moveNotAllowed', { to: 'assigned' }, given(acceptedDeal())],
  ['a way that is not in the table', 'moveNotAllowed', { to: 'won' }, given()],
  ['released without a reason', 'reasonNeeded', { to: 'accepted' }, given()],
  ['lost without a reason', 'reasonNeeded', { to: 'lost' }, given()],
  ['a reason that is not of the list', 'unknownReason', { to: 'lost', reason: 'так вышло' }, given()],
  ['I5: not reached yet', 'notReached', { to: 'accepted' }, given(unsortedDeal())],
  ['I6: no attempt yet', 'noAttempt', { to: 'unreached' }, given(unsortedDeal())],
  ['a field that is no topic', 'badValue', { to: 'held', fields: { topic: 12 } }, given()],
  ['a reason too long', 'tooLong', { to: 'lost', reason: 'п'.repeat(10_001) }, given()],
])('%s: refused', (_, code, part, more) => {
  expect(refusalOf(move, to(part.to, part), more)).toMatchObject({ code })
})

test('K1: who closes is not who holds; a call is noted by whoever phones', () => {
  const done = given(heldDeal(), known)
  expect(whoMay(move, to('won'), done)).toEqual(everyOffice)
  expect(whoMay(move, to('feedback'), done)).toEqual(everyOffice)
  expect(whoMay(move, to('held', { fields: filled }), given(assignedDeal(), { now: afterwards }))).toEqual([...everyOffice, 'own'])
  expect(whoMay(move, to('lost', { reason: 'отказ клиента' }), given())).toEqual([...everyOffice, 'own'])
  expect(whoMay(move, to('lost', { reason: 'отказ клиента' }), given(acceptedDeal()))).toEqual([...everyOffice, 'own', 'other'])
})
