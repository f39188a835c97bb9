/** Rows and columns of a sheet in Tabulator's terms: field `c0` is the first column, `n` the row's number. */
import type { CellComponent, ColumnComponent, ColumnDefinition, Editor, MenuItem, RowData } from 'tabulator-tables'
import { runsOn } from '../../view/runsOn'
import type { CellStyle, ColumnView, RowView, SheetView } from '../../wire'
import { el } from '../dom'

export const fieldOf = (column: number): string => `c${column}`

/** 0-based column of a field; -1 for the row's number. */
export const columnOf = (field: string): number => (field.startsWith('c') ? Number(field.slice(1)) : -1)

/** What a row carries besides its texts. */
export interface RowMeta {
  readonly view: RowView
  readonly styles: readonly CellStyle[]
}

export const rowData = (meta: RowMeta): RowData => ({
  n: meta.view.n,
  meta,
  ...Object.fromEntries(meta.view.t.map((text, column) => [fieldOf(column), text])),
})

export const metaOf = (cell: CellComponent): RowMeta => cell.getData()['meta'] as RowMeta

/** What two views of a row must share to be drawn alike; style numbers differ between answers. */
export const rowKey = ({ view, styles }: RowMeta): string =>
  JSON.stringify([view.t, view.note, view.e, Object.entries(view.s ?? {}).map(([column, style]) => [column, styles[style]])])

export interface ColumnParts {
  readonly editor: Editor
  readonly headerMenu: (event: Event, column: ColumnComponent) => MenuItem[]
  readonly cellMenu: (event: Event, cell: CellComponent) => MenuItem[]
}

export const columnDefinitions = (view: SheetView, parts: ColumnParts): ColumnDefinition[] =>
  view.columns.map((column, index) => ({
    title: '',
    field: fieldOf(index),
    width: column.width,
    minWidth: 30,
    headerSort: false,
    headerWordWrap: true,
    resizable: 'header',
    editor: parts.editor,
    formatter: (cell: CellComponent) => cellElement(cell, index, view.headed),
    titleFormatter: (cell: CellComponent) => headingElement(cell, column, view.headed),
    headerContextMenu: parts.headerMenu,
    contextMenu: parts.cellMenu,
  }))

const headingElement = (cell: CellComponent, column: ColumnView, headed: boolean): HTMLElement => {
  const text = el(
    'span',
    { class: headed ? 'heading' : 'columnLetter', title: column.note === '' ? column.title : column.note },
    column.title,
  )
  if (headed) paint(text, column.style)
  // The header element is not in the document yet when Tabulator asks for its title.
  queueMicrotask(() =>
    text.closest<HTMLElement>('.tabulator-col')?.style.setProperty('background-color', headed ? (column.style.bg ?? '') : ''),
  )
  cell.getElement().classList.toggle('hasNote', column.note !== '')
  return text
}

const cellElement = (cell: CellComponent, column: number, headed: boolean): HTMLElement => {
  const { view, styles } = metaOf(cell)
  const style = styles[view.s?.[column] ?? -1] ?? {}
  const note = view.note?.[column] ?? ''
  const element = cell.getElement()
  const text = el('div', { class: style.wrap ? 'cellText wrap' : 'cellText' }, String(cell.getValue() ?? ''))
  paint(text, style)
  element.style.backgroundColor = style.bg ?? ''
  element.classList.toggle('hasNote', note !== '')
  element.classList.toggle('runsOn', !headed && runsOn(view.t, column, style))
  element.title = note === '' ? (style.wrap ? '' : hint(text)) : note
  return text
}

const longText = 18
const hint = (text: HTMLElement): string => ((text.textContent ?? '').length > longText ? (text.textContent ?? '') : '')

const paint = (element: HTMLElement, style: CellStyle): void => {
  Object.assign(element.style, {
    color: style.fg ?? '',
    fontWeight: style.bold ? '700' : '',
    fontStyle: style.italic ? 'italic' : '',
    textDecoration: style.strike ? 'line-through' : '',
    textAlign: style.align ?? '',
  })
}
