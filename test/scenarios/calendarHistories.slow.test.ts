/** Random histories of calendar edits mixed with sidebar work and ticks, tokens expiring at random: after the last sync nothing is missed. */
import fc from 'fast-check'
import type { World } from '../../emulator/types'
import {
  bookingProblems,
  copy,
  drag,
  expireTokens,
  insert,
  liveEvents,
  remove,
  rename,
  restore,
  settle,
  tick,
} from '../fixtures/consultantHand'
import { bookInput, calendarId, call, deskWorld, phoned, slotsOf } from '../fixtures/desk'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

const organisations = ['Фонд «Север»', 'АНО «Причал»', 'ТОС «Семейный очаг»', 'РОО «Берег»']
const owners = ['ММ', 'ОП', 'ИС']
const editsPerHistory = 50
const histories = 10

/** Two numbers choose what happens and to what. */
interface Step {
  readonly act: number
  readonly pick: number
  readonly other: number
}

const step = fc.record({ act: fc.nat(21), pick: fc.nat(9999), other: fc.nat(9999) })

function chosen<T>(from: readonly T[], pick: number): T | undefined {
  return from[pick % Math.max(1, from.length)]
}

function timeOf(pick: number): { start: string; end: string } {
  const day = `2026-${pick % 2 === 0 ? '11' : '12'}-${String(pick % 2 === 0 ? 24 + (pick % 7) : 1 + (pick % 14)).padStart(2, '0')}`
  const hour = 9 + (pick % 8)
  return { start: `${day}T${String(hour).padStart(2, '0')}:00`, end: `${day}T${String(hour + 1).padStart(2, '0')}:00` }
}

/** @returns true when the calendar was edited by hand */
function perform(world: World, { act, pick, other }: Step): boolean {
  const event = chosen(liveEvents(world), pick)
  const owner = chosen(owners, other) ?? 'ММ'
  const organisation = chosen(organisations, pick) ?? ''
  const { start, end } = timeOf(other)
  const gone = chosen(
    (world.state.calendars[calendarId]?.events ?? []).filter(({ status, orphan }) => status === 'cancelled' && !orphan),
    pick,
  )
  if (act <= 2) return void insert(world, act === 2 ? `${owner}_${organisation}` : `${owner} консультация`, start, end) === undefined
  if (act <= 6 && event !== undefined) return void drag(world, event.id, start, end) === undefined
  if (act <= 8 && event !== undefined) return void rename(world, event.id, `${owner}_${organisation}`) === undefined
  if (act === 9 && event !== undefined) return void rename(world, event.id, `${owner} консультация`) === undefined
  if (act === 10 && event !== undefined) return void rename(world, event.id, 'Планёрка') === undefined
  if (act <= 12 && event !== undefined) return remove(world, event.id) === undefined
  if (act === 13 && gone !== undefined && gone.recurringEventId === undefined) return void restore(world, gone.id) === undefined
  if (act === 14 && event !== undefined) return void copy(world, event.id, start, pick % 2 === 0) === undefined
  if (act === 15) return void insert(world, `${owner} консультация`, start, end, ['RRULE:FREQ=WEEKLY;COUNT=4']) === undefined
  if (act === 16) expireTokens(world)
  if (act <= 19 && act >= 17) bookSomething(world, owner, organisation, pick)
  if (act >= 20) tick(world)
  return false
}

function bookSomething(world: World, owner: string, organisation: string, pick: number): void {
  const card = phoned(world, organisation)
  const slot = chosen(slotsOf(world, owner), pick)
  if (slot !== undefined) call(world, 'deal/book', { ...bookInput(card, slot), consultant: owner })
}

function lived(steps: readonly Step[]): { world: World; edits: number } {
  const world = deskWorld()
  settle(world)
  let edits = 0
  for (let at = 0; edits < editsPerHistory && at < steps.length; at++) if (perform(world, steps[at] as Step)) edits++
  settle(world)
  return { world, edits }
}

test(`${histories} histories of ${editsPerHistory} edits: the register equals a full read, and a full sync finds nothing more`, () => {
  let edits = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 90, maxLength: 90 }), (steps) => {
      const { world, edits: made } = lived(steps)
      edits += made
      expect(bookingProblems(world)).toEqual([])
      registerEqualsJournal(world)
      const lines = rowsOf(world, 'Журнал').length
      expireTokens(world)
      settle(world)
      expect(rowsOf(world, 'Журнал').slice(lines)).toEqual([])
      expect(world.state.executions.flatMap(({ logs, error }) => [...logs, ...(error === null ? [] : [error.message])])).toEqual([])
    }),
    { seed: 20261123, numRuns: histories, endOnFailure: true },
  )
  expect(edits).toBe(histories * editsPerHistory)
}, 600_000)
