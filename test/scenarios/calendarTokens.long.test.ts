import type { World } from '../../emulator/world/types'
import {
  assignedRows,
  bookingProblems,
  changeFollowing,
  drag,
  expireTokens,
  insert,
  remove,
  rename,
  settle,
  tick,
} from '../fixtures/consultantHand'
import { deathFaults } from '../fixtures/deaths'
import { calendarId, director, done, nextTick, phoned, setSetting, sleepUntil, slotOf, slotsOf } from '../fixtures/desk'
import { registerEqualsJournal, rowById, rowsOf, serialOf } from '../fixtures/register'
import { bookedWorld, check, duties, settled, subjects, told } from '../fixtures/settledDesk'

describe('series', () => {
  function seriesWorld() {
    const world = settled()
    const master = insert(world, 'ММ консультация', '2026-11-24T14:00', '2026-11-24T15:00', ['RRULE:FREQ=WEEKLY;COUNT=8'])
    const { deal } = phoned(world, 'Фонд «Север»')
    const id = `${master.id}_20261201T110000Z`
    rename(world, id, 'ММ_Фонд «Север»')
    nextTick(world)
    const row = () => rowById(world, 'Сделки', deal.id)
    expect(row()['Событие']).toBe(id)
    return { world, master, id, row }
  }

  test('one instance is booked, moved and deleted as an event of its own', () => {
    const { world, id, row } = seriesWorld()
    drag(world, id, '2026-12-02T14:00')
    nextTick(world)
    expect(row()['Начало']).toBeCloseTo(serialOf('2026-12-02T14:00'), 6)
    remove(world, id)
    nextTick(world)
    expect(row()['Этап']).toBe('Принято в работу')
    check(world)
  })

  test.each([
    ['«all events» moved by two hours', (world: World, master: string) => void drag(world, master, '2026-11-24T16:00', '2026-11-24T17:00')],
    [
      '«this and following» moved from an earlier one on',
      (world: World, master: string) =>
        void changeFollowing(world, `${master}_20261124T110000Z`, { start: '2026-11-24T16:00', end: '2026-11-24T17:00' }),
    ],
  ])('%s: nobody has given the booking up, one line asks, and it closes when the booking has an hour again', (_name, change) => {
    const { world, master, row } = seriesWorld()
    nextTick(world)
    const from = world.state.letters.length
    change(world, master.id)
    for (let ticks = 0; ticks < 3; ticks++) nextTick(world)
    expect([row()['Этап'], row()['Начало']]).toEqual(['Консультация назначена', serialOf('2026-12-01T14:00')])
    expect(told(world, 'recast')).toEqual([expect.stringContaining('Фонд «Север»')])
    expect(duties(world, Number(row()['№']))).toContain('G6.decide')
    expect(subjects(world, from).filter((one) => one.startsWith('prichal@'))).toEqual([])
    expireTokens(world)
    nextTick(world)
    expect(told(world, 'recast')).toHaveLength(1)
    const { minutes: _, ...slot } = slotOf(world, 'ММ', '2026-12-01T16:00')
    const { ref } = done(world, 'deal/open', { id: Number(row()['№']), row: null, clientId: null })
    done(world, 'deal/reschedule', { deal: ref, slot, at: null, reason: 'консультант сдвинул часы' })
    settle(world)
    expect(told(world, 'recast')).toEqual([])
    expect(subjects(world, from).filter((one) => one.startsWith('prichal@'))).toEqual([expect.stringContaining('перенесена')])
    check(world)
  })

  test('the series deleted takes its booking with it', () => {
    const { world, master, row } = seriesWorld()
    remove(world, master.id)
    nextTick(world)
    expect(row()['Этап']).toBe('Принято в работу')
    check(world)
  })
})

describe('another time zone of the office', () => {
  const zone = 'Часовой пояс офиса'
  const times = (world: World) => assignedRows(world).map((cells) => [cells['№'], cells['Начало']])
  const otherZone = () => {
    const world = settled()
    const before = times(world)
    expect(before.length).toBeGreaterThan(5)
    const from = world.state.letters.length
    setSetting(world, zone, 'Екатеринбург (МСК+2)')
    settle(world)
    return { world, before, letters: () => subjects(world, from) }
  }

  test('nobody is moved or told, one line asks; the former zone back, and all is as it was', () => {
    const { world, before, letters } = otherZone()
    expect(times(world)).toEqual(before)
    expect(told(world, 'otherZone')).toHaveLength(1)
    expect(told(world, 'cannotMove')).toEqual([])
    setSetting(world, zone, 'Europe/Moscow')
    settle(world)
    expect(times(world)).toEqual(before)
    expect(told(world, 'otherZone')).toEqual([])
    expect(letters()).toEqual([])
    check(world)
  })

  test('«да, это так»: the cards take the hours of the calendar, and the clients are told', () => {
    const { world, before, letters } = otherZone()
    done(world, 'discrepancy/resolve', { key: 'otherZone:calendar', outcome: 'confirm', deal: null, reason: '' }, director)
    settle(world)
    const moved = times(world).filter(([, start], at) => start !== before[at]?.[1])
    expect(moved.length).toBeGreaterThan(3)
    expect(told(world, 'otherZone')).toEqual([])
    expect(letters().filter((one) => one.includes('перенесена')).length).toBeGreaterThan(3)
    registerEqualsJournal(world)
  })
})

describe('an expired token (410)', () => {
  test('deletions that no list tells any more are found by mark and sweep; a second full list changes nothing', () => {
    const { world, deal, row } = bookedWorld()
    const calendar = world.state.calendars[calendarId]
    if (calendar !== undefined) calendar.events = calendar.events.filter(({ id }) => id !== deal.eventId)
    expireTokens(world)
    nextTick(world)
    expect(row()['Этап']).toBe('Принято в работу')
    settle(world)
    const lines = rowsOf(world, 'Журнал').length
    expireTokens(world)
    nextTick(world)
    expect(rowsOf(world, 'Журнал').length).toBe(lines)
    check(world)
  })

  test('more than 2,500 events come in pages; the one change among them is not lost', () => {
    const { world, deal, row } = bookedWorld()
    for (let at = 0; at < 2600; at++) insert(world, 'Планёрка', '2026-12-01T09:00', '2026-12-01T09:30')
    drag(world, deal.eventId, '2026-11-25T15:00')
    const calls = tick(world).calls.map(({ name }) => name)
    expect(calls.slice(0, calls.indexOf('Lock.acquire')).filter((name) => name === 'Calendar.Events.list').length).toBe(2)
    expect(row()['Начало']).toBeCloseTo(serialOf('2026-11-25T15:00'), 6)
    check(world)
  })
})

test('a sync killed at any call is finished by the next: the same end, nothing twice', () => {
  const { world, deal } = bookedWorld()
  drag(world, deal.eventId, '2026-11-25T15:00')
  const calls = tick(world.fork()).calls
  const well = world.fork()
  settle(well)
  for (const fault of deathFaults(calls)) {
    const dying = world.fork()
    dying.invoke({ fn: 'tick', entry: 'trigger', user: '' }, [fault])
    settle(dying)
    const { Версия, Переносов, Начало } = rowById(dying, 'Сделки', deal.id)
    expect({ fault, Версия, Переносов, Начало }).toMatchObject({ Версия: rowById(well, 'Сделки', deal.id)['Версия'], Переносов: 1 })
    expect(bookingProblems(dying)).toEqual([])
  }
})

test('an hour marked two months ahead is offered once its day is near: no list of changes tells of it by then', () => {
  const world = settled()
  const { id } = insert(world, 'ММ консультация', '2027-01-14T10:00', '2027-01-14T11:00')
  nextTick(world)
  expect(slotsOf(world, 'ММ').map(({ eventId }) => eventId)).not.toContain(id)
  sleepUntil(world, '2027-01-11T09:00')
  expect(slotsOf(world, 'ММ').map(({ eventId }) => eventId)).toContain(id)
})
