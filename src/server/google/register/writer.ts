/** Writing the register: ONE batchUpdate with typed cells, all or nothing; the ids of the rows written come back in its answer. */

import { type Column, type Table, type TableName, tables } from '../../../domain/register/tables'
import { platformErrorOf } from '../platformError'
import { type CellData, textCell, writeCell } from './cells'
import { columnLetter, type Layout, quoted } from './layout'

type Request = GoogleAppsScript.Sheets.Schema.Request
type Values = Readonly<Record<string, string | number | null>>

export interface Patch {
  readonly table: TableName
  /** 1-based, where the row stood when it was read. */
  readonly row: number
  readonly id: number
  /** Changed columns only. */
  readonly values: Values
}

/** A row that is not as it was meant: somebody sorted, or dragged a column, between our read and our write. */
export interface Misplaced {
  /** Row 0: an appended row, its place is not known. */
  readonly patch: Patch
  /** Id of the row that was hit instead; null = a row without a number, or not known. */
  readonly hit: number | null
  /** The row is right, but the columns are not: any of its cells may have been hit, its number too. */
  readonly dragged: boolean
}

export interface Commit {
  readonly layouts: Partial<Readonly<Record<TableName, Layout>>>
  readonly patches?: readonly Patch[]
  readonly appends?: Partial<Readonly<Record<TableName, readonly Values[]>>>
  /** New content of a product-owned sheet below its heading. */
  readonly replaced?: Partial<Readonly<Record<TableName, Replaced>>>
  /** Cells of «Служебное»: key → [0-based row, value]. */
  readonly service?: Readonly<Record<string, { readonly row: number; readonly value: string }>>
  /** Further requests of the same transaction (reports). */
  readonly more?: readonly Request[]
}

export interface Replaced {
  readonly rows: readonly Values[]
  /** How many rows they replace. */
  readonly before: number
  /** Rows below the heading that stay in front of them; absent = none. */
  readonly from?: number
}

type Whole = Required<Commit>

const patchFields = 'userEnteredValue,userEnteredFormat.numberFormat'

/** The sheets in which people sort and drag. */
const handled: readonly TableName[] = ['deals', 'clients']

/**
 * Applies the commit.
 * @returns rows that are not as meant, because somebody sorted or dragged a column in between
 * @throws PlatformError
 */
export function writeRegister(spreadsheetId: string, parts: Commit): readonly Misplaced[] {
  const commit: Whole = { patches: [], appends: {}, replaced: {}, service: {}, more: [], ...parts }
  const requests = requestsOf(commit)
  if (requests.length === 0) return []
  const watched = handled.filter((name) => commit.patches.some(({ table }) => table === name) || (commit.appends[name] ?? []).length > 0)
  const responseRanges = [
    ...watched.map((name) => `${quoted(tables[name].title)}!1:1`),
    ...commit.patches.map((patch) => idRange(commit, patch)),
  ]
  const isAsked = responseRanges.length > 0
  try {
    const answer = Sheets!.Spreadsheets!.batchUpdate(
      { requests, includeSpreadsheetInResponse: isAsked, responseIncludeGridData: isAsked, responseRanges },
      spreadsheetId,
    )
    const cells = answeredCells(answer)
    const dragged = watched.filter((name) => !isLaidOut(name, commit.layouts[name] ?? {}, cells.get(`${tables[name].sheetId}:0`) ?? []))
    return [...misplaced(commit, dragged, cells), ...draggedRows(commit, dragged)]
  } catch (error) {
    throw platformErrorOf(error)
  }
}

function requestsOf(commit: Whole): Request[] {
  return [
    ...commit.patches.flatMap((patch) => patchRequests(patch, commit.layouts[patch.table] ?? {})),
    ...(Object.entries(commit.appends) as [TableName, readonly Values[]][])
      .filter(([, rows]) => rows.length > 0)
      .map(([name, rows]) => appendRequest(name, rows, { layout: commit.layouts[name] })),
    ...(Object.entries(commit.replaced) as [TableName, Replaced][]).flatMap(([name, part]) =>
      replaceRequests(name, part, commit.layouts[name]),
    ),
    ...Object.entries(commit.service).map(serviceRequest),
    ...commit.more,
  ]
}

/** Neighbouring changed columns go together; columns of others are not touched. */
function patchRequests(patch: Patch, layout: Layout): Request[] {
  const cells = columnsAt(tables[patch.table], layout).filter(({ column }) => column.key in patch.values)
  const runs: { start: number; cells: CellData[] }[] = []
  for (const { column, index } of cells) {
    const run = runs[runs.length - 1]
    const cell = writeCell(column, patch.values[column.key] ?? null)
    if (run !== undefined && run.start + run.cells.length === index) run.cells.push(cell)
    else runs.push({ start: index, cells: [cell] })
  }
  return runs.map((run) => ({
    updateCells: {
      start: { sheetId: tables[patch.table].sheetId, rowIndex: patch.row - 1, columnIndex: run.start },
      rows: [{ values: run.cells }],
      fields: patchFields,
    },
  }))
}

function columnsAt(table: Table, layout: Layout): { column: Column; index: number }[] {
  return table.columns
    .map((column, position) => ({ column, index: layout[column.key] ?? position }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)
}

/** One row of cells in the sheet's present order. */
export function rowCells(name: TableName, values: Values, layout?: Layout): CellData[] {
  const cells: CellData[] = []
  for (const { column, index } of columnsAt(tables[name], layout ?? {})) {
    while (cells.length < index) cells.push({})
    cells.push(writeCell(column, values[column.key] ?? null))
  }
  return cells
}

/** @param place where the columns stand, and another sheet of the same columns (an archive) */
export function appendRequest(
  name: TableName,
  rows: readonly Values[],
  { layout, sheetId }: { readonly layout: Layout | undefined; readonly sheetId?: number },
): Request {
  return {
    appendCells: {
      sheetId: sheetId ?? tables[name].sheetId,
      rows: rows.map((values) => ({ values: rowCells(name, values, layout) })),
      fields: patchFields,
    },
  }
}

/** Rows that stand there are overwritten (what is left over is blanked), further ones appended. */
function replaceRequests(name: TableName, part: Replaced, layout: Layout | undefined): Request[] {
  const over = part.rows.slice(0, part.before).map((values) => ({ values: rowCells(name, values, layout) }))
  const blank = { values: tables[name].columns.map(() => ({})) }
  const rows = [...over, ...Array.from({ length: part.before - over.length }, () => blank)]
  const further = part.rows.slice(part.before)
  return [
    ...(rows.length === 0
      ? []
      : [
          {
            updateCells: {
              start: { sheetId: tables[name].sheetId, rowIndex: 1 + (part.from ?? 0), columnIndex: 0 },
              rows,
              fields: patchFields,
            },
          },
        ]),
    ...(further.length === 0 ? [] : [appendRequest(name, further, { layout })]),
  ]
}

/** The key is written along: an older register gets its new lines so. */
function serviceRequest([key, { row, value }]: [string, { row: number; value: string }]): Request {
  return {
    updateCells: {
      start: { sheetId: tables.service.sheetId, rowIndex: row, columnIndex: 0 },
      rows: [{ values: [textCell(key), textCell(value)] }],
      fields: 'userEnteredValue',
    },
  }
}

function idRange(commit: Whole, patch: Patch): string {
  const letter = columnLetter(commit.layouts[patch.table]?.['id'] ?? 0)
  return `${quoted(tables[patch.table].title)}!${letter}${patch.row}`
}

/** The first row of each range that came back, by sheet and 0-based row. */
type Answered = ReadonlyMap<string, readonly GoogleAppsScript.Sheets.Schema.CellData[]>

function answeredCells(answer: GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse): Answered {
  const ranges = (answer.updatedSpreadsheet?.sheets ?? []).flatMap((sheet) =>
    (sheet.data ?? []).map((data) => [`${sheet.properties?.sheetId}:${data.startRow ?? 0}`, data.rowData?.[0]?.values ?? []] as const),
  )
  return new Map(ranges)
}

/** Patches whose row holds another id than meant, or none (a patch may set the id itself). Under dragged columns no id can be told. */
function misplaced({ patches }: Whole, dragged: readonly TableName[], cells: Answered): Misplaced[] {
  const told = patches.filter(({ table }) => !dragged.includes(table))
  return told.flatMap((patch) => {
    const hit = cells.get(`${tables[patch.table].sheetId}:${patch.row - 1}`)?.[0]?.effectiveValue?.numberValue ?? null
    const meant = 'id' in patch.values ? patch.values['id'] : patch.id
    return hit === meant ? [] : [{ patch, hit, dragged: false }]
  })
}

/** Every row written into a sheet whose headings do not stand where they were read. */
function draggedRows(commit: Whole, dragged: readonly TableName[]): Misplaced[] {
  const appended = dragged.flatMap((table) =>
    (commit.appends[table] ?? []).map((values): Patch => ({ table, row: 0, id: Number(values['id']), values })),
  )
  return [...commit.patches.filter(({ table }) => dragged.includes(table)), ...appended].map((patch) => ({
    patch,
    hit: null,
    dragged: true,
  }))
}

function isLaidOut(name: TableName, layout: Layout, headings: readonly GoogleAppsScript.Sheets.Schema.CellData[]): boolean {
  return columnsAt(tables[name], layout).every(
    ({ column, index }) => headings[index]?.effectiveValue?.stringValue?.trim() === column.heading,
  )
}
