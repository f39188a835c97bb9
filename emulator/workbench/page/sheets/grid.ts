/** The grid of one sheet: Tabulator with a person's selection, typing, pasting and menus. */
import 'tabulator-tables/dist/css/tabulator.min.css'
import { type CellComponent, type ColumnComponent, type RowComponent, TabulatorFull } from 'tabulator-tables'
import type { Selection, SheetView } from '../../wire'
import { createEditor, type Step } from './cellEditor'
import { drawCharts } from './charts'
import { clearBlock, type InputTarget, listenToInput, selectedBlock } from './gridInput'
import { cellMenu, type GridVerbs, headerMenu } from './gridMenu'
import { tableOptions } from './gridOptions'
import { columnDefinitions, columnOf, fieldOf, type RowMeta, rowData, rowKey } from './gridRows'

type Cell = Omit<Selection, 'sheet'>

export interface GridHandlers extends Pick<InputTarget, 'type' | 'paste'>, Omit<GridVerbs, 'clear' | 'deleteRows'> {
  deleteRows(from: number, count: number): void
  select(cell: Cell): void
  /** An editor was closed: what waited for it may be drawn. */
  idle(): void
  /** The last loaded row came into sight. */
  needRows(): void
}

const nearEnd = 600

export class Grid implements InputTarget {
  readonly table: TabulatorFull
  editing = false
  /** What each loaded row shows, by its number: only rows that changed are drawn again. */
  private readonly keys = new Map<number, string>()
  private typed: string | null = null
  private removeCharts: () => void = () => undefined
  private built = false
  private waiting: Cell | null = null

  constructor(
    private readonly element: HTMLElement,
    private view: SheetView,
    private readonly handlers: GridHandlers,
  ) {
    this.table = this.createTable()
    this.listen()
    listenToInput(element, this)
  }

  get loadedRows(): number {
    return this.keys.size
  }

  /** True where the new view differs only in its rows, so that this table can show it. */
  fits(view: SheetView): boolean {
    const shape = ({ id, columns, headed, charts }: SheetView): string => JSON.stringify([id, columns, headed, charts.length])
    return this.built && shape(view) === shape(this.view)
  }

  async show(view: SheetView): Promise<void> {
    this.view = view
    if (view.rows.length !== this.keys.size) await this.replaceRows(view)
    else for (const row of view.rows) await this.updateRow({ view: row, styles: view.styles })
    this.redrawCharts()
  }

  async addRows(view: SheetView): Promise<void> {
    const top = this.holder?.scrollTop ?? 0
    await this.table.addData(this.remember(view))
    // Without a redraw the scrollbar knows only of the rows loaded before; with it the grid jumps to its start.
    this.table.redraw(true)
    if (this.holder) this.holder.scrollTop = top
  }

  /** Moves the selection there; one made before the table is drawn waits. */
  select(cell: Cell, focus = false): void {
    if (!this.built) this.waiting = cell
    else if (this.table.getRow(cell.row)) void this.table.scrollToRow(cell.row, 'center', false).then(() => this.mark(cell, focus))
  }

  destroy(): void {
    this.removeCharts()
    this.table.destroy()
  }

  type(row: number, column: number, value: string): void {
    this.handlers.type(row, column, value)
  }

  paste(row: number, column: number, values: readonly (readonly string[])[]): void {
    this.handlers.paste(row, column, values)
  }

  startTyping(letter: string): void {
    const cell = this.table.getRanges()[0]?.getStructuredCells()[0]?.[0]
    if (!cell) return
    this.typed = letter
    cell.edit()
  }

  private mark(cell: Cell, focus: boolean): void {
    const row = this.table.getRow(cell.row)
    const target = row ? row.getCell(fieldOf(cell.column - 1)) : false
    if (target) this.table.addRange(target, target)
    if (focus) this.holder?.focus()
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
    const verbs: GridVerbs = { ...this.handlers, clear: () => clearBlock(this), deleteRows: (row) => this.deleteRows(row) }
    const menu = (_: Event, cell: CellComponent) => cellMenu(verbs, cell)
    const heading = (_: Event, column: ColumnComponent) => headerMenu(verbs, column, this.view.headed)
    const columns = columnDefinitions(this.view, { editor, cellMenu: menu, headerMenu: heading })
    return new TabulatorFull(this.element, tableOptions({ view: this.view, data: this.remember(this.view), columns, menu }))
  }

  private listen(): void {
    const { table } = this
    table.on('tableBuilt', () => this.onBuilt())
    table.on('rangeChanged', () => this.tellSelection())
    table.on('rangeAdded', () => this.tellSelection())
    table.on('cellEditing', () => {
      this.editing = true
    })
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
    const atEnd = holder !== null && holder.scrollTop + holder.clientHeight > holder.scrollHeight - nearEnd
    if (atEnd && this.loadedRows < this.view.total) this.handlers.needRows()
  }

  private tellSelection(): void {
    const block = selectedBlock(this.table)
    if (block) this.handlers.select({ row: block.row, column: block.column })
  }

  private remember(view: SheetView) {
    return view.rows.map((row) => {
      const meta = { view: row, styles: view.styles }
      this.keys.set(row.n, rowKey(meta))
      return rowData(meta)
    })
  }

  private async replaceRows(view: SheetView): Promise<void> {
    const block = selectedBlock(this.table)
    this.keys.clear()
    await this.table.replaceData(this.remember(view))
    if (block) this.mark(block, false)
  }

  private async updateRow(meta: RowMeta): Promise<void> {
    const key = rowKey(meta)
    const { n } = meta.view
    if (this.keys.get(n) === key) return
    this.keys.set(n, key)
    const row: RowComponent | false = this.table.getRow(n)
    if (!row) return
    await row.update(rowData(meta))
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

  private deleteRows(row: number): void {
    const block = selectedBlock(this.table)
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
