/** A file of contacts or companies beside that of deals: its phones, mails and towns come to the deals that name them. */

import { folded } from '../../text/fold'
import { columnLooks, type Grid, headingRowOf, plainCell } from './grid'
import { proposeColumns } from './proposeColumns'
import type { OfficeNames } from './shapes'
import type { Target } from './targets'

/** What such a file may add. */
const wanted: readonly Target[] = ['organisation', 'contact', 'phone', 'email', 'messenger', 'kind', 'municipality', 'consent']
/** Rows that are looked at for the column that both files have. */
const looked = 500
/** Share of the deals' cells that must be found there, and of its cells that must stand there once. */
const leastFound = 0.5
const leastUnique = 0.8

/** The deals with the other file's columns behind their own; null where no column of the one names rows of the other. */
export function joined(deals: Grid, beside: Grid, office: OfficeNames): Grid | null {
  const [at, from] = [headingRowOf(deals), headingRowOf(beside)]
  const link = linkOf(deals.rows.slice(at + 1), beside.rows.slice(from + 1))
  if (link === null) return null
  const headings = (beside.rows[from] ?? []).map(plainCell)
  const targets = proposeColumns(columnLooks(beside, headings, from + 1), office)
  const columns = targets.flatMap((target, column) => (wanted.includes(target) && column !== link.there ? [column] : []))
  const rows = byKey(beside.rows.slice(from + 1), link.there)
  const width = Math.max(...deals.rows.map((row) => row.length))
  const added = (row: readonly string[], place: number) => {
    const found = place > at ? rows.get(folded(plainCell(row[link.here]))) : undefined
    return columns.map((column) => (place === at ? (headings[column] ?? '') : (found?.[column] ?? '')))
  }
  return {
    ...deals,
    rows: deals.rows.map((row, place) => [...row, ...Array.from({ length: width - row.length }, () => ''), ...added(row, place)]),
  }
}

interface Link {
  readonly here: number
  readonly there: number
  readonly found: number
}

/** The pair of columns by which most deals are found. */
function linkOf(deals: Grid['rows'], beside: Grid['rows']): Link | null {
  const sets = columnsOf(beside).map((cells) => (isKey(cells) ? new Set(cells) : null))
  const pairs = columnsOf(deals.slice(0, looked)).flatMap((cells, here) =>
    sets.flatMap((set, there): Link[] => {
      const found = set === null ? 0 : cells.filter((cell) => set.has(cell)).length
      return found === 0 || found < cells.length * leastFound ? [] : [{ here, there, found }]
    }),
  )
  return pairs.sort((a, b) => b.found - a.found)[0] ?? null
}

/** Filled cells of each column, for comparing. */
function columnsOf(rows: Grid['rows']): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, column) => rows.map((row) => folded(plainCell(row[column]))).filter((cell) => cell.length > 2))
}

function isKey(cells: readonly string[]): boolean {
  return cells.length > 0 && new Set(cells).size >= cells.length * leastUnique
}

/** Rows by that cell; who is named twice is nobody. */
function byKey(rows: Grid['rows'], column: number): Map<string, readonly string[] | undefined> {
  const found = new Map<string, readonly string[] | undefined>()
  for (const row of rows) {
    const key = folded(plainCell(row[column]))
    found.set(key, found.has(key) ? undefined : row)
  }
  return found
}
