/** A booking that dies at any of its service calls: the next run leaves a complete booking or none. */
import type { CallRecord, Fault, World } from '../../emulator/world/types'
import type { Card, FreeSlot } from '../../src/rpc/contract'
import { deathFaults } from '../fixtures/deaths'
import {
  bookInput,
  calendarId,
  calendarLines,
  deskWorld,
  done,
  eventOf,
  morozova,
  nextTick,
  phoned,
  request,
  run,
  slotOf,
  slotsOf,
} from '../fixtures/desk'
import { registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'

const timeout = 'Service Spreadsheets timed out while accessing document with id X'
const failing = ['fail', 'failAfter'] as const

/** Before and after every call, those within the script too; a failure only where Google answers. */
function faultsOf(calls: readonly CallRecord[]): Fault[] {
  const answered = calls.filter(({ leaves }) => leaves)
  return [...deathFaults(calls), ...answered.flatMap(({ n }) => failing.map((kind): Fault => ({ at: n, kind, message: timeout })))]
}

interface Story {
  readonly world: World
  readonly card: Card
  readonly slot: FreeSlot
  /** Calendar and register as a booking that went well leaves them. */
  readonly well: World
}

/** What the first tick finds overdue in imported cards has its tasks already (K4). */
function tickedWorld(): World {
  const world = deskWorld()
  nextTick(world)
  return world
}

/** A client waits for the second hour of a two-hour slot. */
function longSlotStory(): Story {
  const world = tickedWorld()
  world.calendarHand.insert({ calendarId, summary: 'ММ консультация', start: '2026-11-25T12:00', end: '2026-11-25T15:00', user: morozova })
  const card = phoned(world, 'АНО «Маяк»')
  const slot = slotsOf(world, 'ММ').find(({ start }) => start === '2026-11-25T13:00') ?? slotOf(world)
  return storyOf(world, card, slot)
}

function shortSlotStory(): Story {
  const world = tickedWorld()
  return storyOf(world, phoned(world, 'АНО «Маяк»'), slotOf(world))
}

function storyOf(world: World, card: Card, slot: FreeSlot): Story {
  const well = world.fork()
  done(well, 'deal/book', bookInput(card, slot))
  return { world, card, slot, well }
}

function callsOf({ world, card, slot }: Story): readonly CallRecord[] {
  return run(world.fork(), 'deal/book', bookInput(card, slot)).calls
}

function expectComplete(after: World, { world, card, slot, well }: Story): void {
  const deal = rowById(after, 'Сделки', card.deal.id)
  expect(deal).toMatchObject({ Этап: 'Консультация назначена', Событие: slot.eventId, Консультант: 'ММ' })
  expect(deal['Начало']).toBe(rowById(well, 'Сделки', card.deal.id)['Начало'])
  expect(eventOf(after, slot.eventId).extendedProperties?.private).toMatchObject({
    deal: String(card.deal.id),
    version: String(deal['Версия']),
  })
  expect(calendarLines(after)).toEqual(calendarLines(well))
  const added = rowsOf(after, 'Исходящие').slice(rowsOf(world, 'Исходящие').length)
  const own = added.filter(({ cells }) => String(cells['Ключ']).startsWith(`task:open:A4.hold:${card.deal.id}:ММ:`))
  expect(own).toHaveLength(1)
  const letters = added.filter(({ cells }) => cells['Вид'] === 'письмо')
  expect(letters.map(({ cells }) => cells['Кому']).sort()).toEqual([morozova, card.client?.email].sort())
}

/** The deal as it was, the hour free under its free title, nothing else touched: hours may stand in several events, none is lost or doubled. */
function expectNone(after: World, { world, slot }: Story): void {
  expect(registerOf(after)).toEqual(registerOf(world))
  expect(eventOf(after, slot.eventId).summary).toBe('ММ консультация')
  expect(eventOf(after, slot.eventId).extendedProperties?.private ?? {}).toEqual({})
  expect(slotsOf(after, 'ММ').map(({ start }) => start)).toEqual(slotsOf(world, 'ММ').map(({ start }) => start))
}

function isBooked(after: World, { card }: Story): boolean {
  return rowById(after, 'Сделки', card.deal.id)['Событие'] !== null
}

describe.each([
  ['an hour', shortSlotStory],
  ['the middle of a slot of three hours, which is split', longSlotStory],
])('A1–A4: booking %s, killed or failed before and after each call', (_, tell) => {
  const story = tell()
  const faults = faultsOf(callsOf(story))

  test.each(faults)('the next tick leaves it complete or undone: $kind at $at', (fault) => {
    const after = story.world.fork()
    after.invoke(request('deal/book', bookInput(story.card, story.slot)), [fault])
    expect(after.state.lock.heldBy).toBeNull()
    nextTick(after)
    if (isBooked(after, story)) expectComplete(after, story)
    else expectNone(after, story)
    registerEqualsJournal(after)
    const settled = registerOf(after)
    nextTick(after)
    expect(registerOf(after)['Сделки']).toEqual(settled['Сделки'])
  })

  test.each(faults)('the person presses «Повторить»: it ends complete and once: $kind at $at', (fault) => {
    const after = story.world.fork()
    after.invoke(request('deal/book', bookInput(story.card, story.slot)), [fault])
    done(after, 'deal/book', bookInput(story.card, story.slot))
    expectComplete(after, story)
    nextTick(after)
    expectComplete(after, story)
    registerEqualsJournal(after)
  })

  test('both ends are met: dead at the first call there is none, after the last there is one', () => {
    const [first, last] = [faults[0], faults.at(-1)].map((fault) => {
      const after = story.world.fork()
      after.invoke(request('deal/book', bookInput(story.card, story.slot)), fault === undefined ? [] : [fault])
      nextTick(after)
      return isBooked(after, story)
    })
    expect([first, last]).toEqual([false, true])
  })
})

describe('a booking died after the calendar was changed, and the office went on meanwhile', () => {
  const story = longSlotStory()
  const calendarCall =
    run(story.world.fork(), 'deal/book', bookInput(story.card, story.slot)).calls.find(({ name }) => name === 'Calendar.Events.patch')?.n ??
    0

  test('another note on the deal: the time is given back whole', () => {
    const after = story.world.fork()
    after.invoke(request('deal/book', bookInput(story.card, story.slot)), [{ at: calendarCall, kind: 'killAfter' }])
    done(after, 'deal/note', { deal: story.card.ref, outcome: 'reached', text: 'перезвонит' })
    nextTick(after)
    expect(isBooked(after, story)).toBe(false)
    expect(slotsOf(after, 'ММ').map(({ start }) => start)).toEqual(slotsOf(story.world, 'ММ').map(({ start }) => start))
    registerEqualsJournal(after)
  })

  test('another slot for the same client: that one is kept, the first is given back', () => {
    const after = story.world.fork()
    after.invoke(request('deal/book', bookInput(story.card, story.slot)), [{ at: calendarCall, kind: 'killAfter' }])
    const other = slotOf(after, 'ММ', '2026-11-30')
    done(after, 'deal/book', bookInput(story.card, other))
    nextTick(after)
    expect(rowById(after, 'Сделки', story.card.deal.id)['Событие']).toBe(other.eventId)
    const starts = slotsOf(story.world, 'ММ').map(({ start }) => start)
    expect(slotsOf(after, 'ММ').map(({ start }) => start)).toEqual(starts.filter((start) => start !== other.start))
    registerEqualsJournal(after)
  })

  test('somebody else asks for the hour before the tick: it is not given twice', () => {
    const after = story.world.fork()
    const second = phoned(after, 'Фонд «Север»')
    after.invoke(request('deal/book', bookInput(story.card, story.slot)), [{ at: calendarCall, kind: 'killAfter' }])
    const answer = run(after, 'deal/book', bookInput(second, story.slot)).value
    expect(answer).toMatchObject({ ok: false, problem: { code: 'slotTaken' } })
    nextTick(after)
    expect(isBooked(after, story)).toBe(true)
    expect(rowById(after, 'Сделки', second.deal.id)['Событие']).toBeNull()
  })
})
