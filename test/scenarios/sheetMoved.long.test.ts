/** Somebody sorts the sheet, inserts or deletes rows or drags columns while the desk works: the right row is written, no other is harmed. */
import type { Meanwhile, World } from '../../emulator/world/types'
import type { Card } from '../../src/rpc/contract'
import { answerOf, bookInput, createInput, deskWorld, done, office, phoned, request, sheet, slotOf } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'

type Hand = (world: World, row: number) => void

const column = (world: World, heading: string): number => columnOf(sheet(world, 'Сделки'), heading)
const sortBy =
  (heading: string, ascending: boolean): Hand =>
  (world) => {
    world.hand.sort({ sheet: 'Сделки', column: column(world, heading), ascending, user: office })
  }
const drag =
  (heading: string, to: number): Hand =>
  (world) => {
    world.hand.moveColumn({ sheet: 'Сделки', from: column(world, heading), to, user: office })
  }

const hands: readonly (readonly [string, Hand])[] = [
  ['sorts by organisation', sortBy('Организация', true)],
  ['sorts by number, newest first', sortBy('№', false)],
  ['inserts two rows above', (world, row) => world.hand.insertRows({ sheet: 'Сделки', before: row, count: 2, user: office })],
  ['inserts a row at the top', (world) => world.hand.insertRows({ sheet: 'Сделки', before: 2, count: 1, user: office })],
  ['drags «Этап» to the right', drag('Этап', 30)],
  ['drags «№» away from the first place', drag('№', 12)],
  ['drags «Комментарии» to the first place', drag('Комментарии', 1)],
]

/** What one call writes, and how its success looks in the row. */
const commands = {
  'deal/note': (card: Card) => ({ deal: card.ref, outcome: 'noAnswer', text: 'занято' }),
  'deal/fill': (card: Card) => ({ deal: card.ref, fields: { topic: 5, request: 'Другое' } }),
} as const
const expected = {
  'deal/note': { Этап: 'Не дозвонились', Попыток: 1 },
  'deal/fill': { Тема: 'Привлечение ресурсов', Запрос: 'Другое' },
} as const
const methods = ['deal/note', 'deal/fill'] as const

/** A client has phoned, and others after. */
function story(): { world: World; card: Card } {
  const world = deskWorld()
  const card = phoned(world, 'АНО «Маяк»')
  for (const name of ['Фонд «Север»', 'ТОС «Берег»']) phoned(world, name)
  return { world, card }
}

/** Acts once, just before the register is written. */
function beforeWriting(world: World, act: Hand): Meanwhile {
  let acted = false
  return {
    beforeCall: (_n, name) => {
      if (acted || name !== 'Sheets.batchUpdate') return
      acted = true
      act(world, card.ref.row ?? 0)
    },
  }
}

/** Everything but the one deal, by number. */
function othersOf(world: World, id: number): unknown[] {
  const rows = rowsOf(world, 'Сделки').map(({ cells }) => cells)
  return rows.filter((row) => row['№'] !== id).sort((a, b) => Number(a['№']) - Number(b['№']))
}

const { world, card } = story()
const others = othersOf(world, card.deal.id)

describe.each(hands)('a person %s', (_, act) => {
  test.each(methods)('before %s: the row is found by its number', (method) => {
    const after = world.fork()
    act(after, card.ref.row ?? 0)
    expect(answerOf<typeof method>(after.invoke(request(method, commands[method](card)))).ok).toBe(true)
    expect(rowById(after, 'Сделки', card.deal.id)).toMatchObject(expected[method])
    expect(othersOf(after, card.deal.id)).toEqual(others)
    registerEqualsJournal(after)
  })

  test.each(methods)('between the reading and the writing of %s: it is noticed and mended at once', (method) => {
    const after = world.fork()
    const record = after.invoke(request(method, commands[method](card)), [], beforeWriting(after, act))
    expect(answerOf<typeof method>(record)).toMatchObject({ ok: true })
    expect(rowById(after, 'Сделки', card.deal.id)).toMatchObject(expected[method])
    expect(othersOf(after, card.deal.id)).toEqual(others)
    registerEqualsJournal(after)
  })

  test('between the reading and the writing of a booking: event and row belong together', () => {
    const after = world.fork()
    const slot = slotOf(after)
    after.invoke(request('deal/book', bookInput(card, slot)), [], beforeWriting(after, act))
    expect(rowById(after, 'Сделки', card.deal.id)).toMatchObject({ Событие: slot.eventId, Версия: 2 })
    expect(othersOf(after, card.deal.id)).toEqual(others)
    registerEqualsJournal(after)
  })

  test('between the reading and the writing of a new request: it stands once, under its headings', () => {
    const after = world.fork()
    const record = after.invoke(request('deal/create', createInput()), [], beforeWriting(after, act))
    const answer = answerOf<'deal/create'>(record)
    expect(rowById(after, 'Сделки', answer.ok ? answer.value.deal.id : 0)).toMatchObject({
      Организация: 'АНО «Причал»',
      Этап: 'Принято в работу',
    })
    registerEqualsJournal(after)
    done(after, 'deal/note', { deal: card.ref, outcome: 'reached', text: '' })
    registerEqualsJournal(after)
  })
})
