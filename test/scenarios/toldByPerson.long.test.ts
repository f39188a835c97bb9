/** A1, C2: how it is held is told too; what no letter tells is owed by a person. Each named by the finding it mends. */
import type { World } from '../../emulator/world/types'
import { settle } from '../fixtures/consultantHand'
import { cardNow, lineOf } from '../fixtures/controlDesk'
import {
  booked,
  bookInput,
  completeClient,
  createInput,
  deskWorld,
  done,
  morozova,
  nextTick,
  office,
  phoned,
  refusal,
  setSetting,
  sheet,
  slotOf,
} from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'
import { filled, move, setClock } from '../fixtures/stages'

const link = 'https://zoom.example.org/j/1'

import { bodies, client, known, lettersOf } from '../fixtures/toldLetters'

let world: World
beforeEach(() => {
  world = deskWorld()
})

describe('how it is held', () => {
  const fill = (id: number, fields: object, user = office) => done(world, 'deal/fill', { deal: cardNow(world, id).ref, fields }, user)

  test('V10: place and format changed on the card are told', () => {
    const { deal } = known(world)
    const details = [
      `${client}: Уточнение о консультации: вт 24 ноября, 11:00`,
      `${morozova}: Уточнение о консультации: вт 24 ноября, 11:00`,
    ].sort()
    expect(lettersOf(world, () => fill(deal.id, { place: 'каб. 5' }))).toEqual(details)
    expect(bodies(world).at(-1)).toContain('каб. 5')
    expect(lettersOf(world, () => fill(deal.id, { format: 'phone' }))).toEqual(details)
    expect(lettersOf(world, () => fill(deal.id, { content: 'Разобрали отчёт' }))).toEqual([])
  })

  test('X7, X7b: a promised link is owed before the day, and goes once it is there', () => {
    const card = phoned(world, 'АНО «Причал»')
    const { deal } = done(world, 'deal/book', bookInput(card, slotOf(world, 'ММ', '2026-11-26'), { format: 'online', place: '' })).card
    settle(world)
    expect(bodies(world).at(-1)).toContain('ссылку пришлём')
    expect(lineOf(world, 'C2.link', deal.id)).toMatchObject({ who: 'ММ', due: '2026-11-27T18:00' })
    const letters = lettersOf(world, () => fill(deal.id, { place: link }, morozova))
    expect(letters).toEqual([`${client}: Уточнение о консультации: пн 30 ноября, 16:00`])
    expect(bodies(world).at(-1)).toContain(link)
    expect(lineOf(world, 'C2.link', deal.id)).toBeUndefined()
  })
})

describe('A1.tell', () => {
  const cell = (id: number, column: string) => rowById(world, 'Сделки', id)[column]

  test('V9: «не почта» is refused at the door', () => {
    const wrong = createInput({ client: { ...completeClient, email: 'не почта' } })
    expect(refusal(world, 'deal/create', wrong)).toContain('E-mail')
  })

  test('V3: mail is down for hours: owed by phone after half an hour; once it is well, the letters go and nothing is owed', () => {
    world.faults.always('MailApp.sendEmail', 'transient')
    const { deal } = booked(world, 'АНО «Причал»')
    done(world, 'outbox/send', {})
    expect(lineOf(world, 'A1.tell', deal.id)).toMatchObject({ opensAt: '2026-11-23T09:30', due: '2026-11-23T18:00' })
    for (let ticks = 0; ticks < 15; ticks++) nextTick(world)
    expect([world.state.letters.filter(({ to }) => to === client), cell(deal.id, 'Клиент извещён')]).toEqual([[], null])
    world.faults.lift()
    for (let ticks = 0; ticks < 30; ticks++) nextTick(world)
    expect(world.state.letters.filter(({ to }) => to === client)).toHaveLength(1)
    expect(lineOf(world, 'A1.tell', deal.id)).toBeUndefined()
  })

  test('told is what Google took: not before', () => {
    const { deal } = booked(world, 'АНО «Причал»')
    expect([deal.toldAt, cell(deal.id, 'Клиент извещён')]).toEqual([null, null])
    done(world, 'outbox/send', {})
    expect(cell(deal.id, 'Клиент извещён')).not.toBeNull()
  })

  test('an open card is not disturbed by its letters', () => {
    const card = booked(world, 'АНО «Причал»')
    done(world, 'outbox/send', {})
    expect(done(world, 'deal/fill', { deal: card.ref, fields: { content: 'Вопросы' } }).deal).toMatchObject({
      content: 'Вопросы',
      toldAt: '2026-11-23T09:00',
    })
    expect(done(world, 'deal/undo', { deal: cardNow(world, card.deal.id).ref }).card.deal).toMatchObject({
      content: '',
      toldAt: '2026-11-23T09:00',
    })
    registerEqualsJournal(world)
  })

  test('who cannot be written to is told by phone: owed at once, until it is noted', () => {
    setSetting(world, 'Письма клиентам', 'нет')
    const { deal } = booked(world, 'АНО «Причал»')
    expect(lineOf(world, 'A1.tell', deal.id)).toMatchObject({ opensAt: '2026-11-23T09:00' })
    done(world, 'deal/note', { deal: cardNow(world, deal.id).ref, outcome: 'reached', text: '' })
    expect(lineOf(world, 'A1.tell', deal.id)).toBeUndefined()
    const { ref } = cardNow(world, deal.id)
    done(world, 'deal/undo', { deal: ref })
    expect(lineOf(world, 'A1.tell', deal.id)).toBeDefined()
  })
})

describe('asked is what Google took', () => {
  const cells = (id: number) => rowById(world, 'Сделки', id)

  test('F9: «Запрошена обратная связь» typed into the sheet asks the client by letter, once', () => {
    const { deal } = known(world)
    setClock(world, '2026-11-24T13:00')
    move(world, cardNow(world, deal.id), 'held', { fields: filled })
    const row = rowsOf(world, 'Сделки').find((one) => one.cells['№'] === deal.id)?.row ?? 0
    const column = columnOf(sheet(world, 'Сделки'), 'Этап')
    world.hand.type({ sheet: 'Сделки', row, column, value: 'Запрошена обратная связь', user: office })
    expect([cells(deal.id)['Этап'], cells(deal.id)['Отзыв запрошен']]).toEqual(['Запрошена обратная связь', null])
    settle(world)
    expect(world.state.letters.filter(({ subject }) => subject.startsWith('Помогла ли'))).toHaveLength(1)
    expect(cells(deal.id)['Отзыв запрошен']).not.toBeNull()
    registerEqualsJournal(world)
  })

  test('T2: while mail is down nobody is asked, and nobody owes an answer', () => {
    world.faults.always('MailApp.sendEmail', 'transient')
    const { ref } = phoned(world, 'АНО «Причал»', { topic: 11 })
    done(world, 'deal/askExternal', { deal: ref, project: 'Ресурсный центр НКО' })
    settle(world)
    expect(lineOf(world, 'T2.decide', ref.id)).toBeUndefined()
    world.faults.lift()
    for (let ticks = 0; ticks < 4; ticks++) nextTick(world)
    expect(lineOf(world, 'T2.decide', ref.id)).toBeDefined()
    expect(world.state.letters.filter(({ subject }) => subject.startsWith('Нужно решение'))).toHaveLength(1)
  })
})
