/** Spreadsheet of SpreadsheetApp, its selection included. */
import { strict } from '../../run/strict'
import { ServiceError, type SheetState } from '../../world/types'
import { notEmulated } from '../knownMembers'
import { type Bounds, parseRange } from '../sheets/a1'
import { spreadsheetUrl } from '../sheets/resource'
import { type ActiveCell, type AppContext, callApp, spreadsheetOf } from './appContext'
import { clippedTo } from './openRange'
import { insertedSheet } from './sheetEdits'

type Range = GoogleAppsScript.Spreadsheet.Range
type Sheet = GoogleAppsScript.Spreadsheet.Sheet

export class AppSpreadsheet {
  readonly #context: AppContext
  readonly #id: string

  constructor(context: AppContext, id: string) {
    this.#context = context
    this.#id = id
  }

  getId(): string {
    return this.#id
  }

  getUrl(): string {
    return spreadsheetUrl(this.#id)
  }

  getName(): string {
    return callApp(this.#context, 'getName', () => spreadsheetOf(this.#context, this.#id).title)
  }

  getSpreadsheetTimeZone(): string {
    return callApp(this.#context, 'getSpreadsheetTimeZone', () => spreadsheetOf(this.#context, this.#id).timeZone)
  }

  getSpreadsheetLocale(): string {
    return callApp(this.#context, 'getSpreadsheetLocale', () => spreadsheetOf(this.#context, this.#id).locale)
  }

  /** The owner among them; people who edit by a link are not told. */
  getEditors(): GoogleAppsScript.Base.User[] {
    const { state } = this.#context.host
    const emails = callApp(this.#context, 'getEditors', () => {
      const { editors = [], sharing } = spreadsheetOf(this.#context, this.#id)
      return [...new Set(sharing === undefined ? [state.owner, ...editors] : [sharing.owner, ...sharing.editors])]
    })
    return emails.map((email) => strict('User', { getEmail: () => email, toString: () => email }) as unknown as GoogleAppsScript.Base.User)
  }

  getSheets(): Sheet[] {
    const ids = callApp(this.#context, 'getSheets', () => spreadsheetOf(this.#context, this.#id).sheets.map((sheet) => sheet.sheetId))
    return ids.map((sheetId) => this.#context.objects.sheet(this.#context, this.#id, sheetId))
  }

  getSheetByName(name: string): Sheet | null {
    return this.#found('getSheetByName', (title) => title === name)
  }

  getSheetById(sheetId: number): Sheet | null {
    return this.#found('getSheetById', (_, id) => id === sheetId)
  }

  /** `insertSheet()` or `insertSheet('Name')`. */
  insertSheet(...given: unknown[]): Sheet {
    const [name] = given
    if (given.length > 1 || (name !== undefined && typeof name !== 'string'))
      throw notEmulated('Spreadsheet.insertSheet with an index or options')
    const sheetId = insertedSheet(this.#context, this.#id, name, this.#activeCell().sheetId)
    return this.#context.objects.sheet(this.#context, this.#id, sheetId)
  }

  getActiveSheet(): Sheet {
    return this.#context.objects.sheet(this.#context, this.#id, this.#activeCell().sheetId)
  }

  getActiveRange(): Range {
    return this.getActiveCell()
  }

  getActiveCell(): Range {
    const { sheetId, row, column } = this.#activeCell()
    const bounds = { startRow: row - 1, endRow: row, startColumn: column - 1, endColumn: column }
    return this.#context.objects.range(this.#context, { id: this.#id, sheetId }, bounds)
  }

  getCurrentCell(): Range {
    return this.getActiveCell()
  }

  getSelection(): object {
    return strict('Selection', {
      getActiveRange: () => this.getActiveRange(),
      getCurrentCell: () => this.getActiveCell(),
      getActiveSheet: () => this.getActiveSheet(),
    })
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate()
  }

  setActiveRange(range: Range): Range {
    return range.activate()
  }

  setCurrentCell(cell: Range): Range {
    return cell.activate()
  }

  /** `getRange("'Отчёт 2026-11'!A1:B2")`; without a sheet the active one. */
  getRange(a1: string): Range {
    if (!a1.includes('!')) return this.getActiveSheet().getRange(a1)
    const clip = (sheet: SheetState, bounds: Bounds): Bounds => clippedTo(this.#context, sheet, bounds) ?? bounds
    const found = callApp(this.#context, 'getRange', () => {
      try {
        const { sheet, ...bounds } = parseRange(spreadsheetOf(this.#context, this.#id).sheets, a1, clip)
        return { sheetId: sheet.sheetId, bounds }
      } catch {
        throw new ServiceError('Range not found')
      }
    })
    return this.#context.objects.range(this.#context, { id: this.#id, sheetId: found.sheetId }, found.bounds)
  }

  toast(message: string, title = '', _timeoutSeconds?: number): void {
    callApp(this.#context, 'toast', () => {
      this.#context.ui.push({ kind: 'toast', title: String(title ?? ''), message: String(message) })
      return null
    })
  }

  #found(member: string, matches: (title: string, sheetId: number) => boolean): Sheet | null {
    const sheetId = callApp(
      this.#context,
      member,
      () => spreadsheetOf(this.#context, this.#id).sheets.find((sheet) => matches(sheet.title, sheet.sheetId))?.sheetId ?? null,
    )
    return sheetId === null ? null : this.#context.objects.sheet(this.#context, this.#id, sheetId)
  }

  #activeCell(): ActiveCell {
    const { active, host } = this.#context
    if (active && this.#id === host.state.boundSpreadsheetId) return active
    return { sheetId: spreadsheetOf(this.#context, this.#id).sheets[0]?.sheetId ?? 0, row: 1, column: 1 }
  }
}
