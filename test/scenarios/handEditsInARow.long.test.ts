/** One edit after another before the tick, and Google fails the run of one of them: each is looked at, not the last alone (story 127). */
import type { World } from '../../emulator/world/types'
import type { Deal } from '../../src/domain/deal/deal'
import { dealTitles } from '../../src/domain/deal/fieldTitles'
import { deskWorld, inDomain, nextTick, office, sheet } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'

const [closed, alsoClosed, open] = [41003, 41009, 41006]
const client = 3

type Hand = (world: World, nth: number) => unknown

const typed = (world: World, title: string, id: number, heading: string, value: string) =>
  world.hand.type({
    sheet: title,
    row: rowsOf(world, title).find(({ cells }) => cells['№'] === id)?.row ?? 0,
    column: columnOf(sheet(world, title), heading),
    value,
    user: office,
  })
const deal =
  (id: number, field: keyof Deal): Hand =>
  (world, nth) =>
    typed(world, 'Сделки', id, dealTitles[field], `Вписано ${nth}`)

const hands: Readonly<Record<string, Hand>> = {
  'a closed card': deal(closed, 'content'),
  'another closed card': deal(alsoClosed, 'recommendations'),
  'an open card': deal(open, 'comments'),
  'a client': (world, nth) => typed(world, 'Клиенты', client, 'Комментарии', `Вписано ${nth}`),
  '«Сотрудники»': (world, nth) =>
    world.hand.type({
      sheet: 'Сотрудники',
      row: 3,
      column: columnOf(sheet(world, 'Сотрудники'), 'Телефон'),
      value: `+7 900 000-00-0${nth}`,
      user: office,
    }),
}

const names = Object.keys(hands)
const pairs = names.flatMap((first) => names.map((second) => [first, second] as const))

describe.each([
  ['transient', 2],
  ['kill', 3],
  ['kill', 5],
] as const)('the first run ends by %s at its call %i', (kind, at) => {
  test.each(pairs)('%s, then %s', (first, second) => {
    const world = inDomain(deskWorld())
    nextTick(world)
    world.faults.next('*', kind, { at })
    hands[first]?.(world, 1)
    world.faults.lift('*')
    hands[second]?.(world, 2)
    nextTick(world)
    registerEqualsJournal(world)
    expect(rowById(world, 'Сделки', closed)['Содержание']).not.toBe('Вписано 1')
  })
})

test('more edits than are told one by one: the sheets as a whole', () => {
  const world = inDomain(deskWorld())
  nextTick(world)
  const { faults } = world
  const rows = rowsOf(world, 'Сделки').slice(0, 45)
  for (const { cells } of rows) {
    faults.next('*', 'kill', { at: 3 })
    typed(world, 'Сделки', Number(cells['№']), dealTitles.content, 'Вписано')
    faults.lift('*')
  }
  nextTick(world)
  registerEqualsJournal(world)
  expect(Object.keys(world.state.properties.script).filter((name) => name.startsWith('edited'))).toEqual([])
})
