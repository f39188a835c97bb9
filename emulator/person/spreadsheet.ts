/** What a person does by hand in the spreadsheet; every act fires the edit and change triggers that Google fires. */

import type { FireInput } from '../run/triggers'
import { commitDraft, type Draft, openDraft, writableRow, writableSheet } from '../services/sheets/draft'
import { enter } from '../services/sheets/entry'
import { dragged, followMove } from '../services/sheets/formula/references'
import { asCell, hasData, putCell, rawValue, readCell } from '../services/sheets/grid'
import { checkDeletion, deleteSpan, formulaDraft, insertSpan } from '../services/sheets/requests/dimensionRequests'
import type { DimensionSpan } from '../services/sheets/requests/gridRange'
import { sortRows } from '../services/sheets/requests/rangeRequests'
import type { EditedRange } from '../services/spreadsheet/spreadsheetApp'
import type { ExecutionRecord, SheetState, SpreadsheetHand, SpreadsheetState, StoredCell, WorldState } from '../world/types'
import { wallClock } from '../world/zone'
import { moveColumn } from './moveColumn'

type Fire = (input: FireInput) => ExecutionRecord[]

export function createSpreadsheetHand(state: () => WorldState, fire: Fire): SpreadsheetHand {
  const desk = handDesk(state, fire)
  return {
    type: ({ sheet, row, column, value, user }) => desk.edit({ sheet, row, column, values: [[value]], user }, true),
    paste: (input) => desk.edit(input, false),
    sort: ({ sheet, column, ascending, user }) =>
      desk.change(sheet, user, 'OTHER', (draft, target) => {
        const startRow = target.frozenRowCount
        const bounds = { startRow, endRow: target.rowCount, startColumn: 0, endColumn: target.columnCount }
        sortRows(draft, target, bounds, [{ dimensionIndex: column - 1, sortOrder: ascending ? 'ASCENDING' : 'DESCENDING' }])
      }),
    insertRows: ({ sheet, before, count, user }) =>
      desk.change(sheet, user, 'INSERT_ROW', (draft, target) =>
        insertSpan(draft, target, { rows: true, start: before - 1, end: before - 1 + count }),
      ),
    deleteRows: ({ sheet, from, count, user }) =>
      desk.change(sheet, user, 'REMOVE_ROW', (draft, target) =>
        removeSpan(draft, target, { rows: true, start: from - 1, end: from - 1 + count }),
      ),
    insertColumns: ({ sheet, before, count, user }) =>
      desk.change(sheet, user, 'INSERT_COLUMN', (draft, target) =>
        insertSpan(draft, target, { rows: false, start: before - 1, end: before - 1 + count }),
      ),
    deleteColumns: ({ sheet, from, count, user }) =>
      desk.change(sheet, user, 'REMOVE_COLUMN', (draft, target) =>
        removeSpan(draft, target, { rows: false, start: from - 1, end: from - 1 + count }),
      ),
    moveColumn: ({ sheet, from, to, user }) =>
      desk.change(sheet, user, 'OTHER', (draft, target) => {
        moveColumn(target, from - 1, to - 1)
        followMove(formulaDraft(draft), target, 'column', dragged(from - 1, to - 1))
      }),
    renameSheet: ({ sheet, title, user }) =>
      desk.change(sheet, user, 'OTHER', (draft, target) => {
        if (draft.spreadsheet.sheets.some((other) => other !== target && other.title === title)) throw new Error(`sheet «${title}» exists`)
        target.title = title
      }),
    deleteSheet: ({ sheet, user }) =>
      desk.change(sheet, user, 'REMOVE_GRID', (draft, target) => {
        draft.spreadsheet.sheets = draft.spreadsheet.sheets.filter((other) => other !== target).map((other, index) => ({ ...other, index }))
      }),
  }
}

interface Block {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly values: readonly (readonly string[])[]
  readonly user: string
}

interface HandDesk {
  edit(block: Block, single: boolean): ExecutionRecord[]
  change(sheet: string, user: string, changeType: string, work: (draft: Draft, sheet: SheetState) => void): ExecutionRecord[]
}

const handDesk = (state: () => WorldState, fire: Fire): HandDesk => {
  const bound = (): SpreadsheetState => {
    const { spreadsheets, boundSpreadsheetId } = state()
    return spreadsheets[boundSpreadsheetId] ?? missing('the bound spreadsheet')
  }
  const fireChange = (user: string, changeType: string): ExecutionRecord[] =>
    fire({ kind: 'change', user, spreadsheetId: bound().id, event: { changeType, user: person(user) } })

  return {
    edit(block, single) {
      const spreadsheet = bound()
      const before = readCell(sheetNamed(spreadsheet, block.sheet), block.row - 1, block.column - 1)
      writeBlock(spreadsheet, block, state().now)
      const sheet = sheetNamed(spreadsheet, block.sheet)
      const after = readCell(sheet, block.row - 1, block.column - 1)
      const range = editedRange(sheet, block)
      const values = single ? singleValues(before, after) : {}
      const event = { range, user: person(block.user), ...values }
      const records = fire({ kind: 'edit', user: block.user, spreadsheetId: spreadsheet.id, event })
      return [...records, ...fireChange(block.user, 'EDIT')]
    },
    change(title, user, changeType, work) {
      const spreadsheet = bound()
      const draft = openDraft(spreadsheet)
      work(draft, writableSheet(draft, sheetNamed(spreadsheet, title).sheetId))
      commitDraft(draft, spreadsheet)
      return fireChange(user, changeType)
    },
  }
}

/** A person is refused as a script is: all rows or columns of a sheet cannot go. */
const removeSpan = (draft: Draft, target: SheetState, span: DimensionSpan): void => {
  checkDeletion(target, span)
  deleteSpan(draft, target, span)
}

const missing = (what: string): never => {
  throw new Error(`there is no ${what}`)
}

const sheetNamed = (spreadsheet: SpreadsheetState, title: string): SheetState =>
  spreadsheet.sheets.find((sheet) => sheet.title === title) ?? missing(`sheet «${title}»`)

const person = (email: string): { email: string; nickname: string } => ({ email, nickname: email.split('@')[0] ?? '' })

/** Typed text is parsed as Sheets parses it; the grid grows where a paste reaches over its edge. */
const writeBlock = (spreadsheet: SpreadsheetState, block: Block, nowMs: number): void => {
  const draft = openDraft(spreadsheet)
  const sheet = writableSheet(draft, sheetNamed(spreadsheet, block.sheet).sheetId)
  const context = { locale: spreadsheet.locale, year: wallClock(spreadsheet.timeZone, nowMs).year }
  sheet.rowCount = Math.max(sheet.rowCount, block.row - 1 + block.values.length)
  block.values.forEach((values, index) => {
    const row = writableRow(draft, sheet, block.row - 1 + index)
    sheet.columnCount = Math.max(sheet.columnCount, block.column - 1 + values.length)
    values.forEach((value, offset) => {
      const column = block.column - 1 + offset
      putCell(row, column, enter(row[column], value, context))
    })
  })
  commitDraft(draft, spreadsheet)
}

const editedRange = (sheet: SheetState, block: Block): EditedRange & { sheet: string } => {
  const rowEnd = block.row + Math.max(1, block.values.length) - 1
  const columnEnd = block.column + Math.max(1, ...block.values.map((values) => values.length)) - 1
  return {
    sheetId: sheet.sheetId,
    sheetName: sheet.title,
    sheet: sheet.title,
    rowStart: block.row,
    rowEnd,
    columnStart: block.column,
    columnEnd,
  }
}

/** An empty cell gives no member at all, as Google leaves it out; a date gives its serial number. */
const singleValues = (before: StoredCell, after: StoredCell): Record<string, unknown> => ({
  ...(hasData(asCell(after)) && { value: rawValue(after) }),
  ...(hasData(asCell(before)) && { oldValue: rawValue(before) }),
})
