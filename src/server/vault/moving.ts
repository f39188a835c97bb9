/** People's data on their way to the vault or back: a portion of rows a transaction, gone on with by any run; both forms are read meanwhile. */

import { type TableName, tables } from '../../domain/register/tables'
import { markIn } from '../../domain/register/vaultMarks'
import type { VaultState } from '../../usecases/register/service'
import { beginning } from '../../usecases/register/vaultSteps'
import { commitService, serviceCells } from '../desk/commit'
import { type Loaded, loadDesk, refuseUnfit } from '../desk/load'
import { repairMisplaced } from '../desk/rows/repair'
import type { DeskSession } from '../desk/session'
import { keepVault } from '../google/kept/vaultStore'
import { underLock } from '../google/lock'
import { textCell } from '../google/register/cells'
import { layoutOf, quoted } from '../google/register/layout'
import { batchGet } from '../google/register/values'
import { type Patch, writeRegister } from '../google/register/writer'
import { joined } from '../google/vault/joined'
import { kept } from '../google/vault/keptCells'
import { emptyVault } from './clearing'
import { allKeptCells, type KeptCell, type KeptSheet, keptCells, keptSheets } from './keptSheets'
import { isMoving, vaultStateOf } from './vaultStanding'

type Request = GoogleAppsScript.Sheets.Schema.Request

const atOnce = 250

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
  const sheet = keptSheets(session.spreadsheetId).find(({ sheetId }) => sheetId >= (state.place ?? 0))
  if (sheet === undefined) return roundEnded(loaded, state)
  const from = sheet.sheetId === state.place ? state.from : 2
  const to = Math.min(sheet.rowCount, from + atOnce - 1)
  if (from > to) return saved(loaded, { ...state, place: sheet.sheetId + 1, from: 2 })
  const rows = batchGet(session.spreadsheetId, [`${quoted(sheet.title)}!${from}:${to}`])[0] ?? []
  const cells = unmoved(keptCells(sheet, rows, from), state.way)
  const next = to < sheet.rowCount ? { place: sheet.sheetId, from: to + 1 } : { place: sheet.sheetId + 1, from: 2 }
  const after = { ...state, ...next, moved: state.moved + cells.length, round: state.round + cells.length }
  return write(loaded, { sheet, cells, idAt: (row) => Number(rows[row - from]?.[idColumn(sheet)] ?? 0) }, after)
}

/** A list that names nobody says «клиент № 7». */
const numbered = /^клиент (?:№ \d+|без карточки)$/

/** Cells that are not yet as they are to be, with what they are to say. */
export function unmoved(cells: readonly KeptCell[], way: VaultState['way']): KeptCell[] {
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

function write(loaded: Loaded, { sheet, cells, idAt }: Cells, state: VaultState): boolean {
  const own = sheet.name !== null && tables[sheet.name].sheetId === sheet.sheetId ? sheet.name : null
  const isByNumber = (row: number) => (own === 'deals' || own === 'clients') && idAt(row) > 0
  const patches = patchesOf(
    own,
    cells.filter(({ row }) => isByNumber(row)),
    idAt,
  )
  const lost = writeRegister(loaded.session.spreadsheetId, {
    layouts: { ...loaded.snapshot.layouts, ...(own === null ? {} : { [own]: layoutOf(own, sheet.heading) }) },
    patches,
    service: serviceCells(loaded, { vault: JSON.stringify(state) }),
    more: cells.filter(({ row }) => !isByNumber(row)).map(requestOf),
  })
  repairMisplaced(loaded, lost)
  return true
}

function idColumn({ name, heading }: KeptSheet): number {
  const column = name === 'deals' || name === 'clients' ? tables[name].columns.find(({ key }) => key === 'id') : undefined
  return column === undefined ? -1 : heading.indexOf(column.heading)
}

/** Rows that people sort are written by number, as a command does: one that is hit instead is mended. Nobody sorts the others. */
function patchesOf(table: TableName | null, cells: readonly KeptCell[], idAt: Cells['idAt']): Patch[] {
  const rows = new Map<number, Record<string, string>>()
  for (const { row, lane, cell } of cells) rows.set(row, { ...rows.get(row), [lane]: String(cell) })
  return table === null ? [] : [...rows].map(([row, values]) => ({ table, row, id: idAt(row), values }))
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
