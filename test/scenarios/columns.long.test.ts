/** A column that moved, a heading that is gone, a sheet that has become small: one by one, as they were found. */
import type { World } from '../../emulator/world/types'
import type { RpcAnswer } from '../../src/rpc/contract'
import { bookInput, createInput, deskWorld, done, nextTick, office, phoned, refusal, run, sheet, slotOf } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'

const drag = (world: World, title: string) => world.hand.moveColumn({ sheet: title, from: 2, to: 5, user: office })

function booking(world: World) {
  const card = phoned(world, 'АНО «Маяк»')
  return done(world, 'deal/book', bookInput(card, slotOf(world))).card
}

test('the second column of «Журнал» is dragged: a booking stays when somebody types a comment elsewhere', () => {
  const world = deskWorld()
  nextTick(world)
  drag(world, 'Журнал')
  const { deal } = booking(world)
  const other = rowsOf(world, 'Сделки').find(({ cells }) => cells['Этап'] === 'Принято в работу' && cells['№'] !== deal.id)
  const column = columnOf(sheet(world, 'Сделки'), 'Комментарии')
  world.hand.type({ sheet: 'Сделки', row: other?.row ?? 0, column, value: 'перезвонить', user: office })
  nextTick(world)
  nextTick(world)
  expect(rowById(world, 'Сделки', deal.id)).toMatchObject({ Этап: 'Консультация назначена', Консультант: 'ММ', Версия: 2 })
  registerEqualsJournal(world)
})

test('a column of «Исходящие» is dragged: both letters of a booking go', () => {
  const world = deskWorld()
  drag(world, 'Исходящие')
  booking(world)
  expect(done(world, 'outbox/send', {})).toMatchObject({ sent: 2, failed: 0, waiting: 0 })
  expect(world.state.letters).toHaveLength(2)
})

test.each(['renamed', 'deleted'])('a heading of «Клиенты» is %s: a new client is refused before anything is written', (hand) => {
  const world = deskWorld()
  const column = columnOf(sheet(world, 'Клиенты'), 'Мессенджер')
  if (hand === 'deleted') world.hand.deleteColumns({ sheet: 'Клиенты', from: column, count: 1, user: office })
  else world.hand.type({ sheet: 'Клиенты', row: 1, column, value: 'Мессенджеры', user: office })
  const before = [rowsOf(world, 'Клиенты').length, rowsOf(world, 'Сделки').length]
  for (let time = 0; time < 2; time++) {
    expect(refusal(world, 'deal/create', createInput())).toContain('На листе «Клиенты» нет столбца «Мессенджер»')
  }
  expect([rowsOf(world, 'Клиенты').length, rowsOf(world, 'Сделки').length]).toEqual(before)
  expect(done(world, 'desk/today', {}).notes).toContainEqual(expect.objectContaining({ where: 'Клиенты' }))
})

const screens = {
  'week/list': {},
  'deal/search': { text: 'маяк' },
  'client/search': { text: 'маяк' },
  'deal/create': createInput(),
} as const

const small = ['Сделки', 'Клиенты', 'Исходящие', 'Журнал'].flatMap((title) => [1, 4, 8, 12].map((count) => ({ title, count })))

test.each(small)('$count columns on the right of «$title» are gone: each call ends, and tells which', ({ title, count }) => {
  const world = deskWorld()
  nextTick(world)
  const { columnCount } = sheet(world, title)
  const gone = Math.min(count, columnCount - 1)
  world.hand.deleteColumns({ sheet: title, from: columnCount - gone + 1, count: gone, user: office })
  for (const [method, input] of Object.entries(screens)) {
    const record = run(world.fork(), method, input)
    const answer = record.value as RpcAnswer<unknown>
    expect(readsOf(record.calls)).toBeLessThanOrEqual(3)
    if (!answer.ok) expect(answer.message).toContain(`На листе «${title}» нет столбца`)
  }
  const ticks = nextTick(world).filter(({ fn }) => fn === 'tick')
  expect(readsOf(ticks.flatMap(({ calls }) => calls))).toBeLessThanOrEqual(12)
})

test.each(['Сделки', 'Клиенты', 'Журнал', 'Исходящие', 'Задачи'])(
  '«%s» has its heading row alone: screens open and work goes on',
  (title) => {
    const world = deskWorld()
    const standing = sheet(world, title)
    standing.cells = standing.cells.slice(0, 1)
    standing.rowCount = 1
    for (const [method, input] of Object.entries(screens)) {
      const record = run(world.fork(), method, input)
      expect([method, record.value]).toEqual([method, expect.objectContaining({ ok: true })])
      expect(readsOf(record.calls)).toBeLessThanOrEqual(3)
    }
  },
)

function readsOf(calls: readonly { readonly name: string }[]): number {
  return calls.filter(({ name }) => name === 'Sheets.Values.batchGet').length
}
