/** References of formulas that follow their cells: when rows or columns come, go or are dragged, and when rows are sorted. */
import type { SheetState, SpreadsheetState, StoredCell } from '../../../world/types'
import { columnLetters, columnNumber } from '../a1'
import { isFormula } from './recalculate'

/** New place of a row or column (0-based); null = it is gone. */
export type Mapping = (index: number) => number | null

type Axis = 'row' | 'column'

const part = /('(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_]*!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)(?![\p{L}\p{N}_(!])/gu
const texts = /"(?:[^"]|"")*"/g

/** Applies `change` to each cell reference outside of texts. */
function mapReferences(formula: string, change: (match: RegExpExecArray) => string): string {
  const kept: string[] = []
  const bare = formula.replace(texts, (text) => `"${kept.push(text) - 1}"`)
  const changed = bare.replace(part, (...args) => change(args as unknown as RegExpExecArray))
  return changed.replace(/"(\d+)"/g, (_, index) => kept[Number(index)] ?? '')
}

const titleOf = (prefix: string): string => prefix.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")

/** Second ends of a range (`Лист!A1:B2`) belong to the sheet of the first: the emulator follows them where no other sheet is named. */
function moved(formula: string, home: SheetState, target: SheetState, axis: Axis, map: Mapping): string {
  let sheet = home.title
  return mapReferences(formula, ([, prefix, dollar1, letters = '', dollar2, digits = '']) => {
    sheet = prefix ? titleOf(prefix) : sheet
    const [row, column] = [Number(digits) - 1, columnNumber(letters)]
    const next = sheet === target.title ? map(axis === 'row' ? row : column) : axis === 'row' ? row : column
    if (next === null) return '#REF!'
    const [toRow, toColumn] = axis === 'row' ? [next, column] : [row, next]
    return `${prefix ?? ''}${dollar1}${columnLetters(toColumn)}${dollar2}${toRow + 1}`
  })
}

const changeFormulas = (sheet: SheetState, change: (formula: string) => string): void => {
  sheet.cells = sheet.cells.map((row) =>
    row?.some(isFormula) ? row.map((cell) => (isFormula(cell) ? { ...cell, f: change(cell.f) } : cell)) : row,
  )
}

/** To be called after the cells themselves have moved. `sheets` are the draft's own. */
export function followMove(spreadsheet: SpreadsheetState, target: SheetState, axis: Axis, map: Mapping): void {
  if (!spreadsheet.formulas) return
  for (const sheet of spreadsheet.sheets) changeFormulas(sheet, (formula) => moved(formula, sheet, target, axis, map))
}

/** Where `count` rows or columns came before `at`. */
export const inserted =
  (at: number, count: number): Mapping =>
  (index) =>
    index < at ? index : index + count

/** Where those from `start` to `end` (exclusive) went. */
export const deleted =
  (start: number, end: number): Mapping =>
  (index) =>
    index < start ? index : index < end ? null : index - (end - start)

/** Where one was dragged from `from` to `to`. */
export const dragged =
  (from: number, to: number): Mapping =>
  (index) => {
    if (index === from) return to
    if (from < index && index <= to) return index - 1
    return to <= index && index < from ? index + 1 : index
  }

/** Rows of the formula cells before a sort; afterwards their own relative references go with them, as on Google. */
export function followSort(spreadsheet: SpreadsheetState, sheet: SheetState): () => void {
  if (!spreadsheet.formulas) return () => undefined
  const before = new Map<StoredCell, number>()
  sheet.cells.forEach((row, index) => {
    for (const cell of row ?? []) if (isFormula(cell)) before.set(cell, index)
  })
  return () => {
    sheet.cells = sheet.cells.map((row, index) => row?.map((cell) => sorted(cell, index - (before.get(cell) ?? index))))
  }
}

const sorted = (cell: StoredCell, rows: number): StoredCell =>
  isFormula(cell) && rows !== 0 ? { ...cell, f: mapReferences(cell.f, (match) => shifted(match, rows)) } : cell

const shifted = ([, prefix, dollar1, letters, dollar2, digits]: RegExpExecArray, rows: number): string => {
  const row = dollar2 === '$' || prefix ? Number(digits) : Number(digits) + rows
  return row < 1 ? '#REF!' : `${prefix ?? ''}${dollar1}${letters}${dollar2}${row}`
}
