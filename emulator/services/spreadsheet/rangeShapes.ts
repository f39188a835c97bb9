/** Ranges that are told from another one: the table around it. */
import type { SheetState } from '../../world/types'
import type { Bounds } from '../sheets/a1'
import { hasData } from '../sheets/grid'

/** `SpreadsheetApp.Dimension`. */
export const dimensions = { ROWS: 'ROWS', COLUMNS: 'COLUMNS' } as const
export type Dimension = keyof typeof dimensions

/**
 * All adjacent cells with data, in both dimensions or one (documented). Assumed: a cell at a corner is not adjacent in one dimension, and
 * in two the corners count as those of the sides do.
 */
export const dataRegion = ({ cells, rowCount, columnCount }: SheetState, start: Bounds, dimension?: Dimension): Bounds => {
  const isFilled = (rows: readonly [number, number], columns: readonly [number, number]): boolean =>
    cells.slice(Math.max(0, rows[0]), rows[1]).some((row) => row?.slice(Math.max(0, columns[0]), columns[1]).some(hasData))
  let { startRow, endRow, startColumn, endColumn } = start
  const reach = dimension === undefined ? 1 : 0
  for (let grown = true; grown; ) {
    grown = false
    const [columns, rows] = [
      [startColumn - reach, endColumn + reach],
      [startRow - reach, endRow + reach],
    ] as const
    if (dimension !== 'COLUMNS' && startRow > 0 && isFilled([startRow - 1, startRow], columns)) grown = --startRow >= 0
    else if (dimension !== 'COLUMNS' && endRow < rowCount && isFilled([endRow, endRow + 1], columns)) grown = ++endRow > 0
    else if (dimension !== 'ROWS' && startColumn > 0 && isFilled(rows, [startColumn - 1, startColumn])) grown = --startColumn >= 0
    else if (dimension !== 'ROWS' && endColumn < columnCount && isFilled(rows, [endColumn, endColumn + 1])) grown = ++endColumn > 0
  }
  return { startRow, endRow, startColumn, endColumn }
}
