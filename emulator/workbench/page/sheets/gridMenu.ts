/** Context menus of the grid: rows, sorting, headings. */
import type { CellComponent, ColumnComponent, MenuItem } from 'tabulator-tables'
import { columnOf } from './gridRows'

/** What the person chose; rows and columns are 1-based. */
export interface GridVerbs {
  sort(column: number, ascending: boolean): void
  insertRows(before: number): void
  /** Deletes the selected rows, or the given one where none is selected. */
  deleteRows(row: number): void
  clear(): void
  renameHeading(column: number): void
  moveColumn(from: number, to: number): void
  insertColumns(before: number): void
  deleteColumns(from: number): void
}

const item = (label: string, action: () => void): MenuItem => ({ label, action })
const line: MenuItem = { separator: true }

export const cellMenu = (verbs: GridVerbs, cell: CellComponent): MenuItem[] => {
  const row = Number(cell.getData()['n'])
  const column = columnOf(cell.getField()) + 1
  const rows = [
    item('Вставить строку выше', () => verbs.insertRows(row)),
    item('Вставить строку ниже', () => verbs.insertRows(row + 1)),
    item('Удалить выделенные строки', () => verbs.deleteRows(row)),
  ]
  return column === 0 ? rows : [item('Очистить', () => verbs.clear()), line, ...rows, line, ...sorting(verbs, column)]
}

export const headerMenu = (verbs: GridVerbs, column: ColumnComponent, headed: boolean): MenuItem[] => {
  const number = columnOf(column.getField()) + 1
  if (number === 0) return []
  const rename = headed ? [line, item('Переименовать заголовок', () => verbs.renameHeading(number))] : []
  const left = number > 1 ? [item('Передвинуть столбец влево', () => verbs.moveColumn(number, number - 1))] : []
  return [
    ...sorting(verbs, number),
    ...rename,
    line,
    ...left,
    item('Передвинуть столбец вправо', () => verbs.moveColumn(number, number + 1)),
    line,
    item('Вставить столбец слева', () => verbs.insertColumns(number)),
    item('Вставить столбец справа', () => verbs.insertColumns(number + 1)),
    item('Удалить столбец', () => verbs.deleteColumns(number)),
  ]
}

const sorting = (verbs: GridVerbs, column: number): MenuItem[] => [
  item('Сортировать лист, А → Я', () => verbs.sort(column, true)),
  item('Сортировать лист, Я → А', () => verbs.sort(column, false)),
]
