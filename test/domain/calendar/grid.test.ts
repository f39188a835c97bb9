/** G1, G4: the grid of «Отметить слоты»: what an hour is, what may be tapped, and what the taps come to. */

import { newSlot } from '../../../src/domain/calendar/grid/newSlot'
import { type GridRequest, ownGrid } from '../../../src/domain/calendar/grid/ownGrid'
import { planTaps } from '../../../src/domain/calendar/grid/planTaps'
import { asLastWeek, hoursOfWeek, noTaps, offeredIn, openHours, toggled } from '../../../src/domain/calendar/grid/taps'
import type { WorkingCalendar } from '../../../src/domain/office/office'
import type { Settings } from '../../../src/domain/office/settings'
import { calendar, event, kuzmina, morozova, nosov, person, settings } from '../slotBuilders'

const office = (part: { days?: WorkingCalendar['days'] } = {}) =>
  ({
    people: [morozova, kuzmina, nosov],
    projects: [],
    required: [],
    calendar: { ...calendar, ...part },
    settings: { ...settings, slotsPerWeek: 3 } as Settings,
  }) as GridRequest['office']
const asked = (part: Partial<GridRequest> = {}): GridRequest => ({
  person: morozova,
  events: [],
  holds: [],
  office: office(),
  from: '2026-11-23',
  weeks: 1,
  ...part,
})
const hoursOn = (request: GridRequest, date: string) =>
  ownGrid(request)
    .flatMap(({ days }) => days)
    .find((day) => day.date === date)
    ?.hours.map(({ start, end, kind }) => `${start.slice(11)}–${end.slice(11)} ${kind}`)
const now = '2026-11-23T09:00'
const at = (start: string, end: string, day = '2026-11-24') => ({ start: `${day}T${start}`, end: `${day}T${end}` })

test.each([
  [
    'three hours are three',
    [event('ММ консультация', '2026-11-24T10:00', 180)],
    ['10:00–11:00 free', '11:00–12:00 free', '12:00–13:00 free'],
  ],
  [
    'an hour and a half: what is left is its own',
    [event('ММ консультация', '2026-11-24T10:30', 90)],
    ['10:30–11:30 free', '11:30–12:00 free'],
  ],
  [
    'the same hour twice is one',
    [event('ММ консультация', '2026-11-24T10:00'), event('ММ консультация', '2026-11-24T10:30')],
    ['10:00–11:00 free', '11:00–11:30 free'],
  ],
  [
    'a booking lies over a slot',
    [event('ММ консультация', '2026-11-24T10:00', 180), event('ММ_АНО «Маяк»', '2026-11-24T11:00')],
    ['10:00–11:00 free', '11:00–12:00 booked', '12:00–13:00 free'],
  ],
  [
    'lunch',
    [event('ММ консультация', '2026-11-24T12:00', 120), event('ММ обед', '2026-11-24T13:00')],
    ['12:00–13:00 free', '13:00–14:00 busy'],
  ],
  ['a colleague’s', [event('ЕК консультация', '2026-11-24T10:00')], []],
  ['with guests', [{ ...event('ММ консультация', '2026-11-24T10:00'), extras: ['guests'] as const }], ['10:00–11:00 kept']],
  ['coloured only', [{ ...event('ММ консультация', '2026-11-24T10:00'), extras: ['colour'] as const }], ['10:00–11:00 free']],
])('%s', (_, events, expected) => {
  expect(hoursOn(asked({ events }), '2026-11-24')).toEqual(expected)
})

test('an hour that somebody holds, and one whose booking is under way, are held', () => {
  const slot = event('ММ консультация', '2026-11-24T10:00', 120)
  expect(hoursOn(asked({ events: [slot], holds: [{ eventId: slot.id, start: '2026-11-24T11:00' }] }), '2026-11-24')).toEqual([
    '10:00–11:00 free',
    '11:00–12:00 held',
  ])
  const marked = { ...slot, private: { deal: '41720', version: '2', event: slot.id } }
  expect(hoursOn(asked({ events: [marked] }), '2026-11-24')).toEqual(['10:00–11:00 held', '11:00–12:00 held'])
})

test('days on which nothing is offered say why; a short day closes early', () => {
  const away = person('ММ', 'Морозова Мария', {
    absences: [{ from: '2026-11-25', until: '2026-11-25', why: 'учёба' }],
    from: '2026-11-24',
    until: null,
  })
  const request = asked({
    person: away,
    office: office({ days: { '2026-11-26': 'short', '2026-11-27': 'off' } }),
    events: [event('ММ обед', '2026-11-26T09:00', 540)],
  })
  const [week] = ownGrid(request)
  expect(week?.days.map(({ off }) => off)).toEqual([
    'не работает в этот день',
    '',
    'учёба',
    'занята: обед',
    'выходной',
    'выходной',
    'выходной',
  ])
  const short = week?.days[3]
  expect(short?.until).toBe('2026-11-26T17:00')
})

test('what is open: whole hours of the day to come that nothing overlaps, the hours tapped already neither', () => {
  const [week] = ownGrid(asked({ events: [event('ММ консультация', '2026-11-24T10:30')] }))
  const day = week?.days[1]
  if (day === undefined) throw new Error('no Tuesday')
  expect(openHours(day, { ...noTaps, offer: [at('14:00', '15:00')] }, '2026-11-24T09:30').map(({ start }) => start.slice(11))).toEqual([
    '12:00',
    '13:00',
    '15:00',
    '16:00',
    '17:00',
  ])
  expect(openHours({ ...day, off: 'выходной' }, noTaps, now)).toEqual([])
})

test('the norm with the taps: whole hours of what touches, days off do not count', () => {
  const events = [
    event('ММ консультация', '2026-11-24T10:00', 90),
    event('ММ консультация', '2026-11-24T11:30', 30),
    event('ММ консультация', '2026-11-28T10:00'),
  ]
  const [week] = ownGrid(asked({ events }))
  if (week === undefined) throw new Error('no week')
  expect(week.norm).toBe(3)
  expect(offeredIn(week, noTaps)).toBe(2)
  expect(offeredIn(week, { offer: [at('15:00', '16:00')], take: [at('10:00', '11:00')] })).toBe(2)
  expect(ownGrid(asked({ person: nosov }))[0]?.norm).toBe(0)
})

test('«как на прошлой неделе»: a week later, where it can be', () => {
  const events = [
    event('ММ консультация', '2026-11-24T10:00'),
    event('ММ_АНО «Маяк»', '2026-11-25T15:00'),
    event('ММ консультация', '2026-12-01T10:30'),
  ]
  const weeks = ownGrid(asked({ events, weeks: 2, office: office({ days: { '2026-12-03': 'off' } }) }))
  const [first] = weeks
  if (first === undefined) throw new Error('no week')
  const before = hoursOfWeek(first, { offer: [at('09:00', '10:00', '2026-11-26')], take: [] })
  expect(before).toHaveLength(3)
  expect(asLastWeek(before, weeks, noTaps, now)).toEqual([at('15:00', '16:00', '2026-12-02')])
})

test('the same tap again is no tap', () => {
  const once = toggled([], at('10:00', '11:00'))
  expect([once, toggled(once, at('10:00', '11:00'))]).toEqual([[at('10:00', '11:00')], []])
})

describe('the plan', () => {
  const slot = event('ММ консультация', '2026-11-24T10:00', 180, { etag: '"7"' })

  test('of a longer slot the rest stays, all of it gone goes', () => {
    const middle = planTaps({ offer: [], take: [at('11:00', '12:00')] }, asked({ events: [slot] }), now, 12)
    expect(middle.takes).toMatchObject([{ eventId: slot.id, etag: '"7"', keep: [at('10:00', '11:00'), at('12:00', '13:00')] }])
    const all = planTaps(
      { offer: [], take: [at('10:00', '11:00'), at('11:00', '12:00'), at('12:00', '13:00')] },
      asked({ events: [slot] }),
      now,
      12,
    )
    expect(all.takes).toMatchObject([{ keep: [] }])
  })

  test('what stands as it was wished is no deed and no refusal', () => {
    const plan = planTaps({ offer: [at('10:00', '11:00')], take: [at('15:00', '16:00')] }, asked({ events: [slot] }), now, 12)
    expect(plan).toEqual({ adds: [], takes: [], refused: [], left: noTaps })
  })

  test('an hour of another length than shown was changed in the calendar', () => {
    expect(planTaps({ offer: [], take: [at('10:00', '10:30')] }, asked({ events: [slot] }), now, 12).refused).toMatchObject([
      { why: 'в календаре этот слот уже другой' },
    ])
  })

  test('taken first, then offered, no more than may be at once; the rest is left', () => {
    const offer = [at('13:00', '14:00'), at('14:00', '15:00'), at('13:00', '14:00')]
    const plan = planTaps({ offer, take: [at('10:00', '11:00')] }, asked({ events: [slot] }), now, 2)
    expect([plan.takes.length, plan.adds, plan.left]).toEqual([1, [at('13:00', '14:00')], { offer: [at('14:00', '15:00')], take: [] }])
  })
})

test('a slot’s title and id', () => {
  expect(newSlot('ММ', at('10:00', '11:00'))).toEqual({
    eventId: 'deskslot41c41ct202611241000',
    summary: 'ММ консультация',
    ...at('10:00', '11:00'),
  })
})
