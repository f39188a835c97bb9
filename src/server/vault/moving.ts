/** People's data on their way to the vault or back: a portion of rows a transaction, gone on with by any run; both forms are read meanwhile. */

import type { Cell } from '../../domain/office/settings'
import { type TableName, tables } from '../../domain/register/tables'
import { markIn } from '../../domain/register/vaultMarks'
import { beginning } from '../../usecases/card/personal/vaultSteps'
import type { VaultState } from '../../usecases/register/service'
import { commitService, serviceCells } from '../desk/commit'
import { type Loaded, loadDesk, refuseUnfit } from '../desk/load'
import { repairMisplaced } from '../desk/rows/repair'
import type { DeskSession } from '../desk/session'
import { keepVault } from '../google/kept/vaultStore'
import { underLock } from '../google/lock'
import { textCell } from '../google/register/cells'
import { layoutOf, quoted } from '../google/register/layout'
import { batchGet } from '../google/register/values'
import { joined } from '../google/register/vault/joined'
import { kept } from '../google/register/vault/keptCells'
import { type Patch, writeRegister } from '../google/register/writer'
import { emptyVault } from './clearing'
import { allKeptCells, type KeptCell, type KeptSheet, keptCells, keptSheets } from './keptSheets'
import { isMoving, vaultStateOf } from './vaultStanding'

type Request = GoogleAppsScript.Sheets.Schema.Request

/** Portion after portion, each under the lock, until all is moved or the time is over. */
export function goOnMoving(session: DeskSession, until: number): void {
  while (underLock(() => portion(session)) && Date.now() < until);
}

/** @returns whether there is more to do */
function portion(session: DeskSession): boolean {
  const loaded = loadDesk(session)
  const state = vaultStateOf(loaded)
  if (state === null || !isMoving(state)) return false
  refuseUnfit(loaded)
  if (state.place === null) return finished(loaded, state)
  const spans = spansFrom(keptSheets(session.spreadsheetId), state)
  if (spans.length === 0) return roundEnded(loaded, state)
  const { parts, next } = found(spans, readSpans(session.spreadsheetId, spans), state.way)
  const count = parts.reduce((sum, { cells }) => sum + cells.length, 0)
  return write(loaded, parts, { ...state, ...next, moved: state.moved + count, round: state.round + count })
}

/** Rows of one sheet, both inclusive. */
interface RowSpan {
  readonly sheet: KeptSheet
  readonly from: number
  readonly to: number
}

/** Rows of one span, spans of one read, and cells after which no further span is written with them. */
const [spanRows, mostSpans, enough] = [250, 24, 1500] as const

/** What follows the place where the last portion ended. */
function spansFrom(sheets: readonly KeptSheet[], { place, from }: VaultState): RowSpan[] {
  const spans = sheets
    .filter(({ sheetId }) => sheetId >= (place ?? 0))
    .flatMap((sheet) => {
      const first = sheet.sheetId === place ? from : 2
      const count = Math.max(0, Math.ceil((sheet.rowCount - first + 1) / spanRows))
      return Array.from({ length: count }, (_, at): RowSpan => {
        const start = first + at * spanRows
        return { sheet, from: start, to: Math.min(sheet.rowCount, start + spanRows - 1) }
      })
    })
  return spans.slice(0, mostSpans)
}

function readSpans(spreadsheetId: string, spans: readonly RowSpan[]): Cell[][][] {
  return batchGet(
    spreadsheetId,
    spans.map(({ sheet, from, to }) => `${quoted(sheet.title)}!${from}:${to}`),
  )
}

interface Found {
  readonly parts: readonly Cells[]
  /** Where the next portion begins. */
  readonly next: Pick<VaultState, 'place' | 'from'>
}

function found(spans: readonly RowSpan[], read: readonly Cell[][][], way: VaultState['way']): Found {
  const parts: Cells[] = []
  let count = 0
  for (const [at, { sheet, from, to }] of spans.entries()) {
    const rows = read[at] ?? []
    const cells = unmoved(keptCells(sheet, rows, from), way)
    count += cells.length
    if (cells.length > 0) parts.push({ sheet, cells, idAt: (row) => Number(rows[row - from]?.[idColumn(sheet)] ?? 0) })
    if (count >= enough || at === spans.length - 1) return { parts, next: { place: sheet.sheetId, from: to + 1 } }
  }
  return { parts, next: { place: null, from: 2 } }
}

/** A list that names nobody says «клиент № 7». */
const numbered = /^клиент (?:№ \d+|без карточки)$/

/** Cells that are not yet as they are to be, with what they are to say. */
function unmoved(cells: readonly KeptCell[], way: VaultState['way']): KeptCell[] {
  if (way === 'in') return cells.filter(({ cell, sheet }) => markIn(cell) === null && !(sheet.name === null && numbered.test(String(cell))))
  const texts = joined(cells.map(({ cell, lane, sheet }) => ({ values: [[cell]], laneAt: () => (sheet.name === null ? 'told' : lane) })))
  return cells.flatMap((one, at) => {
    const cell = texts[at]?.[0]?.[0] ?? null
    return cell === one.cell ? [] : [{ ...one, cell }]
  })
}

interface Cells {
  readonly sheet: KeptSheet
  readonly cells: readonly KeptCell[]
  readonly idAt: (row: number) => number
}

function write(loaded: Loaded, parts: readonly Cells[], state: VaultState): boolean {
  if (parts.length === 0) return saved(loaded, state)
  const layouts = parts.flatMap(({ sheet }) => {
    const own = ownTable(sheet)
    return own === null ? [] : [[own, layoutOf(own, sheet.heading)] as const]
  })
  const lost = writeRegister(loaded.session.spreadsheetId, {
    layouts: { ...loaded.snapshot.layouts, ...Object.fromEntries(layouts) },
    patches: parts.flatMap(patchesOf),
    service: serviceCells(loaded, { vault: JSON.stringify(state) }),
    more: parts.flatMap((part) => part.cells.filter(({ row }) => !isByNumber(part, row)).map(requestOf)),
  })
  repairMisplaced(loaded, lost)
  return true
}

/** null = an archive, a list. */
function ownTable({ name, sheetId }: KeptSheet): TableName | null {
  return name !== null && tables[name].sheetId === sheetId ? name : null
}

/** Rows that people sort are written by number, as a command does: one that is hit instead is mended. Nobody sorts the others. */
function isByNumber({ sheet, idAt }: Cells, row: number): boolean {
  const own = ownTable(sheet)
  return (own === 'deals' || own === 'clients') && idAt(row) > 0
}

function idColumn({ name, heading }: KeptSheet): number {
  const column = name === 'deals' || name === 'clients' ? tables[name].columns.find(({ key }) => key === 'id') : undefined
  return column === undefined ? -1 : heading.indexOf(column.heading)
}

function patchesOf(part: Cells): Patch[] {
  const rows = new Map<number, Record<string, string>>()
  for (const { row, lane, cell } of part.cells) if (isByNumber(part, row)) rows.set(row, { ...rows.get(row), [lane]: String(cell) })
  const table = ownTable(part.sheet)
  return table === null ? [] : [...rows].map(([row, values]) => ({ table, row, id: part.idAt(row), values }))
}

function requestOf({ sheet, row, column, lane, cell }: KeptCell): Request {
  return {
    updateCells: {
      start: { sheetId: sheet.sheetId, rowIndex: row - 1, columnIndex: column },
      rows: [{ values: [kept(textCell(String(cell)), lane, sheet.name === null)] }],
      fields: 'userEnteredValue',
    },
  }
}

function saved(loaded: Loaded, state: VaultState): boolean {
  commitService(loaded, { vault: JSON.stringify(state) })
  return true
}

/** Rows may have moved between portions: only a round that finds nothing is the last. */
function roundEnded(loaded: Loaded, state: VaultState): boolean {
  return saved(loaded, state.round > 0 ? { ...state, place: 0, from: 2, round: 0 } : { ...state, place: null, from: 2 }) && isMoving(state)
}

/** Nothing is left there: the vault is emptied, and forgotten last. */
function finished(loaded: Loaded, { id }: VaultState): boolean {
  emptyVault(id)
  commitService(loaded, { vault: '' })
  keepVault(null)
  return false
}

/** What hands have typed since: found in one read of all sheets, moved by rounds as at first. */
export function lookForTyped(loaded: Loaded, state: VaultState): boolean {
  const { spreadsheetId } = loaded.session
  const found = unmoved(allKeptCells(spreadsheetId, keptSheets(spreadsheetId)), state.way)
  return found.length > 0 && saved(loaded, { ...state, ...beginning(state), moved: state.moved, sweep: state.sweep })
}
