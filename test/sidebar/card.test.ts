/** «Карточка»: fields, steps, and unsaved edits. */

import type { Card, Step } from '../../src/rpc/contract'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { anna, cardOf, deskWith, held, settled } from './pageBuilder'

const step = (more: Partial<Step>): Step => ({
  kind: 'move',
  value: 'held',
  title: 'Проведена',
  primary: true,
  blockedBy: '',
  needsReason: false,
  ...more,
})

async function opened(handlers: Handlers, card: Card = cardOf({ stage: 'assigned' })) {
  const bench = deskWith({ 'deal/open': () => accepted(card), ...handlers })
  bench.desk.card.open({ id: card.deal.id, row: 2, clientId: 7 })
  await settled()
  return { ...bench, model: bench.desk.card }
}

it('a move takes the typed fields along', async () => {
  const { model, server } = await opened({ 'deal/move': () => accepted(cardOf({ stage: 'held', version: 2, minutes: 60 })) })
  model.type('deal.minutes', '60')
  model.steps.take(step({}))
  await settled()
  expect(server.calls.at(-1)?.input).toMatchObject({ to: 'held', fields: { minutes: 60 } })
  expect(model.edits.dirty.value).toBe(false)
  expect(model.done.value).toBe('Теперь: Консультация проведена')
})

it('the client’s fields are saved before the move, with the fresh version', async () => {
  const { model, server } = await opened({
    'client/fill': () => accepted(cardOf({ stage: 'assigned', version: 2 }, { client: { ...anna, email: 'new@mayak.ru' } })),
    'deal/move': () => accepted(cardOf({ stage: 'held', version: 3 })),
  })
  model.type('client.email', 'new@mayak.ru')
  model.steps.take(step({}))
  await settled()
  expect(server.calls.map((call) => call.method)).toEqual(['deal/open', 'client/fill', 'deal/move'])
  expect(server.calls.at(-1)?.input).toMatchObject({ deal: { version: 2 } })
})

it('K5: a refusal names what is missing, opens the field, and keeps what was typed', async () => {
  const missing = [{ card: 'deal', field: 'content', title: 'Содержание', clause: 'C5' }] as const
  const answer = refused<never>({ message: 'Не хватает: содержание', problem: { code: 'incomplete', missing, to: 'held' } })
  const { model, page } = await opened({ 'deal/move': () => answer })
  model.type('deal.minutes', '60')
  model.steps.take(step({}))
  await settled()
  expect(model.missing.value).toEqual(missing)
  expect(model.opened.value).toContain('result')
  expect(page.focus.value.id).toBe('deal-content')
  expect(model.edits.edits.value).toEqual({ 'deal.minutes': '60' })
})

it('a step that needs a reason asks for it in place', async () => {
  const { model, server } = await opened({ 'deal/move': () => accepted(cardOf({ stage: 'lost', version: 2 })) })
  model.steps.take(step({ value: 'lost', title: 'В неуспешные', needsReason: true }))
  model.steps.confirm()
  expect(server.calls).toHaveLength(1)
  model.steps.reason.value = 'отказ клиента'
  model.steps.confirm()
  await settled()
  expect(server.calls.at(-1)?.input).toMatchObject({ to: 'lost', reason: 'отказ клиента' })
  expect(model.steps.asking.value).toBeNull()
})

it('what came back to the saved text is no edit', async () => {
  const { model } = await opened({})
  model.type('deal.content', 'смета')
  expect(model.edits.dirty.value).toBe(true)
  model.type('deal.content', '')
  expect(model.edits.dirty.value).toBe(false)
})

it('what is typed while saving is not lost', async () => {
  const answer = held<'deal/fill'>()
  const { model } = await opened({ 'deal/fill': () => answer.promise })
  model.type('deal.content', 'смета')
  const saving = model.save()
  model.type('deal.content', 'смета и план')
  answer.come(accepted(cardOf({ stage: 'assigned', version: 2, content: 'смета' })))
  await saving
  expect(model.edits.edits.value).toEqual({ 'deal.content': 'смета и план' })
})

it('unsaved edits are asked about before another deal is opened', async () => {
  const { model } = await opened({})
  model.type('deal.content', 'смета')
  model.open({ id: 41218, row: 3, clientId: 8 })
  expect(model.leaving.value).not.toBeNull()
  expect(model.card.value?.deal.id).toBe(41217)
  await model.leave('stay')
  expect(model.edits.dirty.value).toBe(true)
})

it('a failed saving does not leave the card', async () => {
  const { model, server } = await opened({})
  model.type('deal.content', 'смета')
  model.open({ id: 41218, row: 3, clientId: 8 })
  await model.leave('save')
  expect(server.calls.filter((call) => call.method === 'deal/open')).toHaveLength(1)
  expect(model.edits.edits.value).toEqual({ 'deal.content': 'смета' })
})

it('the late card of an older click is dropped', async () => {
  const slow = held<'deal/open'>()
  const { desk, server } = deskWith({ 'deal/open': () => slow.promise })
  desk.card.open({ id: 1, row: null, clientId: null })
  server.answer({ 'deal/open': () => accepted(cardOf({ id: 2 })) })
  desk.card.open({ id: 2, row: null, clientId: null })
  await settled()
  slow.come(accepted(cardOf({ id: 1 })))
  await settled()
  expect(desk.card.card.value?.deal.id).toBe(2)
})

it('a second press while the first is under way does nothing', async () => {
  const slow = held<'deal/note'>()
  const { model, server } = await opened({ 'deal/note': () => slow.promise })
  const call = step({ kind: 'note', value: 'noAnswer', title: 'Не ответили' })
  model.steps.take(call)
  model.steps.take(call)
  await settled()
  expect(server.calls.filter((one) => one.method === 'deal/note')).toHaveLength(1)
})

it('history is read once, when opened', async () => {
  const { model, server } = await opened({ 'deal/history': () => accepted({ lines: [] }) })
  model.history.toggle(41217)
  await settled()
  model.history.toggle(41217)
  model.history.toggle(41217)
  await settled()
  expect(server.calls.filter((call) => call.method === 'deal/history')).toHaveLength(1)
})
