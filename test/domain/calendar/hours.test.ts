/** G1 counts different hours of the day, not events: copies, overlaps, nights and halves are no further hour. */

import { repeatedWeek } from '../../../src/domain/calendar/repeatWeek'
import { slotBoard } from '../../../src/domain/calendar/slotBoard'
import type { SlotEvent } from '../../../src/domain/calendar/slotEvents'
import { slotParts, timeDoubt } from '../../../src/domain/calendar/slotHours'
import type { Office } from '../../../src/domain/office/office'
import { defaultSettings } from '../../fixtures/builders'
import { calendar, event, find, morozova, now, starts } from '../slotBuilders'

const office: Office = { people: [morozova], projects: [], calendar, settings: defaultSettings, required: [] }
const slot = (start: string, minutes = 60) => event('ММ консультация', start, minutes)
const offered = (events: readonly SlotEvent[]) => slotBoard({ events, office, from: '2026-11-23', weeks: 1, me: '' })[0]?.weeks[0]?.offered

test.each<[string, readonly SlotEvent[], number]>([
  ['three hours', [slot('2026-11-24T10:00'), slot('2026-11-25T10:00'), slot('2026-11-26T10:00')], 3],
  ['one event of three', [slot('2026-11-24T10:00', 180)], 3],
  ['three copies', [slot('2026-11-24T10:00'), slot('2026-11-24T10:00'), slot('2026-11-24T10:00')], 1],
  ['three over one another', [slot('2026-11-24T10:00'), slot('2026-11-24T10:20'), slot('2026-11-24T10:40')], 1],
  ['three halves', [slot('2026-11-24T10:00', 30), slot('2026-11-25T10:00', 30), slot('2026-11-26T10:00', 30)], 0],
  ['two halves that touch', [slot('2026-11-24T10:00', 30), slot('2026-11-24T10:30', 30)], 1],
  ['three at night', [slot('2026-11-24T02:00', 180)], 0],
  ['a day off', [slot('2026-11-28T10:00', 180)], 0],
  ['a slot, and its copy as a booking', [slot('2026-11-24T10:00'), event('ММ_АНО «Маяк»', '2026-11-24T10:00')], 1],
  ['a booking of 90 minutes out of three hours', [slot('2026-11-24T11:30', 90), event('ММ_АНО «Маяк»', '2026-11-24T10:00', 90)], 3],
  ['early and late by hand', [slot('2026-11-24T08:00'), slot('2026-11-24T18:00')], 2],
])('%s → %#', (_what, events, hours) => expect(offered(events)).toBe(hours))

describe('one event from Wednesday 9:00 to Friday 18:00', () => {
  const long = slot('2026-11-25T09:00', 2 * 1440 + 540)

  test('is three working days of nine hours, none of them at night', () => {
    expect(slotParts(long, office)).toEqual([
      { start: '2026-11-25T09:00', end: '2026-11-25T18:00' },
      { start: '2026-11-26T09:00', end: '2026-11-26T18:00' },
      { start: '2026-11-27T09:00', end: '2026-11-27T18:00' },
    ])
    expect(offered([long])).toBe(27)
    expect(starts({ events: [long] }).filter((start) => start.slice(11) < '09:00' || start.slice(11) > '17:00')).toEqual([])
    expect(starts({ events: [long] })).toHaveLength(27)
  })

  test('is asked about: it is longer than a working day', () => {
    expect(find({ events: [long] }).unread).toEqual([
      { title: 'ММ консультация', start: long.start, suggestion: '', why: 'слишком длинное' },
    ])
  })

  test('is repeated as three slots of working hours', () => {
    const next = repeatedWeek(morozova, '2026-11-30', [long], office, now)
    expect(next.map(({ start, end, why }) => [start, end, why])).toEqual([
      ['2026-12-02T09:00', '2026-12-02T18:00', ''],
      ['2026-12-03T09:00', '2026-12-03T18:00', ''],
      ['2026-12-04T09:00', '2026-12-04T18:00', ''],
    ])
  })
})

test('a slot at 02:00 is offered to nobody, not even against the rules, and is asked about', () => {
  const night = [slot('2026-11-24T02:00')]
  expect(find({ events: night, people: [morozova], override: true })).toMatchObject({
    consultants: [],
    none: [{ reason: 'night', count: 1 }],
    unread: [{ title: 'ММ консультация', why: 'ночью' }],
  })
  expect(repeatedWeek(morozova, '2026-11-30', night, office, now)).toMatchObject([{ why: 'не в рабочее время' }])
})

test.each([
  ['free', '2026-11-24T10:00', 60, null],
  ['free', '2026-11-24T10:00', 540, null],
  ['free', '2026-11-24T09:00', 600, 'length'],
  ['free', '2026-11-24T02:00', 60, 'night'],
  ['free', '2026-11-24T20:30', 60, 'night'],
  ['booked', '2026-11-24T10:00', 120, null],
  ['booked', '2026-11-24T10:00', 180, 'length'],
  ['booked', '2026-11-24T23:00', 60, 'night'],
] as const)('%s from %s for %i minutes → %s', (kind, start, minutes, doubt) =>
  expect(timeDoubt(slot(start, minutes), kind, office)).toBe(doubt),
)
