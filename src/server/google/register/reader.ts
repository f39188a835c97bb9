/** Reading the register: ONE batchGet of just the columns and rows needed; further ones only where somebody sorted or dragged. */

import type { Cell } from '../../../domain/office/settings'
import { type TableName, tables } from '../../../domain/register/tables'
import type { RowWanted } from '../../../usecases/method/method'
import { PlatformError, platformErrorOf } from '../platformError'
import { columnLetter, expectedLayout, type Layout, layoutOf, quoted, sameLayout } from './layout'
import { batchGet } from './values'
import { joined, lanesOf } from './vault/joined'
import { partsOf, type Taken } from './vault/parts'

export interface Query {
  /** Read as a whole: the small sheets. */
  readonly whole: readonly TableName[]
  /** Single rows by id. */
  readonly rows: Partial<Readonly<Record<TableName, readonly RowWanted[]>>>
  /** Whole columns by key. */
  readonly columns: Partial<Readonly<Record<TableName, readonly string[]>>>
  /** First row of the columns of a table, where not all of them are wanted; above it they are read as empty. */
  readonly columnsFrom?: Partial<Readonly<Record<TableName, number>>>
  /** Rows by their place, whatever stands there. */
  readonly spans?: Partial<Readonly<Record<TableName, readonly Span[]>>>
  /** Another sheet with the columns of the table: an archive. */
  readonly titles?: Partial<Readonly<Record<TableName, string>>>
  /** Sheets that may be written: where they are not read otherwise, their headings come along. */
  readonly headings?: readonly TableName[]
}

/** 1-based rows, both inclusive. */
export type Span = readonly [from: number, until: number]

/** What was read. Row numbers are 1-based; the heading is row 1. */
export interface Snapshot {
  readonly layouts: Partial<Record<TableName, Layout>>
  readonly whole: Partial<Record<TableName, readonly (readonly Cell[])[]>>
  /** By table, by id; a wanted row that exists nowhere is absent. */
  readonly rows: Partial<Record<TableName, ReadonlyMap<number, { readonly row: number; readonly cells: readonly Cell[] }>>>
  /** By table, by column key: cells from row 2 on, trailing empty ones left out. */
  readonly columns: Partial<Record<TableName, Readonly<Record<string, readonly Cell[]>>>>
  /** Rows of the query's spans, in its order; empty ones at the end of a span are absent. */
  readonly spans?: Partial<Record<TableName, readonly { readonly row: number; readonly cells: readonly Cell[] }[]>>
  /** Why nothing can be written: of sheets whose headings alone were asked for, one or a heading of it is missing. */
  readonly unfit?: readonly PlatformError[]
}

type Parts = { -readonly [K in keyof Snapshot]: Snapshot[K] }

/**
 * Reads what the query names.
 * @throws PlatformError sheetMissing, headingMissing, timeout …
 */
export function readRegister(spreadsheetId: string, query: Query): Snapshot {
  const guesses = Object.fromEntries(tablesOf(query).map((name) => [name, expectedLayout(name)])) as Partial<Record<TableName, Layout>>
  const first = readFirst(spreadsheetId, withHints(query), guesses)
  const moved = tablesOf(query).filter(
    (name) =>
      withHints(query).columns[name] !== undefined &&
      (first.columns[name] === undefined || !sameLayout(guesses[name] ?? {}, first.layouts[name] ?? {})),
  )
  const again = moved.length > 0 ? readOnce(spreadsheetId, onlyColumns(query, moved), first.layouts) : null
  const merged: Parts = { ...first, columns: { ...first.columns, ...again?.columns } }
  return findLostRows(spreadsheetId, query, merged)
}

function tablesOf(query: Query): TableName[] {
  const named = [
    ...query.whole,
    ...Object.keys(query.rows),
    ...Object.keys(query.columns),
    ...Object.keys(query.spans ?? {}),
  ] as TableName[]
  return [...new Set(named)]
}

/** Where no row is known, the id column comes along in the first read. */
function withHints(query: Query): Query {
  const columns: Partial<Record<TableName, readonly string[]>> = { ...query.columns }
  for (const [name, wanted] of Object.entries(query.rows) as [TableName, readonly RowWanted[]][]) {
    if (wanted.some((one) => one.row === null)) columns[name] = [...new Set([...(columns[name] ?? []), 'id'])]
  }
  return { ...query, columns }
}

function onlyColumns(query: Query, names: readonly TableName[]): Query {
  const columns = Object.fromEntries(names.map((name) => [name, withHints(query).columns[name] ?? []]))
  return { ...query, whole: [], rows: {}, spans: {}, headings: [], columns }
}

/** Where a sheet has become smaller than is asked for, its headings and the small sheets alone are read: they tell what stands where. */
function readFirst(spreadsheetId: string, query: Query, layouts: Partial<Record<TableName, Layout>>): Parts {
  try {
    return readOnce(spreadsheetId, query, layouts)
  } catch (error) {
    const lost = query.headings?.find((name) => isMissing(error, tables[name].title))
    if (lost !== undefined) return withoutSheet(readOnce(spreadsheetId, { ...query, headings: [] }, layouts), error as PlatformError)
    if (!(error instanceof PlatformError) || error.code !== 'beyondGrid') throw error
    const named = { ...query, columns: namesOnly(query.columns), rows: namesOnly(query.rows), spans: namesOnly(query.spans ?? {}) }
    return { ...readOnce(spreadsheetId, named, layouts), columns: {} }
  }
}

function namesOnly(of: object): Partial<Record<TableName, readonly never[]>> {
  return Object.fromEntries(Object.keys(of).map((name) => [name, []]))
}

function isMissing(error: unknown, sheet: string): boolean {
  return error instanceof PlatformError && error.code === 'sheetMissing' && error.params['sheet'] === sheet
}

function withoutSheet(parts: Parts, error: PlatformError): Parts {
  return { ...parts, unfit: [...(parts.unfit ?? []), error] }
}

function readOnce(spreadsheetId: string, query: Query, layouts: Partial<Record<TableName, Layout>>): Parts {
  const parts: Parts = { layouts: {}, whole: {}, rows: {}, columns: {}, spans: {}, unfit: [] }
  const takes: Take[] = []
  for (const name of tablesOf(query)) {
    const title = quoted(titleOf(query, name))
    const isWhole = query.whole.includes(name)
    takes.push({ name, range: isWhole ? title : `${title}!1:1`, take: (values) => takeHeading(parts, query, name, values) })
    if (query.columns[name] !== undefined) parts.columns[name] = {}
    for (const key of query.columns[name] ?? []) {
      const letter = columnLetter(layouts[name]?.[key] ?? 0)
      const from = query.columnsFrom?.[name] ?? 1
      takes.push({
        name,
        key,
        range: `${title}!${letter}${from === 1 ? '' : from}:${letter}`,
        take: (values) => takeColumn(parts, name, key, below(values, from)),
      })
    }
    for (const [from, until] of query.spans?.[name] ?? []) {
      takes.push({ name, range: `${title}!${from}:${until}`, take: (values) => takeSpan(parts, name, from, values) })
    }
    for (const run of runsOf(query.rows[name] ?? [])) {
      const [first, last] = [run[0]?.row ?? 0, run[run.length - 1]?.row ?? 0]
      const take = (values: Cell[][]) => {
        for (const one of run) takeRow(parts, name, one, values[one.row - first] ?? [])
      }
      takes.push({ name, range: `${title}!${first}:${last}`, take })
    }
    for (const one of query.rows[name] ?? []) {
      if (one.row === null || one.until === undefined) continue
      const first = one.row
      takes.push({ name, range: `${title}!${first}:${one.until}`, take: (values) => takeAmong(parts, name, { id: one.id, first }, values) })
    }
  }
  for (const name of headingsAlone(query)) {
    takes.push({ name, range: `${quoted(titleOf(query, name))}!1:1`, take: (values) => takeFitness(parts, query, name, values) })
  }
  const answers = batchGet(
    spreadsheetId,
    takes.map((one) => one.range),
  )
  const read = joined(partsOf(takes, answers, spreadsheetId))
  for (const [index, one] of takes.entries()) one.take(read[index] ?? [])
  return { ...parts, rows: asWanted(parts.rows, query) }
}

interface Take extends Taken {
  readonly take: (values: Cell[][]) => void
}

/** In the order in which they were asked for. */
function asWanted(rows: Snapshot['rows'], { rows: wanted }: Query): Snapshot['rows'] {
  const names = Object.keys(rows) as TableName[]
  const ordered = (name: TableName) =>
    (wanted[name] ?? []).flatMap(({ id }) => (rows[name]?.has(id) ? [[id, rows[name].get(id)] as const] : []))
  return Object.fromEntries(names.map((name) => [name, new Map(ordered(name))])) as Snapshot['rows']
}

interface PlacedRow {
  readonly id: number
  readonly row: number
}

/** Rows between two wanted ones that are read along, so that many make few ranges: an address has an end. */
const readAlong = 4

/** Wanted rows whose place is known, in runs. */
function runsOf(wanted: readonly RowWanted[]): PlacedRow[][] {
  const placed = wanted
    .flatMap(({ id, row, until }) => (row === null || until !== undefined ? [] : [{ id, row }]))
    .sort((a, b) => a.row - b.row)
  const runs: PlacedRow[][] = []
  for (const one of placed) {
    const run = runs[runs.length - 1]
    const last = run?.[run.length - 1]
    if (run === undefined || last === undefined || one.row - last.row > readAlong + 1) runs.push([one])
    else run.push(one)
  }
  return runs
}

/** Single rows as they were entered: formulas as formulas. */
export function enteredRows(spreadsheetId: string, name: TableName, rows: readonly number[]): ReadonlyMap<number, readonly Cell[]> {
  const ranges = rows.map((row) => `${quoted(tables[name].title)}!${row}:${row}`)
  const read = batchGet(spreadsheetId, ranges, 'FORMULA')
  return new Map(rows.map((row, index) => [row, read[index]?.[0] ?? []]))
}

/** Sheets of which nothing else is read. */
function headingsAlone(query: Query): TableName[] {
  const known = tablesOf(query)
  return (query.headings ?? []).filter((name) => !known.includes(name))
}

function takeFitness(parts: Parts, query: Query, name: TableName, values: Cell[][]): void {
  try {
    takeHeading(parts, query, name, values)
  } catch (error) {
    parts.unfit = [...(parts.unfit ?? []), platformErrorOf(error)]
  }
}

function titleOf({ titles }: Query, name: TableName): string {
  return titles?.[name] ?? tables[name].title
}

function takeHeading(parts: Parts, query: Query, name: TableName, values: Cell[][]): void {
  parts.layouts[name] = layoutOf(name, values[0] ?? [], titleOf(query, name))
  if (query.whole.includes(name)) parts.whole[name] = values.slice(1)
}

/** Rows of a sheet as they stand, from … to (1-based, inclusive). */
export function readRows(spreadsheetId: string, name: TableName, { from, to }: { readonly from: number; readonly to: number }): Cell[][] {
  const title = quoted(tables[name].title)
  const [heading = [], values = []] = batchGet(spreadsheetId, [`${title}!1:1`, `${title}!${from}:${to}`])
  return joined([{ values, laneAt: lanesOf(name, heading[0] ?? []) }])[0] ?? []
}

function takeColumn(parts: Parts, name: TableName, key: string, cells: Cell[]): void {
  parts.columns[name] = { ...parts.columns[name], [key]: cells }
}

/** Cells below the heading of a column that was read from that row on. */
function below(values: Cell[][], from: number): Cell[] {
  const cells = values.map((row) => row[0] ?? null)
  return from === 1 ? cells.slice(1) : [...Array.from({ length: from - 2 }, () => null), ...cells]
}

function takeSpan(parts: Parts, name: TableName, from: number, values: Cell[][]): void {
  const rows = values.map((cells, index) => ({ row: from + index, cells }))
  parts.spans = { ...parts.spans, [name]: [...(parts.spans?.[name] ?? []), ...rows] }
}

function takeRow(parts: Parts, name: TableName, wanted: { id: number; row: number }, cells: Cell[]): void {
  const layout = parts.layouts[name] ?? {}
  if (cells[layout['id'] ?? 0] !== wanted.id) return
  parts.rows[name] = new Map(parts.rows[name] ?? []).set(wanted.id, { row: wanted.row, cells })
}

/** The row of that number among some. */
function takeAmong(parts: Parts, name: TableName, { id, first }: { id: number; first: number }, values: Cell[][]): void {
  const idAt = parts.layouts[name]?.['id'] ?? 0
  const at = values.findIndex((cells) => cells[idAt] === id)
  if (at >= 0) takeRow(parts, name, { id, row: first + at }, values[at] ?? [])
}

/** Rows that were not where they were last seen: the id column says where they are now. */
function findLostRows(spreadsheetId: string, query: Query, parts: Parts): Snapshot {
  const lost = (Object.entries(query.rows) as [TableName, readonly RowWanted[]][])
    .map(([name, wanted]) => [name, wanted.filter((one) => !(parts.rows[name]?.has(one.id) ?? false))] as const)
    .filter(([, wanted]) => wanted.length > 0)
  if (lost.length === 0) return parts
  const unread = lost.filter(([name]) => parts.columns[name]?.['id'] === undefined).map(([name]) => name)
  const ids = unread.length > 0 ? readOnce(spreadsheetId, idColumns(query, unread), parts.layouts).columns : {}
  const columns = { ...parts.columns }
  for (const name of unread) columns[name] = { ...parts.columns[name], ...ids[name] }
  const found = Object.fromEntries(lost.map(([name, wanted]) => [name, locate(columns[name]?.['id'] ?? [], wanted)]))
  if (Object.values(found).every((rows) => rows.length === 0)) return { ...parts, columns }
  const late = readOnce(spreadsheetId, { ...query, whole: [], rows: found, columns: {}, spans: {}, headings: [] }, parts.layouts)
  return { ...parts, columns, rows: mergeRows(parts.rows, late.rows) }
}

function idColumns(query: Query, names: readonly TableName[]): Query {
  return { ...query, whole: [], rows: {}, spans: {}, headings: [], columns: Object.fromEntries(names.map((name) => [name, ['id']])) }
}

function locate(ids: readonly Cell[], wanted: readonly RowWanted[]): RowWanted[] {
  return wanted.flatMap(({ id }) => {
    const index = ids.indexOf(id)
    return index < 0 ? [] : [{ id, row: index + 2 }]
  })
}

/** Rows of both, by table and id. */
export function mergeRows(a: Snapshot['rows'], b: Snapshot['rows']): Snapshot['rows'] {
  const merged: Partial<Record<TableName, ReadonlyMap<number, { row: number; cells: readonly Cell[] }>>> = { ...a }
  for (const [name, rows] of Object.entries(b) as [TableName, NonNullable<Snapshot['rows'][TableName]>][]) {
    merged[name] = new Map([...(a[name] ?? []), ...rows])
  }
  return merged
}
