/** Lines of «Журнал» are deleted or typed into: nothing in the register goes or comes because of it, it is named, and K5 holds all the same. */
import type { World } from '../../emulator/world/types'
import { dealTitles } from '../../src/domain/deal/fieldTitles'
import { stageTitles } from '../../src/domain/deal/words'
import { toldKind } from '../../src/usecases/booking/tellings'
import { booked, deskWorld, director, done, nextTick, office, sheet, sleepUntil } from '../fixtures/desk'
import { columnOf, rowById, rowsOf, valuesOf } from '../fixtures/register'
import { typeOver } from '../fixtures/typedOver'

const story = (() => {
  const world = deskWorld()
  nextTick(world)
  const { ref } = booked(world, 'АНО «Маяк»')
  done(world, 'outbox/send', {})
  done(world, 'deal/fill', { deal: { ...ref, version: 2 }, fields: { content: 'Разобрали отчёт' } })
  return { world, id: ref.id }
})()

const lineOf = (world: World, id: number, version: number) =>
  rowsOf(world, 'Журнал').find(({ cells }) => cells['Лист'] === 'Сделки' && cells['№ строки'] === id && cells['Версия'] === version)?.row ??
  0

const remove = (world: World, from: number, count = 1) => world.hand.deleteRows({ sheet: 'Журнал', from, count, user: office })

const losses: Readonly<Record<string, (world: World) => unknown>> = {
  'the hundred oldest lines': (world) => remove(world, 2, 100),
  'all lines but the last ten': (world) => remove(world, 2, rowsOf(world, 'Журнал').length - 10),
  'all lines': (world) => {
    const count = rowsOf(world, 'Журнал').length
    world.hand.insertRows({ sheet: 'Журнал', before: count + 2, count: 1, user: office })
    return remove(world, 2, count)
  },
  'the first line of a deal': (world) => remove(world, lineOf(world, story.id, 1)),
  'a line in the middle': (world) => remove(world, lineOf(world, story.id, 2)),
  'the last line of a deal': (world) => remove(world, lineOf(world, story.id, 3)),
  'the lines of its letters': (world) => {
    for (let times = 0; times < 2; times++) remove(world, rowsOf(world, 'Журнал').find(({ cells }) => cells['Что'] === toldKind)?.row ?? 0)
  },
  'the version of a line, typed over': (world) => typeOver(world, 'Журнал', { row: lineOf(world, story.id, 2), heading: 'Версия' }, 'два'),
  'the number of a line, typed over': (world) => typeOver(world, 'Журнал', { row: lineOf(world, story.id, 2), heading: '№ строки' }, 'ЫЫЫ'),
  'the change of a line, typed over': (world) =>
    typeOver(world, 'Журнал', { row: lineOf(world, story.id, 2), heading: 'Было → стало' }, '{"st'),
}

const register = (world: World) => [valuesOf(world, 'Сделки'), valuesOf(world, 'Клиенты')]

test.each(Object.keys(losses))('%s: both sheets stand as they stood, at once and the next day, and «Сегодня» tells', (name) => {
  const world = story.world.fork()
  const before = register(world)
  losses[name]?.(world)
  sleepUntil(world, '2026-11-24T10:00')
  nextTick(world)
  expect(register(world)).toEqual(before)
  expect(done(world, 'desk/today', {}).notes).toContainEqual(
    expect.objectContaining({ where: 'Журнал', message: expect.stringContaining('ничего не тронуто') }),
  )
})

test.each(Object.keys(losses))('%s: another row is judged all the same', (name) => {
  const world = story.world.fork()
  losses[name]?.(world)
  const other = rowsOf(world, 'Журнал').find(
    ({ cells }) => cells['Лист'] === 'Сделки' && cells['№ строки'] !== story.id && cells['Версия'] === 1,
  )
  if (other === undefined || name === 'all lines') return
  const id = Number(other.cells['№ строки'])
  const before = rowById(world, 'Сделки', id)
  type(world, id, dealTitles.stage, 'Абракадабра')
  expect(rowById(world, 'Сделки', id)).toEqual(before)
})

const kept = Object.keys(losses).filter((name) => !/hundred|all lines/.test(name))

test.each(kept)('K5, %s: an incomplete card is not closed by typing its stage, at once or the next day', (name) => {
  const world = story.world.fork()
  losses[name]?.(world)
  const before = rowById(world, 'Сделки', story.id)
  type(world, story.id, dealTitles.stage, stageTitles.won)
  expect(rowById(world, 'Сделки', story.id)['Этап']).toBe(before['Этап'])
  world.state.triggers = world.state.triggers.filter(({ kind }) => kind === 'clock')
  type(world, story.id, dealTitles.stage, stageTitles.won)
  sleepUntil(world, '2026-11-24T10:00')
  expect(rowById(world, 'Сделки', story.id)['Этап']).toBe(before['Этап'])
})

test.each([
  ['Контроль', 'Срок'],
  ['Месяцы', 'Сводка утверждена'],
  ['Исходящие', 'Отправлено'],
])('a cell of «%s» that cannot be read is named on «Сегодня», and the rest goes on', (title, heading) => {
  const world = story.world.fork()
  done(world, 'month/approve', { month: '2026-10', again: false }, director)
  const row = rowsOf(world, title)[0]?.row ?? 0
  typeOver(world, title, { row, heading }, 'ЫЫЫ')
  const notes = [...done(world, 'desk/today', {}).notes]
  nextTick(world)
  notes.push(...done(world, 'desk/today', {}).notes)
  expect(notes).toContainEqual(expect.objectContaining({ where: title, row, column: heading }))
})

function type(world: World, id: number, heading: string, value: string): void {
  const { row = 0 } = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === id) ?? {}
  world.hand.type({ sheet: 'Сделки', row, column: columnOf(sheet(world, 'Сделки'), heading), value, user: office })
}
