/** G6: «не смогу провести», another consultant; R1: the reason of a move. */

import type { Input } from '../../../src/rpc/contract'
import { reason, reassign, refuseToHold } from '../../../src/usecases/booking/reassignDeal'
import { acceptedDeal, assignedDeal, client } from '../../fixtures/builders'
import { changesBy, dealAfter, type Given, planOf, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'
import { toldBy } from '../../fixtures/told'

const deal = assignedDeal()
const given: Given = { deals: [deal], clients: [client()] }
const slot = {
  eventId: 'event-7',
  etag: '"7"',
  start: '2026-11-26T14:00',
  end: '2026-11-26T16:00',
  event: { start: '2026-11-26T14:00', end: '2026-11-26T16:00' },
}
const said = { deal: refTo(deal), reason: 'заболела' }

function input(part: Partial<Input<'deal/reassign'>> = {}): Input<'deal/reassign'> {
  return { deal: refTo(deal), consultant: 'СБ', slot, reason: 'заболела', ...part }
}

test('G6: said with its moment; the booking stands until it is given to somebody', () => {
  const { deals, calendar, letters } = changesBy(refuseToHold, said, given)
  expect(deals[0]?.after).toMatchObject({
    stage: 'assigned',
    consultant: 'ММ',
    eventId: 'event-1',
    cannotHold: '23.11.2026 09:00: заболела',
    comments: '23.11.2026 09:00: ММ не сможет провести — заболела',
  })
  expect([calendar, letters]).toEqual([null, []])
})

test('R1: why it was moved', () => {
  expect(dealAfter(reason, { ...said, reason: 'просил клиент' }, given)).toMatchObject({
    moveReason: 'просил клиент',
    comments: '23.11.2026 09:00: причина переноса — просил клиент',
  })
})

test.each([
  ['«не смогу провести»', refuseToHold as unknown as typeof reason],
  ['a reason', reason],
] as const)('%s of a deal that is not booked, without words, or by a colleague: refused', (_, method) => {
  expect(refusalOf(method, said, { ...given, deals: [acceptedDeal()] })).toMatchObject({ code: 'moveNotAllowed', from: 'accepted' })
  expect(refusalOf(method, { ...said, reason: ' ' }, given)).toMatchObject({ code: 'reasonNeeded' })
  expect(refusalOf(method, { ...said, reason: 'п'.repeat(501) }, given)).toMatchObject({ code: 'tooLong', limit: 500 })
  expect(refusalOf(method, { ...said, deal: { ...refTo(deal), version: 0 } }, given)).toMatchObject({ code: 'changedMeanwhile' })
  expect(whoMay(method, said, given)).toEqual([...everyOffice, 'own'])
})

test('G6: the new consultant’s hour is booked; from it the two days count anew', () => {
  const { deals, calendar } = changesBy(reassign, input(), given)
  expect(deals[0]?.after).toMatchObject({
    consultant: 'СБ',
    eventId: 'event-7',
    start: '2026-11-26T14:00',
    end: '2026-11-26T15:00',
    firstStart: '2026-11-26T14:00',
    moves: 0,
    cannotHold: '',
    comments: '23.11.2026 09:00: передано от ММ к СБ, 26.11.2026 14:00 — заболела',
  })
  expect(calendar).toMatchObject({
    kind: 'book',
    etag: '"7"',
    summary: 'СБ_АНО «Маяк»',
    mark: { from: 'event-1', version: 2 },
    rest: [{ start: '2026-11-26T15:00', end: '2026-11-26T16:00' }],
  })
})

test('the time that is left is free again, or goes where its consultant cannot hold anything then', () => {
  expect(changesBy(reassign, input(), given).freed).toEqual([{ eventId: 'event-1', summary: 'ММ консультация' }])
  const ill = assignedDeal({ cannotHold: '23.11.2026 08:50: заболела' })
  expect(changesBy(reassign, input(), { ...given, deals: [ill] }).freed).toEqual([{ eventId: 'event-1', summary: '' }])
})

test('all three are told', () => {
  expect(toldBy(changesBy(reassign, input(), given), given)).toEqual(['ММ', 'СБ', 'client'])
})

test('T2: to an external consultant on a recorded decision only', () => {
  const external = input({ consultant: 'ПН' })
  expect(refusalOf(reassign, external, given)).toEqual({ code: 'externalDecisionNeeded', consultant: 'ПН' })
  const decided = assignedDeal({ externalBy: 'Соколов Илья', externalAt: '2026-11-20T16:00' })
  expect(planOf(reassign, external, { ...given, deals: [decided] }).ok).toBe(true)
})

const held = { eventId: 'event-7', start: slot.start, who: 'director@example.org', name: 'Михайлова Марина', until: '2026-11-23T09:05' }

test.each<[string, string, Partial<Input<'deal/reassign'>>, Given]>([
  ['no such deal', 'dealNotFound', { deal: { ...refTo(deal), id: 5 } }, {}],
  ['an unknown consultant', 'consultantUnknown', { consultant: 'ЯЯ' }, {}],
  ['the same consultant', 'badValue', { consultant: 'ММ' }, {}],
  ['the time has come', 'badValue', {}, { now: slot.start }],
  ['no reason', 'reasonNeeded', { reason: '' }, {}],
  ['not booked', 'moveNotAllowed', {}, { deals: [acceptedDeal()] }],
  ['the slot is held', 'slotHeld', {}, { service: { holds: JSON.stringify([held]) } }],
])('%s: refused', (_, code, part, more) => {
  expect(refusalOf(reassign, input(part), { ...given, ...more })).toMatchObject({ code })
})

test('the office gives it to another; no consultant does', () => {
  expect(whoMay(reassign, input(), given)).toEqual(everyOffice)
})
