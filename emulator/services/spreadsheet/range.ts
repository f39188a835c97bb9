/** Range of SpreadsheetApp. */
import { type CellState, ServiceError, type SheetState, type StoredCell } from '../../world/types'
import { type Bounds, boundsToA1 } from '../sheets/a1'
import { displayed } from '../sheets/display'
import { commitDraft, openDraft, writableRow, writableSheet } from '../sheets/draft'
import { asCell, compactCell, putCell, readCell } from '../sheets/grid'
import { type AppContext, callApp, sheetStateOf, spreadsheetOf } from './appContext'
import { type Carried, carried, entered, revived } from './cellValues'
import { requireUnprotected } from './protection'
import { type Dimension, dataRegion } from './rangeShapes'
import { batch } from './sheetEdits'

export class AppRange {
  readonly #context: AppContext
  readonly #id: string
  readonly #sheetId: number
  readonly #bounds: Bounds

  constructor(context: AppContext, place: { id: string; sheetId: number }, bounds: Bounds) {
    this.#context = context
    this.#id = place.id
    this.#sheetId = place.sheetId
    this.#bounds = bounds
  }

  getRow(): number {
    return this.#bounds.startRow + 1
  }

  getColumn(): number {
    return this.#bounds.startColumn + 1
  }

  getNumRows(): number {
    return this.#bounds.endRow - this.#bounds.startRow
  }

  getNumColumns(): number {
    return this.#bounds.endColumn - this.#bounds.startColumn
  }

  getLastRow(): number {
    return this.#bounds.endRow
  }

  getLastColumn(): number {
    return this.#bounds.endColumn
  }

  getA1Notation(): string {
    return this.#bounds.open ?? boundsToA1(this.#bounds)
  }

  getSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    return this.#context.objects.sheet(this.#context, this.#id, this.#sheetId)
  }

  getValue(): unknown {
    return this.#readAll('getValue', (cell, zone) => carried(cell, zone), 1)[0]?.map(revived)[0]
  }

  getValues(): unknown[][] {
    const rows = this.#readAll('getValues', (cell, zone) => carried(cell, zone))
    return this.#context.host.intoRealm(rows.map((row) => row.map(revived)))
  }

  getDisplayValue(): string {
    return String(this.#readAll('getDisplayValue', (cell, _, locale) => displayed(cell, locale), 1)[0]?.[0] ?? '')
  }

  getDisplayValues(): string[][] {
    return this.#context.host.intoRealm(this.#readAll('getDisplayValues', (cell, _, locale) => displayed(cell, locale)) as string[][])
  }

  getFormula(): string {
    return callApp(this.#context, 'getFormula', () => this.#first().f ?? '')
  }

  /** 1-based within the range. */
  getCell(row: number, column: number): GoogleAppsScript.Spreadsheet.Range {
    const inside = row >= 1 && column >= 1 && row <= this.getNumRows() && column <= this.getNumColumns()
    if (!inside) throw new ServiceError('Cell reference out of range')
    return this.offset(row - 1, column - 1, 1, 1)
  }

  offset(
    rows: number,
    columns: number,
    numRows = this.getNumRows(),
    numColumns = this.getNumColumns(),
  ): GoogleAppsScript.Spreadsheet.Range {
    return this.getSheet().getRange(this.getRow() + rows, this.getColumn() + columns, numRows, numColumns)
  }

  /** In one dimension, or in both. */
  getDataRegion(dimension?: Dimension): GoogleAppsScript.Spreadsheet.Range {
    const bounds = callApp(this.#context, 'getDataRegion', () => dataRegion(this.#state(), this.#bounds, dimension))
    return this.#context.objects.range(this.#context, { id: this.#id, sheetId: this.#sheetId }, bounds)
  }

  /** What lies below moves up, or what lies to the right to the left. */
  deleteCells(shiftDimension: Dimension): void {
    const { startRow, endRow, startColumn, endColumn } = this.#bounds
    const range = {
      sheetId: this.#sheetId,
      startRowIndex: startRow,
      endRowIndex: endRow,
      startColumnIndex: startColumn,
      endColumnIndex: endColumn,
    }
    callApp(this.#context, 'deleteCells', () => {
      requireUnprotected(this.#context, this.#state(), this.#bounds)
      batch(this.#context, this.#id, { deleteRange: { range, shiftDimension } })
      return null
    })
  }

  getNote(): string {
    return callApp(this.#context, 'getNote', () => this.#first().note ?? '')
  }

  setValue(value: unknown): this {
    this.#writeAll('setValue', (cell) => this.#entered(cell, value))
    return this
  }

  setValues(values: readonly (readonly unknown[])[]): this {
    this.#checkSize(values)
    this.#writeAll('setValues', (cell, row, column) => this.#entered(cell, values[row]?.[column]))
    return this
  }

  setNote(note: string | null): this {
    this.#writeAll('setNote', (cell) => {
      const { note: _, ...rest } = asCell(cell)
      return compactCell(note ? { ...rest, note: String(note) } : rest)
    })
    return this
  }

  clearContent(): this {
    this.#writeAll('clearContent', (cell) => {
      const { f: _, ...rest } = asCell(cell)
      return compactCell({ ...rest, v: null })
    })
    return this
  }

  activate(): this {
    const { startRow, startColumn } = this.#bounds
    this.#context.active = { sheetId: this.#sheetId, row: startRow + 1, column: startColumn + 1 }
    callApp(this.#context, 'setActiveRange', () => {
      this.#context.ui.push({ kind: 'select', sheet: this.#state().title, row: startRow + 1, column: startColumn + 1 })
      return null
    })
    return this
  }

  #state(): SheetState {
    return sheetStateOf(this.#context, this.#id, this.#sheetId)
  }

  #first(): CellState {
    return readCell(this.#state(), this.#bounds.startRow, this.#bounds.startColumn)
  }

  /** @param rows read only so many rows and columns (getValue reads one cell) */
  #readAll(member: string, show: (cell: StoredCell | undefined, zone: string, locale: string) => Carried, rows?: number): Carried[][] {
    const { startRow, startColumn } = this.#bounds
    const height = rows ?? this.getNumRows()
    const width = rows ?? this.getNumColumns()
    const work = (): Carried[][] => {
      const { timeZone, locale } = spreadsheetOf(this.#context, this.#id)
      const { cells } = this.#state()
      return Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (_, column) => show(cells[startRow + row]?.[startColumn + column], timeZone, locale)),
      )
    }
    return callApp(this.#context, member, work, { read: height * width })
  }

  #entered(cell: StoredCell | undefined, value: unknown): StoredCell {
    return entered(cell, value, spreadsheetOf(this.#context, this.#id), this.#context.host.now())
  }

  #writeAll(member: string, write: (cell: StoredCell | undefined, row: number, column: number) => StoredCell): void {
    const work = (): null => {
      requireUnprotected(this.#context, this.#state(), this.#bounds)
      const spreadsheet = spreadsheetOf(this.#context, this.#id)
      const draft = openDraft(spreadsheet)
      const sheet = writableSheet(draft, this.#sheetId)
      for (let row = 0; row < this.getNumRows(); row++) {
        const target = writableRow(draft, sheet, this.#bounds.startRow + row)
        for (let offset = 0; offset < this.getNumColumns(); offset++) {
          const column = this.#bounds.startColumn + offset
          putCell(target, column, write(target[column], row, offset))
        }
      }
      commitDraft(draft, spreadsheet)
      return null
    }
    callApp(this.#context, member, work, { written: this.getNumRows() * this.getNumColumns() })
  }

  #checkSize(values: readonly (readonly unknown[])[]): void {
    const mismatch = (what: string, data: number, range: number): never => {
      throw new ServiceError(
        `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${data} but the range has ${range}.`,
      )
    }
    if (values.length !== this.getNumRows()) mismatch('rows', values.length, this.getNumRows())
    const odd = values.find((row) => row.length !== this.getNumColumns())
    if (odd) mismatch('columns', odd.length, this.getNumColumns())
  }
}
