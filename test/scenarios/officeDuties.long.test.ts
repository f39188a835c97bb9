/** The office-wide rows of the table «Obligations», on the shipped desk: each stands, reminds, is met, is told as overdue and becomes a breach at its minute. */
import type { World } from '../../emulator/world/types'
import { addMinutes, dateOf } from '../../src/domain/time/localTime'
import { bareDesk, setStaff } from '../fixtures/bareDesk'
import { insert, tick } from '../fixtures/consultantHand'
import { lettersAbout, officeLine, tickAt, writtenBreaches } from '../fixtures/controlDesk'
import { bookInput, calendarId, director, done, morozova, office, phoned, slotOf } from '../fixtures/desk'
import { askForFeedback, heldOnce, officeRows } from '../fixtures/officeRows'
import { filled, move, setClock } from '../fixtures/stages'

const minuteBefore = (time: string) => addMinutes(time, -1)
const minuteAfter = (time: string) => addMinutes(time, 1)

describe.each(officeRows.map((row) => ({ title: [row.key, row.when].filter(Boolean).join(', '), row })))('$title', ({ row }) => {
  const { key, subject, seenAt, due, reminders, overdue, isBreach = true } = row
  let start: World | null = null

  /** A fork of the desk on which it will be owed. */
  function begun(): World {
    if (start === null) {
      start = bareDesk(row.from ?? '2026-11-23T09:00', row.days)
      tickAt(start, row.from ?? '2026-11-23T09:00')
      row.begin(start)
    }
    return start.fork()
  }
  /** The same at a minute before its time, everything in between told. */
  function standing(): World {
    const world = begun()
    row.happens?.(world)
    for (const { at } of [{ at: seenAt }, ...reminders]) tickAt(world, at)
    return world
  }
  const late = (world: World) => lettersAbout(world, `${subject} — `).concat(row.who === '' ? lettersAbout(world, subject) : [])
  const breaches = (world: World) => writtenBreaches(world).filter(([one]) => one?.startsWith(`${key}:${subject}`))

  test('stands from its minute on, not a minute sooner', () => {
    const world = begun()
    tickAt(world, minuteBefore(seenAt))
    expect(officeLine(world, subject)).toBeUndefined()
    row.happens?.(world)
    tickAt(world, seenAt)
    expect(officeLine(world, subject)).toMatchObject({ key, who: row.who, opensAt: row.opensAt, due })
  })

  test('is reminded of at its minutes, once each, whoever owes it', () => {
    const world = begun()
    tickAt(world, minuteBefore(seenAt))
    row.happens?.(world)
    const told: string[] = []
    for (const { at, to } of reminders) {
      if (at > seenAt) for (const time of [seenAt, minuteBefore(at)]) tickAt(world, time)
      expect(lettersAbout(world, subject).map((letter) => letter.to)).toEqual(told)
      tickAt(world, at)
      tickAt(world, at)
      told.push(to)
      expect(lettersAbout(world, subject).map((letter) => letter.to)).toEqual(told)
    }
    tickAt(world, due)
    expect(lettersAbout(world, subject)).toHaveLength(told.length)
  })

  test('met in time, it is gone by the next tick: nobody hears of it, and nothing is broken', () => {
    if (row.meet === null) return expect(isBreach).toBe(false)
    const world = standing()
    setClock(world, minuteBefore(due))
    row.meet(world)
    tickAt(world, addMinutes(due, 9))
    expect([officeLine(world, subject), breaches(world), late(world)]).toEqual([undefined, [], []])
  })

  test('not met, it is a breach the minute after, once, and told to whom it concerns', () => {
    const world = standing()
    tickAt(world, due)
    expect([breaches(world), late(world)]).toEqual([[], []])
    const first = minuteAfter(due)
    tickAt(world, first)
    expect(breaches(world)).toEqual(isBreach ? [[`${key}:${subject}:${due}`, first]] : [])
    if (overdue?.at !== undefined) {
      tickAt(world, minuteBefore(overdue.at))
      expect(late(world)).toEqual([])
      tickAt(world, overdue.at)
    }
    expect(late(world).map(({ to }) => to)).toEqual(overdue === null ? [] : [overdue.to])
    tickAt(world, addMinutes(overdue?.at ?? first, 10))
    tickAt(world, addMinutes(overdue?.at ?? first, 20))
    expect(late(world)).toHaveLength(overdue === null ? 0 : 1)
    expect(breaches(world)).toHaveLength(isBreach ? 1 : 0)
  })

  test('met too late, before a tick saw it: a breach where anything tells of it', () => {
    if (row.meet === null) return expect(isBreach).toBe(false)
    const world = standing()
    setClock(world, minuteAfter(due))
    row.meet(world)
    const seen = addMinutes(due, 9)
    tickAt(world, seen)
    expect(officeLine(world, subject)).toBeUndefined()
    expect(breaches(world).map(([one]) => one)).toEqual(row.leavesNoTrace ? [] : [`${key}:${subject}:${due}`])
    expect(dateOf(seen)).toBe(dateOf(due))
  })
})

describe('W.sync: the calendar does not answer', () => {
  const subject = 'Календарь не отвечает: проверьте доступ и адрес в «Настройках»'
  const administrator = 'cx8@example.org'

  /** Synced at that minute for the last time. */
  function silentFrom(at: string): World {
    const world = bareDesk('2026-11-23T09:00')
    setStaff(world, administrator, 'Роли', 'консультант, администратор')
    tickAt(world, at)
    return world
  }
  /** A tick that Google answers nothing about the calendar; every other job of it must go on. */
  function deafTick(world: World, at: string): void {
    const { [calendarId]: calendar, ...others } = world.state.calendars
    if (calendar === undefined) throw new Error('there is no calendar')
    world.state.calendars = others
    setClock(world, at)
    const record = tick(world)
    expect([record.error, record.logs.map((line) => line.split(': ')[1])]).toEqual([null, ['tick, calendar']])
    world.state.calendars = { ...others, [calendarId]: calendar }
  }
  const told = (world: World) => lettersAbout(world, subject).map(({ to }) => to)

  test('an hour of silence, not a minute less: the administrator is told by the next tick, once; it is no breach', () => {
    const world = silentFrom('2026-11-23T10:00')
    deafTick(world, '2026-11-23T10:59')
    expect(officeLine(world, subject)).toBeUndefined()
    deafTick(world, '2026-11-23T11:00')
    const at = '2026-11-23T11:00'
    expect(officeLine(world, subject)).toMatchObject({ key: 'W.sync', who: 'администратор', opensAt: at, due: at })
    deafTick(world, '2026-11-23T11:01')
    deafTick(world, '2026-11-23T11:11')
    expect(told(world)).toEqual([administrator])
    expect(writtenBreaches(world).filter(([key]) => key?.startsWith('W.sync'))).toEqual([])
  })

  test('silent since before midnight: the new day brings it no less', () => {
    const world = silentFrom('2026-11-23T23:30')
    for (const at of ['2026-11-24T00:20', '2026-11-24T00:40', '2026-11-24T07:50']) deafTick(world, at)
    expect([officeLine(world, subject)?.opensAt, told(world)]).toEqual(['2026-11-24T00:30', []])
    deafTick(world, '2026-11-24T08:00')
    expect(told(world)).toEqual([administrator])
  })

  test('met by the first sync that succeeds', () => {
    const world = silentFrom('2026-11-23T10:00')
    deafTick(world, '2026-11-23T11:20')
    tickAt(world, '2026-11-23T11:30')
    expect(officeLine(world, subject)).toBeUndefined()
  })

  test('a trigger that slept for hours, and syncs when it wakes, is no silence of the calendar', () => {
    const world = silentFrom('2026-11-23T10:00')
    tickAt(world, '2026-11-23T14:00')
    tickAt(world, '2026-11-23T14:01')
    expect([officeLine(world, subject), told(world)]).toEqual([undefined, []])
  })

  test('who owes slots stays as it stands meanwhile', () => {
    const world = silentFrom('2026-11-26T10:00')
    const slots = 'Поставить слоты: ММ, две недели с 30 ноября'
    expect(officeLine(world, slots)?.reminded).toBe('2026-11-26T10:00')
    deafTick(world, '2026-11-27T00:10')
    expect(officeLine(world, slots)?.reminded).toBe('2026-11-26T10:00')
  })
})

test('K3: missed on the last working day of a month, it is in the next one’s first digest', () => {
  const world = bareDesk('2026-11-23T09:00', [
    ['2026-11-27', 'выходной'],
    ['2026-11-28', 'короткий'],
    ['2026-11-30', 'выходной'],
  ])
  heldOnce(world)
  tickAt(world, '2026-11-26T18:01')
  tickAt(world, '2026-12-01T09:30')
  expect(lettersAbout(world, 'Спросить отзыв у клиента ММ в ноябре 2026 года — ').map(({ to }) => to)).toEqual([director])
  tickAt(world, '2026-12-02T00:00')
  expect(officeLine(world, 'Спросить отзыв у клиента ММ в ноябре 2026 года')).toBeUndefined()
})

test('K3: held on the last Friday itself, it is reminded of at 15:00 all the same', () => {
  const world = bareDesk('2026-11-23T09:00')
  insert(world, 'ММ консультация', '2026-11-27T11:00', '2026-11-27T12:00')
  const { card } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Светлячок»'), slotOf(world)))
  tickAt(world, '2026-11-27T10:50')
  setClock(world, '2026-11-27T12:05')
  move(world, card, 'held', { fields: filled }, morozova)
  tickAt(world, '2026-11-27T15:00')
  expect(lettersAbout(world, 'Спросить отзыв у клиента ММ').map(({ to }) => to)).toEqual([office])
})

test('K3: asked by the page at 17:55 and seen at 18:03, it was in time; S2: approved at 18:01, it was late', () => {
  const world = bareDesk('2026-11-23T09:00')
  heldOnce(world)
  tickAt(world, '2026-11-27T17:50')
  setClock(world, '2026-11-27T17:55')
  askForFeedback(world)
  tickAt(world, '2026-11-27T18:03')
  expect(writtenBreaches(world).filter(([key]) => key?.startsWith('K3'))).toEqual([])
  tickAt(world, '2026-12-05T17:50')
  setClock(world, '2026-12-05T18:01')
  done(world, 'month/approve', { month: '2026-11', again: false }, director)
  expect(writtenBreaches(world).filter(([key]) => key?.startsWith('S2.summary'))).toEqual([
    ['S2.summary:Утвердить сводку: ноябрь 2026:2026-12-05T18:00', '2026-12-05T18:01'],
  ])
})
