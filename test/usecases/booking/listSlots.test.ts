/** G3, G5, G6: free slots to be offered. */
import type { Input } from '../../../src/rpc/contract'
import { forReassign, list } from '../../../src/usecases/booking/listSlots'
import { assignedDeal } from '../../fixtures/builders'
import { eventAt, type Given, knownTo, refTo, refusalOf, shownBy, whoMay } from '../../fixtures/known'
import { everyReader } from '../../fixtures/staff'

const all: Input<'slot/list'> = { topic: null, consultant: null, agreedWith: null, part: null, from: null }
const wednesday = eventAt('2026-11-25T10:00', '2026-11-25T11:00')
const behind = eventAt('2026-11-25T11:00', '2026-11-25T12:00')
const ofBelova = eventAt('2026-11-26T14:00', '2026-11-26T15:00', 'СБ консультация')
const events = [wednesday, behind, ofBelova]
const offered = (given: Given, part: Partial<Input<'slot/list'>> = {}) =>
  Object.fromEntries(
    shownBy(list, { ...all, ...part }, given).consultants.map(({ initials, slots }) => [initials, slots.map(({ start }) => start)]),
  )

test('by consultant, of the topic that is asked for', () => {
  expect(offered({ events })).toEqual({ ММ: ['2026-11-25T10:00', '2026-11-25T11:00'], СБ: ['2026-11-26T14:00'] })
  expect(shownBy(list, { ...all, topic: 2 }, { events }).consultants.map(({ initials }) => initials)).toEqual(['СБ'])
})

test('the event behind a slot is named with it, and who holds it', () => {
  const holds = JSON.stringify([
    { eventId: wednesday.id, start: wednesday.start, who: 'director@example.org', name: 'Михайлова Марина', until: '2026-11-23T09:10' },
  ])
  const [first] = shownBy(list, all, { events, service: { holds } }).consultants.flatMap(({ slots }) => slots)
  expect(first).toMatchObject({ join: { eventId: behind.id }, heldBy: 'Михайлова Марина', heldUntil: '2026-11-23T09:10' })
})

test('the calendar is read from this week’s Monday to the horizon, counted from a later day where one is asked for', () => {
  const late = eventAt('2027-02-01T10:00', '2027-02-01T11:00')
  expect(knownTo(list, all, { events: [late] }).events).toEqual([])
  expect(knownTo(list, { ...all, from: '2027-01-20' }, { events: [late] }).events).toEqual([late])
  expect(knownTo(list, { ...all, from: '2026-11-01' }, { events: [wednesday], now: '2026-11-27T09:00' }).events).toEqual([wednesday])
})

describe('G6: within two working days of the first time', () => {
  const deal = assignedDeal({ topic: 11 })
  const friday = eventAt('2026-11-27T17:00', '2026-11-27T18:00', 'СБ консультация')
  const monday = eventAt('2026-11-30T10:00', '2026-11-30T11:00', 'СБ консультация')
  const given: Given = { deals: [deal], events: [wednesday, friday, monday] }
  const starts = (same: boolean, more: Given = {}) =>
    shownBy(forReassign, { deal: refTo(deal), same }, { ...given, ...more }).consultants.flatMap(({ slots }) =>
      slots.map(({ start }) => start),
    )

  test('of the others; the next Monday is too far', () => {
    expect(starts(false)).toEqual([friday.start])
  })

  test('of the consultant himself', () => {
    expect(starts(true)).toEqual([wednesday.start])
  })

  test('once the two days are over, others are offered from today, the consultant nothing', () => {
    const late = {
      now: '2026-11-30T09:00',
      events: [eventAt('2026-11-30T15:00', '2026-11-30T16:00', 'СБ консультация'), eventAt('2026-11-30T15:00', '2026-11-30T16:00')],
    }
    expect(starts(false, late)).toEqual(['2026-11-30T15:00'])
    expect(starts(true, late)).toEqual([])
  })

  test('a deal that is not there is told', () => {
    expect(refusalOf(forReassign, { deal: { ...refTo(deal), id: 5 } }, given)).toEqual({ code: 'dealNotFound', id: 5 })
  })

  test('whoever reads may look', () => {
    expect(whoMay(forReassign, { deal: refTo(deal) }, given)).toEqual(everyReader)
    expect(whoMay(list, all, given)).toEqual(everyReader)
  })
})
