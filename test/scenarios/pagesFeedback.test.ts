/** K2, K3: a client is asked for feedback by one letter, answers on a page without an account, or wants no more letters. */

import type { World } from '../../emulator/world/types'
import { bookInput, completeClient, deskWorld, director, done, office, phoned, sheet, slotOf } from '../fixtures/desk'
import { feedbackWorld, mailed, open, send, viewOf } from '../fixtures/pagesDesk'
import { columnOf, registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'
import { bookedAt, filled, move, setClock } from '../fixtures/stages'

const base = feedbackWorld()
const [one, , , , five, stop] = base.links

function setting(world: World, title: string, value: string): void {
  const row = rowsOf(world, 'Настройки').find(({ cells }) => Object.values(cells)[0] === title)?.row ?? 0
  world.hand.type({ sheet: 'Настройки', row, column: 2, value, user: office })
}

const given = { score: 5, text: 'Всё понятно', quotable: true }
const cells = (world: World, id = base.card.deal.id) => rowById(world, 'Сделки', id)

describe('the letter', () => {
  test('is one, with five marks and a way to stop; the subject names nobody', () => {
    expect(base.letter.subject).toBe('Помогла ли вам консультация?')
    expect(base.links.map(({ p, v }) => `${p}${v}`)).toEqual(
      ['feedback5', 'feedback4', 'feedback3', 'feedback2', 'feedback1', 'stop'].sort(byLetter),
    )
    expect(base.letter.htmlBody).toContain('>5 — очень помогла</a>')
  })

  test('K2: the week’s closing asks by letter too, and says how many wait', () => {
    const world = deskWorld()
    const booked = bookedAt(world, 'АНО «Причал»', '2026-11-24')
    mailed(world)
    setClock(world, '2026-11-27T15:00')
    const held = move(world, booked, 'held', { fields: filled })
    const closed = done(world, 'week/close', { deals: [{ ref: held.ref, to: 'feedback' }] })
    expect(closed).toMatchObject({ asked: 1, lettersWaiting: 1 })
    expect(mailed(world).map(({ to }) => to)).toEqual([completeClient.email])
    registerEqualsJournal(world)
  })

  const reasons: readonly (readonly [why: string, prepare: (world: World, clientId: number) => void])[] = [
    ['такие письма выключены в настройках', (world) => setting(world, 'Письма с просьбой об отзыве', 'нет')],
    ['у клиента нет почты', (world, id) => client(world, id, 'E-mail', '')],
    ['клиент просил не писать', (world, id) => client(world, id, 'Без писем', 'да')],
  ]
  test.each(reasons)('does not go: %s; the card says so', (why, prepare) => {
    const world = deskWorld()
    const booked = bookedAt(world, 'АНО «Причал»', '2026-11-24')
    mailed(world)
    setClock(world, '2026-11-27T15:00')
    const held = move(world, booked, 'held', { fields: filled })
    prepare(world, held.deal.clientId ?? 0)
    const asked = done(world, 'deal/move', { deal: held.ref, to: 'feedback', reason: '', fields: {} })
    expect(asked.deal.comments).toContain(`отзыв письмом не запрошен: ${why}`)
    expect(mailed(world)).toEqual([])
  })

  test('K3: a client asked within 30 days is not asked again, unless he is new or the consultant’s first this month', () => {
    const world = base.world.fork()
    const first = done(world, 'deal/open', { id: base.card.deal.id, row: null, clientId: null })
    move(world, first, 'won')
    const again = phoned(world, 'АНО «Причал»', { clientId: first.deal.clientId })
    const booked = done(world, 'deal/book', bookInput(again, slotOf(world, 'ММ', '2026-11-30'))).card
    mailed(world)
    const late = world.fork()
    setClock(world, '2026-11-30T20:00')
    const asked = move(world, move(world, booked, 'held', { fields: filled }), 'feedback')
    expect(asked.deal.comments).toContain(`отзыв письмом не запрошен: клиента уже спрашивали 27.11.2026 (№ ${first.deal.id})`)
    expect(mailed(world)).toEqual([])
    setClock(late, '2026-12-01T12:00')
    move(late, move(late, booked, 'held', { fields: filled }), 'feedback')
    expect(mailed(late).map(({ to }) => to)).toEqual([completeClient.email])
  })

  test('two cards of one client in one closing: one letter', () => {
    const world = deskWorld()
    const first = bookedAt(world, 'АНО «Причал»', '2026-11-24')
    const other = phoned(world, 'АНО «Причал»', { clientId: first.deal.clientId })
    const second = done(world, 'deal/book', bookInput(other, slotOf(world, 'СБ', '2026-11-24'), { consultant: 'СБ', topic: 2 })).card
    mailed(world)
    setClock(world, '2026-11-27T15:30')
    const deals = [first, second].map((card) => ({ ref: move(world, card, 'held', { fields: filled }).ref, to: 'feedback' as const }))
    expect(done(world, 'week/close', { deals })).toMatchObject({ asked: 2, lettersWaiting: 1 })
    registerEqualsJournal(world)
  })
})

function byLetter(a: string, b: string): number {
  return order.indexOf(a) - order.indexOf(b)
}
const order = ['feedback5', 'feedback4', 'feedback3', 'feedback2', 'feedback1', 'stop']

function client(world: World, id: number, heading: string, value: string): void {
  const row = rowsOf(world, 'Клиенты').find(({ cells: found }) => found['№'] === id)?.row ?? 0
  world.hand.type({ sheet: 'Клиенты', row, column: columnOf(sheet(world, 'Клиенты'), heading), value, user: office })
}

describe('the page', () => {
  test('shows when, who and the topic; looking changes nothing', () => {
    const world = base.world.fork()
    const before = registerOf(world)
    const { data, html } = open(world, { ...five })
    expect(data.page).toMatchObject({ view: 'feedback', consultant: 'Морозова М. И.', topic: 'Управление проектом и отчетность', score: 1 })
    expect(html).not.toMatch(/Причал|Анна|416-01/)
    for (const link of base.links) open(world, { ...link })
    expect(registerOf(world)).toEqual(before)
  })

  test('the answer lands on the card once; a second one says what was given', () => {
    const world = base.world.fork()
    expect(send(world, one, 'feedback/send', given)).toMatchObject({ ok: true, page: { title: 'Спасибо за отзыв!' } })
    expect(cells(world)).toMatchObject({ Оценка: 5, Отзыв: 'Всё понятно', Этап: 'Запрошена обратная связь' })
    expect(rowsOf(world, 'Журнал').at(-1)?.cells).toMatchObject({ Кто: 'клиент по ссылке', Откуда: 'страница' })
    const after = registerOf(world)
    expect(send(world, five, 'feedback/send', { ...given, score: 1 })).toMatchObject({
      ok: true,
      page: { title: 'Спасибо, отзыв уже получен', text: expect.stringContaining('5 из 5') },
    })
    expect(viewOf(world, { ...five })).toMatchObject({ view: 'notice', title: 'Спасибо, отзыв уже получен' })
    expect(registerOf(world)).toEqual(after)
    registerEqualsJournal(world)
    expect(mailed(world)).toEqual([])
  })

  test('a mark of 3 or less is told to the director at once, without a person in the subject', () => {
    const world = base.world.fork()
    send(world, five, 'feedback/send', { score: 3, text: 'Ждали другого', quotable: false })
    const [letter, ...others] = mailed(world)
    expect(others).toEqual([])
    expect(letter).toMatchObject({ to: director, subject: `Низкая оценка консультации: 3 из 5, сделка № ${base.card.deal.id}` })
    expect(letter?.body).toContain('Отзыв: «Ждали другого»')
  })

  test('K7: a card closed meanwhile still takes the answer', () => {
    const world = base.world.fork()
    const asked = done(world, 'deal/open', { id: base.card.deal.id, row: null, clientId: null })
    move(world, asked, 'won')
    expect(send(world, one, 'feedback/send', given)).toMatchObject({ ok: true })
    expect(cells(world)).toMatchObject({ Оценка: 5, Этап: 'Успешно завершённые' })
    registerEqualsJournal(world)
  })

  test('«не присылать»: the link asks, the button decides, and no letter asks again', () => {
    const world = base.world.fork()
    const before = registerOf(world)
    expect(viewOf(world, { ...stop })).toEqual({ view: 'stop' })
    expect(registerOf(world)).toEqual(before)
    expect(send(world, stop, 'stop/confirm', {})).toMatchObject({ ok: true, page: { title: 'Больше таких писем не будет' } })
    expect(rowById(world, 'Клиенты', base.card.deal.clientId ?? 0)).toMatchObject({ 'Без писем': 'да' })
    expect(viewOf(world, { ...stop })).toMatchObject({ view: 'notice', title: 'Больше таких писем не будет' })
    registerEqualsJournal(world)
  })
})
