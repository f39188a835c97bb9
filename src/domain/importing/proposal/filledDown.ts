/** Cells merged downwards: a group's consultant, topic or project stands in its first row alone. */

import { type Grid, plainCell } from './grid'
import type { Plan } from './plan'
import type { Target } from './targets'

const grouping: readonly Target[] = ['consultant', 'topic', 'project']

/** The rows of the file; under a name that opens a group each row has it. */
export function filledDown({ rows }: Grid, { headingRow, targets }: Plan): readonly (readonly string[])[] {
  const columns = grouping
    .map((target) => targets.indexOf(target))
    .filter((column) => column >= 0 && isGrouping(rows.slice(headingRow + 1), column))
  if (columns.length === 0) return rows
  const last = new Map<number, string>()
  return rows.map((row, place) => (place <= headingRow || row.every((cell) => plainCell(cell) === '') ? row : filled(row, columns, last)))
}

/** Most rows have none, the first one has, and hardly any name stands twice: otherwise an empty cell says that nobody is known. */
function isGrouping(rows: Grid['rows'], column: number): boolean {
  const cells = rows.filter((row) => row.some((cell) => plainCell(cell) !== '')).map((row) => plainCell(row[column]))
  const names = cells.filter((cell) => cell !== '')
  return names.length > 1 && cells[0] !== '' && names.length * 3 <= cells.length && new Set(names).size === names.length
}

function filled(row: readonly string[], columns: readonly number[], last: Map<number, string>): readonly string[] {
  return row.map((cell, column) => {
    if (!columns.includes(column)) return cell
    if (plainCell(cell) !== '') last.set(column, cell)
    return last.get(column) ?? cell
  })
}
