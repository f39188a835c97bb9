/** Where the person's cursor stands: used by «Карточка строки» only. */

import { tables } from '../../domain/register/tables'

/** Row and number of the deal under the cursor, or null on another sheet, on the heading, on an empty row. */
export function activeDealRow(): { readonly row: number; readonly id: number } | null {
  const sheet = SpreadsheetApp.getActiveSheet() as GoogleAppsScript.Spreadsheet.Sheet | null
  if (sheet === null || sheet.getSheetId() !== tables.deals.sheetId) return null
  const range = sheet.getActiveRange()
  if (range === null || range.getRow() < 2) return null
  const id = Number(sheet.getRange(range.getRow(), idColumn(sheet)).getValue())
  return Number.isInteger(id) && id > 0 ? { row: range.getRow(), id } : null
}

/** The number's column, by its heading. */
function idColumn(sheet: GoogleAppsScript.Spreadsheet.Sheet): number {
  const heading = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0] ?? []
  return heading.indexOf('№') + 1 || 1
}
