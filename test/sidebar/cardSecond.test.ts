/** «Карточка», beside the call itself: taking back, reopening, repeated requests, earlier consultations, the message. */

import type { Card, Step } from '../../src/rpc/contract'
import type { PastConsultation, Repeat } from '../../src/rpc/intakeContract'
import { messengerText } from '../../src/sidebar/models/page/messengerText'
import { text } from '../../src/sidebar/text.ru'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { cardOf, deskWith, monday, pageData, settled } from './pageBuilder'

async function opened(handlers: Handlers, card: Card = cardOf()) {
  const bench = deskWith({ 'deal/open': () => accepted(card), ...handlers })
  bench.desk.card.open({ id: card.deal.id, row: 2, clientId: 7 })
  await settled()
  return { ...bench, model: bench.desk.card }
}

describe('«Отменить последнее»', () => {
  const after = cardOf({ version: 3, stage: 'unreached', attempts: 1, lastAttemptAt: monday, comments: '23.11: не ответили' })
  const before = cardOf({ version: 4, stage: 'unsorted', attempts: 0 })

  it('says what it took back and shows it', async () => {
    const undone = 'не дозвонились, попытка 1 из 3'
    const { model, server, page } = await opened({ 'deal/undo': () => accepted({ card: before, undone }) }, after)
    await model.undo.take()
    expect(server.calls.at(-1)).toMatchObject({ method: 'deal/undo', input: { deal: { id: 41217, version: 3 } } })
    expect(model.done.value).toBe('Отменено: не дозвонились, попытка 1 из 3')
    expect(model.card.value?.deal.version).toBe(4)
    expect(page.focus.value.id).toBe('card-done')
  })

  it('says beforehand what it would take back, once the history is open', async () => {
    const line = { at: monday, who: 'Титова', text: 'не дозвонились, попытка 1 из 3', reason: '' }
    const { model } = await opened({ 'deal/history': () => accepted({ lines: [line] }) }, after)
    expect(model.undo.what.value).toBe('')
    model.history.toggle(41217)
    await settled()
    expect(model.undo.what.value).toBe('не дозвонились, попытка 1 из 3')
  })

  it('a refusal is a sentence and changes nothing', async () => {
    const { model } = await opened({ 'deal/undo': () => refused<never>({ message: 'Отменить нельзя: изменил другой' }) }, after)
    await model.undo.take()
    expect(model.undo.caller.trouble.value?.message).toBe('Отменить нельзя: изменил другой')
    expect(model.card.value?.deal.version).toBe(3)
  })
})

it('a closed deal is reopened with its reason, not moved', async () => {
  const reopen: Step = { kind: 'reopen', value: '', title: 'Вернуть на прежний этап…', primary: true, blockedBy: '', needsReason: true }
  const { model, server } = await opened({ 'deal/reopen': () => accepted(cardOf({ stage: 'held', version: 2 })) }, cardOf({ stage: 'won' }))
  model.steps.take(reopen)
  model.steps.reason.value = 'закрыта по ошибке'
  model.steps.confirm()
  await settled()
  expect(server.calls.at(-1)).toMatchObject({ method: 'deal/reopen', input: { reason: 'закрыта по ошибке' } })
  expect(model.done.value).toBe('Теперь: Консультация проведена')
})

describe('a repeated request in «Неразобранное»', () => {
  const repeat = (id: number, open = true): Repeat => ({
    ref: { id, row: 3, version: 2, clientId: 7 },
    stage: open ? 'new' : 'won',
    received: monday,
    organisation: 'АНО «Маяк»',
    topic: null,
    open,
    text: `У этого клиента уже есть заявка № ${id}`,
  })
  const unsorted = cardOf({ stage: 'unsorted' })
  const handlers: Handlers = {
    'deal/repeats': () =>
      accepted({ repeats: [repeat(41198), repeat(41100, false)], maybe: [{ id: 7, text: 'возможно, это АНО «Маяк», карточка № 7' }] }),
    'deal/join': () => accepted(cardOf({ id: 41198, stage: 'new' })),
  }

  it('is asked about once, and only open ones can be joined', async () => {
    const { model, server } = await opened(handlers, unsorted)
    model.repeats.show(unsorted)
    model.repeats.show(unsorted)
    await settled()
    expect(server.calls.filter(({ method }) => method === 'deal/repeats')).toHaveLength(1)
    expect(model.repeats.open.value.map(({ ref }) => ref.id)).toEqual([41198])
  })

  it('is joined, and the earlier deal comes to the front', async () => {
    const { model, server } = await opened(handlers, unsorted)
    model.repeats.show(unsorted)
    await settled()
    await model.repeats.join(repeat(41198))
    expect(server.calls.at(-1)?.input).toMatchObject({ deal: { id: 41217 }, into: { id: 41198 } })
    expect(model.card.value?.deal.id).toBe(41198)
    expect(model.done.value).toBe('Заявка № 41217 присоединена к № 41198')
  })

  it('«Это новая заявка» is remembered', async () => {
    const { model, server, drafts } = await opened(handlers, unsorted)
    model.repeats.show(unsorted)
    await settled()
    model.repeats.keepApart()
    expect(model.repeats.open.value).toEqual([])
    expect(drafts.read('new:41217')).toBe(true)
    expect(server.calls.map(({ method }) => method)).not.toContain('deal/join')
  })

  const known = { id: 9, text: 'возможно, это АНО «Маяк», карточка № 9' }
  const proposed: Handlers = {
    'deal/repeats': () => accepted({ repeats: [], maybe: [known] }),
    'deal/recognise': () => accepted(cardOf({ clientId: 9, version: 2 })),
    'client/apart': () => accepted({ client: 7, other: 9 }),
    'deal/takeNews': () => accepted(cardOf({ news: '', version: 2 })),
  }

  it('a known client is proposed, and settled by a click: it is him', async () => {
    const { model, server } = await opened(proposed, unsorted)
    model.repeats.show(unsorted)
    await settled()
    expect(model.repeats.maybe.value).toEqual([known])
    await model.repeats.recognise(9)
    expect(server.calls.at(-1)).toMatchObject({ method: 'deal/recognise', input: { deal: { id: 41217 }, client: 9 } })
    expect([model.repeats.maybe.value, model.card.value?.deal.clientId]).toEqual([[], 9])
  })

  it('… or another one', async () => {
    const { model, server } = await opened(proposed, unsorted)
    model.repeats.show(unsorted)
    await settled()
    await model.repeats.apart(9)
    expect(server.calls.at(-1)).toMatchObject({ method: 'client/apart', input: { client: 7, other: 9 } })
    expect(model.repeats.maybe.value).toEqual([])
  })

  it('what he tells anew is taken over by a click', async () => {
    const { model, server } = await opened(proposed, cardOf({ news: '{"email":"new@mayak.ru"}' }))
    await model.repeats.takeNews('email', true)
    expect(server.calls.at(-1)).toMatchObject({ method: 'deal/takeNews', input: { field: 'email', take: true } })
    expect([model.card.value?.deal.news, model.done.value]).toEqual(['', 'Записано в карточку клиента'])
  })

  it('is not asked about in a later stage', async () => {
    const { model, server } = await opened(handlers, cardOf({ stage: 'assigned' }))
    model.repeats.show(cardOf({ stage: 'assigned' }))
    expect(server.calls.map(({ method }) => method)).not.toContain('deal/repeats')
  })
})

it('earlier consultations are asked for once per client and leave out the one shown', async () => {
  const past = (dealId: number): PastConsultation => ({
    dealId,
    row: 2,
    start: monday,
    consultant: 'ММ',
    topic: 8,
    recommendations: 'Сузить аудиторию',
    stage: 'won',
  })
  const { model, server } = await opened({ 'client/history': () => accepted({ consultations: [past(41217), past(40811)], inArchive: 0 }) })
  model.past.show(cardOf())
  await settled()
  model.past.show(cardOf({ version: 2 }))
  expect(server.calls.filter(({ method }) => method === 'client/history')).toHaveLength(1)
  expect(model.past.consultations.value.map(({ dealId }) => dealId)).toEqual([40811])
})

it('what stands in the archive is read when asked for', async () => {
  const past = (dealId: number, row: number | null): PastConsultation => ({
    ...{ dealId, row, start: monday, consultant: 'ММ', topic: 8, recommendations: '', stage: 'won' },
  })
  const { model, server } = await opened({
    'client/history': ({ archive }) =>
      archive
        ? accepted({ consultations: [past(41003, 2), past(40811, null)], inArchive: 0 })
        : accepted({ consultations: [past(41003, 2)], inArchive: 1 }),
  })
  model.past.show(cardOf())
  await settled()
  expect([model.past.consultations.value.length, model.past.inArchive.value]).toEqual([1, 1])
  model.past.showAll()
  await settled()
  expect(model.past.consultations.value.map(({ dealId }) => dealId)).toEqual([41003, 40811])
  expect(model.past.inArchive.value).toBe(0)
  expect(server.calls.filter(({ method }) => method === 'client/history')).toHaveLength(2)
})

it('I5: the message names the centre, the topic and the phone', () => {
  expect(messengerText(cardOf({ topic: 8 }), pageData.lists)).toBe(
    'Здравствуйте! Это Ресурсный центр НКО. Вы оставляли заявку на консультацию по теме «Социальное проектирование», а дозвониться до вас не получилось. Когда вам удобно поговорить? Телефон 20-65-10',
  )
})

it.each([
  [1, '2026-11-23T11:10', 'Попытка 1 из 3, следующая не раньше: сегодня 11:10'],
  [2, '2026-11-24T09:00', 'Попытка 2 из 3, следующая не раньше: завтра 09:00'],
  [2, '2026-11-23T08:00', 'Попытка 2 из 3, можно звонить снова'],
  [3, '2026-11-24T09:00', 'Попытки сделаны: 3 из 3'],
])('I7: the ladder after %i attempts', (made, next, sentence) => expect(text.card.ladder(made, 3, next, monday)).toBe(sentence))
