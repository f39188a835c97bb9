/** A sheet as CSV, as Google's export writes it: what the cells show, in UTF-8, quoted where needed. */
import { displayed } from '../../services/sheets/display'
import { columnsWithData, rowsWithData } from '../../services/sheets/grid'
import type { SheetState, SpreadsheetState } from '../../world/types'

export const csvOf = ({ locale }: SpreadsheetState, sheet: SheetState): string => {
  const width = columnsWithData(sheet)
  const rows = Array.from({ length: rowsWithData(sheet) }, (_, row) =>
    Array.from({ length: width }, (_, column) => quoted(displayed(sheet.cells[row]?.[column], locale))).join(','),
  )
  return rows.join('\r\n')
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
