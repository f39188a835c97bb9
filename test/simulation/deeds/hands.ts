/** Hands in the sheets: what is allowed and what is not, sorts, drags of columns, rows deleted and strayed, a paste. */
import { office, sheet } from '../../fixtures/desk'
import { rowsIn, standing } from '../invariants/cells'
import type { Running } from '../running'
import { type Deed, dealsIn, picked } from './deal'

function columnOf({ world }: Running, title: string, heading: string): number {
  return (sheet(world, title).cells[0] ?? []).findIndex((cell) => standing(cell) === heading) + 1
}

const legal = ['Запрос', 'Содержание', 'Рекомендации', 'Комментарии', 'Продолжительность, мин', 'Место или ссылка']
const legalEdit: Deed = (it, { pick, way }) => {
  const deal = picked(dealsIn(it.world), pick)
  const heading = picked(legal, way) ?? 'Запрос'
  if (deal === undefined) return
  const value = heading.startsWith('Прод')
    ? String(10 + (way % 100))
    : heading === 'Запрос'
      ? `${deal.cells['Запрос'] ?? ''} и смета`
      : `Правка ${way}`
  it.world.hand.type({ sheet: 'Сделки', row: deal.row, column: columnOf(it, 'Сделки', heading), value, user: office })
}

const forbidden = [
  ['№', '7'],
  ['Версия', '1'],
  ['Этап', 'Успешно завершённые'],
  ['Этап', 'почти'],
  ['Начало', 'завтра'],
  ['Продолжительность, мин', '9000'],
  ['Событие', 'другое'],
  ['Консультант', 'XX'],
  ['Телефон', ''],
] as const
const forbiddenEdit: Deed = (it, { pick, way }) => {
  const deal = picked(dealsIn(it.world), pick)
  // While nobody judges what was typed, a number typed over is another deal's row to whoever works with it.
  const [heading, value] = picked(it.checker.isHandOpen ? forbidden.slice(1) : forbidden, way) ?? forbidden[0]
  if (deal !== undefined)
    it.world.hand.type({ sheet: 'Сделки', row: deal.row, column: columnOf(it, 'Сделки', heading), value, user: office })
}

const sortBy = (it: Running, way: number) =>
  it.world.hand.sort({ sheet: way % 4 === 0 ? 'Клиенты' : 'Сделки', column: 1 + (way % 9), ascending: way % 2 === 0, user: office })

/** Between two calls of a save. */
const sortDuring: Deed = (it, { pick, way }) => {
  const deal = picked(dealsIn(it.world, 'accepted', 'assigned', 'held', 'new'), pick)
  if (deal === undefined) return
  let left = 1
  const beforeCall = (n: number) => {
    if (n >= 2 + (way % 8) && left-- > 0) sortBy(it, way)
  }
  it.checker.isHandOpen = true
  it.ask('deal/fill', { deal: deal.ref, fields: { comments: `Пока сортируют ${way}` } }, office, { beforeCall })
  if (left < 1) it.seen.note('sorted while a command writes')
}

const moveColumn: Deed = ({ world }, { pick, way }) => {
  const width = (sheet(world, 'Сделки').cells[0] ?? []).length
  const [from, to] = [1 + (pick % width), 1 + (way % width)]
  if (from !== to) world.hand.moveColumn({ sheet: 'Сделки', from, to, user: office })
}

const deleteRow: Deed = (it, { pick }) => {
  const deal = picked(dealsIn(it.world), pick)
  if (deal === undefined) return
  it.world.hand.deleteRows({ sheet: 'Сделки', from: deal.row, count: 1, user: office })
  it.deleted.add(deal.id)
}

/** Somebody types below the table: no deal, and none is lost by it. */
const stray: Deed = (it, { way }) => {
  const row = Math.max(1, ...rowsIn(it.world, 'Сделки').map((one) => one.row)) + 1
  it.checker.isHandOpen = true
  it.world.hand.type({ sheet: 'Сделки', row, column: columnOf(it, 'Сделки', 'Комментарии'), value: `заметка ${way}`, user: office })
  it.world.hand.type({ sheet: 'Сделки', row, column: columnOf(it, 'Сделки', 'Комментарии'), value: '', user: office })
}

const paste: Deed = (it, { pick, way }) => {
  const deal = picked(dealsIn(it.world), pick)
  if (deal === undefined) return
  const column = columnOf(it, 'Сделки', 'Содержание')
  it.world.hand.paste({ sheet: 'Сделки', row: deal.row, column, values: [[`Вставлено ${way}`], [`Вставлено ${way + 1}`]], user: office })
}

export const handDeeds: Readonly<Record<string, Deed>> = {
  'hand/legal': legalEdit,
  'hand/forbidden': forbiddenEdit,
  'hand/sort': (it, { way }) => void sortBy(it, way),
  'hand/sortDuring': sortDuring,
  'hand/moveColumn': moveColumn,
  'hand/deleteRow': deleteRow,
  'hand/strayRow': stray,
  'hand/paste': paste,
}
