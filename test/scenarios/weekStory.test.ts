/** A week of the office through the shipped bundle: a client phones, is booked, comes, the card is filled, Friday closes, the month counts. */

import type { WeekCard } from '../../src/rpc/contract'
import {
  bookInput,
  calendarLines,
  createInput,
  deskWorld,
  director,
  done,
  eventOf,
  morozova,
  nextTick,
  phoned,
  refusal,
  sleepUntil,
  slotOf,
} from '../fixtures/desk'
import { registerEqualsJournal, rowById, rowsOf, valuesOf } from '../fixtures/register'

test('I8, A1–A4, C5–C8, K1, K5, S2: from the call to the month’s number', () => {
  const world = deskWorld()
  const heldBefore = done(world, 'month/report', { month: '2026-11' }, director)

  // Monday 9:00: the client phones; the card must be complete (I4, I8).
  expect(refusal(world, 'deal/create', createInput({ client: { ...createInput().client, municipality: '' } }))).toContain('Муниципалитет')
  const taken = phoned(world, 'АНО «Маяк»')
  expect(taken.deal).toMatchObject({ stage: 'accepted', channel: 'phoneOffice', version: 1 })
  expect(taken.steps.find(({ primary }) => primary)?.kind).toBe('slots')

  // While on the phone: the time, the event, the task, the letters (A1–A4, G3).
  const slot = slotOf(world, 'ММ', '2026-11-24')
  const booking = done(world, 'deal/book', bookInput(taken, slot))
  expect(booking).toMatchObject({ lettersWaiting: 2, card: { deal: { stage: 'assigned', consultant: 'ММ', start: slot.start } } })
  expect(calendarLines(world)).toContain(`${slot.start}–${slot.end.slice(11)} ММ_АНО «Маяк»`)
  nextTick(world)
  const task = rowsOf(world, 'Задачи').find(({ cells }) => cells['№ сделки'] === taken.deal.id)
  expect(task?.cells).toMatchObject({ Кому: 'ММ', Пункт: 'A4', Выполнена: null })
  expect(world.state.letters.map(({ to }) => to).sort()).toEqual([morozova, taken.client?.email].sort())
  nextTick(world)
  expect(world.state.letters).toHaveLength(2)

  // Before it begins it cannot be held (C8); afterwards the consultant fills the card (C5–C7).
  const held = { deal: booking.card.ref, to: 'held' as const, reason: '', fields: {} }
  expect(refusal(world, 'deal/move', held, morozova)).toMatch(/^Консультация ещё не началась/)
  sleepUntil(world, slot.end)
  expect(refusal(world, 'deal/move', held, morozova)).toMatch(/^Не заполнено: Содержание, Рекомендации, Продолжительность, мин, Проект\./)
  const content = { content: 'Разобрали отчёт', recommendations: 'Сдать до 1 декабря', minutes: 55, project: 'Ресурсный центр НКО' }
  const filled = done(world, 'deal/move', { ...held, fields: content }, morozova)
  expect(filled.deal).toMatchObject({ stage: 'held', ...content })
  expect(eventOf(world, slot.eventId).summary).toBe('ММ_АНО «Маяк»')

  // Friday 15:00: the list, a new client is asked for feedback (K3), and the week is closed by 18:00 (K1, K6).
  sleepUntil(world, '2026-11-27T15:00')
  const week = done(world, 'week/list', {})
  expect(week.closesAt).toBe('2026-11-27T18:00')
  expect(week.ready.find(({ deal }) => deal.id === taken.deal.id)?.feedbackWhy).toBe('новый клиент')
  const incomplete = week.incomplete.map(({ ref }) => ({ ref, to: 'won' as const }))
  expect(incomplete.length).toBeGreaterThan(0)
  const answer = ({ undistributed }: WeekCard) => (undistributed ? { project: 'не распределено' } : {})
  const ready = week.ready.map((card) => ({
    ref: card.ref,
    to: card.feedbackWhy === '' ? ('won' as const) : ('feedback' as const),
    ...answer(card),
  }))
  const closed = done(world, 'week/close', { deals: [...ready, ...incomplete] })
  expect(closed.closed + closed.asked).toBe(ready.length)
  expect(closed.refused.map(({ id }) => id).sort()).toEqual(incomplete.map(({ ref }) => ref.id).sort())
  expect(closed.refused.every(({ sentence }) => sentence.includes('Без этого сделка не переходит на этап «Успешно завершённые»'))).toBe(
    true,
  )
  expect(rowById(world, 'Сделки', taken.deal.id)).toMatchObject({ Этап: 'Запрошена обратная связь' })

  // The next Friday, answer or no answer (K7).
  sleepUntil(world, '2026-12-04T16:00')
  const complete = done(world, 'week/list', {}).awaiting.filter(({ missing }) => missing.length === 0)
  const waiting = complete.map((card) => ({ ref: card.ref, to: 'won' as const, ...answer(card) }))
  expect(done(world, 'week/close', { deals: waiting })).toMatchObject({ closed: waiting.length, asked: 0, refused: [] })
  expect(rowById(world, 'Сделки', taken.deal.id)).toMatchObject({ Этап: 'Успешно завершённые', Версия: 5 })
  expect(refusal(world, 'deal/fill', { deal: { ...filled.ref, version: 5 }, fields: { minutes: 90 } })).toMatch(/^Сделка закрыта/)

  // The month (S2).
  const month = done(world, 'month/report', { month: '2026-11' }, director)
  expect([month.held - heldBefore.held, month.minutes - heldBefore.minutes]).toEqual([1, 55])
  expect(valuesOf(world, 'Отчёт 2026-11')).toContainEqual(expect.arrayContaining(['Проведено консультаций', month.held]))
  registerEqualsJournal(world)
})

test('I5–I7: a client who is not reached: three calls on three days, and only then «не дозвонились»', () => {
  const world = deskWorld()
  let card = done(
    world,
    'deal/create',
    createInput({ stage: 'unsorted', channel: 'site', client: { ...createInput().client, consentDate: null } }),
  )
  const lost = () => ({ deal: card.ref, to: 'lost' as const, reason: 'не дозвонились', fields: {} })
  for (const at of ['2026-11-23T10:00', '2026-11-24T10:00', '2026-11-25T10:00']) {
    expect(refusal(world, 'deal/move', lost())).toContain('а нужно 3')
    sleepUntil(world, at)
    card = done(world, 'deal/note', { deal: card.ref, outcome: 'noAnswer', text: '' })
    expect(card.deal.stage).toBe('unreached')
    expect(refusal(world, 'deal/note', { deal: card.ref, outcome: 'noAnswer', text: '' })).toContain('отдельной попыткой не считается')
  }
  expect(done(world, 'deal/move', lost()).deal).toMatchObject({ stage: 'lost', failure: 'не дозвонились', attempts: 3 })
  registerEqualsJournal(world)
})
