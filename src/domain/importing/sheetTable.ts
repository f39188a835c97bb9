/** A table from outside, a file or a sheet kept by hand: columns found by heading, cells read with an address for every complaint. */

import type { Issue } from '../problem'
import { folded } from '../text/fold'
import type { Cell } from './wording'

/** Headings are row 1 of the file; `rows` are what stands below, row 2 first. */
export interface SourceTable {
  /** Name of the file or of the sheet, «Сотрудники». */
  readonly fileName: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Number of each row in the file, 1-based; absent = the rows stand below a heading in row 1. */
  readonly rowNumbers?: readonly number[]
  /** How the file itself calls a column, by heading, for the issues. */
  readonly names?: Readonly<Record<string, string>>
}

/** Headings that must be there, and those that may be. */
export interface Columns {
  readonly needed: readonly string[]
  readonly optional: readonly string[]
}

/** One row, with the issues found in it so far. */
export class TableRow {
  constructor(
    /** 1-based, as people see it. */
    readonly row: number,
    private readonly cells: ReadonlyMap<string, Cell>,
    private readonly table: SourceTable,
    private readonly issues: Issue[],
  ) {}

  /** The raw cell; null when the column is not there. */
  cell(heading: string): Cell {
    return this.cells.get(heading) ?? null
  }

  /** The cell as text without spaces around; '' when empty. */
  text(heading: string): string {
    return String(this.cell(heading) ?? '').trim()
  }

  /** Notes an issue about this row; column '' = the row as a whole. */
  complain(column: string, message: string): void {
    this.issues.push({ where: this.table.fileName, row: this.row, column: this.table.names?.[column] ?? column, message })
  }
}

/**
 * Rows that are not empty, by heading: any order of columns, any case, a byte order mark in the first heading tolerated. Columns that are not
 * known are named in the issues and passed over; when a needed one is missing, nothing is read.
 */
export function openTable(table: SourceTable, columns: Columns, issues: Issue[]): TableRow[] {
  const places = placeColumns(table, columns, issues)
  const missing = columns.needed.filter((heading) => !places.has(heading))
  for (const heading of missing) complainOfColumn(table, heading, 'нет такой колонки, загрузить нельзя', issues)
  if (missing.length > 0) return []
  return table.rows.flatMap((cells, index) => {
    if (cells.every((cell) => String(cell ?? '').trim() === '')) return []
    const byHeading = new Map([...places].map(([heading, place]) => [heading, cells[place] ?? null] as const))
    return [new TableRow(table.rowNumbers?.[index] ?? index + 2, byHeading, table, issues)]
  })
}

/** Where each known heading stands; of two equal ones the first counts. */
function placeColumns(table: SourceTable, columns: Columns, issues: Issue[]): Map<string, number> {
  const known = new Map([...columns.needed, ...columns.optional].map((heading) => [folded(heading), heading]))
  const places = new Map<string, number>()
  table.headings.forEach((typed, place) => {
    // A byte order mark counts as a space here.
    const bare = typed.trim()
    const heading = known.get(folded(bare))
    if (heading === undefined) {
      if (bare !== '') complainOfColumn(table, bare, 'неизвестная колонка, не загружается', issues)
    } else if (places.has(heading)) complainOfColumn(table, heading, 'колонка повторяется, читается первая', issues)
    else places.set(heading, place)
  })
  return places
}

function complainOfColumn(table: SourceTable, column: string, message: string, issues: Issue[]): void {
  issues.push({ where: table.fileName, row: null, column, message })
}
