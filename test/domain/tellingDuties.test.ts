/** A1.tell and C2.link: what is left to tell by a person once letters say the rest. */

import type { Deal } from '../../src/domain/deal/deal'
import { type ObligationKey, obligationsOf } from '../../src/domain/obligations/obligations'
import { acceptedDeal, assignedDeal, office } from '../fixtures/builders'

const desk = office()
const find = (key: ObligationKey, deal: Deal, now: string) => obligationsOf(deal, desk, now).find((owed) => owed.key === key)
const officeManager = { role: 'officeManager' }

describe('A1.tell where a letter goes', () => {
  const waiting = assignedDeal({ toldAt: null, tellFrom: '2026-11-20T15:35' })

  test('opens once it should have gone', () => {
    expect(find('A1.tell', waiting, '2026-11-20T15:34')).toBeUndefined()
    expect(find('A1.tell', waiting, '2026-11-20T15:35')).toMatchObject({ opensAt: '2026-11-20T15:35', due: '2026-11-20T18:00' })
  })

  test('called off: whoever knows the time is told, until it has come', () => {
    const off = acceptedDeal({ clientKnows: assignedKnown, tellFrom: '2026-11-23T09:00' })
    expect(find('A1.tell', off, '2026-11-23T09:00')).toMatchObject({ who: officeManager, due: '2026-11-23T18:00' })
    expect(find('A1.tell', off, '2026-11-25T10:00')).toBeUndefined()
    expect(find('A1.tell', acceptedDeal(), '2026-11-23T09:00')).toBeUndefined()
  })
})

const assignedKnown = JSON.stringify({
  start: '2026-11-25T10:00',
  consultant: 'ММ',
  format: 'inPerson',
  place: '',
  at: '2026-11-20T15:05',
  to: '',
})

describe('C2.link', () => {
  const online = (part: Partial<Deal> = {}) => assignedDeal({ format: 'online', place: '', ...part })

  test('the consultant has it by the evening before', () => {
    expect(find('C2.link', online(), '2026-11-23T09:00')).toMatchObject({
      who: { initials: 'ММ' },
      due: '2026-11-24T18:00',
      remindAt: '2026-11-24T09:00',
      overdueTo: 'officeManager',
    })
  })

  test('booked after that evening: before it starts', () => {
    expect(find('C2.link', online({ stageSince: '2026-11-25T08:00' }), '2026-11-25T08:00')).toMatchObject({
      due: '2026-11-25T10:00',
      remindAt: '2026-11-25T08:00',
    })
  })

  test.each<[string, Deal, string]>([
    ['the link is there', online({ place: 'https://zoom.example.org/j/1' }), '2026-11-23T09:00'],
    ['another format', assignedDeal({ place: '' }), '2026-11-23T09:00'],
    ['it has begun', online(), '2026-11-25T10:00'],
  ])('not owed: %s', (_, deal, now) => {
    expect(find('C2.link', deal, now)).toBeUndefined()
  })
})
