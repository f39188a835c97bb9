/** «Таблица»: the grid of the open sheet, and the sheets' tabs under it. */
import type { Selection, SheetView } from '../../wire'
import { el } from '../dom'
import { ask, attempt } from '../head/toasts'
import { get, post } from '../requests'
import type { Store } from '../store'
import { Grid, type GridHandlers } from './grid'
import { mountSheetStrip } from './sheetStrip'

const windowRows = 2000

export const mountSheetsTab = (panel: HTMLElement, store: Store): void => {
  const place = el('div', { class: 'sheetGrid' })
  panel.append(place)
  const sheets = new SheetsTab(place, store)
  mountSheetStrip(panel, store)
  store.watch(({ tab }) => {
    if (tab === 'sheets') sheets.refresh()
  })
  store.onSelect((selection) => sheets.select(selection))
}

/** Keeps the grid like the sheet: one request at a time, drawn only when nobody is typing. */
class SheetsTab {
  private grid: Grid | null = null
  private view: SheetView | null = null
  private shown = ''
  private busy = false
  private again = false
  private wanted: Selection | null = null

  constructor(
    private readonly place: HTMLElement,
    private readonly store: Store,
  ) {}

  refresh(): void {
    const { summary, sheet } = this.store.state
    const key = `${summary.revision}/${sheet}`
    if (sheet === null || key === this.shown) return
    if (this.busy || this.grid?.editing) {
      this.again = true
      return
    }
    this.shown = key
    attempt(() => this.load(sheet))
  }

  select(selection: Selection): void {
    this.wanted = selection
    if (this.view?.title === selection.sheet) this.showWanted()
  }

  private async load(sheet: number): Promise<void> {
    this.busy = true
    const limit = Math.max(windowRows, this.view?.id === sheet ? (this.grid?.loadedRows ?? 0) : 0, this.wanted?.row ?? 0)
    try {
      const view = await get<SheetView>(`/sheets/${sheet}?limit=${limit}`)
      if (this.grid?.editing) this.postpone()
      else if (this.store.state.sheet === sheet) await this.draw(view)
    } finally {
      this.busy = false
      this.retry()
    }
  }

  /** Somebody began to type while the answer was on its way: it is asked for again when they have finished. */
  private postpone(): void {
    this.shown = ''
    this.again = true
  }

  private async draw(view: SheetView): Promise<void> {
    this.view = view
    if (this.grid?.fits(view)) await this.grid.show(view)
    else this.rebuild(view)
    this.showWanted()
  }

  private rebuild(view: SheetView): void {
    this.grid?.destroy()
    const element = el('div', { 'aria-label': `Лист ${view.title}` })
    this.place.replaceChildren(element)
    this.grid = new Grid(element, view, this.handlers(view))
  }

  private showWanted(): void {
    if (this.wanted?.sheet !== this.view?.title || !this.wanted) return
    this.grid?.select(this.wanted)
    this.wanted = null
  }

  private retry(): void {
    if (!this.again || this.grid?.editing) return
    this.again = false
    this.refresh()
  }

  private handlers({ id, title, headed }: SheetView): GridHandlers {
    const act = (verb: string, body: unknown): void => attempt(() => this.act(`/sheets/${id}/${verb}`, body))
    return {
      type: (row, column, value) => act('cell', { row, column, value }),
      paste: (row, column, values) => act('paste', { row, column, values }),
      sort: (column, ascending) => act('sort', { column, ascending }),
      insertRows: (before) => act('insertRows', { before, count: 1 }),
      deleteRows: (from, count) => attempt(() => this.deleteRows(id, from, count)),
      moveColumn: (from, to) => act('moveColumn', { from, to }),
      insertColumns: (before) => act('insertColumns', { before, count: 1 }),
      deleteColumns: (from) => act('deleteColumns', { from, count: 1 }),
      renameHeading: (column) => this.renameHeading(id, column, headed),
      select: ({ row, column }) => {
        this.store.selection = { sheet: title, row, column }
      },
      idle: () => this.retry(),
      needRows: () => attempt(() => this.loadMore(id)),
    }
  }

  /** A refused edit is put back by drawing the sheet anew. */
  private async act(path: string, body: unknown): Promise<void> {
    try {
      await post(path, body)
    } finally {
      this.shown = ''
      this.refresh()
    }
  }

  private async deleteRows(id: number, from: number, count: number): Promise<void> {
    const which = count === 1 ? `строку ${from}` : `строки ${from}–${from + count - 1}`
    if (await ask({ message: `Удалить ${which}?`, yes: 'Удалить', no: 'Отмена' }))
      await this.act(`/sheets/${id}/deleteRows`, { from, count })
  }

  private renameHeading(id: number, column: number, headed: boolean): void {
    const before = this.view?.columns[column - 1]?.title ?? ''
    const next = headed ? window.prompt('Заголовок столбца', before) : null
    if (next !== null && next !== before) attempt(() => this.act(`/sheets/${id}/cell`, { row: 1, column, value: next }))
  }

  private async loadMore(id: number): Promise<void> {
    const { grid, view } = this
    if (this.busy || !grid || !view) return
    this.busy = true
    try {
      const from = (view.headed ? 2 : 1) + grid.loadedRows
      await grid.addRows(await get<SheetView>(`/sheets/${id}?from=${from}&limit=${windowRows}`))
    } finally {
      this.busy = false
      this.retry()
    }
  }
}
