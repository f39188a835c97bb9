/** What was found by public bug reports, one test a row (findings of the calendar): state decides, not the event that brought it about. */
import type { World } from '../../emulator/world/types'
import {
  allowEvent,
  changeFollowing,
  copy,
  cutAndPaste,
  drag,
  insert,
  liveEvents,
  mirrorProblems,
  openLines,
  recur,
  refuseEvent,
  remove,
  rename,
  setRules,
  settle,
} from '../fixtures/consultantHand'
import { booked, bookInput, done, eventOf, nextTick, phoned, refusal, sheet, slotOf, slotsOf } from '../fixtures/desk'
import { rowById, serialOf } from '../fixtures/register'
import { bookedWorld, check, duties, settled, subjects, toClient, told } from '../fixtures/settledDesk'

test('row 1: an event of three days is three days of the working day’s hours, and one line', () => {
  const world = settled()
  insert(world, 'СБ консультация', '2026-11-25T09:00', '2026-11-27T18:00')
  settle(world)
  const hours = slotsOf(world, 'СБ').map(({ start }) => start.slice(11))
  expect(hours.length).toBeGreaterThan(20)
  expect(hours.filter((hour) => hour < '07:00' || hour > '20:59')).toEqual([])
  expect(told(world, 'longSlot')).toHaveLength(1)
})

test.each([
  ['before the consultation, to last Friday', '2026-11-20T11:00', null],
  ['after it, to an earlier hour of the same day', '2026-11-24T10:30', '2026-11-24T15:00'],
  ['by a year', '2025-11-24T11:00', null],
])('row 3, X3: dragged into the past %s: the card stays, a person is asked, the client hears nothing', (_, start, at) => {
  const { world, deal, row } = bookedWorld()
  if (at !== null) world.advanceTo(Date.parse(`${at}:00+03:00`))
  const letters = world.state.letters.length
  drag(world, deal.eventId, start)
  settle(world)
  expect(row()['Начало']).toBeCloseTo(serialOf(deal.start ?? ''), 6)
  expect(told(world, 'cannotMove').join()).toContain('это время уже прошло')
  expect(toClient(world, letters)).toEqual([])
  drag(world, deal.eventId, deal.start ?? '')
  settle(world)
  expect(openLines(world).filter((key) => key.startsWith('cannotMove'))).toEqual([])
  check(world)
})

test.each([
  ['to a Sunday', '2026-11-29T11:00', '2026-11-29T12:00', 'выходной'],
  ['to the night', '2026-11-25T03:00', '2026-11-25T04:00', 'не рабочее время'],
  ['over three days', '2026-11-24T11:00', '2026-11-27T11:00', 'дольше'],
  ['to five minutes', '2026-11-25T11:00', '2026-11-25T11:05', 'короче'],
])('K-door: dragged %s: asked about, an obligation of the office, nobody is told', (_, start, end, why) => {
  const { world, deal, row } = bookedWorld()
  const letters = world.state.letters.length
  drag(world, deal.eventId, start, end)
  settle(world)
  expect(row()['Начало']).toBeCloseTo(serialOf(deal.start ?? ''), 6)
  expect(told(world, 'cannotMove').join()).toContain(why)
  expect(duties(world, deal.id)).toContain('G6.decide')
  expect(subjects(world, letters).filter((one) => /перенес/i.test(one))).toEqual([])
  const [key = ''] = openLines(world).filter((one) => one.startsWith('cannotMove'))
  done(world, 'discrepancy/resolve', { key, outcome: 'putBack', reason: '', deal: null })
  settle(world)
  expect(openLines(world).filter((one) => one.startsWith('cannotMove'))).toEqual([])
  expect(duties(world, deal.id)).not.toContain('G6.decide')
  check(world)
})

test('«принять с причиной»: the card takes the unusual hour, and nobody is asked again', () => {
  const { world, deal, row } = bookedWorld()
  drag(world, deal.eventId, '2026-11-24T06:00', '2026-11-24T07:00')
  settle(world)
  const [key = ''] = openLines(world).filter((one) => one.startsWith('cannotMove'))
  expect(refusal(world, 'discrepancy/resolve', { key, outcome: 'accept', reason: '', deal: null })).toMatch(/Причина/)
  done(world, 'discrepancy/resolve', { key, outcome: 'accept', reason: 'так удобно клиенту', deal: null })
  settle(world)
  expect(row()['Начало']).toBeCloseTo(serialOf('2026-11-24T06:00'), 6)
  expect(openLines(world).filter((one) => !one.startsWith('unread'))).toEqual([])
  check(world)
})

describe('rows 6 and 23: moved by copying, cutting and pasting', () => {
  const paths: readonly [string, (world: World, id: string) => string][] = [
    [
      'copied with our mark, then the original deleted',
      (world, id) => {
        const twin = copy(world, id, '2026-11-25T11:00', true)
        settle(world)
        remove(world, id)
        return twin.id
      },
    ],
    [
      'copied without it, then the original deleted',
      (world, id) => {
        const twin = copy(world, id, '2026-11-25T11:00', false)
        settle(world)
        remove(world, id)
        return twin.id
      },
    ],
    [
      'copied and deleted within one tick',
      (world, id) => {
        const twin = copy(world, id, '2026-11-25T11:00', true)
        remove(world, id)
        return twin.id
      },
    ],
    ['cut and pasted', (world, id) => cutAndPaste(world, id, '2026-11-25T11:00').id],
    [
      'deleted, and a tick later written anew',
      (world, id) => {
        remove(world, id)
        settle(world)
        return insert(world, 'ММ_АНО «Причал»', '2026-11-25T11:00', '2026-11-25T12:00').id
      },
    ],
  ]
  test.each(paths)('%s: it is a move of the same deal, with its place and first time', (_, act) => {
    const { world, deal, row } = bookedWorld()
    const id = act(world, deal.eventId)
    settle(world)
    expect(row()).toMatchObject({ Этап: 'Консультация назначена', Событие: id, 'Место или ссылка': 'каб. 3', Консультант: 'ММ' })
    expect(row()['Начало']).toBeCloseTo(serialOf('2026-11-25T11:00'), 6)
    expect(row()['Назначено впервые на']).toBeCloseTo(serialOf(deal.start ?? ''), 6)
    expect(openLines(world).filter((key) => !key.startsWith('unread'))).toEqual([])
    check(world)
  })

  test('two that fit: a person is asked, nobody is released, and «это она» settles it', () => {
    const { world, deal, row } = bookedWorld()
    const [one, two] = [copy(world, deal.eventId, '2026-11-25T11:00', false), copy(world, deal.eventId, '2026-11-26T11:00', false)]
    remove(world, deal.eventId)
    settle(world)
    expect(row()['Этап']).toBe('Консультация назначена')
    expect(
      openLines(world)
        .filter((key) => key.startsWith('which'))
        .sort(),
    ).toEqual([`which:${one.id}`, `which:${two.id}`].sort())
    done(world, 'discrepancy/resolve', { key: `which:${two.id}`, outcome: 'link', reason: '', deal: null })
    settle(world)
    expect(row()).toMatchObject({ Событие: two.id, 'Место или ссылка': 'каб. 3' })
    check(world)
  })

  test('«это она, перенесена» of a copy that stands beside: the old hour is free again', () => {
    const { world, deal, row } = bookedWorld()
    const twin = copy(world, deal.eventId, '2026-11-25T11:00', true)
    settle(world)
    done(world, 'discrepancy/resolve', { key: `copy:${twin.id}`, outcome: 'link', reason: '', deal: null })
    settle(world)
    expect(row()).toMatchObject({ Событие: twin.id })
    expect(eventOf(world, deal.eventId).summary).toBe('ММ консультация')
    check(world)
  })

  test.each(['carried', 'lost'] as const)('«this and following» from a booked instance on, its exceptions %s', (cutExceptions) => {
    const world = settled()
    setRules(world, { cutExceptions })
    insert(world, 'ММ консультация', '2026-11-25T16:00', '2026-11-25T17:00', ['RRULE:FREQ=WEEKLY;COUNT=4'])
    settle(world)
    const card = phoned(world, 'АНО «Причал»')
    const { deal } = done(world, 'deal/book', bookInput(card, slotOf(world, 'ММ', '2026-11-25'))).card
    settle(world)
    changeFollowing(world, deal.eventId, { start: '2026-11-25T17:00', end: '2026-11-25T18:00' })
    settle(world)
    const row = rowById(world, 'Сделки', deal.id)
    const stands = liveEvents(world).some(({ title }) => title === 'ММ_АНО «Причал»')
    expect(row['Этап']).toBe('Консультация назначена')
    expect(told(world, 'recast')).toHaveLength(stands ? 0 : 1)
    expect(row['Назначено впервые на']).toBeCloseTo(serialOf('2026-11-25T16:00'), 6)
    check(world)
  })

  test('a booked event made recurring: the booking stands', () => {
    const { world, deal, row } = bookedWorld()
    recur(world, deal.eventId, ['RRULE:FREQ=WEEKLY;COUNT=3'])
    settle(world)
    expect(row()['Этап']).toBe('Консультация назначена')
    expect(row()['Назначено впервые на']).toBeCloseTo(serialOf(deal.start ?? ''), 6)
    expect(row()['Событие']).toMatch(new RegExp(`^${deal.eventId}_`))
    expect(mirrorProblems(world)).toEqual([])
    expect(told(world, 'copy')).toHaveLength(2)
    expect(told(world, 'which')).toEqual([])
    check(world)
  })
})

describe('row 9: an event that Google will not let be changed', () => {
  test.each([403, 400, 500])('%i: it is set aside, the others are followed, the token moves, and a line tells of it', (code) => {
    const { world, deal } = bookedWorld()
    const second = booked(world, 'Фонд «Север»').deal
    settle(world)
    const lost = copy(world, deal.eventId, '2026-11-26T11:00', true)
    rename(world, deal.eventId, 'ММ консультация')
    settle(world)
    refuseEvent(world, lost.id, code)
    drag(world, second.eventId, '2026-11-25T09:00')
    for (let tick = 0; tick < 12; tick++) nextTick(world)
    expect(rowById(world, 'Сделки', second.id)['Начало']).toBeCloseTo(serialOf('2026-11-25T09:00'), 6)
    allowEvent(world, lost.id)
    for (let tick = 0; tick < 12; tick++) nextTick(world)
    expect(openLines(world).filter((key) => key.startsWith('refused'))).toEqual([])
  })
})

test.each(['занята', '- совещание', 'обед', 'учёба', 'выходной'])('row 11b: over a free hour «ММ %s» takes it off the list', (word) => {
  const world = settled()
  const slot = slotOf(world)
  insert(world, `ММ ${word}`, slot.start, slot.end)
  settle(world)
  expect(slotsOf(world, 'ММ').map(({ start }) => start)).not.toContain(slot.start)
})

describe('row 13, X5: an absence over a booking, from wherever it comes', () => {
  const absences: readonly [string, (world: World) => void][] = [
    ['in the calendar', (world) => void insert(world, 'Больничный ММ', '2026-11-24', '2026-11-28')],
    ['in «Сотрудники»', (world) => setStaff(world, 'Отсутствия', '24.11.2026–27.11.2026 больничный')],
    ['the last working day', (world) => setStaff(world, 'По', '23.11.2026')],
    ['the topic taken away', (world) => setStaff(world, 'Темы', '1')],
    ['a day off', (world) => addDayOff(world, '2026-11-24')],
  ]
  test.each(absences)('%s: a line, an obligation of the office, the booking stands; it closes by itself', (_, act) => {
    const { world, deal, row } = bookedWorld()
    const before = sheet(world, 'Сотрудники').cells
    act(world)
    settle(world)
    expect(told(world, 'breaks').filter((what) => what.includes(`№ ${deal.id}`))).toHaveLength(1)
    expect(duties(world, deal.id)).toContain('G6.decide')
    expect(row()['Этап']).toBe('Консультация назначена')
    sheet(world, 'Сотрудники').cells = before
    for (const { id, title } of liveEvents(world)) if (title === 'Больничный ММ') remove(world, id)
    sheet(world, 'Рабочий календарь').cells = sheet(world, 'Рабочий календарь').cells.filter(
      (cells) => cells?.[1] !== 'выходной' || cells?.[2] !== 'тест',
    )
    settle(world)
    expect(told(world, 'breaks')).toEqual([])
    expect(duties(world, deal.id)).not.toContain('G6.decide')
  })

  test('«это не ошибка» holds while the facts are the same', () => {
    const { world, deal } = bookedWorld()
    insert(world, 'Больничный ММ', '2026-11-24', '2026-11-28')
    settle(world)
    done(world, 'discrepancy/resolve', { key: `breaks:${deal.eventId}`, outcome: 'ignore', reason: '', deal: null })
    settle(world)
    expect(told(world, 'breaks')).toEqual([])
    expect(duties(world, deal.id)).not.toContain('G6.decide')
    setStaff(world, 'По', '23.11.2026')
    settle(world)
    expect(told(world, 'breaks').filter((what) => what.includes(`№ ${deal.id}`))).toHaveLength(1)
  })
})

function setStaff(world: World, heading: string, value: string): void {
  const staff = sheet(world, 'Сотрудники')
  const text = (cell: unknown) => String((cell as { v?: unknown } | null)?.v ?? cell ?? '')
  const column = staff.cells[0]?.findIndex((cell) => text(cell) === heading) ?? -1
  expect(column).toBeGreaterThanOrEqual(0)
  const initials = staff.cells[0]?.findIndex((cell) => text(cell) === 'Инициалы') ?? -1
  expect(staff.cells.map((row) => text(row?.[initials]))).toContain('ММ')
  staff.cells = staff.cells.map((row) => {
    if (row === undefined || row === null || text(row[initials]) !== 'ММ') return row
    const cells = [...row]
    while (cells.length <= column) cells.push(null)
    cells[column] = value
    return cells
  })
}

function addDayOff(world: World, date: string): void {
  const calendar = sheet(world, 'Рабочий календарь')
  calendar.cells = [
    ...calendar.cells.filter((row) => row?.some((cell) => cell !== null && cell !== '')),
    [serialOf(`${date}T00:00`), 'выходной', 'тест'],
  ]
}
