/** What the screens about time rely on: the count of discrepancies, slots of one's own within the limit, steps by role, a reason against a rule. */
import type { World } from '../../emulator/world/types'
import type { Card, FreeSlot, Today } from '../../src/rpc/contract'
import { drag, insert, settle } from '../fixtures/consultantHand'
import {
  belova,
  booked,
  bookInput,
  call,
  deskWorld,
  director,
  done,
  eventOf,
  morozova,
  nextTick,
  phoned,
  refusal,
  run,
} from '../fixtures/desk'
import { registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'

function bookedWorld() {
  const world = deskWorld()
  settle(world)
  insert(world, 'ММ консультация', '2026-11-25T16:00', '2026-11-25T17:00')
  insert(world, 'ММ консультация', '2026-11-26T16:00', '2026-11-26T17:00')
  insert(world, 'ОП консультация', '2026-11-25T12:00', '2026-11-25T13:00')
  const card = booked(world, 'АНО «Причал»')
  settle(world)
  return { world, card }
}

function reopened(world: World, { deal }: Card, user?: string): Card {
  return done(world, 'deal/open', { id: deal.id, row: null, clientId: null }, user)
}

const steps = (card: Card) => card.steps.map(({ kind, value }) => `${kind}${value === '' ? '' : `:${value}`}`)

test('«Сегодня» counts the open lines in its one read: the office all of them, a consultant her own, a settled one no more', () => {
  const { world } = bookedWorld()
  const before = done(world, 'desk/today', {}).discrepancies
  const wrong = insert(world, 'ММ консультацыя', '2026-11-26T10:00', '2026-11-26T11:00')
  nextTick(world)
  const record = run(world, 'desk/today', {})
  expect(record.leavingCalls).toBe(1)
  expect((record.value as { value: Today }).value.discrepancies).toBe(before + 1)
  const own = done(world, 'discrepancy/list', {}, morozova).items
  expect(own.map(({ key, outcomes }) => [key, outcomes.map(({ value }) => value)])).toEqual([[`unread:${wrong.id}`, ['repair']]])
  expect(done(world, 'desk/today', {}, morozova).discrepancies).toBe(1)
  expect(done(world, 'desk/today', {}, belova).discrepancies).toBe(0)
  done(world, 'discrepancy/resolve', { key: `unread:${wrong.id}`, outcome: 'repair', reason: '', deal: null }, morozova)
  expect(done(world, 'desk/today', {}).discrepancies).toBe(before)
})

test('G5: the consultant’s own free slots within the two days, with who holds them; two calls', () => {
  const { world, card } = bookedWorld()
  const slot = done(world, 'slot/forReassign', { deal: card.ref, same: true }).consultants.flatMap(({ slots }) => slots)[0] as FreeSlot
  done(world, 'slot/hold', { eventId: slot.eventId, start: slot.start }, director)
  const record = run(world, 'slot/forReassign', { deal: card.ref, same: true })
  expect(record.leavingCalls).toBe(2)
  const { consultants, horizon } = done(world, 'slot/forReassign', { deal: card.ref, same: true })
  expect(consultants.map(({ initials }) => initials)).toEqual(['ММ'])
  expect(consultants[0]?.slots.every(({ start }) => start.slice(0, 10) <= horizon.until)).toBe(true)
  expect(consultants[0]?.slots[0]).toMatchObject({ heldBy: expect.any(String), heldUntil: expect.stringMatching(/T\d\d:\d\d$/) })
})

test('G5, G6: the office may give it to another, its consultant may move it, another consultant neither', () => {
  const { world, card } = bookedWorld()
  expect(steps(reopened(world, card))).toEqual(expect.arrayContaining(['reschedule', 'reassign', 'cannotHold']))
  expect(steps(reopened(world, card, morozova))).toEqual(expect.arrayContaining(['reschedule', 'cannotHold']))
  expect(steps(reopened(world, card, morozova))).not.toContain('reassign')
  expect(steps(reopened(world, card, belova)).filter((one) => /reschedule|reassign|cannotHold/.test(one))).toEqual([])
  const { ref } = done(world, 'deal/cannotHold', { deal: card.ref, reason: 'заболела' }, morozova)
  const told = done(world, 'deal/open', { id: ref.id, row: null, clientId: null })
  expect(told.steps.filter(({ primary }) => primary).map(({ kind }) => kind)).toEqual(['reassign'])
})

test('G5.limit: moved too far in the calendar, the card offers to put it back, to give it away, to accept it', () => {
  const { world, card } = bookedWorld()
  drag(world, card.deal.eventId, '2026-11-30T11:00')
  nextTick(world)
  const far = reopened(world, card)
  expect(steps(far)).toEqual(expect.arrayContaining(['limit:putBack', 'reassign', 'limit:accept']))
  done(world, 'discrepancy/resolve', { key: `limit:${far.deal.eventId}`, outcome: 'putBack', reason: '', deal: null })
  expect(steps(reopened(world, card)).filter((one) => one.startsWith('limit'))).toEqual([])
})

describe('an hour against a rule', () => {
  function saturday() {
    const world = deskWorld()
    settle(world)
    insert(world, 'ММ консультация', '2026-11-28T10:00', '2026-11-28T11:00')
    const card = phoned(world, 'Фонд «Север»')
    const query = { topic: null, consultant: 'ММ', agreedWith: null, part: null, from: null }
    const shown = (override: boolean) =>
      done(world, 'slot/list', { ...query, override }).consultants.flatMap(({ slots }) => slots.filter(({ start }) => start > '2026-11-28'))
    const { against, minutes: _, join: _join, heldBy: _by, heldUntil: _until, ...slot } = shown(true)[0] as FreeSlot
    return { world, card, shown, against, input: bookInput(card, slot as FreeSlot) }
  }

  test('is shown on demand and marked; without a reason it is not booked, with one the reason stays in comments and journal', () => {
    const { world, card, shown, against, input } = saturday()
    expect(shown(false).map(({ start }) => start)).not.toContain(input.slot.start)
    expect([input.slot.start, against]).toEqual(['2026-11-28T10:00', 'dayOff'])
    expect(refusal(world, 'deal/book', input)).toMatch(/выходной день/)
    expect(eventOf(world, input.slot.eventId).summary).toBe('ММ консультация')
    const overrideReason = 'клиент приезжает только в субботу'
    expect(call(world, 'deal/book', { ...input, overrideReason }).ok).toBe(true)
    expect(rowById(world, 'Сделки', card.deal.id)['Комментарии']).toContain(overrideReason)
    expect(rowsOf(world, 'Журнал').some(({ cells }) => cells['Причина'] === overrideReason)).toBe(true)
    registerEqualsJournal(world)
  })

  test('the run dies between calendar and register: the tick finishes the booking with its reason', () => {
    const { world, card, input } = saturday()
    const overrideReason = 'клиент приезжает только в субботу'
    const patched = run(world.fork(), 'deal/book', { ...input, overrideReason }).calls.findIndex(
      ({ name }) => name === 'Calendar.Events.patch',
    )
    run(world, 'deal/book', { ...input, overrideReason }, undefined, [{ at: patched + 1, kind: 'killAfter' }])
    expect(rowById(world, 'Сделки', card.deal.id)['Этап']).toBe('Принято в работу')
    settle(world)
    expect(rowById(world, 'Сделки', card.deal.id)).toMatchObject({
      Этап: 'Консультация назначена',
      Комментарии: expect.stringContaining(overrideReason),
    })
    registerEqualsJournal(world)
  })
})
