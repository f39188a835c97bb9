import { bookingProblems, drag, expireTokens, insert, remove, rename, settle, tick } from '../fixtures/consultantHand'
import { deathFaults } from '../fixtures/deaths'
import { calendarId, nextTick, phoned } from '../fixtures/desk'
import { rowById, rowsOf, serialOf } from '../fixtures/register'
import { bookedWorld, check, settled } from '../fixtures/settledDesk'

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

  test('the series deleted takes its booking with it', () => {
    const { world, master, row } = seriesWorld()
    remove(world, master.id)
    nextTick(world)
    expect(row()['Этап']).toBe('Принято в работу')
    check(world)
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
