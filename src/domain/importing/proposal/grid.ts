/** A file as rows of text: where its heading stands, and what each column looks like. */

import { isKnownHeading } from './headingWords'
import type { ColumnLook } from './shapes'

/** Every row of the file, title lines and empty ones among them; row 1 of the file first. */
export interface Grid {
  readonly fileName: string
  readonly rows: readonly (readonly string[])[]
}

/** Title lines above the heading are looked for in so many rows. */
const searched = 30
/** Rows that a look at a column takes in, and different cells that it keeps. */
const sampleRows = 3000
const sampleCells = 150

/** A cell as it is meant: without spaces around, the apostrophe that keeps Excel from counting, and the «.0» that programs put behind numbers. */
export function plainCell(cell: string | undefined): string {
  return (cell ?? '')
    .replace(/[\u00a0\ufeff]/g, ' ')
    .trim()
    .replace(/^'(?=[+\d=@-])/, '')
    .replace(/^(\d+)\.0$/, '$1')
}

/** 0-based row of the heading: the one with most names that are known, or else the first wide one. */
export function headingRowOf({ rows }: Grid): number {
  const known = rows.slice(0, searched).map((row) => row.filter((cell) => isName(cell) && isKnownHeading(cell)).length)
  const most = Math.max(0, ...known)
  if (most >= 2) return lowestOf(rows, known.indexOf(most))
  const width = Math.max(0, ...rows.slice(0, searched).map(filledIn))
  return Math.max(
    0,
    rows.findIndex((row) => filledIn(row) === width),
  )
}

/** Names may stand in two storeys, the wide ones above: the lower storey is the heading, and fills what the upper one leaves empty. */
function lowestOf(rows: Grid['rows'], upper: number): number {
  const [above = [], below = []] = [rows[upper], rows[upper + 1]]
  const names = below.filter((cell) => plainCell(cell) !== '')
  const isStorey = names.length >= 2 && names.every((cell) => isName(cell) && isKnownHeading(cell))
  return isStorey && below.some((cell, column) => plainCell(cell) !== '' && plainCell(above[column]) === '') ? upper + 1 : upper
}

/** Fewer names above a heading are a title of the sheet. */
const leastNames = 3

/**
 * Names of the columns. A merged cell above, which holds its text in the first of its columns alone, is told with each.
 * @example «Консультация», «» above «Дата», «Время» → «Дата (Консультация)», «Время (Консультация)»
 */
export function headingsOf({ rows }: Grid, headingRow: number): string[] {
  const own = rows[headingRow] ?? []
  const above = rows[headingRow - 1] ?? []
  const isUpper =
    filledIn(above) >= leastNames &&
    filledIn(above) < Math.max(own.length, above.length) &&
    above.every((cell) => plainCell(cell) === '' || isName(cell))
  const width = Math.max(0, ...rows.slice(headingRow, headingRow + 50).map((row) => row.length))
  let wide = ''
  return Array.from({ length: width }, (_, column) => {
    const name = plainCell(own[column])
    wide = (isUpper && plainCell(above[column])) || wide
    return name === '' || wide === '' ? name || wide : `${name} (${wide})`
  })
}

/** A heading is short and no number. */
function isName(cell: string): boolean {
  const text = plainCell(cell)
  return text !== '' && text.length <= 60 && /\p{L}|№/u.test(text)
}

function filledIn(row: readonly string[]): number {
  return row.filter((cell) => plainCell(cell) !== '').length
}

/** One look for each column. @param from 0-based row below the heading */
export function columnLooks({ rows }: Grid, headings: readonly string[], from: number): ColumnLook[] {
  const below = rows.slice(from, from + sampleRows).filter((row) => filledIn(row) > 0)
  return headings.map((heading, column) => {
    const counts = countedCells(below.map((row) => plainCell(row[column])))
    const filled = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const cells = [...counts].sort((a, b) => b[1] - a[1]).slice(0, sampleCells)
    return { heading, cells, filled, rows: below.length }
  })
}

/** Filled cells and how often each stands there. */
export function countedCells(cells: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const cell of cells) if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return counts
}
