/** The files that were chosen for the import: read, the deals told from what stands beside them. */

import { type ListKind, listTableOf } from '../../../domain/importing/listHeadings'
import { arrange, type Here } from '../../../domain/importing/proposal/arrange'
import { type Grid, headingRowOf, plainCell } from '../../../domain/importing/proposal/grid'
import { joined } from '../../../domain/importing/proposal/joinBeside'
import { type Plan, proposePlan } from '../../../domain/importing/proposal/plan'
import { type Stranger, seemsToBe } from '../../../domain/importing/proposal/seemsToBe'
import type { OfficeNames } from '../../../domain/importing/proposal/shapes'
import { daysTable } from '../../../domain/importing/workingDayFiles'
import type { ImportPreview, ImportTable } from '../../../rpc/contract'
import { importing as text } from '../../text/importing.ru'
import { isOldWorkbook, type ReadWorkbook, readGrids } from '../page/tableFile'

export interface ReadableFile {
  readonly name: string
  arrayBuffer(): Promise<ArrayBuffer>
}

/** Grids of all files and sheets; a sentence where one cannot be read. */
export async function gridsOf(files: readonly ReadableFile[], readWorkbook: ReadWorkbook): Promise<Grid[] | string> {
  const grids: Grid[] = []
  for (const file of files) {
    try {
      const bytes = await file.arrayBuffer()
      if (isOldWorkbook(bytes)) return text.oldWorkbook(file.name)
      grids.push(...(await readGrids(file.name, bytes, readWorkbook)))
    } catch {
      return text.unreadable(file.name)
    }
  }
  const filled = grids.filter(({ rows }) => rows.some((row) => row.some((cell) => plainCell(cell) !== '')))
  return filled.length > 0 ? filled : text.noRows(files[0]?.name ?? '')
}

interface Read {
  readonly grid: Grid
  /** As it is proposed. */
  readonly plan: Plan
  /** What it seems to be, where it is no export of consultations. */
  readonly stranger: Stranger | null
}

/** The grid of deals, or the first one where none is; the others are joined to it. */
export function dealGrid(grids: readonly Grid[], office: OfficeNames): Read & { readonly besides: number } {
  const looked = grids.map((grid) => lookAt(grid, office))
  const main = looked.find(({ stranger }) => stranger === null) ?? looked[0]
  if (main === undefined) throw new Error('a file was read')
  const others = grids.filter((one) => one !== main.grid)
  const wider = others.reduce((grid, other) => joined(grid, other, office) ?? grid, main.grid)
  const besides = others.filter((other) => joined(main.grid, other, office) !== null).length
  return { ...(wider === main.grid ? main : lookAt(wider, office)), besides }
}

function lookAt(grid: Grid, office: OfficeNames): Read {
  const plan = proposePlan(grid, office)
  return { grid, plan, stranger: seemsToBe(plan, grid.rows.length - headingRowOf(grid) - 1) }
}

/** A list that the office keeps by hand, under our headings; the working calendar also as it is published. */
export function listTable(kind: ListKind, grid: Grid): ImportTable {
  const rows = grid.rows.map((row) => row.map(plainCell))
  const { fileName, headings, rows: own } = (kind === 'workingCalendar' ? daysTable(grid) : null) ?? listTableOf(kind, { ...grid, rows })
  return { fileName, headings: [...headings], rows: own.map((row) => row.map(String)) }
}

/** The deals as the server reads them. */
export type Arranged = ImportTable & { rowNumbers: number[] }

/** The file arranged; a row that stands twice is sent once. */
export function arranged(grid: Grid, plan: Plan, here: Here): { readonly table: Arranged; readonly twice: number } {
  const { fileName, headings, rows, rowNumbers = [], names = {} } = arrange(grid, plan, here)
  const key = Math.max(headings.indexOf('ID'), headings.indexOf('Ключ'))
  const seen = new Set<unknown>()
  const first = rows.map((row) => row[key] === '' || (!seen.has(row[key]) && seen.add(row[key]) !== undefined))
  const own = <T>(list: readonly T[]) => list.filter((_, at) => first[at])
  const table = {
    fileName,
    headings: [...headings],
    rows: own(rows).map((row) => row.map(String)),
    rowNumbers: [...own(rowNumbers)],
    names: { ...names },
  }
  return { table, twice: rows.length - table.rows.length }
}

/** Rows from … to, as a table of its own. */
export function portionOf(table: Arranged, from: number, size: number): ImportTable {
  return { ...table, rows: table.rows.slice(from, from + size), rowNumbers: table.rowNumbers.slice(from, from + size) }
}

/** What portions bring together; the first rows stand for all. */
export function together(a: ImportPreview | null, b: ImportPreview): ImportPreview {
  if (a === null) return b
  return {
    taken: a.taken + b.taken,
    duplicates: a.duplicates + b.duplicates,
    issues: [...a.issues, ...b.issues],
    sample: a.sample.length >= b.sample.length ? a.sample : b.sample,
    matchedEvents: a.matchedEvents + b.matchedEvents,
  }
}
