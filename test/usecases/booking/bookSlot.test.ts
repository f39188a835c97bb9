/** A1–A4, G3: a slot is booked. */
import type { Input } from '../../../src/rpc/contract'
import { book } from '../../../src/usecases/booking/bookSlot'
import { acceptedDeal, assignedDeal, client, defaultSettings, unsortedDeal } from '../../fixtures/builders'
import { changesBy, dealAfter, type Given, knownTo, planOf, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { belova, callers, everyOffice, morozova } from '../../fixtures/staff'
import { toldBy } from '../../fixtures/told'

const deal = acceptedDeal({ topic: 10 })
const given: Given = { deals: [deal], clients: [client()] }
const slot = {
  eventId: 'event-9',
  etag: '"9"',
  start: '2026-11-25T10:00',
  end: '2026-11-25T11:00',
  event: { start: '2026-11-25T10:00', end: '2026-11-25T11:00' },
}
const twoHours = { ...slot, event: { start: '2026-11-25T09:00', end: '2026-11-25T12:00' } }

function input(part: Partial<Input<'deal/book'>> = {}): Input<'deal/book'> {
  return { deal: refTo(deal), consultant: 'ММ', topic: 10, format: 'inPerson', place: 'каб. 3', minutes: 60, slot, ...part }
}
const bookedBy = (part: Partial<Input<'deal/book'>> = {}, more: Given = {}) => changesBy(book, input(part), { ...given, ...more })

test('A2: the card holds consultant, topic and time, and the comments say so', () => {
  expect(dealAfter(book, input(), given)).toMatchObject({
    version: 2,
    stage: 'assigned',
    stageSince: '2026-11-23T09:00',
    consultant: 'ММ',
    topic: 10,
    start: '2026-11-25T10:00',
    end: '2026-11-25T11:00',
    firstStart: '2026-11-25T10:00',
    eventId: 'event-9',
    comments: '23.11.2026 09:00: назначено на 25.11.2026 10:00, ММ',
  })
})

test('A3: the event carries initials and organisation, on the condition that nobody changed it', () => {
  expect(bookedBy().calendar).toMatchObject({
    kind: 'book',
    eventId: 'event-9',
    etag: '"9"',
    summary: 'ММ_АНО «Маяк»',
    rest: [],
    mark: { deal: 41721, version: 2, was: '{"start":"2026-11-25T10:00","end":"2026-11-25T11:00"}' },
  })
})

test('A1, A4: the consultant and the client are written to, each once', () => {
  expect(toldBy(bookedBy(), given)).toEqual(['ММ', 'client'])
  const silent = { ...given, office: { settings: { ...defaultSettings, clientLetters: false } } }
  expect(toldBy(bookedBy({}, silent), silent)).toEqual(['ММ'])
})

test('G3: what is left of a longer slot stays free on both sides', () => {
  expect(bookedBy({ slot: twoHours }).calendar).toMatchObject({
    rest: [
      { start: '2026-11-25T09:00', end: '2026-11-25T10:00' },
      { start: '2026-11-25T11:00', end: '2026-11-25T12:00' },
    ],
    restSummary: 'ММ консультация',
  })
})

test.each<[minutes: number, end: string]>([
  [15, '2026-11-25T11:00'],
  [61, '2026-11-25T11:01'],
  [120, '2026-11-25T12:00'],
])('%i minutes end at %s: less than an hour takes the hour', (minutes, end) => {
  expect(bookedBy({ minutes, slot: twoHours }).deals[0]?.after.end).toBe(end)
})

test('ninety minutes take the beginning of the free event behind', () => {
  const join = { eventId: 'event-10', etag: '"10"', start: '2026-11-25T11:00', end: '2026-11-25T12:00' }
  expect(bookedBy({ minutes: 90, join }).calendar).toMatchObject({
    end: '2026-11-25T11:30',
    join: { eventId: 'event-10', etag: '"10"', start: '2026-11-25T11:30', end: '2026-11-25T12:00' },
  })
  expect(bookedBy({ minutes: 60, join }).calendar).toMatchObject({ end: '2026-11-25T11:00', join: null })
})

const away = { people: [{ ...morozova, absences: [{ from: '2026-11-25', until: '2026-11-25', why: 'отпуск' }] }, belova] }
const heldSlot = { eventId: 'event-9', start: slot.start, who: 'director@example.org', name: 'Михайлова Марина', until: '2026-11-23T09:01' }
const dayOff = { ...slot, start: '2026-11-28T10:00', event: { start: '2026-11-28T10:00', end: '2026-11-28T11:00' } }

test.each<[string, string, Partial<Input<'deal/book'>>, Given]>([
  ['no such deal', 'dealNotFound', { deal: { ...refTo(deal), id: 5 } }, {}],
  ['the card changed since', 'changedMeanwhile', { deal: { ...refTo(deal), version: 2 } }, {}],
  ['an unknown consultant', 'consultantUnknown', { consultant: 'ЯЯ' }, {}],
  ['T2: an external consultant undecided', 'externalDecisionNeeded', { consultant: 'ПН', topic: 11 }, {}],
  ['under 15 minutes', 'badValue', { minutes: 14 }, {}],
  ['longer than the slot', 'badValue', { minutes: 61 }, {}],
  ['now is not the future', 'badValue', {}, { now: '2026-11-25T10:00' }],
  ['a place too long', 'tooLong', { place: 'к'.repeat(501) }, {}],
  ['his day of absence', 'reasonNeeded', {}, { office: away }],
  ['a day off', 'reasonNeeded', { slot: dayOff }, {}],
  ['held by somebody else', 'slotHeld', {}, { service: { holds: JSON.stringify([heldSlot]) } }],
  ['not clarified yet', 'moveNotAllowed', {}, { deals: [unsortedDeal({ version: 1 })] }],
  ['I4: an incomplete client', 'incomplete', {}, { clients: [client({ municipality: '' })] }],
])('%s: refused', (_, code, part, more) => {
  expect(refusalOf(book, input(part), { ...given, ...more })).toMatchObject({ code })
})

test('the last minute before the start is the future still, and a hold ends on its minute', () => {
  expect(planOf(book, input(), { ...given, now: '2026-11-25T09:59' }).ok).toBe(true)
  expect(planOf(book, input(), { ...given, now: '2026-11-23T09:01', service: { holds: JSON.stringify([heldSlot]) } }).ok).toBe(true)
})

test('against a day off or an absence with a reason, which stays with the deal', () => {
  const overridden = bookedBy({ slot: dayOff, overrideReason: ' просил клиент ' }, { office: away })
  expect(overridden.reason).toBe('просил клиент')
  expect(overridden.deals[0]?.after.comments).toBe('23.11.2026 09:00: назначено на 28.11.2026 10:00, ММ — просил клиент')
})

test('I9: a consultant books for himself; a colleague’s hour is the office’s to give', () => {
  expect(whoMay(book, input(), given)).toEqual([...everyOffice, 'own'])
  expect(whoMay(book, input({ consultant: 'СБ', topic: 2 }), given)).toEqual([...everyOffice, 'other'])
})

test('a repeated call finds its own booking', () => {
  const standing = assignedDeal({ eventId: 'event-9' })
  const known = (part: Partial<Input<'deal/book'>>, more = standing) => {
    const asked = input({ deal: refTo(deal), ...part })
    return book.again?.(asked, knownTo(book, asked, { ...given, deals: [more], who: callers.officeManager })) ?? null
  }
  expect(known({})).toMatchObject({ card: { deal: standing }, lettersWaiting: 0 })
  expect(known({ consultant: 'СБ' })).toBeNull()
  expect(known({ slot: { ...slot, eventId: 'event-8' } })).toBeNull()
  expect(known({}, { ...standing, start: '2026-11-25T10:30' })).toBeNull()
})
