/** Gives every formula cell of a spreadsheet its value, after each change of it. */
import type { CellState, SheetState, SpreadsheetState, StoredCell } from '../../../world/types'
import { parseCells } from '../a1'
import { type RawValue, rawValue, type StoredRow } from '../grid'
import { formulaValue, type ReadCells } from './evaluate'

type FormulaCell = CellState & { readonly f: string }

export const isFormula = (cell: StoredCell | undefined): cell is FormulaCell =>
  typeof cell === 'object' && cell !== null && cell.f !== undefined

/** Sheets with the values of their formulas; rows without a changed value stay the ones they were. */
export function recalculated({ sheets, locale }: SpreadsheetState): SheetState[] {
  const values = new Values(sheets, locale.toLowerCase().startsWith('ru'))
  return sheets.map((sheet) => withValues(sheet, values))
}

function withValues(sheet: SheetState, values: Values): SheetState {
  let changed = false
  const cells = sheet.cells.map((row, rowIndex) => {
    if (!row?.some(isFormula)) return row
    const next = row.map((cell, column) => (isFormula(cell) ? valued(cell, values.at(sheet, rowIndex, column)) : cell))
    const same = next.every((cell, column) => cell === row[column])
    changed ||= !same
    return same ? row : next
  })
  return changed ? { ...sheet, cells } : sheet
}

const valued = (cell: FormulaCell, value: RawValue): StoredCell => (cell.v === value ? cell : { ...cell, v: value })

class Values {
  private readonly known = new Map<string, RawValue>()
  private readonly underWay = new Set<string>()

  constructor(
    private readonly sheets: readonly SheetState[],
    private readonly comma: boolean,
  ) {}

  at(sheet: SheetState, row: number, column: number): RawValue {
    const cell = sheet.cells[row]?.[column]
    if (!isFormula(cell)) return rawValue(cell)
    const key = `${sheet.sheetId}/${row}/${column}`
    // A formula that comes back to itself.
    if (this.underWay.has(key)) return '#REF!'
    const known = this.known.get(key)
    if (known !== undefined) return known
    this.underWay.add(key)
    const value = formulaValue(cell.f, this.comma, this.reader(sheet))
    this.underWay.delete(key)
    this.known.set(key, value)
    return value
  }

  private reader(home: SheetState): ReadCells {
    return (reference) => {
      const mark = reference.lastIndexOf('!')
      const title = reference.slice(0, Math.max(0, mark)).replace(/^'|'$/g, '').replaceAll("''", "'")
      const sheet = mark < 0 ? home : this.sheets.find((one) => one.title === title)
      const bounds = sheet && parseCells(reference.slice(mark + 1), sheet)
      if (!sheet || !bounds || bounds.endRow > sheet.rowCount || bounds.endColumn > sheet.columnCount) return undefined
      return this.read(sheet, bounds)
    }
  }

  private read(sheet: SheetState, { startRow, endRow, startColumn, endColumn }: NonNullable<ReturnType<typeof parseCells>>): RawValue[][] {
    const last = endRow - startRow === 1 ? endRow : Math.min(endRow, sheet.cells.length)
    return Array.from({ length: Math.max(1, last - startRow) }, (_, row) =>
      Array.from({ length: endColumn - startColumn }, (_, column) => this.at(sheet, startRow + row, startColumn + column)),
    )
  }
}

/** True where a row holds a formula whose value has to be made; a link that the API wrote has its label already. */
export const holdsFormula = (row: StoredRow): boolean =>
  row.some((cell) => isFormula(cell) && (cell.v === null || !/^=HYPERLINK\(/i.test(cell.f)))
