/** Writing the register: ONE batchUpdate with typed cells, all or nothing; the ids of the rows written come back in its answer. */

import { type Column, type Table, type TableName, tables } from '../../../domain/register/tables'
import { keepsLock } from '../lock'
import { mayHaveLanded, platformErrorOf, type Second, tried } from '../platformError'
import { sealed } from '../signed/seal'
import { type CellData, textCell, writeCell } from './cells'
import { hasLanded, readCells } from './landed'
import { columnLetter, type Layout, type Layouts, layoutIn, quoted } from './layout'
import { ownCells } from './ownCells'
import { laneIn } from './vault/keptCells'
import { withMarks } from './vault/marked'
import { tableOf, writeAgain } from './writeAgain'

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
  readonly layouts: Layouts
  readonly patches?: readonly Patch[]
  readonly appends?: Partial<Readonly<Record<TableName, readonly Values[]>>>
  /** New content of stretches of a product-owned sheet below its heading. */
  readonly replaced?: Partial<Readonly<Record<TableName, readonly Replaced[]>>>
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

/** The sheets in which people sort; what they drag elsewhere is written again at once (writeAgain.ts). */
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
  keepsLock()
  const watched = [...new Set(requests.flatMap((request) => tableOf(request) ?? []))]
  const responseRanges = [
    ...watched.map((name) => `${quoted(tables[name].title)}!1:1`),
    ...commit.patches.map((patch) => idRange(commit, patch)),
  ]
  const isAsked = responseRanges.length > 0
  const asked = { requests, includeSpreadsheetInResponse: isAsked, responseIncludeGridData: isAsked, responseRanges }
  const cells = written(spreadsheetId, asked, commit.service)
  const dragged = watched.filter((name) => !isLaidOut(name, layoutIn(commit.layouts, name), cells.get(`${tables[name].sheetId}:0`) ?? []))
  const own = dragged.filter((name) => !handled.includes(name) && !isWrittenAgain(spreadsheetId, name, requests, commit))
  return [...misplaced(commit, dragged, cells), ...draggedRows(commit, dragged), ...own.map(lostIn)]
}

type Asked = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest

function update(spreadsheetId: string, asked: Asked): GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse {
  try {
    return withMarks(asked.requests ?? [], (requests) =>
      tried(() => Sheets!.Spreadsheets!.batchUpdate({ ...asked, requests }, spreadsheetId), secondOf(asked)),
    )
  } catch (error) {
    throw platformErrorOf(error)
  }
}

/** The same cells in their places may be written twice; whatever adds may not. */
function secondOf({ requests = [] }: Asked): Second {
  return requests.every((request) => Object.keys(request).every((kind) => kind === 'updateCells')) ? 'harmless' : 'once'
}

/** An answer that never came: counts in «Служебное» that only grow tell whether it is written. */
function written(spreadsheetId: string, asked: Asked, service: Whole['service']): Answered {
  try {
    return answeredCells(update(spreadsheetId, asked))
  } catch (error) {
    if (!mayHaveLanded(error) || !isFound(spreadsheetId, service)) throw error
    return readCells(spreadsheetId, asked.responseRanges ?? [])
  }
}

/** Where nobody can look either, it stays in doubt. */
function isFound(spreadsheetId: string, service: Whole['service']): boolean {
  try {
    return hasLanded(spreadsheetId, service)
  } catch {
    return false
  }
}

/** What stands under wrong headings is written, and no failure of the commit. */
function isWrittenAgain(spreadsheetId: string, name: TableName, requests: readonly Request[], { layouts }: Whole): boolean {
  try {
    const again = writeAgain(spreadsheetId, name, { requests, before: layoutIn(layouts, name) })
    if (again.length > 0) update(spreadsheetId, { requests: [...again] })
    return true
  } catch (error) {
    console.error(`register, ${name}: ${platformErrorOf(error).message}`)
    return false
  }
}

function lostIn(table: TableName): Misplaced {
  return { patch: { table, row: 0, id: 0, values: {} }, hit: null, dragged: true }
}

function requestsOf(commit: Whole): Request[] {
  return [
    ...commit.patches.flatMap((patch) => patchRequests(patch, layoutIn(commit.layouts, patch.table))),
    ...(Object.entries(commit.appends) as [TableName, readonly Values[]][])
      .filter(([, rows]) => rows.length > 0)
      .map(([name, rows]) => appendRequest(name, rows, { layout: layoutIn(commit.layouts, name) })),
    ...(Object.entries(commit.replaced) as [TableName, readonly Replaced[]][]).flatMap(([name, parts]) =>
      parts.flatMap((part) => replaceRequests(name, part, layoutIn(commit.layouts, name))),
    ),
    ...serviceRequests(commit),
    ...commit.more,
  ]
}

/** Neighbouring changed columns go together; columns of others are not touched. */
function patchRequests(patch: Patch, layout: Layout): Request[] {
  const cells = columnsAt(tables[patch.table], layout).filter(({ column }) => column.key in patch.values)
  const runs: { start: number; cells: CellData[] }[] = []
  for (const { column, index } of cells) {
    const run = runs[runs.length - 1]
    const cell = cellIn(patch.table, column, patch.values)
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

/** Where people type, what they type into a text stays text. */
function cellIn(name: TableName, column: Column, values: Values): CellData {
  const value = values[column.key] ?? null
  return name === 'service' && laneIn(name, column, values) === null
    ? textCell(String(value ?? ''))
    : writeCell(column, value, handled.includes(name))
}

function columnsAt(table: Table, layout: Layout): { column: Column; index: number }[] {
  return table.columns
    .map((column) => ({ column, index: layout[column.key] ?? -1 }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)
}

/** One row of cells in the sheet's present order. */
function rowCells(name: TableName, values: Values, layout: Layout): CellData[] {
  const cells: CellData[] = []
  for (const { column, index } of columnsAt(tables[name], layout)) {
    while (cells.length < index) cells.push({})
    cells.push(cellIn(name, column, values))
  }
  return cells
}

/** One row as a whole, in its place (1-based). */
export function rowRequest(name: TableName, { row, values }: { readonly row: number; readonly values: Values }, layout: Layout): Request {
  return {
    updateCells: {
      start: { sheetId: tables[name].sheetId, rowIndex: row - 1, columnIndex: 0 },
      rows: [{ values: rowCells(name, values, layout) }],
      fields: patchFields,
    },
  }
}

/** @param place where the columns stand, and another sheet of the same columns (an archive) */
export function appendRequest(
  name: TableName,
  rows: readonly Values[],
  { layout, sheetId }: { readonly layout: Layout; readonly sheetId?: number },
): Request {
  return {
    appendCells: {
      sheetId: sheetId ?? tables[name].sheetId,
      rows: rows.map((values) => ({ values: rowCells(name, sealed(name, values), layout) })),
      fields: patchFields,
    },
  }
}

/** Rows that stand there are overwritten (what is left over is blanked), further ones appended. */
function replaceRequests(name: TableName, part: Replaced, layout: Layout): Request[] {
  const over = part.rows.slice(0, part.before).map((values) => ({ values: rowCells(name, values, layout) }))
  const blank = { values: rowCells(name, {}, layout) }
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
function serviceRequests({ service, layouts }: Whole): Request[] {
  const rows = Object.entries(service).map(([key, { row, value }]) => ({ row: row + 1, values: sealed('service', { key, value }) }))
  return rows.length === 0 ? [] : ownCells('service', layouts.service, rows)
}

function idRange(commit: Whole, patch: Patch): string {
  const letter = columnLetter(layoutIn(commit.layouts, patch.table)['id'] ?? 0)
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
  const appended = dragged
    .filter((table) => handled.includes(table))
    .flatMap((table) => (commit.appends[table] ?? []).map((values): Patch => ({ table, row: 0, id: Number(values['id']), values })))
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
