/** A sense of proportion: when many bookings are gone at once nobody is released or told; a person is asked, and what comes back stands as it stood. */
import type { World } from '../../emulator/world/types'
import { assignedRows, discrepancies, remove, restore } from '../fixtures/consultantHand'
import { calendarId, deskWorld, director, done, nextTick, office, refusal, setSetting } from '../fixtures/desk'
import { registerEqualsJournal, registerOf, rowsOf } from '../fixtures/register'

const settled = (world: World): World => {
  nextTick(world)
  nextTick(world)
  return world
}

/** Deals with their hour, as the register has them. */
const booked = (world: World) => assignedRows(world).map((cells) => [cells['№'], cells['Консультант'], cells['Начало'], cells['Событие']])
const open = (world: World) => discrepancies(world).filter(({ solved }) => solved === '')
const asked = (world: World) => open(world).filter(({ key }) => key.startsWith('manyGone:'))
const eventIds = (world: World) =>
  assignedRows(world)
    .map((cells) => String(cells['Событие']))
    .filter((id) => id !== '')

let world: World
beforeEach(() => {
  world = settled(deskWorld())
})

test('another address in «Настройки»: all bookings stand, one line asks; the old address back, and all is as it was', () => {
  const before = booked(world)
  expect(before.length).toBeGreaterThan(5)
  const letters = world.state.letters.length
  world.calendarHand.addCalendar({ id: 'other@group.calendar.example.org' })
  setSetting(world, 'Календарь «Консультации» (адрес)', 'other@group.calendar.example.org')
  settled(world)
  expect(booked(world)).toEqual(before)
  expect(asked(world)).toHaveLength(1)
  expect(world.state.letters.length).toBe(letters)
  setSetting(world, 'Календарь «Консультации» (адрес)', calendarId)
  settled(world)
  expect(booked(world)).toEqual(before)
  expect(asked(world)).toEqual([])
  registerEqualsJournal(world)
})

test('all events deleted by a slip, and restored from the bin', () => {
  const before = booked(world)
  const ids = eventIds(world)
  for (const id of ids) remove(world, id)
  settled(world)
  expect(booked(world)).toEqual(before)
  expect(asked(world)).toHaveLength(1)
  for (const id of ids) restore(world, id)
  settled(world)
  expect(booked(world)).toEqual(before)
  expect(asked(world)).toEqual([])
  registerEqualsJournal(world)
})

test('«да, это так»: then they are released', () => {
  const before = booked(world)
  for (const id of eventIds(world)) remove(world, id)
  settled(world)
  const [line] = asked(world)
  done(world, 'discrepancy/resolve', { key: line?.key ?? '', outcome: 'confirm', reason: '', deal: null }, office)
  settled(world)
  expect(booked(world).length).toBeLessThan(before.length)
  expect(eventIds(world)).toEqual([])
  registerEqualsJournal(world)
})

test.each([1, 2, 3])('%i deleted ones are what they are: a deed of a person', (count) => {
  const ids = eventIds(world).slice(0, count)
  for (const id of ids) remove(world, id)
  settled(world)
  expect(asked(world)).toEqual([])
  expect(eventIds(world).filter((id) => ids.includes(id))).toEqual([])
})

test('what else the list brings goes on while it is asked', () => {
  for (const id of eventIds(world)) remove(world, id)
  const before = registerOf(world)
  world.calendarHand.insert({
    calendarId,
    summary: 'ММ_Никому не известный фонд',
    start: '2026-11-27T16:00',
    end: '2026-11-27T17:00',
    user: director,
  })
  settled(world)
  expect(open(world).map(({ key }) => key.split(':')[0])).toEqual(expect.arrayContaining(['manyGone', 'unknownBooking']))
  expect(registerOf(world)['Сделки']).toEqual(before['Сделки'])
})

test('«вернуть адрес календаря»: one press, and all is as it was; not a press for everybody', () => {
  const before = booked(world)
  world.calendarHand.addCalendar({ id: 'other@group.calendar.example.org' })
  setSetting(world, 'Календарь «Консультации» (адрес)', 'other@group.calendar.example.org')
  settled(world)
  const [line] = asked(world)
  const input = { key: line?.key ?? '', outcome: 'restoreAddress', reason: '', deal: null } as const
  expect(refusal(world, 'discrepancy/resolve', input)).toMatch(/не позволяет/)
  done(world, 'discrepancy/resolve', input, director)
  settled(world)
  expect(JSON.stringify(rowsOf(world, 'Настройки'))).toContain(calendarId)
  expect(booked(world)).toEqual(before)
  expect(asked(world)).toEqual([])
})
