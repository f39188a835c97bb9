/** The closing of a week taken back: each card field by field, unless somebody changed it since or its client was written to (K1, K2, K7). */

import type { World } from '../../emulator/world/types'
import { needlessMark } from '../../src/domain/text/text.ru'
import type { Output } from '../../src/rpc/contract'
import { belova, deskWorld, director, done, morozova, refusal, run } from '../fixtures/desk'
import { mailed } from '../fixtures/pagesDesk'
import { registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'
import { bookedAt, filled, move, setClock } from '../fixtures/stages'

/** Friday 15:00: two cards of «Ждут отзыва» are closed, one held one is asked about; nothing has been sent. */
function friday() {
  const world = deskWorld()
  const booked = bookedAt(world, 'АНО «Причал»', '2026-11-24')
  mailed(world)
  setClock(world, '2026-11-27T15:00')
  const held = move(world, booked, 'held', { fields: filled })
  const waiting = done(world, 'week/list', {})
    .awaiting.filter(({ missing, deal, undistributed }) => missing.length === 0 && deal.feedbackScore === null && !undistributed)
    .slice(0, 2)
  const deals = [...waiting.map(({ ref }) => ({ ref, to: 'won' as const })), { ref: held.ref, to: 'feedback' as const }]
  return { world, deals, held: held.deal.id, waiting: waiting.map(({ deal }) => deal.id) }
}

type Closed = Output<'week/close'>
const undo = (world: World, closed: Closed, user?: string) => done(world, 'week/undo', { deals: [...closed.undo] }, user)
const cells = (world: World, ids: readonly number[]) => ids.map((id) => ({ ...rowById(world, 'Сделки', id), Версия: null }))
const asking = (world: World, id: number) =>
  rowsOf(world, 'Исходящие').filter(({ cells: row }) => String(row['Ключ']).startsWith(`feedback:${id}v`))
const control = (world: World) =>
  rowsOf(world, 'Контроль')
    .map(({ cells: row }) => `${row['Обязательство']} ${row['№ сделки']} ${row['Срок']}`)
    .sort()

test('K1, K2, K7: everything goes back in one commit of five calls, the waiting letter does not go', () => {
  const { world, deals, held, waiting } = friday()
  const [before, lines] = [cells(world, [held, ...waiting]), control(world)]
  const closed = done(world, 'week/close', { deals })
  expect(closed).toMatchObject({ closed: 2, unanswered: 2, asked: 1, lettersWaiting: 1, refused: [] })
  expect(closed.undo.map(({ id }) => id).sort()).toEqual([held, ...waiting].sort())
  const record = run(world, 'week/undo', { deals: closed.undo })
  expect(record.value).toMatchObject({ ok: true, value: { undone: 3, refused: [] } })
  expect(record.leavingCalls).toBe(5)
  expect(cells(world, [held, ...waiting])).toEqual(before)
  expect(control(world)).toEqual(lines)
  expect(mailed(world)).toEqual([])
  expect(asking(world, held).map(({ cells: row }) => [row['Ошибка'], row['Отправлено'] === null])).toEqual([[needlessMark, false]])
  registerEqualsJournal(world)
})

test('K2: asked again after that, the client gets his letter', () => {
  const { world, deals, held } = friday()
  undo(world, done(world, 'week/close', { deals }))
  const ref = done(world, 'deal/open', { id: held, row: null, clientId: null }).ref
  done(world, 'week/close', { deals: [{ ref, to: 'feedback' }] })
  expect(mailed(world).map(({ to }) => to)).toEqual(['prichal@example.org'])
})

test('K2: a card whose letter has gone is named and stays; the others go back', () => {
  const { world, deals, held, waiting } = friday()
  const closed = done(world, 'week/close', { deals })
  expect(mailed(world)).toHaveLength(1)
  expect(undo(world, closed)).toEqual({ undone: 2, refused: [{ id: held, sentence: 'письмо клиенту уже ушло' }] })
  expect(rowById(world, 'Сделки', held)).toMatchObject({ Этап: 'Запрошена обратная связь' })
  expect(rowById(world, 'Сделки', waiting[0] ?? 0)).toMatchObject({ Этап: 'Запрошена обратная связь' })
  registerEqualsJournal(world)
})

test('a letter that a run has taken and not yet marked counts as gone', () => {
  const { world, deals, held } = friday()
  const closed = done(world, 'week/close', { deals })
  const calls = run(world.fork(), 'outbox/send', {}).calls
  const sent = calls.find(({ name }) => name.includes('sendEmail'))?.n ?? 0
  expect(sent).toBeGreaterThan(0)
  run(world, 'outbox/send', {}, undefined, [{ at: sent, kind: 'killAfter' }])
  expect(undo(world, closed).refused.map(({ id }) => id)).toEqual([held])
})

test('a card that somebody changed meanwhile is named and stays as it is; what was asked before is not done twice', () => {
  const { world, deals, waiting } = friday()
  const closed = done(world, 'week/close', { deals })
  const changed = closed.undo.find(({ id }) => id === waiting[0])
  if (changed === undefined) throw new Error('it was closed')
  done(world, 'deal/reopen', { deal: changed, reason: 'ошибка' }, director)
  const first = undo(world, closed)
  expect(first).toMatchObject({ undone: 2, refused: [{ id: waiting[0], sentence: expect.stringContaining('измен') }] })
  const rows = rowsOf(world, 'Журнал').length
  expect(undo(world, closed)).toEqual(first)
  expect(rowsOf(world, 'Журнал')).toHaveLength(rows)
  registerEqualsJournal(world)
})

test('only a closing is taken back, by who closed or by the director', () => {
  const { world, deals, held } = friday()
  const closed = done(world, 'week/close', { deals })
  for (const consultant of [morozova, belova])
    expect(refusal(world, 'week/undo', { deals: [...closed.undo] }, consultant)).toContain('закрывать неделю')
  const other = done(world, 'deal/open', { id: held, row: null, clientId: null })
  const filledAgain = done(world, 'deal/fill', { deal: other.ref, fields: { comments: 'перезвонить' } })
  expect(done(world, 'week/undo', { deals: [filledAgain.ref] })).toEqual({
    undone: 0,
    refused: [{ id: held, sentence: 'после закрытия карточку уже меняли' }],
  })
  expect(undo(world, closed, director)).toMatchObject({ undone: 2, refused: [{ id: held }] })
})

test('any number of cards: five calls', () => {
  const { world } = friday()
  const { ready, awaiting } = done(world, 'week/list', {})
  const answered = { to: 'won', project: 'не распределено', reason: 'просил не писать' } as const
  const closed = done(world, 'week/close', { deals: [...ready, ...awaiting].map(({ ref }) => ({ ref, ...answered })) })
  expect(closed.undo.length).toBeGreaterThan(10)
  const record = run(world, 'week/undo', { deals: closed.undo })
  expect(record.value).toMatchObject({ value: { undone: closed.undo.length, refused: [] } })
  expect(record.leavingCalls).toBe(5)
})

describe('K2: one card that asks its client, taken back', () => {
  const askedAbout = () => {
    const { world, held } = friday()
    const { ref } = done(world, 'deal/open', { id: held, row: null, clientId: null })
    return { world, held, ref: done(world, 'deal/move', { deal: ref, to: 'feedback', reason: '', fields: {} }).ref }
  }

  test('while the letter waits, it does not go; asked again, it goes once', () => {
    const { world, held, ref } = askedAbout()
    const { card } = done(world, 'deal/undo', { deal: ref })
    expect(card.deal).toMatchObject({ stage: 'held', feedbackAskedAt: null })
    expect(mailed(world)).toEqual([])
    move(world, card, 'feedback')
    expect(mailed(world)).toHaveLength(1)
    expect(asking(world, held).map(({ cells: row }) => row['Ошибка'])).toEqual([needlessMark, null])
  })

  test('once it has gone, the card stays', () => {
    const { world, held, ref } = askedAbout()
    mailed(world)
    expect(refusal(world, 'deal/undo', { deal: ref })).toBe(
      'Отменить последнее изменение нельзя: письмо клиенту уже ушло. Ничего не изменено.',
    )
    expect(rowById(world, 'Сделки', held)).toMatchObject({ Этап: 'Запрошена обратная связь' })
  })
})
