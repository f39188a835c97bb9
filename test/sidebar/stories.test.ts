/** Two people, slow and lost answers, reloads: what was found on the screens (X) and by a newcomer (N), each as a story over the models. */
import type { Card } from '../../src/rpc/contract'
import { closeInnermost } from '../../src/sidebar/models/page/closeInnermost'
import { createDesk } from '../../src/sidebar/models/page/desk'
import { shortcutOf } from '../../src/sidebar/models/page/shortcuts'
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

describe('X12, X13, X14, N5, N7: «Слоты» do what they show', () => {
  async function begun(card: Card, handlers: Handlers = {}) {
    const bench = deskWith({ ...answers(), ...handlers })
    bench.desk.slots.begin(card)
    bench.desk.turn('slots')
    await settled()
    return bench
  }
  it('X12: what narrows the list is not the topic of the booking', async () => {
    const { desk, server } = await begun(cardOf({ stage: 'accepted', topic: 8 }))
    desk.slots.narrow({ topic: 3 })
    await settled()
    desk.slots.pick(slots, slot)
    await desk.slots.book()
    expect(server.calls.find(({ method }) => method === 'deal/book')?.input).toMatchObject({ topic: 8 })
  })
  it('X13: an hour of a list that is being renewed is not taken; one that is offered no more goes with its hold', async () => {
    const list = held<'slot/list'>()
    const { desk, server } = await begun(cardOf({ stage: 'accepted', topic: 8 }))
    desk.slots.pick(slots, slot)
    await settled()
    server.answer({ 'slot/list': () => list.promise })
    desk.slots.lose('заняли')
    desk.slots.pick(slots, slot)
    expect(desk.slots.picked.value).toBeNull()
    list.come(accepted(slotList))
    await settled()
    desk.slots.pick(slots, slot)
    server.answer({ 'slot/list': () => accepted({ ...slotList, consultants: [] }) })
    desk.slots.outdate()
    desk.slots.revisit()
    await settled()
    expect([desk.slots.picked.value, desk.slots.lost.value]).toEqual([null, 'Выбранного времени в списке больше нет. Выберите другое.'])
    expect(server.calls.at(-1)?.method).toBe('slot/release')
  })
  it('X14: the list is asked for anew on coming back to it, and says its age', async () => {
    const { desk, server, wait } = await begun(cardOf({ stage: 'accepted', topic: 8 }))
    const lists = () => server.calls.filter(({ method }) => method === 'slot/list').length
    desk.go('today')
    desk.go('slots')
    await settled()
    expect([lists(), desk.slots.age.value]).toEqual([1, 0])
    wait(5)
    expect(desk.slots.age.value).toBe(5)
    desk.go('today')
    desk.go('slots')
    await settled()
    expect([lists(), desk.slots.age.value]).toEqual([2, 0])
  })
  it('N5: what the booking would be refused for is known before an hour is chosen', async () => {
    const missing = [{ card: 'client', field: 'consentDate', title: 'Согласие на обработку ПД', clause: 'I4' }] as const
    const { desk, page } = await begun(cardOf({ stage: 'accepted', topic: 8 }, { missing }))
    expect(desk.slots.lacking.value).toEqual(missing)
    desk.fillIn(desk.slots.deal.value as Card, missing[0])
    expect([desk.tab.value, page.focus.value.id]).toEqual(['card', 'client-consentDate'])
  })
  it('N7: an hour with less room says what was asked for, and a roomier one gives it back', async () => {
    const { desk } = await begun(cardOf({ stage: 'accepted', topic: 8 }))
    desk.slots.details.setMinutes(90)
    desk.slots.pick(slots, slot)
    expect([desk.slots.details.minutes.value, desk.slots.details.asked.value]).toEqual([60, 90])
    desk.slots.pick(slots, { ...slot, minutes: 120 })
    expect([desk.slots.details.minutes.value, desk.slots.details.asked.value]).toEqual([90, 0])
  })
})

describe('X15, X18: keys', () => {
  it('X18: Esc takes no typed reason and no typed number away', async () => {
    const { desk, model } = await withCard(cardOf(assigned))
    const release = {
      kind: 'move',
      value: 'accepted',
      title: 'Отменить назначение…',
      primary: false,
      blockedBy: '',
      needsReason: true,
    } as const
    model.steps.take(release)
    model.steps.reason.value = 'клиент заболел'
    closeInnermost(desk)
    expect(model.steps.asking.value).toBeNull()
    model.steps.take(release)
    expect(model.steps.reason.value).toBe('клиент заболел')
    desk.turn('intake')
    desk.intake.type('8 911')
    closeInnermost(desk)
    expect(desk.intake.form.value.query).toBe('8 911')
  })
  it('N10: Ctrl+Enter is the blue action anywhere, «?» lists the keys where nothing is typed', () => {
    const press = { key: 'Enter', code: 'Enter', altKey: false, ctrlKey: true, metaKey: false, typing: true }
    expect(shortcutOf(press)).toEqual({ kind: 'act' })
    expect(shortcutOf({ ...press, key: '?', code: 'Slash', ctrlKey: false, typing: false })).toEqual({ kind: 'help' })
    expect(shortcutOf({ ...press, key: '?', code: 'Slash', ctrlKey: false })).toBeNull()
  })
})

describe('X19: the page’s clock', () => {
  it('is set by every answer: a page that slept dates the consent of today', async () => {
    const { desk, page } = deskWith({ ...answers(), 'client/search': () => ({ ...accepted({ matches: [] }), now: '2026-11-24T09:05' }) })
    desk.intake.type('маяк')
    desk.intake.searchNow()
    await settled()
    expect(page.clock.now.value).toBe('2026-11-24T09:05')
    desk.intake.pick({ kind: 'new' })
    desk.intake.consentToday()
    expect(desk.intake.form.value.client.consentDate).toBe('2026-11-24')
  })
})

describe('N3: an open card learns of what others do', () => {
  it('is read anew when it is looked at after a while, and says what changed; a fresh one is not', async () => {
    const { desk, model, server, wait } = await withCard(cardOf(assigned))
    const opens = () => server.calls.filter(({ method }) => method === 'deal/open').length
    desk.start()
    await settled()
    expect(opens()).toBe(1)
    wait(4)
    server.answer({ 'deal/open': () => accepted(cardOf({ ...assigned, version: 3, stage: 'held' })) })
    desk.start()
    await settled()
    expect(model.fresh.outside.value[0]).toEqual({ title: 'Этап', before: 'Консультация назначена', after: 'Консультация проведена' })
    model.fresh.seen()
    expect(model.fresh.outside.value).toEqual([])
  })
})
