/** «Закрытие недели»: K1–K7 as the closer sees them. */

import type { Week } from '../../src/rpc/contract'
import { createWeekModel } from '../../src/sidebar/models/dialogs/week'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, cardOf, settled, weekCardOf } from './pageBuilder'

const missing = [{ card: 'deal', field: 'minutes', title: 'Продолжительность, мин', clause: 'C6' }] as const
const awaiting = (id: number, feedbackAskedAt: string, feedbackScore: number | null = null) => {
  const card = weekCardOf(id)
  return { ...card, deal: { ...card.deal, stage: 'feedback' as const, feedbackAskedAt, feedbackScore } }
}
const week: Week = {
  closesAt: '2026-11-27T18:00',
  incomplete: [weekCardOf(1, { missing }), weekCardOf(2, { missing })],
  ready: [weekCardOf(3), weekCardOf(4, { feedbackWhy: 'новый клиент' })],
  awaiting: [awaiting(5, '2026-11-20T17:00'), awaiting(6, '2026-11-24T17:00'), awaiting(7, '2026-11-24T17:00', 5)],
}

function modelWith(handlers: Handlers = {}) {
  const bench = benchWith(handlers)
  return { ...bench, model: createWeekModel(bench.page, week) }
}

it('K3, K7: feedback and closing are proposed, and can be changed', () => {
  const { model } = modelWith()
  expect(model.rows.value.map((row) => model.choiceOf(row))).toEqual(['stay', 'stay', 'won', 'feedback', 'won', 'stay', 'won'])
  expect(model.counts.value).toEqual({ won: 3, feedback: 1 })
  model.choose(model.rows.value[2]!, 'stay')
  expect(model.counts.value).toEqual({ won: 2, feedback: 1 })
})

it('K4: a filled card becomes ready and the next incomplete one comes up with its field in focus', async () => {
  const { model, server, page } = modelWith({ 'deal/fill': () => accepted(cardOf({ id: 1, stage: 'held', version: 2, minutes: 60 })) })
  model.type('deal.minutes', '60')
  await model.save()
  expect(server.calls[0]?.input).toMatchObject({ deal: { id: 1 }, fields: { minutes: 60 } })
  expect(model.week.value?.ready[0]?.deal.id).toBe(1)
  expect(model.selected.value?.card.deal.id).toBe(2)
  expect(page.focus.value.id).toBe('deal-minutes')
})

it('the next card comes up before the saved one is answered; what came of that is told beside it', async () => {
  const answers: ((card: ReturnType<typeof cardOf> | null) => void)[] = []
  const { model, server, page } = modelWith({
    'deal/fill': () =>
      new Promise((come) =>
        answers.push((card) =>
          come(
            card ? accepted(card) : refused({ message: 'Не число.', problem: { code: 'badValue', title: 'Продолжительность', why: '' } }),
          ),
        ),
      ),
  })
  model.type('deal.minutes', '60')
  const first = model.save()
  void model.save()
  expect(server.calls).toHaveLength(1)
  expect([model.selected.value?.card.deal.id, page.focus.value.id]).toEqual([2, 'deal-minutes'])
  expect(model.saves.value).toEqual({ 1: 'going' })
  model.type('deal.minutes', '45')
  answers[0]?.(cardOf({ id: 1, stage: 'held', version: 2, minutes: 60 }))
  await first
  expect(model.week.value?.ready.map(({ deal }) => deal.id)).toContain(1)
  expect([model.saves.value, model.selected.value?.card.deal.id, model.edits.edits.value]).toEqual([{}, 2, { 'deal.minutes': '45' }])

  model.select(model.rows.value[0]!)
  const last = model.save()
  expect([model.saves.value, model.saver.busy.value]).toEqual([{}, 'save'])
  answers[1]?.(null)
  await last
  expect([model.saver.trouble.value?.problem?.code, model.edits.edits.value]).toEqual(['badValue', { 'deal.minutes': '45' }])
})

it('a card that was refused after one has gone on says so in the list, and keeps what was typed', async () => {
  const { model, page } = modelWith({
    'deal/fill': () => refused({ message: 'Не число.', problem: { code: 'badValue', title: 'Продолжительность', why: '' } }),
  })
  model.type('deal.minutes', '60')
  await model.save()
  expect([model.saves.value, model.selected.value?.card.deal.id]).toEqual([{ 1: 'failed' }, 2])
  expect(page.news.items.value.map(({ sentence, bad }) => [sentence.startsWith('№ 1: '), bad])).toEqual([[true, true]])
  model.move(-1)
  expect(model.edits.edits.value).toEqual({ 'deal.minutes': '60' })
})

it('a card that still lacks something stays in front until it is saved', async () => {
  const { model } = modelWith({ 'deal/fill': () => accepted(cardOf({ id: 1, stage: 'held', version: 2 }, { missing })) })
  model.type('deal.content', 'Смета')
  await model.save()
  expect([model.saves.value, model.selected.value?.card.deal.id]).toEqual([{}, 1])
})

it('K5: incomplete cards are never sent to be closed', async () => {
  const closed = { closed: 3, unanswered: 1, asked: 1, refused: [], undo: [weekCardOf(3).ref], lettersWaiting: 0 }
  const { model, server } = modelWith({ 'week/close': () => accepted(closed), 'week/list': () => accepted({ ...week, ready: [] }) })
  await model.close()
  await settled()
  const sent = server.calls[0]?.input as { deals: readonly { ref: { id: number }; to: string }[] }
  expect(sent.deals.map((one) => [one.ref.id, one.to])).toEqual([
    [3, 'won'],
    [5, 'won'],
    [7, 'won'],
    [4, 'feedback'],
  ])
  expect(model.result.value).toEqual(closed)
  expect(model.week.value?.ready).toEqual([])
})

it('K5, K7: a card that was asked about and lacks something stays until it is filled; one that is asked now is not asked again', async () => {
  const lacking = { ...awaiting(5, '2026-11-20T17:00'), missing }
  const { model } = modelWith({
    'week/list': () => accepted({ ...week, ready: [], awaiting: [lacking, awaiting(4, '2026-11-27T15:00')] }),
    'deal/fill': () => accepted(cardOf({ id: 5, stage: 'feedback', version: 2, minutes: 60, feedbackAskedAt: '2026-11-20T17:00' })),
  })
  model.choose(model.rows.value[3]!, 'feedback')
  await model.load()
  const [first, second] = model.rows.value.filter(({ group }) => group === 'awaiting')
  expect([first, second].map((row) => row && model.choiceOf(row))).toEqual(['stay', 'stay'])
  model.select(first!)
  model.type('deal.minutes', '60')
  await model.save()
  expect(model.selected.value?.card.deal.id).toBe(5)
  expect(model.choiceOf(model.selected.value!)).toBe('won')
})

it('arrows walk the list; what was typed on a card is there when one comes back', () => {
  const { model } = modelWith()
  model.type('deal.minutes', '45')
  model.move(1)
  expect(model.selected.value?.card.deal.id).toBe(2)
  expect(model.edits.dirty.value).toBe(false)
  model.move(-1)
  expect(model.edits.edits.value).toEqual({ 'deal.minutes': '45' })
})

it('K1: a closing can be taken back once; what stays closed is told by reason', async () => {
  const undo = [weekCardOf(3).ref, weekCardOf(4).ref]
  const closed = { closed: 1, unanswered: 0, asked: 1, refused: [], undo, lettersWaiting: 0 }
  const back = { undone: 1, refused: [{ id: 4, sentence: 'письмо клиенту уже ушло' }] }
  const { model, server, page } = modelWith({
    'week/close': () => accepted(closed),
    'week/undo': () => accepted(back),
    'week/list': () => accepted(week),
  })
  await model.undo()
  expect(server.calls).toEqual([])
  await model.close()
  await model.undo()
  await settled()
  expect(server.calls.map(({ method }) => method)).toEqual(['week/close', 'week/list', 'week/undo', 'week/list'])
  expect(server.calls[2]?.input).toEqual({ deals: undo })
  expect([model.result.value, model.undone.value]).toEqual([null, back])
  expect(page.live.value).toBe('Возвращена 1 карточка')
  await model.close()
  expect(model.undone.value).toBeNull()
})

it('K7: those without an answer are counted apart', async () => {
  const closed = { closed: 21, unanswered: 3, asked: 2, refused: [], undo: [], lettersWaiting: 0 }
  const { model, page } = modelWith({ 'week/close': () => accepted(closed), 'week/list': () => accepted(week) })
  await model.close()
  expect(page.live.value).toBe('Закрыта 21 карточка, из них без ответа 3, отзыв запрошен у 2 клиентов')
})
