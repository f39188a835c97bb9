/** A1, A2, R2, G6: the letter that somebody is owed, as it is true when it goes. */

import type { Client } from '../../../src/domain/client/client'
import type { Deal } from '../../../src/domain/deal/deal'
import { bookingForClient, bookingOf, withClientTold, withConsultantTold, withKnowledge } from '../../../src/domain/letter/telling'
import { letterOwed } from '../../../src/usecases/booking/bookingLetters'
import { acceptedDeal, assignedDeal, client, defaultSettings } from '../../fixtures/builders'
import { staffed } from '../../fixtures/staff'

const now = '2026-11-23T09:00'
const office = staffed()
/** Booked, and nobody told yet. */
const fresh = withKnowledge(acceptedDeal(), assignedDeal({ toldAt: null }), now)
/** Both know of it. */
const told = (part: Partial<Deal> = {}): Deal => {
  const deal = { ...fresh, ...part }
  return withConsultantTold(withClientTold(deal, bookingForClient(deal), now, client().email), 'ММ', bookingOf(deal), now)
}
const released = { stage: 'accepted', consultant: '', start: null, end: null, place: '' } as const
const letter = (deal: Deal, person: string, one: Client | null = client(), at = office) =>
  letterOwed({ deal, client: one, person }, at, now)
const subject = (deal: Deal, person: string) => letter(deal, person)?.mail.subject

test('booked: both get the booking at their addresses', () => {
  expect(letter(fresh, 'client')).toMatchObject({ to: 'client1@example.org', said: { start: fresh.start, place: 'каб. 3' } })
  expect(letter(fresh, 'ММ')).toMatchObject({ to: 'gg0@example.org', said: { consultant: 'ММ' } })
  expect([subject(fresh, 'client'), subject(fresh, 'ММ')]).toEqual([
    'Консультация назначена: ср 25 ноября, 10:00',
    'Вам назначена консультация: ср 25 ноября, 10:00, сделка № 41721',
  ])
})

test.each<[string, Partial<Deal>, string | undefined, string | undefined]>([
  ['as they know it', {}, undefined, undefined],
  [
    'moved',
    { start: '2026-11-26T12:00' },
    'Консультация перенесена: чт 26 ноября, 12:00',
    'Консультация перенесена: чт 26 ноября, 12:00, сделка № 41721',
  ],
  [
    'given to СБ',
    { consultant: 'СБ' },
    'Консультацию проведёт другой консультант: ср 25 ноября, 10:00',
    'Консультация передана другому консультанту: ср 25 ноября, 10:00, сделка № 41721',
  ],
  [
    'elsewhere',
    { place: 'каб. 5' },
    'Уточнение о консультации: ср 25 ноября, 10:00',
    'Уточнение о консультации: ср 25 ноября, 10:00, сделка № 41721',
  ],
  ['released', released, 'Консультация отменена: ср 25 ноября, 10:00', 'Консультация отменена: ср 25 ноября, 10:00, сделка № 41721'],
  ['lost', { stage: 'lost' }, 'Консультация отменена: ср 25 ноября, 10:00', 'Консультация отменена: ср 25 ноября, 10:00, сделка № 41721'],
  ['held', { stage: 'held' }, undefined, undefined],
  ['into the past', { start: '2026-11-20T10:00' }, undefined, undefined],
  ['G5: too far, not decided', { start: '2026-12-01T10:00' }, undefined, 'Консультация перенесена: вт 1 декабря, 10:00, сделка № 41721'],
])('%s', (_, part, toClient, toConsultant) => {
  const deal = { ...told(), ...part }
  expect([subject(deal, 'client'), subject(deal, 'ММ')]).toEqual([toClient, toConsultant])
})

test('G6: the new consultant gets a booking', () => {
  expect(subject({ ...told(), consultant: 'СБ' }, 'СБ')).toBe('Вам назначена консультация: ср 25 ноября, 10:00, сделка № 41721')
})

test('what is over is named to nobody', () => {
  const late = letterOwed(
    { deal: { ...told(), start: '2026-11-26T12:00' }, client: client(), person: 'client' },
    office,
    '2026-11-25T10:30',
  )
  expect(late?.mail.body).not.toContain('25 ноября')
})

test.each<[string, Client | null, typeof office]>([
  ['has no card', null, office],
  ['has no address', client({ email: '' }), office],
  ['has a text for an address', client({ email: 'не почта' }), office],
  ['is not written to by this office', client(), { ...office, settings: { ...defaultSettings, clientLetters: false } }],
])('a client who %s gets none', (_, one, at) => {
  expect(letter(fresh, 'client', one, at)).toBeNull()
})

test('a client whose address was wrong is told at the right one', () => {
  expect(letter(told(), 'client', client({ email: 'anna@example.org' }))).toMatchObject({ to: 'anna@example.org' })
})

test('V11: a consultation by phone has no room', () => {
  const byPhone = { ...told({ format: 'phone' }), start: '2026-11-26T12:00' }
  expect(letter(byPhone, 'client')?.mail.body).toContain('по телефону')
  expect(letter(byPhone, 'client')?.mail.body).not.toContain('каб. 3')
})
