/** What was found on the screens (X) and by a newcomer (N), continued: «Слоты», the keys, the clock, an open card. */
import type { Card } from '../../src/rpc/contract'
import { likeDelay } from '../../src/sidebar/models/intake/intakeLike'
import { closeInnermost } from '../../src/sidebar/models/page/closeInnermost'
import { shortcutOf } from '../../src/sidebar/models/page/shortcuts'
import { accepted, type Handlers } from '../../src/sidebar/transports/memoryTransport'
import { answers, assigned } from '../fixtures/requestAnswers'
import { anna, cardOf, deskWith, held, settled, slotList } from './pageBuilder'

const match = { client: anna, last: null, open: null, by: 'phone' } as const
const slots = slotList.consultants[0] as (typeof slotList.consultants)[number]
const slot = slots.slots[0] as (typeof slots.slots)[number]

/** A desk with a card on it, and what the register says when it is asked anew. */
async function withCard(card: Card, handlers: Handlers = {}) {
  const bench = deskWith({ ...answers(), 'deal/open': () => accepted(card), ...handlers })
  bench.desk.card.open({ id: card.deal.id, row: 2, clientId: 7 })
  await settled()
  return { ...bench, model: bench.desk.card }
}

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

describe('N10: a second card of the same client', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())
  async function typing(matches: readonly unknown[] = [match]) {
    const bench = deskWith({ ...answers(), 'client/search': () => accepted({ matches } as never) })
    bench.desk.intake.pick({ kind: 'new' })
    bench.desk.intake.consentToday()
    bench.desk.intake.set({ request: 'бюджет' })
    bench.desk.intake.setClient('phone', '8 911 416-01-23')
    jest.advanceTimersByTime(likeDelay)
    await settled()
    return bench.desk.intake
  }
  it('is told while one types; «Это он» takes the card and keeps what was typed', async () => {
    const intake = await typing([{ ...match, client: { ...anna, consentDate: null } }])
    expect(intake.like.matches.value.map(({ client }) => client.id)).toEqual([7])
    intake.like.choose({ ...anna, consentDate: null })
    expect(intake.form.value).toMatchObject({
      chosen: { id: 7 },
      request: 'бюджет',
      client: { consentDate: '2026-11-23', email: 'anna@mayak.ru' },
    })
    expect(intake.like.matches.value).toEqual([])
  })
  it('«Новый клиент» is not asked again; the next call is', async () => {
    const intake = await typing()
    intake.like.dismiss()
    intake.setClient('email', 'anna@mayak.ru')
    jest.advanceTimersByTime(likeDelay)
    await settled()
    expect(intake.like.matches.value).toEqual([])
    intake.back()
    intake.pick({ kind: 'new' })
    intake.setClient('email', 'anna@mayak.ru')
    jest.advanceTimersByTime(likeDelay)
    await settled()
    expect(intake.like.matches.value).toHaveLength(1)
  })
})
