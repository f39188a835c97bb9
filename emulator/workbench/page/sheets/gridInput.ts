/** What the keyboard and the clipboard do in the grid: typing opens an editor, Delete clears, a paste lands at the selection. */
import type { RangeComponent, TabulatorFull } from 'tabulator-tables'
import { columnOf } from './gridRows'

/** Selected rectangle, 1-based. */
export interface Block {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export const selectedBlock = (table: TabulatorFull): Block | null => {
  const [range] = table.getRanges()
  return range ? blockOf(range) : null
}

const blockOf = (range: RangeComponent): Block | null => {
  const rows = range.getRows().map((row) => Number(row.getData()['n']))
  const fields = range.getColumns().map((column) => columnOf(column.getField()))
  const columns = fields.filter((column) => column >= 0)
  if (rows.length === 0 || columns.length === 0) return null
  return { row: Math.min(...rows), column: Math.min(...columns) + 1, rows: rows.length, columns: columns.length }
}

export interface InputTarget {
  readonly table: TabulatorFull
  readonly editing: boolean
  type(row: number, column: number, value: string): void
  paste(row: number, column: number, values: readonly (readonly string[])[]): void
  /** Opens an editor on the selected cell with this letter. */
  startTyping(letter: string): void
}

export const listenToInput = (element: HTMLElement, target: InputTarget): void => {
  element.addEventListener('keydown', (event) => onKey(event, target))
  element.addEventListener('paste', (event) => onPaste(event, target))
}

const onKey = (event: KeyboardEvent, target: InputTarget): void => {
  if (target.editing || event.target instanceof HTMLInputElement) return
  if (event.key === 'Delete' || event.key === 'Backspace') clearBlock(target)
  else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    target.startTyping(event.key)
  }
}

const onPaste = (event: ClipboardEvent, target: InputTarget): void => {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (target.editing || text === '') return
  event.preventDefault()
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  put(
    target,
    lines.map((line) => line.split('\t')),
  )
}

export const clearBlock = (target: InputTarget): void => {
  const block = selectedBlock(target.table)
  if (block)
    put(
      target,
      Array.from({ length: block.rows }, () => Array<string>(block.columns).fill('')),
    )
}

/** One cell is typed, several are pasted: the script's onEdit sees the difference. */
const put = (target: InputTarget, values: readonly (readonly string[])[]): void => {
  const block = selectedBlock(target.table)
  if (!block) return
  const only = values.length === 1 && values[0]?.length === 1 ? values[0][0] : undefined
  if (only === undefined) target.paste(block.row, block.column, values)
  else target.type(block.row, block.column, only)
}
