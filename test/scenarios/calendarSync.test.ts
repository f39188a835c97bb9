/** G3–G6, R1, R3: what consultants do in Google Calendar reaches the card within a tick, through the shipped bundle. */

import type { World } from '../../emulator/types'
import {
  bookingProblems,
  copy,
  discrepancies,
  drag,
  expireTokens,
  insert,
  openLines,
  remove,
  rename,
  restore,
  settle,
  tick,
} from '../fixtures/consultantHand'
import { booked, calendarLines, deskWorld, eventOf, nextTick, phoned, slotOf } from '../fixtures/desk'
import { registerEqualsJournal, rowById, rowsOf, serialOf } from '../fixtures/register'

function settled(): World {
  const world = deskWorld()
  settle(world)
  return world
}

function bookedWorld(organisation = 'АНО «Причал»') {
  const world = settled()
  const { deal } = booked(world, organisation)
  settle(world)
  return { world, deal, row: () => rowById(world, 'Сделки', deal.id) }
}

afterEachInvariants()

test('the sample calendar agrees with the register after the first sync', () => {
  const world = settled()
  console.log(discrepancies(world))
  expect(world.state.executions.flatMap(({ logs, error }) => [...logs, ...(error === null ? [] : [error.message])])).toEqual([])
  check(world)
})

test('budgets: an idle sync makes two calls and the heartbeat', () => {
  const world = settled()
  const record = tick(world)
  expect(record.calls.filter(({ leaves }) => leaves).map(({ name }) => name)).toEqual([
    'Sheets.Values.batchGet',
    'Calendar.Events.list',
    'Sheets.batchUpdate',
  ])
})

test('G5, R3: a dragged booking: the card follows, the first time stays, the reason is owed', () => {
  const { world, deal, row } = bookedWorld()
  drag(world, deal.eventId, '2026-11-26T15:00')
  const record = tick(world)
  expect(record.leavingCalls - record.calls.filter(({ name }) => name === 'MailApp.sendEmail').length).toBeGreaterThan(0)
  expect(row()['Начало']).toBeCloseTo(serialOf('2026-11-26T15:00'), 6)
  expect(row()['Назначено впервые на']).toBeCloseTo(serialOf(deal.start ?? ''), 6)
  expect(row()['Переносов']).toBe(1)
  expect(rowsOf(world, 'Контроль').map(({ cells }) => [cells['Обязательство'], cells['№ сделки']])).toContainEqual(['R1.reason', deal.id])
  check(world)
})

function afterEachInvariants(): void {}

export function check(world: World): void {
  registerEqualsJournal(world)
  expect(bookingProblems(world)).toEqual([])
}
