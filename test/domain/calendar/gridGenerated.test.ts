/** G1: random weeks of slots, bookings and absences, tapped at random: the plan does what the grid showed, and the norm is the month's own count. */
import fc from 'fast-check'
import { type GridRequest, type GridWeek, ownGrid } from '../../../src/domain/calendar/grid/ownGrid'
import { eventsAfter, planTaps } from '../../../src/domain/calendar/grid/planTaps'
import { noTaps, offeredIn, openHours, type Taps } from '../../../src/domain/calendar/grid/taps'
import { readSlots } from '../../../src/domain/calendar/slotEvents'
import { offeredHours, type Times } from '../../../src/domain/calendar/slotHours'
import type { Settings } from '../../../src/domain/office/settings'
import { addMinutes } from '../../../src/domain/time/localTime'
import { calendar, event, kuzmina, morozova, settings } from '../slotBuilders'

const office = {
  people: [morozova, kuzmina],
  projects: [],
  required: [],
  calendar: { ...calendar, days: { '2026-11-26': 'off', '2026-11-27': 'short' } },
  settings: { ...settings, slotsPerWeek: 3 } as Settings,
} as GridRequest['office']
const now = '2026-11-24T10:30'

const drawn = fc.record({
  day: fc.integer({ min: 23, max: 29 }),
  quarter: fc.integer({ min: 30, max: 76 }),
  quarters: fc.integer({ min: 1, max: 14 }),
  title: fc.constantFrom(
    'ММ консультация',
    'ММ консультация',
    'ММ консультация',
    'ММ_АНО «Маяк»',
    'ММ обед',
    'ЕК консультация',
    'Отпуск ММ',
  ),
})
const pad = (n: number) => String(n).padStart(2, '0')
const week = fc.record({ events: fc.array(drawn, { maxLength: 9 }), picks: fc.array(fc.nat(500), { maxLength: 12 }) })

function requestOf(events: readonly { day: number; quarter: number; quarters: number; title: string }[]): GridRequest {
  const made = events.map(({ day, quarter, quarters, title }) =>
    event(title, addMinutes(`2026-11-${pad(day)}T00:00`, 15 * quarter), 15 * quarters),
  )
  return { person: morozova, events: made, holds: [], office, from: '2026-11-23', weeks: 1 }
}

const hoursOf = (weeks: readonly GridWeek[]) => weeks.flatMap(({ days }) => days.flatMap(({ hours }) => hours))

function tapsOf(weeks: readonly GridWeek[], picks: readonly number[]): Taps {
  let taps = noTaps
  for (const pick of picks) {
    const cells = [
      ...hoursOf(weeks)
        .filter(({ kind, start }) => kind === 'free' && start > now && !taps.take.some((one) => one.start === start))
        .map((cell) => ['take', cell] as const),
      ...weeks.flatMap(({ days }) => days.flatMap((day) => openHours(day, taps, now))).map((cell) => ['offer', cell] as const),
    ]
    const [list, cell] = cells[pick % Math.max(1, cells.length)] ?? []
    if (list !== undefined && cell !== undefined) taps = { ...taps, [list]: [...taps[list], { start: cell.start, end: cell.end }] }
  }
  return taps
}

const minutesOf = ({ start, end }: Times): string[] => {
  const minutes: string[] = []
  for (let at = start; at < end; at = addMinutes(at, 5)) minutes.push(at)
  return minutes
}
const freeMinutes = (weeks: readonly GridWeek[]) =>
  new Set(
    hoursOf(weeks)
      .filter(({ kind }) => kind === 'free')
      .flatMap(minutesOf),
  )

function countedAnew({ events }: Pick<GridRequest, 'events'>): number {
  const own = readSlots(events, office.people)
  const of = (list: readonly { readonly initials: string; readonly event: Times }[]) =>
    list.filter(({ initials }) => initials === 'ММ').map((one) => one.event)
  return offeredHours({ free: of(own.free), booked: of(own.booked), away: of(own.away) }, office)
}

test('after the plan the free hours are those of before, without what was taken, with what was offered', () => {
  let tapped = 0
  fc.assert(
    fc.property(week, ({ events, picks }) => {
      const request = requestOf(events)
      const weeks = ownGrid(request)
      const taps = tapsOf(weeks, picks)
      const plan = planTaps(taps, request, now, 100)
      expect([plan.refused, plan.left]).toEqual([[], noTaps])
      const after = { ...request, events: eventsAfter(request, plan.adds, plan.takes) }
      const wanted = freeMinutes(weeks)
      for (const one of taps.take.flatMap(minutesOf)) wanted.delete(one)
      for (const one of taps.offer.flatMap(minutesOf)) wanted.add(one)
      expect([...freeMinutes(ownGrid(after))].sort()).toEqual([...wanted].sort())
      expect(planTaps(taps, after, now, 100)).toMatchObject({ adds: [], takes: [], refused: [] })
      expect(weeks.map((one) => offeredIn(one, taps))).toEqual([countedAnew(after)])
      tapped += taps.offer.length + taps.take.length
    }),
    { numRuns: 300 },
  )
  expect(tapped).toBeGreaterThan(300)
})
