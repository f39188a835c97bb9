/** I9: a client who goes straight to an employee. */
import type { Input } from '../../../src/rpc/contract'
import { own } from '../../../src/usecases/booking/bookOwn'
import { assignedDeal, client } from '../../fixtures/builders'
import { changesBy, dealAfter, type Given, planOf, refusalOf, whoMay } from '../../fixtures/known'
import { callers, everyOffice } from '../../fixtures/staff'
import { toldBy } from '../../fixtures/told'

const { organisation, kind, contact, phone, email, messenger, municipality, consentDate } = client()
const card = { organisation, kind, contact, phone, email, messenger, municipality, consentDate }
const at = { start: '2026-11-25T14:00', end: '2026-11-25T15:30' }
const slot = {
  eventId: 'event-9',
  etag: '"9"',
  start: '2026-11-25T10:00',
  end: '2026-11-25T11:00',
  event: { start: '2026-11-25T10:00', end: '2026-11-25T12:00' },
}

function input(part: Partial<Input<'deal/bookOwn'>> = {}): Input<'deal/bookOwn'> {
  const told = { consultant: 'ММ', topic: 10, request: 'Отчёт по гранту', format: 'inPerson', place: 'каб. 3' } as const
  return { clientId: null, client: card, ...told, slot: null, at, ...part }
}
const asOwn: Given = { who: callers.own }

test('I9: the deal begins in «Консультация назначена», under the next number', () => {
  expect(dealAfter(own, input(), asOwn)).toMatchObject({
    id: 41722,
    version: 1,
    stage: 'assigned',
    channel: 'phoneStaff',
    clientId: 8,
    agreedWith: 'ММ',
    ...at,
    firstStart: at.start,
    eventId: 'desk41722n202611251400',
    reachedAt: '2026-11-23T09:00',
    comments: '23.11.2026 09:00: назначено на 25.11.2026 14:00, ММ',
  })
})

test('A3: at a time of its own it brings its event; in a slot it takes an hour of it', () => {
  expect(changesBy(own, input(), asOwn).calendar).toMatchObject({ kind: 'insert', summary: 'ММ_АНО «Маяк»', ...at })
  const inSlot = changesBy(own, input({ slot, at: null }), asOwn)
  expect(inSlot.deals[0]?.after).toMatchObject({ eventId: 'event-9', start: '2026-11-25T10:00', end: '2026-11-25T11:00' })
  expect(inSlot.calendar).toMatchObject({ kind: 'book', etag: '"9"', rest: [{ start: '2026-11-25T11:00', end: '2026-11-25T12:00' }] })
})

test('a known client is taken as he is, brought up to date by the office, filled up by a consultant, or made anew', () => {
  const known = { ...asOwn, clients: [client({ messenger: '' })] }
  expect(changesBy(own, input({ clientId: 7 }), known).clients).toEqual([])
  const told = input({ clientId: 7, client: { ...card, municipality: 'Онега', messenger: 'vk' } })
  const byOffice = changesBy(own, told, { ...known, who: callers.officeManager })
  expect(byOffice.clients).toMatchObject([{ before: { municipality: 'Архангельск' }, after: { id: 7, version: 2, municipality: 'Онега' } }])
  const filled = changesBy(own, told, known)
  expect(filled.clients).toMatchObject([{ after: { id: 7, version: 2, municipality: 'Архангельск', messenger: 'vk' } }])
  expect(changesBy(own, input(), asOwn).clients).toMatchObject([{ before: null, after: { id: 8, version: 1, phoneKey: '+79114160123' } }])
})

test('A1: the client is written to; the consultant has booked it himself', () => {
  expect(toldBy(changesBy(own, input(), asOwn), asOwn)).toEqual(['client'])
})

const booked = assignedDeal({ id: 41700, start: '2026-11-25T15:00', end: '2026-11-25T16:00' })

test.each<[string, string, Partial<Input<'deal/bookOwn'>>, Given]>([
  ['no time', 'badValue', { at: null }, {}],
  ['it ends when it begins', 'badValue', { at: { start: at.start, end: at.start } }, {}],
  ['the time has come', 'badValue', {}, { now: at.start }],
  ['a card that is not there', 'clientNotFound', { clientId: 7 }, {}],
  ['no phone', 'badPhone', { client: { ...card, phone: 'спросить' } }, {}],
  ['I4: the client card has a gap', 'incomplete', { client: { ...card, municipality: '' } }, {}],
  ['an organisation too long', 'tooLong', { client: { ...card, organisation: 'о'.repeat(501) } }, {}],
  ['another booking runs into it', 'overlaps', {}, { deals: [booked] }],
])('%s: refused', (_, code, part, more) => {
  expect(refusalOf(own, input(part), { ...asOwn, ...more })).toMatchObject({ code })
})

test('T2: an external consultant needs a decision, and somebody unknown is nobody', () => {
  expect(refusalOf(own, input({ consultant: 'ПН', topic: 11 }))).toMatchObject({ code: 'externalDecisionNeeded' })
  expect(refusalOf(own, input({ consultant: 'ЯЯ' }))).toMatchObject({ code: 'consultantUnknown', initials: 'ЯЯ' })
})

test('a booking that ends as this one begins is no overlap; one within the slot is', () => {
  const before = assignedDeal({ id: 41700, start: '2026-11-25T13:00', end: at.start })
  expect(planOf(own, input(), { ...asOwn, deals: [before] }).ok).toBe(true)
  const within = assignedDeal({ id: 41700, start: slot.start, end: slot.end })
  expect(refusalOf(own, input({ slot, at: null }), { ...asOwn, deals: [within] })).toMatchObject({ code: 'overlaps', deal: 41700 })
})

test('a consultant books for himself only', () => {
  expect(whoMay(own, input())).toEqual([...everyOffice, 'own'])
})
