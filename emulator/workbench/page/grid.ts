/** The grid of one sheet: Tabulator with a person's selection, typing, pasting and menus. */
import 'tabulator-tables/dist/css/tabulator.min.css'
import { type CellComponent, type ColumnComponent, type RangeComponent, type RowComponent, TabulatorFull } from 'tabulator-tables'
import type { Selection, SheetView } from '../wire'
import { createEditor, type Step } from './cellEditor'
import { drawCharts } from './charts'
import { cellMenu, type GridVerbs, headerMenu } from './gridMenu'
import { columnDefinitions, columnOf, fieldOf, rowData, rowKey } from './gridRows'

export interface GridHandlers extends Omit<GridVerbs, 'clear' | 'deleteRows'> {
  type(row: number, column: number, value: string): void
  paste(row: number, column: number, values: readonly (readonly string[])[]): void
  deleteRows(from: number, count: number): void
  moveColumn(from: number, to: number): void
  select(selection: Omit<Selection, 'sheet'>): void
  /** An editor was closed: what waited for it may be drawn. */
  idle(): void
  /** The last loaded row came into sight. */
  needRows(): void
}

/** Selected block, 1-based. */
export interface Block {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export class Grid {
  readonly table: TabulatorFull
  private readonly keys = new Map<number, string>()
  private typed: string | null = null
  private removeCharts: () => void = () => undefined
  private built = false
  private waiting: Omit<Selection, 'sheet'> | null = null
  editing = false

  constructor(
    private readonly element: HTMLElement,
    private view: SheetView,
    private readonly handlers: GridHandlers,
  ) {
    this.table = this.createTable()
    this.listen()
  }

  /** True where the new view differs only in its rows, so that this table can show it. */
  fits(view: SheetView): boolean {
    return (
      view.id === this.view.id && JSON.stringify(view.columns) === JSON.stringify(this.view.columns) && view.headed === this.view.headed
    )
  }

  async show(view: SheetView): Promise<void> {
    this.view = view
    if (view.rows.length !== this.keys.size) await this.replaceRows(view)
    else for (const row of view.rows) await this.updateRow(rowData(row, view.styles))
    this.redrawCharts()
  }

  async addRows(view: SheetView): Promise<void> {
    const rows = this.remember(view).filter((row) => !this.table.getRow(Number(row['n'])))
    await this.table.addData(rows)
  }

  get loadedRows(): number {
    return this.keys.size
  }

  /** Moves the selection there; one made before the table is drawn waits. */
  select(selection: Omit<Selection, 'sheet'>, focus = false): void {
    if (!this.built) {
      this.waiting = selection
      return
    }
    const row = this.table.getRow(selection.row)
    if (!row) return
    void this.table.scrollToRow(selection.row, 'center', false).then(() => {
      const cell = row.getCell(fieldOf(selection.column - 1))
      if (cell) this.table.addRange(cell, cell)
      if (focus) this.holder?.focus()
    })
  }

  destroy(): void {
    this.removeCharts()
    this.table.destroy()
  }

  /** The rectangle that is selected now. */
  block(): Block | null {
    const [range] = this.table.getRanges()
    if (!range) return null
    const rows = range.getRows().map((row) => Number(row.getData()['n']))
    const columns = range
      .getColumns()
      .map((column) => columnOf(column.getField()))
      .filter((column) => column >= 0)
    if (rows.length === 0 || columns.length === 0) return null
    return { row: Math.min(...rows), column: Math.min(...columns) + 1, rows: rows.length, columns: columns.length }
  }

  private get holder(): HTMLElement | null {
    return this.element.querySelector('.tabulator-tableholder')
  }

  private createTable(): TabulatorFull {
    const editor = createEditor({
      takeTyped: () => this.takeTyped(),
      choices: (column) => this.view.columns[column]?.choices ?? [],
      finished: (cell, text, step) => this.finish(cell, text, step),
      cancelled: () => this.endEditing(),
    })
    const verbs: GridVerbs = { ...this.handlers, clear: () => this.clear(), deleteRows: (row) => this.deleteRows(row) }
    const menu = (_: Event, cell: CellComponent) => cellMenu(verbs, cell)
    return new TabulatorFull(this.element, {
      data: this.remember(this.view),
      columns: columnDefinitions(this.view, {
        editor,
        cellMenu: menu,
        headerMenu: (_, column) => headerMenu(verbs, column, this.view.headed),
      }),
      rowHeader: {
        field: 'n',
        title: this.view.headed ? '1' : '',
        frozen: true,
        width: 46,
        minWidth: 46,
        headerSort: false,
        resizable: false,
        hozAlign: 'center',
        cssClass: 'rowNumber',
        contextMenu: menu,
      },
      index: 'n',
      height: '100%',
      layout: 'fitData',
      // A report with charts is short: all its rows are drawn, so that a chart stands at its anchor.
      renderVertical: this.view.charts.length > 0 ? 'basic' : 'virtual',
      placeholder: 'Лист пуст',
      editTriggerEvent: 'dblclick',
      movableColumns: true,
      selectableRange: 1,
      selectableRangeColumns: true,
      selectableRangeRows: true,
      selectableRangeAutoFocus: false,
      clipboard: 'copy',
      clipboardCopyStyled: false,
      clipboardCopyRowRange: 'range',
      clipboardCopyConfig: { rowHeaders: false, columnHeaders: false },
    })
  }

  private listen(): void {
    const { table, handlers } = this
    table.on('tableBuilt', () => this.onBuilt())
    table.on('rangeChanged', (range: RangeComponent) => void range && this.tellSelection())
    table.on('rangeAdded', () => this.tellSelection())
    table.on('cellEditing', () => {
      this.editing = true
    })
    table.on('columnMoved', (column: ColumnComponent, columns: ColumnComponent[]) => {
      const order = columns.map((one) => columnOf(one.getField())).filter((index) => index >= 0)
      const from = columnOf(column.getField())
      const to = order.indexOf(from)
      if (from !== to) handlers.moveColumn(from + 1, to + 1)
    })
    this.element.addEventListener('keydown', (event) => this.onKey(event))
    this.element.addEventListener('paste', (event) => this.onPaste(event))
  }

  private onBuilt(): void {
    this.built = true
    this.holder?.addEventListener('scroll', () => this.onScroll())
    this.redrawCharts()
    if (this.waiting) this.select(this.waiting)
    this.waiting = null
  }

  private onScroll(): void {
    const { holder } = this
    if (holder && holder.scrollTop + holder.clientHeight > holder.scrollHeight - 600 && this.loadedRows < this.view.total)
      this.handlers.needRows()
  }

  private tellSelection(): void {
    const block = this.block()
    if (block) this.handlers.select({ row: block.row, column: block.column })
  }

  private remember(view: SheetView) {
    return view.rows.map((row) => {
      this.keys.set(row.n, rowKey({ view: row, styles: view.styles }))
      return rowData(row, view.styles)
    })
  }

  private async replaceRows(view: SheetView): Promise<void> {
    const block = this.block()
    this.keys.clear()
    await this.table.replaceData(this.remember(view))
    if (block) this.select(block)
  }

  private async updateRow(data: ReturnType<typeof rowData>): Promise<void> {
    const meta = data['meta'] as Parameters<typeof rowKey>[0]
    const key = rowKey(meta)
    const number = Number(data['n'])
    if (this.keys.get(number) === key) return
    this.keys.set(number, key)
    const row: RowComponent | false = this.table.getRow(number)
    if (!row) return
    await row.update(data)
    row.reformat()
  }

  private redrawCharts(): void {
    this.removeCharts()
    if (this.built && this.holder) this.removeCharts = drawCharts(this.holder, this.table, this.view)
  }

  private takeTyped(): string | null {
    const { typed } = this
    this.typed = null
    return typed
  }

  private finish(cell: CellComponent, text: string, step: Step): void {
    const row = Number(cell.getData()['n'])
    const column = columnOf(cell.getField()) + 1
    this.editing = false
    this.handlers.type(row, column, text)
    if (step === 'stay') return
    const [down, right] = steps[step]
    this.select({ row: row + down, column: Math.max(1, column + right) }, true)
  }

  private endEditing(): void {
    this.editing = false
    this.handlers.idle()
    this.holder?.focus()
  }

  private onKey(event: KeyboardEvent): void {
    if (this.editing || event.target instanceof HTMLInputElement) return
    if (event.key === 'Delete' || event.key === 'Backspace') return this.clear()
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
    const cell = this.table.getRanges()[0]?.getStructuredCells()[0]?.[0]
    if (!cell) return
    event.preventDefault()
    this.typed = event.key
    cell.edit()
  }

  private onPaste(event: ClipboardEvent): void {
    const block = this.block()
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (this.editing || !block || text === '') return
    event.preventDefault()
    const values = text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => line.split('\t'))
    const only = values.length === 1 && values[0]?.length === 1 ? values[0][0] : undefined
    if (only === undefined) this.handlers.paste(block.row, block.column, values)
    else this.handlers.type(block.row, block.column, only)
  }

  private clear(): void {
    const block = this.block()
    if (!block) return
    if (block.rows * block.columns === 1) return this.handlers.type(block.row, block.column, '')
    this.handlers.paste(
      block.row,
      block.column,
      Array.from({ length: block.rows }, () => Array<string>(block.columns).fill('')),
    )
  }

  private deleteRows(row: number): void {
    const block = this.block()
    const inside = block !== null && row >= block.row && row < block.row + block.rows
    this.handlers.deleteRows(inside ? block.row : row, inside ? block.rows : 1)
  }
}

const steps: Readonly<Record<Exclude<Step, 'stay'>, readonly [number, number]>> = {
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
}
