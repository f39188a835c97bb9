/** Where a table's columns stand now: found by heading in row 1, wherever people dragged them. */

import type { Cell } from '../../../domain/office/settings'
import { type Table, type TableName, tables } from '../../../domain/register/tables'
import { PlatformError } from '../platformError'

/** Column key → 0-based column index. */
export type Layout = Readonly<Record<string, number>>

/** The order in which we made the columns: the first guess, proved by the heading that comes in the same read. */
export function expectedLayout(name: TableName): Layout {
  return Object.fromEntries(tables[name].columns.map((column, index) => [column.key, index]))
}

/**
 * Layout from the heading row.
 * @throws PlatformError headingMissing naming the sheet and all headings that are not there
 */
export function layoutOf(name: TableName, heading: readonly Cell[], title: string = tables[name].title): Layout {
  const titles = heading.map((cell) => String(cell ?? '').trim())
  const table: Table = tables[name]
  const missing = table.columns.filter((column) => !titles.includes(column.heading) && column.key !== 'absences')
  if (missing.length > 0) {
    throw new PlatformError('headingMissing', { sheet: title, heading: missing.map((column) => column.heading).join('», «') })
  }
  return Object.fromEntries(table.columns.map((column, at) => [column.key, placeOf(table, at, titles)]))
}

/** Of several columns of one heading ours stands beside those that we made beside it: people name columns of their own as they like. */
function placeOf({ columns }: Table, at: number, titles: readonly string[]): number {
  const own = columns[at]?.heading
  const places = titles.flatMap((title, place) => (title === own ? [place] : []))
  const beside = (place: number) => [-1, 1].filter((step) => titles[place + step] === columns[at + step]?.heading).length
  return places.reduce((best, place) => (best < 0 || beside(place) > beside(best) ? place : best), -1)
}

/** Where every column of each sheet stands that was read. */
export type Layouts = Partial<Readonly<Record<TableName, Layout>>>

/** @throws PlatformError headingMissing where the sheet's headings are not known: nothing is ever written by guess */
export function layoutIn(layouts: Layouts, name: TableName): Layout {
  const layout = layouts[name]
  if (layout === undefined) throw new PlatformError('headingMissing', { sheet: tables[name].title, heading: '' })
  return layout
}

export function sameLayout(a: Layout, b: Layout): boolean {
  return Object.keys(a).every((key) => a[key] === b[key])
}

/** 0 → 'A', 26 → 'AA'. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}

/** A title as a range names it: `'Отчёт 2026-11'`. */
export function quoted(title: string): string {
  return `'${title.replace(/'/g, "''")}'`
}
