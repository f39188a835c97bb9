/** `Sheet.appendRow`: one row below the last one that holds something; the grid grows where it ends. */
import { ServiceError } from '../../world/types'
import { checkWorkbookSize, commitDraft, openDraft, writableRow, writableSheet } from '../sheets/draft'
import { putCell, rowsWithData } from '../sheets/grid'
import { type AppContext, spreadsheetOf } from './appContext'
import { entered } from './cellValues'
import { requireUnprotected } from './protection'

export const appendedRow = (
  context: AppContext,
  place: { readonly id: string; readonly sheetId: number },
  values: readonly unknown[],
): null => {
  if (values.length === 0) throw new ServiceError('The row must not be empty.')
  const spreadsheet = spreadsheetOf(context, place.id)
  const draft = openDraft(spreadsheet)
  const sheet = writableSheet(draft, place.sheetId)
  const row = rowsWithData(sheet)
  requireUnprotected(context, sheet, { startRow: row, endRow: row + 1, startColumn: 0, endColumn: values.length })
  sheet.rowCount = Math.max(sheet.rowCount, row + 1)
  sheet.columnCount = Math.max(sheet.columnCount, values.length)
  checkWorkbookSize(draft)
  const target = writableRow(draft, sheet, row)
  values.forEach((value, column) => {
    putCell(target, column, entered(target[column], value, spreadsheet, context.host.now()))
  })
  commitDraft(draft, spreadsheet)
  return null
}
