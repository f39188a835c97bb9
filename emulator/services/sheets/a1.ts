/** A1 notation: reading `'Отчёт 2026-11'!A1:F` into 0-based bounds of a sheet, and writing bounds back as A1. */
import type { SheetState } from '../../world/types'

/** 0-based, start inclusive, end exclusive. */
export interface Bounds {
  readonly startRow: number
  readonly endRow: number
  readonly startColumn: number
  readonly endColumn: number
  /** `D:F`, `5:7`, `A2:C`: how a range without an end was written. */
  readonly open?: string
}

export interface SheetRange extends Bounds {
  readonly sheet: SheetState
}

/** 0 → 'A', 26 → 'AA'. */
export const columnLetters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26)

/** 'A' → 0, 'aa' → 26. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Google quotes a title unless it is a plain Latin word. */
export const quoteTitle = (title: string): string => (/^[A-Za-z_]\w*$/.test(title) ? title : `'${title.replaceAll("'", "''")}'`)

/** `A1`, `A1:B5`: bounds as A1 without the sheet. */
export const boundsToA1 = (bounds: Bounds): string => {
  const first = columnLetters(bounds.startColumn) + (bounds.startRow + 1)
  const last = columnLetters(bounds.endColumn - 1) + bounds.endRow
  return first === last ? first : `${first}:${last}`
}

export const rangeToA1 = (range: SheetRange): string => `${quoteTitle(range.sheet.title)}!${boundsToA1(range)}`

export class A1Problem extends Error {}

/** Reads a range over the sheets of a spreadsheet. Throws A1Problem in Google's words. `clip`: what is done with one wider than its sheet. */
export const parseRange = (
  sheets: readonly SheetState[],
  text: string,
  clip: (sheet: SheetState, bounds: Bounds) => Bounds = (_, bounds) => bounds,
): SheetRange => {
  const { title, cells } = splitTitle(text)
  const whole = title === undefined ? sheets.find((sheet) => sheet.title === unquote(text)) : undefined
  if (whole && !cellsPattern.test(text)) return wholeSheet(whole)
  const sheet = title === undefined ? sheets[0] : sheets.find((candidate) => candidate.title === title)
  const parsed = sheet && parseCells(cells, sheet)
  if (!sheet || !parsed) throw new A1Problem(`Unable to parse range: ${text}`)
  const bounds = clip(sheet, parsed)
  if (!fits(bounds, sheet)) throw new A1Problem(gridLimitText(`${quoteTitle(sheet.title)}!${cells}`, sheet))
  return { sheet, ...bounds }
}

export const gridLimitText = (range: string, sheet: SheetState): string =>
  `Range (${range}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`

const wholeSheet = (sheet: SheetState): SheetRange => ({
  sheet,
  startRow: 0,
  endRow: sheet.rowCount,
  startColumn: 0,
  endColumn: sheet.columnCount,
})

// Words may stand without quotes (Google's own samples read `Class Data!A2:E`); with other signs the stricter side: quotes, or the range is not understood.
const titlePattern = /^(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_ ]*))$/u

const unquote = (text: string): string | undefined => {
  const match = titlePattern.exec(text)
  return match?.[1]?.replaceAll("''", "'") ?? match?.[2]
}

const splitTitle = (text: string): { title?: string | undefined; cells: string } => {
  const mark = text.lastIndexOf('!')
  return mark < 0 ? { cells: text } : { title: unquote(text.slice(0, mark)) ?? '', cells: text.slice(mark + 1) }
}

const cellsPattern = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?(?::\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?)?$/

/** Bounds of `A1`, `A:C`, `7:7`, `A5:5`, `A2:F`, `A1:B5` in the sheet; undefined where it is not A1. */
export const parseCells = (cells: string, sheet: Pick<SheetState, 'rowCount' | 'columnCount'>): Bounds | undefined => {
  const match = cellsPattern.exec(cells)
  if (!match || cells === '') return undefined
  const [, column1, row1, column2, row2] = match
  if (!cells.includes(':')) return column1 && row1 ? box(column1, row1, column1, row1, sheet) : undefined
  if (!(column1 && column2) && !(row1 && row2 && !column2)) return undefined
  const bounds = box(column1, row1, column2, row2, sheet)
  return column2 && row2 ? bounds : { ...bounds, open: cells.replaceAll('$', '').toUpperCase() }
}

const box = (
  column1: string | undefined,
  row1: string | undefined,
  column2: string | undefined,
  row2: string | undefined,
  sheet: Pick<SheetState, 'rowCount' | 'columnCount'>,
): Bounds => {
  const rows = span(row1 === undefined ? undefined : Number(row1) - 1, row2 === undefined ? undefined : Number(row2) - 1, sheet.rowCount)
  const columns = span(column1 && columnNumber(column1), column2 && columnNumber(column2), sheet.columnCount)
  return { startRow: rows[0], endRow: rows[1], startColumn: columns[0], endColumn: columns[1] }
}

const span = (first: number | '' | undefined, last: number | '' | undefined, count: number): [number, number] => {
  const from = typeof first === 'number' ? first : 0
  const to = typeof last === 'number' ? last : count - 1
  return typeof first === 'number' && typeof last === 'number' ? [Math.min(from, to), Math.max(from, to) + 1] : [from, to + 1]
}

const fits = (bounds: Bounds, sheet: SheetState): boolean =>
  bounds.endRow <= sheet.rowCount &&
  bounds.endColumn <= sheet.columnCount &&
  bounds.startRow < bounds.endRow &&
  bounds.startColumn < bounds.endColumn
