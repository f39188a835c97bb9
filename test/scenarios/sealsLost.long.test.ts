/** Seals are put on rows once, and never again: whoever takes them away, or the column, gets nothing believed by that. */
import type { World } from '../../emulator/world/types'
import { settle, tick } from '../fixtures/consultantHand'
import { booked, call, deskWorld, done, office, sheet } from '../fixtures/desk'
import { columnOf, rowsOf } from '../fixtures/register'

const stranger = 'stranger@evil.example'
const own = ['Исходящие', 'Служебное', 'Журнал', 'Расхождения'] as const

function type(world: World, title: string, row: number, values: Readonly<Record<string, string | number>>): void {
  for (const [heading, value] of Object.entries(values))
    world.hand.type({ sheet: title, row, column: columnOf(sheet(world, title), heading), value: String(value), user: office })
}

/** A letter with a decision's link to somebody, and a closing that never was, as a hand would write them. */
function forged(): { readonly world: World; readonly id: number } {
  const world = deskWorld()
  const { deal } = booked(world, 'АНО «Причал»')
  settle(world)
  const letter = {
    subject: 'Решение',
    body: 'Согласиться: ⟦1⟧',
    links: [{ purpose: 'decide', dealId: deal.id, until: '2027-01-01', tag: '', value: 'allow' }],
  }
  type(world, 'Исходящие', rowsOf(world, 'Исходящие').length + 2, {
    ...{ Ключ: 'decide:1', Вид: 'письмо', Кому: stranger, Содержание: JSON.stringify(letter), Попыток: 0 },
  })
  const change = JSON.stringify({ stage: ['assigned', 'won'], version: [deal.version, deal.version + 1] })
  type(world, 'Журнал', rowsOf(world, 'Журнал').length + 2, {
    ...{ Лист: 'Сделки', '№ строки': deal.id, Версия: deal.version + 1, Команда: 'deal/move', 'Было → стало': change },
  })
  return { world, id: deal.id }
}

/** By a hand on the whole column: taken away, or emptied below its heading. */
function takeSeals(world: World, titles: readonly string[], how: 'deleted' | 'emptied'): void {
  for (const title of titles) {
    const found = sheet(world, title)
    const at = columnOf(found, 'Печать') - 1
    const kept = (row: number, index: number) => index !== at || (how === 'emptied' && row === 0)
    found.cells = found.cells.map((cells, row) =>
      how === 'deleted' ? cells?.filter((_, index) => kept(row, index)) : cells?.map((cell, index) => (kept(row, index) ? cell : null)),
    )
  }
}
const older = (world: World) => {
  const row = rowsOf(world, 'Служебное').find(({ cells }) => cells['Ключ'] === 'schemaVersion')?.row ?? 0
  type(world, 'Служебное', row, { Значение: '7' })
}
const another = (world: World) => {
  const row = rowsOf(world, 'Служебное').find(({ cells }) => cells['Ключ'] === 'ownId')?.row ?? 0
  type(world, 'Служебное', row, { Значение: 'another' })
}

const takings: Readonly<Record<string, (world: World) => void>> = {
  'the columns deleted': (world) => takeSeals(world, own, 'deleted'),
  'the columns deleted, and the register said to be older': (world) => {
    older(world)
    takeSeals(world, own, 'deleted')
  },
  'the columns of letters and journal deleted': (world) => takeSeals(world, ['Исходящие', 'Журнал'], 'deleted'),
  'all seals emptied': (world) => takeSeals(world, own, 'emptied'),
  'all seals emptied, and the register said to be a copy': (world) => {
    another(world)
    takeSeals(world, own, 'emptied')
  },
}
const afterwards: Readonly<Record<string, (world: World) => void>> = {
  ticks: () => undefined,
  'set-up': (world) => {
    world.invoke({ fn: 'setUp', entry: 'menu', user: world.state.owner })
  },
}
const cases = Object.keys(takings).flatMap((taken) => Object.keys(afterwards).map((then) => ({ taken, then })))

test.each(cases)('$taken, then $then: nothing of a hand is sent, and nothing is closed by it', ({ taken, then }) => {
  const { world, id } = forged()
  takings[taken]?.(world)
  afterwards[then]?.(world)
  for (let times = 0; times < 3; times++) tick(world)
  call(world, 'outbox/send', {}, office)
  expect(world.state.letters.filter(({ to }) => to === stranger)).toEqual([])
  expect(rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === id)?.cells['Этап']).toBe('Консультация назначена')
  const opened = call(world, 'deal/history', { id }, office)
  if (opened.ok) expect(JSON.stringify(opened.value)).not.toContain('Успешно')
})

test('with the seals gone the desk still opens, and says what is wrong', () => {
  const { world } = forged()
  takings['all seals emptied']?.(world)
  tick(world)
  expect(done(world, 'desk/today', {}).notes.length).toBeGreaterThan(0)
})
