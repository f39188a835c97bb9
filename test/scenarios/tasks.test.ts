/** A4, K4: «Задачи» without Planfix: a task is opened with a booking, moves with it, and is closed when it is met. */
import type { World } from '../../emulator/world/types'
import type { Card } from '../../src/rpc/contract'
import { belova, bookInput, deskWorld, done, morozova, nextTick, phoned, run, sleepUntil, slotOf } from '../fixtures/desk'
import { followUp, moveToEvening, taskRows, waitingTasks } from '../fixtures/planfixDesk'
import { rowsOf, serialOf } from '../fixtures/register'
import { filled, move, setClock } from '../fixtures/stages'

/** Topic 10 is ММ's, topic 2 СБ's. */
function assigned(): { readonly world: World; readonly card: Card } {
  const world = deskWorld()
  const card = phoned(world, 'АНО «Маяк»')
  return { world, card: done(world, 'deal/book', bookInput(card, slotOf(world))).card }
}

const story = assigned()
const id = story.card.deal.id

test('A4: a booking opens the consultant’s task, with the start as its date', () => {
  const world = story.world.fork()
  expect(taskRows(world, id)).toEqual([])
  expect(followUp(world)).toEqual({ sent: 2, failed: 0, waiting: 0 })
  expect(taskRows(world, id)).toMatchObject([
    { Ключ: `A4.hold:${id}:ММ`, Кому: 'ММ', Пункт: 'A4', Срок: serialOf(story.card.deal.start ?? ''), Выполнена: null, Planfix: null },
  ])
  followUp(world)
  nextTick(world)
  expect(taskRows(world, id)).toHaveLength(1)
  expect(waitingTasks(world)).toEqual([])
})

test('R1: it moves with the consultation', () => {
  const world = story.world.fork()
  followUp(world)
  const moved = moveToEvening(world, story.card)
  followUp(world)
  expect(taskRows(world, id)).toMatchObject([{ Срок: serialOf(moved.deal.start ?? ''), Выполнена: null }])
})

test('G6: given to another consultant, the old task is closed and a new one opened', () => {
  const world = story.world.fork()
  const list = done(world, 'slot/forReassign', { deal: story.card.ref })
  const other = list.consultants.find(({ initials, slots }) => initials !== 'ММ' && slots.length > 0)
  const { minutes: _, ...slot } = other?.slots[0] ?? slotOf(world)
  done(world, 'deal/reassign', { deal: story.card.ref, consultant: other?.initials ?? '', slot, reason: 'заболела' })
  followUp(world)
  const [old, now] = taskRows(world, id)
  expect(old).toMatchObject({ Кому: 'ММ', Выполнена: expect.any(Number) })
  expect(now).toMatchObject({ Кому: other?.initials, Срок: serialOf(slot.start), Выполнена: null })
})

test('a booking that is released closes it; booked again, there is one open task', () => {
  const world = story.world.fork()
  followUp(world)
  const free = move(world, story.card, 'accepted', { reason: 'по просьбе клиента' })
  nextTick(world)
  expect(taskRows(world, id)).toMatchObject([{ Выполнена: expect.any(Number) }])
  done(world, 'deal/book', bookInput(free, slotOf(world, 'ММ', '2026-11-25'), { overrideReason: 'клиент попросил другое время' }))
  followUp(world)
  expect(taskRows(world, id).map((cells) => cells['Выполнена'] === null)).toEqual([false, true])
})

test('held: the task is met', () => {
  const world = story.world.fork()
  followUp(world)
  setClock(world, '2026-11-26T12:00')
  move(world, story.card, 'held', { fields: filled }, morozova)
  nextTick(world)
  expect(taskRows(world, id)).toMatchObject([{ Пункт: 'A4', Выполнена: serialOf('2026-11-26T12:00') }])
})

describe('K4: a card that stands incomplete on Friday at 15:00', () => {
  const world = story.world.fork()
  nextTick(world)
  sleepUntil(world, '2026-11-27T14:50')
  const before = taskRows(world, id)
  sleepUntil(world, '2026-11-27T15:10')

  test('opens a task for the consultant, once', () => {
    expect(before).toHaveLength(1)
    const after = world.fork()
    nextTick(after)
    nextTick(after)
    expect(taskRows(after, id)).toMatchObject([
      { Пункт: 'A4' },
      { Ключ: `K4.complete:${id}:ММ`, Кому: 'ММ', Срок: serialOf('2026-11-27T18:00'), Выполнена: null },
    ])
    expect(rowsOf(after, 'Исходящие').filter(({ cells }) => String(cells['Ключ']).startsWith(`task:open:K4.complete:${id}:`))).toHaveLength(
      1,
    )
  })

  test('it is met when the card is complete', () => {
    const after = world.fork()
    const { ref } = done(after, 'deal/open', { id, row: null, clientId: null })
    move(after, { ...story.card, ref }, 'held', { fields: filled }, morozova)
    nextTick(after)
    expect(taskRows(after, id).map((cells) => [cells['Пункт'], cells['Выполнена'] === null])).toEqual([
      ['A4', false],
      ['K4', false],
    ])
  })
})

test('a card that is filled and a call that is noted touch no task', () => {
  const world = story.world.fork()
  followUp(world)
  const { cells } = { cells: rowsOf(world, 'Исходящие').length }
  done(world, 'deal/fill', { deal: story.card.ref, fields: { request: 'Отчёт по гранту и смета' } })
  expect(rowsOf(world, 'Исходящие')).toHaveLength(cells)
})

test('the follow-up of a booking: letters as before, and five calls for its task', () => {
  const world = story.world.fork()
  const letters = world.fork()
  const tasks = rowsOf(letters, 'Исходящие').filter(({ cells }) => cells['Вид'] === 'задача')
  for (const { row } of tasks.reverse()) letters.hand.deleteRows({ sheet: 'Исходящие', from: row, count: 1, user: belova })
  const without = run(letters, 'outbox/send', {}).leavingCalls
  expect(run(world, 'outbox/send', {}).leavingCalls - without).toBe(5)
})
