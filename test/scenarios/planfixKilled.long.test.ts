/** A run that talks to Planfix dies at any of its service calls: in the end exactly one task stands there for one obligation. */
import type { World } from '../../emulator/world/types'
import { deathFaults } from '../fixtures/deaths'
import { bookInput, done, phoned, request, run, slotOf } from '../fixtures/desk'
import { connected, followUp, moveToEvening, passMinutes, planfixTasks, taskRows, waitingTasks } from '../fixtures/planfixDesk'
import { move } from '../fixtures/stages'

/** A lease is a quarter of an hour; the tick comes every ten minutes. */
const later = 40

const booked = connected()
const { card } = done(booked, 'deal/book', bookInput(phoned(booked, 'АНО «Маяк»'), slotOf(booked, 'ММ', '2026-11-25')))
const id = card.deal.id

/** Forks on which the follow-up died once, at each of its calls, before and after it; then time passes. */
function* deaths(world: World): Generator<World> {
  for (const fault of deathFaults(run(world.fork(), 'outbox/send', {}).calls)) {
    const after = world.fork()
    const record = after.invoke(request('outbox/send', {}), [fault])
    if (record.error?.name !== 'Killed') throw new Error(`it was not killed at ${fault.at}`)
    passMinutes(after, later)
    yield after
  }
}

function expectSettled(world: World, tasks: number): void {
  expect(planfixTasks(world, id)).toHaveLength(tasks)
  expect(waitingTasks(world)).toEqual([])
}

test('created: one task here and there, the number of the one kept in the other', () => {
  let died = 0
  for (const after of deaths(booked)) {
    expectSettled(after, 1)
    expect(taskRows(after, id)).toMatchObject([{ Выполнена: null, Planfix: String(planfixTasks(after, id)[0]?.id) }])
    died++
  }
  expect(died).toBeGreaterThan(20)
})

test('moved: the one task has the new time', () => {
  const world = booked.fork()
  followUp(world)
  moveToEvening(world, card)
  for (const after of deaths(world)) {
    expectSettled(after, 1)
    expect(planfixTasks(after, id)).toMatchObject([{ endDateTime: { time: '17:00' } }])
  }
})

test('moved before Planfix heard of it, with an answer lost on the way: still one, at the new time', () => {
  const world = booked.fork()
  moveToEvening(world, card)
  for (const after of deaths(world)) {
    expectSettled(after, 1)
    expect(planfixTasks(after, id)).toMatchObject([{ endDateTime: { time: '17:00' } }])
  }
})

test('given up and booked again for the same consultant: the old task is completed, the new one open', () => {
  const world = booked.fork()
  followUp(world)
  const free = move(world, card, 'accepted', { reason: 'по просьбе клиента' })
  done(world, 'deal/book', bookInput(free, slotOf(world, 'ММ', '2026-11-25')))
  for (const after of deaths(world)) {
    expectSettled(after, 2)
    expect(planfixTasks(after, id).map(({ status }) => status)).toEqual([3, 1])
    expect(taskRows(after, id).map((cells) => cells['Выполнена'] === null)).toEqual([false, true])
  }
})
