/** A spreadsheet being changed: sheets and rows are copied when first written, so a refused batch leaves nothing behind. */
import type { SheetState, SpreadsheetState } from '../../world/types'
import { refuse, workbookLimit, workbookLimitText } from './apiError'
import { holdsFormula, recalculated } from './formula/recalculate'
import { filledLength, putRow, type StoredRow } from './grid'

export interface Draft {
  /** A shallow copy whose `sheets` list is its own; change sheets only through writableSheet and writableRow. */
  readonly spreadsheet: SpreadsheetState
  readonly ownSheets: Set<SheetState>
  readonly ownRows: Set<StoredRow>
  cellsWritten: number
}

export const openDraft = (original: SpreadsheetState): Draft => ({
  spreadsheet: { ...original, sheets: original.sheets.slice() },
  ownSheets: new Set(),
  ownRows: new Set(),
  cellsWritten: 0,
})

/** Puts the draft in the original's place. */
export const commitDraft = (draft: Draft, original: SpreadsheetState): void => {
  for (const sheet of draft.ownSheets) shareBlankRows(draft, sheet)
  settleFormulas(draft)
  Object.assign(original, draft.spreadsheet)
}

/** Formulas get their values. */
export const settleFormulas = ({ spreadsheet, ownRows }: Draft): void => {
  if ([...ownRows].some(holdsFormula)) spreadsheet.formulas = true
  if (spreadsheet.formulas) spreadsheet.sheets = recalculated(spreadsheet)
}

/** Formats reach far below the data: those rows are one and the same where they are alike, so that readers pass over them at once. */
const shareBlankRows = ({ ownRows }: Draft, { cells }: SheetState): void => {
  for (let index = cells.length - 2; index >= 0; index--) {
    const [row, below] = [cells[index], cells[index + 1]]
    if (row === below) continue
    if (!row || !below || filledLength(row) > 0) return
    if (ownRows.has(row) && JSON.stringify(row) === JSON.stringify(below)) cells[index] = below
  }
}

/** The sheet for reading; refuses an unknown id in Google's words. */
export const draftSheet = (draft: Draft, sheetId: number | undefined, noun: 'grid' | 'sheet' = 'grid'): SheetState =>
  draft.spreadsheet.sheets.find((sheet) => sheet.sheetId === (sheetId ?? 0)) ?? refuse(`No ${noun} with id: ${sheetId ?? 0}`)

/** The sheet as the draft's own copy; its rows are still shared. */
export const writableSheet = (draft: Draft, sheetId: number | undefined, noun: 'grid' | 'sheet' = 'grid'): SheetState => {
  const sheet = draftSheet(draft, sheetId, noun)
  if (draft.ownSheets.has(sheet)) return sheet
  const copy: SheetState = {
    ...sheet,
    cells: sheet.cells.slice(),
    columnWidths: { ...sheet.columnWidths },
    protectedRanges: sheet.protectedRanges.slice(),
    validations: sheet.validations.slice(),
    conditionalFormats: sheet.conditionalFormats.slice(),
    charts: sheet.charts.slice(),
  }
  draft.ownSheets.add(copy)
  draft.spreadsheet.sheets[draft.spreadsheet.sheets.indexOf(sheet)] = copy
  return copy
}

/** A row of a writable sheet as the draft's own copy. */
export const writableRow = (draft: Draft, sheet: SheetState, index: number): StoredRow => {
  const row = sheet.cells[index]
  if (row && draft.ownRows.has(row)) return row
  const copy = row?.slice() ?? []
  draft.ownRows.add(copy)
  putRow(sheet, index, copy)
  return copy
}

/** Refuses growth beyond 10 million cells in the workbook. */
export const checkWorkbookSize = (draft: Draft): void => {
  const cells = draft.spreadsheet.sheets.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columnCount, 0)
  if (cells > workbookLimit) refuse(workbookLimitText)
}
