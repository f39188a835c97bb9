/** Sheet of SpreadsheetApp. */
import { ServiceError, type SheetState } from '../../world/types'
import { notEmulated } from '../knownMembers'
import { parseCells } from '../sheets/a1'
import { commitDraft, openDraft, writableSheet } from '../sheets/draft'
import { columnsWithData, rowsWithData } from '../sheets/grid'
import { type AppContext, callApp, sheetStateOf, spreadsheetOf } from './appContext'
import { appendedRow } from './appendRow'
import { clippedTo } from './openRange'
import { clearedSheet, copiedSheet, deletedRows } from './sheetEdits'

type Range = GoogleAppsScript.Spreadsheet.Range
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

export class AppSheet {
  readonly #context: AppContext
  readonly #id: string
  readonly #sheetId: number

  constructor(context: AppContext, id: string, sheetId: number) {
    this.#context = context
    this.#id = id
    this.#sheetId = sheetId
  }

  getSheetId(): number {
    return this.#sheetId
  }

  getName(): string {
    return this.#read('getName', (sheet) => sheet.title)
  }

  getIndex(): number {
    return this.#read('getIndex', (sheet) => sheet.index + 1)
  }

  getLastRow(): number {
    return this.#read('getLastRow', rowsWithData)
  }

  getLastColumn(): number {
    return this.#read('getLastColumn', columnsWithData)
  }

  getMaxRows(): number {
    return this.#read('getMaxRows', (sheet) => sheet.rowCount)
  }

  getMaxColumns(): number {
    return this.#read('getMaxColumns', (sheet) => sheet.columnCount)
  }

  isSheetHidden(): boolean {
    return this.#read('isSheetHidden', (sheet) => sheet.hidden)
  }

  getParent(): Spreadsheet {
    return this.#context.objects.spreadsheet(this.#context, this.#id)
  }

  /** `getRange('A2:C')` or `getRange(row, column, numRows, numColumns)`, 1-based. */
  getRange(rowOrA1: number | string, column?: number, numRows = 1, numColumns = 1): Range {
    const size = callApp(this.#context, 'getRange', () => {
      const { rowCount, columnCount } = this.#state()
      return { rowCount, columnCount }
    })
    const bounds =
      typeof rowOrA1 === 'string'
        ? clippedTo(this.#context, size, parseCells(rowOrA1, size))
        : boundsOf({ row: rowOrA1, column: column ?? 1, numRows, numColumns })
    if (!bounds) throw new ServiceError('Range not found')
    const isEmpty = bounds.startRow >= bounds.endRow || bounds.startColumn >= bounds.endColumn
    if (isEmpty || bounds.endRow > size.rowCount || bounds.endColumn > size.columnCount) {
      throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.')
    }
    return this.#context.objects.range(this.#context, { id: this.#id, sheetId: this.#sheetId }, bounds)
  }

  getDataRange(): Range {
    return this.getRange(1, 1, Math.max(1, this.getLastRow()), Math.max(1, this.getLastColumn()))
  }

  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): unknown[][] {
    return this.getRange(startRow, startColumn, numRows, numColumns).getValues()
  }

  appendRow(values: readonly unknown[]): this {
    callApp(this.#context, 'appendRow', () => appendedRow(this.#context, { id: this.#id, sheetId: this.#sheetId }, values), {
      written: values.length,
    })
    return this
  }

  /** The person's selection in this sheet; its first cell where the person looks at another one. */
  getActiveRange(): Range {
    const book = this.getParent()
    const chosen = book.getActiveSheet().getSheetId() === this.#sheetId ? book.getActiveRange() : null
    return chosen ?? this.getRange(1, 1)
  }

  getActiveCell(): Range {
    return this.getActiveRange()
  }

  clear(...options: unknown[]): this {
    if (options.length > 0) throw notEmulated('Sheet.clear with options')
    clearedSheet(this.#context, 'clear', { id: this.#id, sheetId: this.#sheetId })
    return this
  }

  clearContents(): this {
    clearedSheet(this.#context, 'clearContents', { id: this.#id, sheetId: this.#sheetId })
    return this
  }

  deleteRow(row: number): this {
    this.deleteRows(row, 1)
    return this
  }

  deleteRows(row: number, count: number): void {
    deletedRows(this.#context, { id: this.#id, sheetId: this.#sheetId }, row, count)
  }

  /** The copy stands at the end. */
  copyTo(spreadsheet: Spreadsheet): GoogleAppsScript.Spreadsheet.Sheet {
    const to = spreadsheet.getId()
    return this.#context.objects.sheet(this.#context, to, copiedSheet(this.#context, { id: this.#id, sheetId: this.#sheetId }, to))
  }

  getFrozenRows(): number {
    return this.#read('getFrozenRows', (sheet) => sheet.frozenRowCount)
  }

  activate(): this {
    this.getRange(1, 1).activate()
    return this
  }

  hideSheet(): this {
    this.#setHidden('hideSheet', true)
    return this
  }

  showSheet(): this {
    this.#setHidden('showSheet', false)
    return this
  }

  #setHidden(member: string, hidden: boolean): void {
    callApp(this.#context, member, () => {
      const spreadsheet = spreadsheetOf(this.#context, this.#id)
      const draft = openDraft(spreadsheet)
      writableSheet(draft, this.#sheetId).hidden = hidden
      if (draft.spreadsheet.sheets.every((sheet) => sheet.hidden)) throw new ServiceError("You can't hide all the sheets in a document.")
      commitDraft(draft, spreadsheet)
      return null
    })
  }

  #state(): SheetState {
    return sheetStateOf(this.#context, this.#id, this.#sheetId)
  }

  #read<T>(member: string, work: (sheet: SheetState) => T): T {
    return callApp(this.#context, member, () => work(this.#state()))
  }
}

interface Rectangle {
  readonly row: number
  readonly column: number
  readonly numRows: number
  readonly numColumns: number
}

const boundsOf = ({ row, column, numRows, numColumns }: Rectangle) => {
  if (!(row >= 1)) throw new ServiceError('The starting row of the range is too small.')
  if (!(column >= 1)) throw new ServiceError('The starting column of the range is too small.')
  if (!(numRows >= 1)) throw new ServiceError('The number of rows in the range must be at least 1.')
  if (!(numColumns >= 1)) throw new ServiceError('The number of columns in the range must be at least 1.')
  return { startRow: row - 1, endRow: row - 1 + numRows, startColumn: column - 1, endColumn: column - 1 + numColumns }
}
