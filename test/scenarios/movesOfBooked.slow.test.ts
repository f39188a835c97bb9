/** «Stages and moves» of the procedure, row by row through the shipped bundle: from the booking to the closed card. Allowed, and refused with what is missing. */
import { bookInput, deskWorld, director, done, eventOf, morozova, office, phoned, refusal, sheet, slotOf } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, registerOf, rowsOf } from '../fixtures/register'
import { bookedAt, closing, everyStage, filled, move, refusedMove, setClock } from '../fixtures/stages'

const base = everyStage()

describe('Новая заявка, Принято в работу → Консультация назначена', () => {
  test.each(['new', 'accepted'] as const)('%s, with all of it', (stage) => {
    const world = base.world.fork()
    const slot = slotOf(world, 'ММ', '2026-12-04')
    const { card } = done(world, 'deal/book', bookInput(base.cards[stage], slot))
    expect(card.deal).toMatchObject({ stage: 'assigned', eventId: slot.eventId, start: slot.start })
    registerEqualsJournal(world)
  })

  test('an incomplete client card: refused, the field named, the slot free', () => {
    const world = deskWorld()
    const card = done(world, 'client/fill', { deal: phoned(world, 'АНО «Причал»').ref, fields: { municipality: '' } })
    const slot = slotOf(world)
    const before = registerOf(world)
    expect(refusal(world, 'deal/book', bookInput(card, slot))).toContain('Муниципалитет (карточка клиента)')
    expect(registerOf(world)).toEqual(before)
    expect(eventOf(world, slot.eventId).summary).toBe('ММ консультация')
  })

  test('an external consultant without a decision is refused; with the director’s decision he is booked (T2)', () => {
    const world = deskWorld()
    const card = phoned(world, 'АНО «Причал»', { topic: 11 })
    const input = { consultant: 'ПН', topic: 11 }
    expect(refusal(world, 'deal/book', bookInput(card, slotOf(world, 'ПН', '2026-11-27'), input))).toMatch(
      /^ПН — внешний консультант, а решения руководителя проекта или директора в карточке нет \(T2\)/,
    )
    const decided = done(world, 'deal/decideExternal', { deal: card.ref, decision: 'allow', project: 'Ресурсный центр НКО' }, director)
    const { card: booked } = done(world, 'deal/book', bookInput(decided, slotOf(world, 'ПН', '2026-11-27'), input))
    expect(booked.deal.stage).toBe('assigned')
  })

  test('by a bare move, without a slot: refused', () => {
    expect(refusedMove(base.world.fork(), base.cards.accepted, 'assigned')).toMatch(/^С этапа «Принято в работу» нельзя перейти/)
  })
})

describe('Консультация назначена → Принято в работу', () => {
  test('with a reason: the hour is free again', () => {
    const world = base.world.fork()
    const released = move(world, base.cards.assigned, 'accepted', { reason: 'по просьбе клиента' })
    expect(released.deal).toMatchObject({ eventId: '', consultant: '', start: null })
    expect(eventOf(world, base.cards.assigned.deal.eventId).summary).toBe('ММ консультация')
  })

  test('without one: refused, the event stays booked', () => {
    const world = base.world.fork()
    expect(refusedMove(world, base.cards.assigned, 'accepted')).toContain('консультация отменяется или передаётся другому')
    expect(eventOf(world, base.cards.assigned.deal.eventId).summary).toBe('ММ_АНО «Четыре»')
  })
})

describe('Консультация назначена → Консультация проведена', () => {
  const world = deskWorld()
  const card = bookedAt(world, 'АНО «Маяк»', '2026-11-24')
  const after = world.fork()
  setClock(after, '2026-11-24T12:00')

  test('after the start, filled (C5–C7)', () => {
    move(after.fork(), card, 'held', { fields: filled }, morozova)
  })

  test('before the start: refused (C8)', () => {
    expect(refusedMove(world.fork(), card, 'held', { fields: filled }, morozova)).toMatch(
      /^Консультация ещё не началась: она назначена на завтра/,
    )
  })

  test('not filled: refused, all of it named', () => {
    expect(refusedMove(after.fork(), card, 'held', {}, morozova)).toBe(
      'Не заполнено: Содержание, Рекомендации, Продолжительность, мин, Проект. Без этого сделка не переходит на этап «Консультация проведена» (C5, C6, C7). Заполните и повторите.',
    )
  })

  test('topic 8 also names the project discussed (C5)', () => {
    expect(refusedMove(after.fork(), card, 'held', { fields: { ...filled, topic: 8 } }, morozova)).toContain(
      'Обсуждаемый проект, Тематика проекта, Рекомендации по проекту',
    )
  })

  test('external: refused until the report is received (C9)', () => {
    const external = deskWorld()
    const taken = phoned(external, 'АНО «Причал»', { topic: 11 })
    const decided = done(external, 'deal/decideExternal', { deal: taken.ref, decision: 'allow', project: 'Ресурсный центр НКО' }, director)
    const { card: booked } = done(
      external,
      'deal/book',
      bookInput(decided, slotOf(external, 'ПН', '2026-11-27'), { consultant: 'ПН', topic: 11 }),
    )
    setClock(external, '2026-11-27T14:00')
    expect(refusedMove(external, booked, 'held', { fields: filled })).toMatch(/^Отчёт внешнего консультанта ещё не получен \(C9\)/)
    const row = rowsOf(external, 'Сделки').find(({ cells }) => cells['№'] === booked.deal.id)?.row ?? 0
    const column = columnOf(sheet(external, 'Сделки'), 'Отчёт получен')
    external.hand.type({ sheet: 'Сделки', row, column, value: '27.11.2026 13:30', user: office })
    const fresh = done(external, 'deal/open', { id: booked.deal.id, row: null, clientId: null })
    expect(fresh.deal.reportReceivedAt).toBe('2026-11-27T13:30')
    move(external, fresh, 'held', { fields: filled })
  })
})

describe.each([
  ['held', 'feedback'],
  ['held', 'won'],
  ['feedback', 'won'],
] as const)('%s → %s (K2, K5)', (from, to) => {
  test('a complete card', () => {
    move(base.world.fork(), base.cards[from], to, to === 'won' ? closing : {})
  })

  test('an incomplete card: refused, the field named', () => {
    const world = base.world.fork()
    const emptied = done(world, 'deal/fill', { deal: base.cards[from].ref, fields: { recommendations: '' } })
    expect(refusedMove(world, emptied, to)).toContain('Не заполнено: Рекомендации.')
    expect(refusedMove(world, emptied, to, { fields: { minutes: 0 } })).toContain('Не заполнено: Рекомендации, Продолжительность, мин.')
  })
})
