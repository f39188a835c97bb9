/** Two people, slow and lost answers, reloads: what was found on the screens (X) and by a newcomer (N), each as a story over the models. */
import type { Card } from '../../src/rpc/contract'
import { createDesk } from '../../src/sidebar/models/page/desk'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { answers, assigned, other } from '../fixtures/requestAnswers'
import { anna, benchWith, cardOf, deskWith, held, pageData, settled, slotList } from './pageBuilder'

const slots = slotList.consultants[0] as (typeof slotList.consultants)[number]
const slot = slots.slots[0] as (typeof slots.slots)[number]
const match = { client: anna, last: null, open: null, by: 'phone' } as const
const changed = <T>() => refused<T>({ message: 'изменилась', problem: { code: 'changedMeanwhile', id: 41217 } })

/** A desk with a card on it, and what the register says when it is asked anew. */
async function withCard(card: Card, handlers: Handlers = {}) {
  const bench = deskWith({ ...answers(), 'deal/open': () => accepted(card), ...handlers })
  bench.desk.card.open({ id: card.deal.id, row: 2, clientId: 7 })
  await settled()
  return { ...bench, model: bench.desk.card }
}

describe('X3: a letter read late', () => {
  const read = held<'intake/readLetter'>()
  const answer = {
    client: { ...anna, contact: 'Вера' },
    topic: 8,
    request: 'Устав',
    agreedWith: '',
    known: null,
    matches: [],
    repeats: [],
    unread: [],
  }

  it('fills its own form, put aside, not the caller’s', async () => {
    const { desk, page } = deskWith({ ...answers(), 'intake/readLetter': () => read.promise })
    desk.intake.letter.start()
    desk.intake.letter.type('Добрый день')
    void desk.intake.letter.read()
    desk.intake.back()
    desk.intake.pick({ kind: 'client', match })
    const before = desk.intake.form.value
    read.come(accepted(answer as never))
    await settled()
    expect(desk.intake.form.value).toEqual(before)
    expect(page.news.items.value[0]?.sentence).toContain('Письмо разобрано')
    page.news.items.value[0]?.way?.go()
    expect(desk.intake.form.value).toMatchObject({ request: 'Устав', channel: 'email', chosen: null })
  })
})

describe('X1, X2: an accepted request', () => {
  const sent = held<'deal/create'>()
  it('what is typed after the press stays before one’s eyes and goes on to the card', async () => {
    const { desk, page } = deskWith({ ...answers(), 'deal/create': () => sent.promise })
    desk.turn('intake')
    desk.intake.pick({ kind: 'client', match })
    desk.intake.set({ topic: 8, request: 'бюджет' })
    void desk.intake.submit('slots')
    expect(desk.tab.value).toBe('slots')
    desk.go('intake')
    desk.intake.set({ request: 'бюджет и отчёт' })
    page.attention.typed()
    sent.come(accepted(cardOf({ id: 41218, topic: 8, request: 'бюджет', stage: 'accepted' })))
    await settled()
    expect([desk.tab.value, desk.intake.form.value.request]).toEqual(['intake', 'бюджет и отчёт'])
    expect(desk.intake.made.value?.deal.id).toBe(41218)
    await desk.intake.submit('slots')
    expect(desk.tab.value).toBe('slots')
    expect(desk.card.edits.edits.value).toEqual({ 'deal.request': 'бюджет и отчёт' })
  })
})

describe('X9: a card with unsaved text', () => {
  it('is not put away by the card that a booking brings: it is asked, and the booking is told', async () => {
    const { desk, page, model } = await withCard(cardOf(assigned))
    model.type('deal.content', 'Разобрали смету')
    desk.slots.begin(other)
    desk.turn('slots')
    await settled()
    desk.slots.pick(slots, slot)
    await desk.slots.book()
    await settled()
    expect(model.card.value?.deal.id).toBe(41217)
    expect(model.leaving.value).not.toBeNull()
    expect(page.news.items.value[0]?.sentence).toContain('Назначено')
    await model.leave('discard')
    expect(model.card.value?.deal.id).toBe(other.deal.id)
  })
})

describe('X5, X7, N3: a refused version', () => {
  it('is read anew; what was typed stays, and the button works again', async () => {
    const { model, server } = await withCard(cardOf(assigned), { 'deal/fill': changed })
    model.type('deal.content', 'Разобрали смету')
    server.answer({ 'deal/open': () => accepted(cardOf({ ...assigned, version: 5, minutes: 45 })) })
    await model.save()
    await settled()
    expect(model.caller.trouble.value?.retry).toBeNull()
    expect(model.card.value?.ref.version).toBe(5)
    expect(model.fresh.outside.value).toEqual([{ title: 'Продолжительность, мин', before: '', after: '45' }])
    expect(model.edits.edits.value).toEqual({ 'deal.content': 'Разобрали смету' })
    server.answer(answers())
    await model.save()
    expect(server.calls.filter(({ method }) => method === 'deal/fill').at(-1)?.input).toMatchObject({ deal: { version: 5 } })
  })

  it('leads to the field that was changed under the typed text', async () => {
    const { model, server, page } = await withCard(cardOf(assigned), { 'deal/fill': changed })
    model.type('deal.content', 'моё')
    server.answer({ 'deal/open': () => accepted(cardOf({ ...assigned, version: 5, content: 'их' })) })
    await model.save()
    await settled()
    expect(page.focus.value.id).toBe('card-conflicts')
  })

  it('of what a lost answer had saved nothing waits any more', async () => {
    const { model, server } = await withCard(cardOf(assigned), { 'deal/fill': () => Promise.reject(new Error('lost')) })
    model.type('deal.content', 'Разобрали смету')
    await model.save()
    server.answer({ 'deal/fill': changed, 'deal/open': () => accepted(cardOf({ ...assigned, version: 2, content: 'Разобрали смету' })) })
    model.type('deal.minutes', '60')
    await model.save()
    await settled()
    expect(model.edits.edits.value).toEqual({ 'deal.minutes': '60' })
    expect(model.edits.conflicts.value).toEqual([])
  })

  it('«Слоты» take the version that was saved on the card beside them', async () => {
    const { desk, server, model } = await withCard(cardOf({ stage: 'accepted', topic: 8 }))
    desk.slots.begin(model.card.value)
    await settled()
    desk.slots.pick(slots, slot)
    model.type('client.consentDate', '2026-11-23')
    await model.save()
    await settled()
    await desk.slots.book()
    expect(server.calls.filter(({ method }) => method === 'deal/book').at(-1)?.input).toMatchObject({ deal: { version: 2 } })
  })

  it('«Слоты» read the deal anew after a refusal, and what was chosen stays', async () => {
    const { desk, server } = deskWith({ ...answers(), 'deal/book': changed })
    desk.slots.begin(cardOf({ stage: 'accepted', topic: 8 }))
    await settled()
    desk.slots.pick(slots, slot)
    desk.slots.details.setPlace('каб. 214')
    server.answer({ 'deal/open': () => accepted(cardOf({ stage: 'accepted', topic: 8, version: 9 })) })
    await desk.slots.book()
    await settled()
    expect([desk.slots.picked.value?.slot.eventId, desk.slots.details.place.value]).toEqual(['e1', 'каб. 214'])
    await desk.slots.book()
    expect(server.calls.filter(({ method }) => method === 'deal/book').at(-1)?.input).toMatchObject({ deal: { version: 9 } })
  })
})

describe('X8: a draft older than the card', () => {
  it.each([
    ['mine', 'моё'],
    ['theirs', null],
  ] as const)('is laid beside theirs, field by field; nothing of it is saved before %s is chosen', async (which, sentText) => {
    const first = await withCard(cardOf(assigned))
    first.model.type('deal.content', 'моё')
    first.model.type('deal.minutes', '60')
    const theirs = cardOf({ ...assigned, version: 2, content: 'их текст' })
    const again = benchWith({ ...answers(), 'deal/open': () => accepted(theirs) }, pageData, first.drafts)
    const desk = createDesk(again.page, pageData)
    desk.start()
    await settled()
    expect(desk.card.edits.conflicts.value).toEqual([{ key: 'deal.content', was: '', theirs: 'их текст', mine: 'моё' }])
    again.server.answer({
      'deal/fill': ({ deal, fields }) =>
        accepted(cardOf({ ...assigned, ...fields, content: 'их текст', version: deal.version + 1 } as never)),
    })
    await desk.card.save()
    const fills = () =>
      again.server.calls.filter(({ method }) => method === 'deal/fill').map(({ input }) => (input as { fields: object }).fields)
    expect(fills()).toEqual([{ minutes: 60 }])
    expect(again.page.focus.value.id).toBe('card-conflicts')
    desk.card.edits.decide('deal.content', which)
    await desk.card.save()
    expect(fills().slice(1)).toEqual(sentText === null ? [] : [{ content: sentText }])
  })
})

describe('X10, X11: a reload', () => {
  it('keeps the card, the tab, and for whom an hour is looked for, with place and length', async () => {
    const first = await withCard(cardOf({ stage: 'accepted', topic: 8 }))
    first.desk.slots.begin(first.model.card.value)
    first.desk.turn('slots')
    first.desk.slots.details.format.value = 'online'
    first.desk.slots.details.setPlace('https://zoom.us/j/1')
    first.desk.slots.details.setMinutes(90)
    await settled()
    const again = benchWith({ ...answers(), 'deal/open': () => accepted(cardOf({ stage: 'accepted', topic: 8 })) }, pageData, first.drafts)
    const desk = createDesk(again.page, pageData)
    desk.start()
    await settled()
    expect([desk.tab.value, desk.slots.deal.value?.deal.id]).toEqual(['slots', 41217])
    const { format, place, minutes } = desk.slots.details
    expect([format.value, place.value, minutes.value]).toEqual(['online', 'https://zoom.us/j/1', 90])
    desk.go('card')
    await settled()
    expect(desk.card.card.value?.deal.id).toBe(41217)
  })

  it('text that waits on a card is known on every tab', async () => {
    const first = await withCard(cardOf(assigned))
    first.model.type('deal.content', 'моё')
    first.desk.go('today')
    const again = benchWith({ ...answers(), 'deal/open': () => accepted(cardOf(assigned)) }, pageData, first.drafts)
    const desk = createDesk(again.page, pageData)
    desk.start()
    await settled()
    expect([desk.tab.value, desk.card.edits.dirty.value]).toEqual(['today', true])
  })
})
