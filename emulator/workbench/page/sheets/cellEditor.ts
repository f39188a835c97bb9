/** The cell's editor: one line, opened by typing, Enter or a double click; a list where the column has one. */
import type { CellComponent, Editor } from 'tabulator-tables'
import { el } from '../dom'
import { columnOf, metaOf } from './gridRows'

export type Step = 'down' | 'up' | 'right' | 'left' | 'stay'

export interface EditorOptions {
  /** The letter that opened the editor, once; null when it was opened otherwise. */
  takeTyped(): string | null
  choices(column: number): readonly string[]
  /** The person has finished: the text, and where the selection goes next. */
  finished(cell: CellComponent, text: string, step: Step): void
  cancelled(): void
}

let lists = 0

export const createEditor =
  (options: EditorOptions): Editor =>
  (cell, onRendered, _success, cancel) => {
    const column = columnOf(cell.getField())
    const before = metaOf(cell).view.e?.[column] ?? String(cell.getValue() ?? '')
    const typed = options.takeTyped()
    const { input, element } = inputWith(typed ?? before, options.choices(column))
    onRendered(() => focusEnd(input))
    let over = false
    const end = (step: Step | null): void => {
      if (over) return
      over = true
      cancel()
      if (step === null || input.value === before) options.cancelled()
      else options.finished(cell, input.value, step)
    }
    input.addEventListener('blur', () => end('stay'))
    input.addEventListener('keydown', (event) => {
      const step = stepOf(event)
      if (step === undefined) return
      event.preventDefault()
      event.stopPropagation()
      end(step)
    })
    return element
  }

const inputWith = (text: string, choices: readonly string[]): { input: HTMLInputElement; element: HTMLElement } => {
  const id = `choices-${++lists}`
  const input = el('input', { class: 'cellEditor', 'aria-label': 'Значение ячейки', list: choices.length > 0 && id, autocomplete: 'off' })
  input.value = text
  const list = choices.length > 0 && el('datalist', { id }, ...choices.map((choice) => el('option', { value: choice })))
  return { input, element: el('div', { class: 'cellEditorBox' }, input, list) }
}

const focusEnd = (input: HTMLInputElement): void => {
  input.focus({ preventScroll: true })
  input.setSelectionRange(input.value.length, input.value.length)
}

/** Null = given up, undefined = the key is the input's own. */
const stepOf = (event: KeyboardEvent): Step | null | undefined => {
  if (event.key === 'Escape') return null
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down'
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right'
  return undefined
}
