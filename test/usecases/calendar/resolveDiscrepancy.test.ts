/** A line of «Расхождения» decided by a person. */
import { type DiscrepancyKind, flag } from '../../../src/domain/calendar/sync/decision'
import { proposedText } from '../../../src/domain/calendar/sync/discrepancyText'
import type { Input } from '../../../src/rpc/contract'
import type { DiscrepancyLine } from '../../../src/usecases/calendar/listDiscrepancies'
import { resolve } from '../../../src/usecases/calendar/resolveDiscrepancy'
import { acceptedDeal, assignedDeal, client } from '../../fixtures/builders'
import { answerBy, changesBy, eventAt, type Given, planOf, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { callers, everyOffice } from '../../fixtures/staff'

/** Moved from Wednesday to the next Monday: too far (G5). */
const deal = assignedDeal({ start: '2026-11-30T10:00', end: '2026-11-30T11:00', moves: 1, movedAt: '2026-11-23T08:00' })
const event = eventAt('2026-11-30T10:00', '2026-11-30T11:00', 'ММ_АНО «Маяк»', { id: 'event-1' })
type Outcome = Input<'discrepancy/resolve'>['outcome']

function line(kind: string, part: Partial<DiscrepancyLine> = {}): DiscrepancyLine {
  const about = { event: '', what: '', consultant: 'ММ', dealId: deal.id, solved: '' }
  const proposed = proposedText(flag(kind as DiscrepancyKind, { ...event, cancelled: false, declined: [] }, { deal: deal.id }))
  return { key: `${kind}:event-1`, at: '2026-11-23T08:00', ...about, proposed, ...part }
}
function given(kind: string, more: Given = {}, part: Partial<DiscrepancyLine> = {}): Given {
  return { deals: [deal], clients: [client()], events: [event], sheets: { discrepancies: [line(kind, part)] }, ...more }
}
function choose(kind: string, outcome: Outcome, reason = ''): Input<'discrepancy/resolve'> {
  return { key: `${kind}:event-1`, outcome, reason, deal: null }
}
const decided = (kind: string, outcome: Outcome, reason = '', more: Given = {}, part: Partial<DiscrepancyLine> = {}) =>
  changesBy(resolve, choose(kind, outcome, reason), given(kind, more, part))

test('whatever is chosen, the line says what, who and when', () => {
  expect(decided('limit', 'accept', 'просил клиент').solved).toEqual([
    { key: 'limit:event-1', how: 'принять с причиной — просил клиент (Титова Ольга, 23.11.2026 09:00)' },
  ])
  expect(answerBy(resolve, choose('noTime', 'ignore'), given('noTime'))).toEqual({
    solved: 'это не ошибка (Титова Ольга, 23.11.2026 09:00)',
    lettersWaiting: 0,
  })
})

test('G5: accepted, the two days count from the accepted time', () => {
  const { deals, calendar } = decided('limit', 'accept', 'просил клиент')
  expect(deals[0]?.after).toMatchObject({ start: deal.start, firstStart: deal.start, moveReason: 'просил клиент', version: 2 })
  expect(calendar).toBeNull()
})

test('G5: put back on the first time, card and event', () => {
  const { deals, calendar } = decided('limit', 'putBack')
  expect(deals[0]?.after).toMatchObject({ start: '2026-11-25T10:00', end: '2026-11-25T11:00', firstStart: '2026-11-25T10:00' })
  expect(calendar).toEqual({ kind: 'set', eventId: 'event-1', start: '2026-11-25T10:00', end: '2026-11-25T11:00' })
})

test('a renamed booking gets title and time of its card back', () => {
  expect(decided('bookedUnread', 'putBack').calendar).toEqual({
    kind: 'set',
    eventId: 'event-1',
    summary: 'ММ_АНО «Маяк»',
    start: deal.start,
    end: deal.end,
  })
})

test('a title that cannot be read becomes the one that its line proposes; without a proposal it is refused', () => {
  const mistyped = { events: [{ ...event, title: 'ММ консультацыя' }] }
  const proposed = 'исправить название на «ММ консультация»; это не ошибка'
  const { calendar } = decided('unread', 'repair', '', mistyped, { proposed })
  expect(calendar).toMatchObject({ kind: 'set', summary: 'ММ консультация' })
  const riddle = given('unread', { events: [{ ...event, title: 'консультация' }] })
  expect(refusalOf(resolve, choose('unread', 'repair'), riddle)).toMatchObject({ code: 'badValue', title: 'Решение' })
})

test('a booking of nobody is made a free slot, its mark taken off', () => {
  expect(decided('copy', 'free').calendar).toEqual({ kind: 'cleared', eventId: 'event-1', summary: 'ММ консультация' })
})

test('G6: reassigned means that somebody else has to be found', () => {
  expect(decided('limit', 'reassign').deals[0]?.after.cannotHold).toBe('23.11.2026 09:00: решение офис-менеджера')
  expect(decided('declined', 'reassign', 'заболела').deals[0]?.after.cannotHold).toBe('23.11.2026 09:00: заболела')
})

test('taken off the calendar: the deal waits again, its event is free', () => {
  const { deals, calendar } = decided('bookedUnread', 'release')
  expect(deals[0]?.after).toMatchObject({ stage: 'accepted', consultant: '', start: null, eventId: '' })
  expect(calendar).toEqual({ kind: 'free', eventId: 'event-1', summary: 'ММ консультация' })
})

describe('written on a deal that the person chooses', () => {
  const waiting = acceptedDeal({ id: 41700, topic: 10, clientId: 7 })
  const link = { ...choose('several', 'link'), deal: refTo(waiting) }
  const several = given('several', { deals: [waiting] }, { dealId: null })

  test('it is booked on the event as it stands', () => {
    expect(changesBy(resolve, link, several)).toMatchObject({
      kind: 'discrepancy/link',
      deals: [{ after: { id: 41700, stage: 'assigned', consultant: 'ММ', start: event.start, eventId: 'event-1' } }],
      flags: [],
    })
  })

  test('where the deal cannot be booked, it says why', () => {
    expect(refusalOf(resolve, link, { ...several, clients: [] })).toMatchObject({ code: 'badValue', title: 'Сделка' })
    expect(refusalOf(resolve, { ...link, deal: null }, several)).toMatchObject({ code: 'dealNotFound' })
  })
})

test.each<[string, string, Input<'discrepancy/resolve'>, Given]>([
  ['no such line', 'nothingToDo', choose('overlap', 'ignore'), given('limit')],
  ['a line decided already', 'nothingToDo', choose('limit', 'putBack'), given('limit', {}, { solved: 'принято' })],
  ['a choice that is not of this kind', 'badValue', choose('limit', 'free'), given('limit')],
  ['accepted without a reason', 'reasonNeeded', choose('limit', 'accept', ' '), given('limit')],
  ['a deal that is not booked any more', 'moveNotAllowed', choose('limit', 'putBack'), given('limit', { deals: [acceptedDeal()] })],
])('%s: refused', (_, code, input, more) => {
  expect(refusalOf(resolve, input, more)).toMatchObject({ code })
})

test.each([
  ['gone', []],
  ['deleted', [{ ...event, cancelled: true }]],
])('an event that is %s leaves nothing to put right', (_, events) => {
  const gone = given('bookedUnread', { events })
  expect(planOf(resolve, choose('bookedUnread', 'putBack'), gone)).toMatchObject({ ok: true, changes: { calendar: null, deals: [] } })
  expect(planOf(resolve, choose('bookedUnread', 'release'), gone)).toMatchObject({ ok: true, changes: { deals: { length: 1 } } })
})

test('a consultant mends his own titles and puts back; everything else is the office’s', () => {
  expect(whoMay(resolve, choose('bookedUnread', 'putBack'), given('bookedUnread'))).toEqual([...everyOffice, 'own'])
  expect(whoMay(resolve, choose('bookedUnread', 'release'), given('bookedUnread'))).toEqual(everyOffice)
  expect(whoMay(resolve, choose('limit', 'accept', 'просил'), given('limit'))).toEqual(everyOffice)
  expect(planOf(resolve, choose('noTime', 'ignore'), given('noTime', { who: callers.own }, { consultant: '' })).ok).toBe(false)
})
