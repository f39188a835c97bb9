/** Texts of the vault that no cell of the register leads to: of runs that died, of values that were changed, of people who were forgotten. */

import { laneNames } from '../../domain/register/vaultLanes'
import { markIn } from '../../domain/register/vaultMarks'
import { commitService } from '../desk/commit'
import { loadDesk } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import { tried } from '../google/platformError'
import { batchGet } from '../google/register/values'
import { reached, requireHeading, vaultSheetId, vaultTitle } from '../google/register/vault/vaultSheet'
import { sheetsOf } from '../google/spreadsheet'
import { allKeptCells, keptSheets } from './keptSheets'
import { vaultStateOf } from './vaultStanding'

type Request = GoogleAppsScript.Sheets.Schema.Request

/** Rows of the vault in one read. */
const atOnce = 4000

/** Where somebody was forgotten and the texts about him are still there. */
export function clearIfDue(session: DeskSession): void {
  if (vaultStateOf(loadDesk(session))?.sweep === true) clearOrphans(session)
}

/** Under the lock: nothing is being written to the vault meanwhile. @returns how many texts were cleared */
export function clearOrphans(session: DeskSession): number {
  return underLock(() => {
    const loaded = loadDesk(session)
    const state = vaultStateOf(loaded)
    if (state === null || loaded.desk.service.forgetting !== '') return 0
    const led = ledTo(session.spreadsheetId)
    const cleared = rangesOf(state.id).reduce((sum, range) => sum + clearIn(state.id, range, led), 0)
    if (state.sweep) commitService(loaded, { vault: JSON.stringify({ ...state, sweep: false }) })
    return cleared
  })
}

/** Names of the marks that stand in the register. */
function ledTo(spreadsheetId: string): ReadonlySet<string> {
  const cells = allKeptCells(spreadsheetId, keptSheets(spreadsheetId))
  return new Set(
    cells.flatMap(({ cell, lane }) => {
      const mark = markIn(cell)
      return mark === null ? [] : [keyOf(mark.key, mark.lane ?? lane)]
    }),
  )
}

/** By key alone: rows may have moved in the vault. */
function keyOf(key: string, lane: string): string {
  return `${lane} ${key}`
}

function rangesOf(id: string): (readonly [number, number])[] {
  const sheet = reached(() => sheetsOf(id)).find(({ sheetId }) => sheetId === vaultSheetId)
  const count = sheet?.gridProperties?.rowCount ?? 1
  return Array.from(
    { length: Math.ceil((count - 1) / atOnce) },
    (_, at) => [2 + at * atOnce, Math.min(count, 1 + (at + 1) * atOnce)] as const,
  )
}

function clearIn(id: string, [from, to]: readonly [number, number], led: ReadonlySet<string>): number {
  const [heading = [], rows = []] = reached(() => batchGet(id, [`'${vaultTitle}'!1:1`, `'${vaultTitle}'!${from}:${to}`]))
  requireHeading(heading[0] ?? [])
  const requests = rows.flatMap((cells, at) =>
    laneNames.flatMap((lane, index): Request[] => {
      const isOrphan = (cells[index + 1] ?? '') !== '' && !led.has(keyOf(String(cells[0] ?? ''), lane))
      return isOrphan ? [emptied(from + at - 1, index + 1)] : []
    }),
  )
  if (requests.length > 0) reached(() => tried(() => Sheets!.Spreadsheets!.batchUpdate({ requests }, id)))
  return requests.length
}

/** The key stays, so that the next append goes below. */
function emptied(rowIndex: number, columnIndex: number): Request {
  return { updateCells: { start: { sheetId: vaultSheetId, rowIndex, columnIndex }, rows: [{ values: [{}] }], fields: 'userEnteredValue' } }
}

/** All of it, once nothing leads there. */
export function emptyVault(id: string): void {
  const request: Request = { updateCells: { range: { sheetId: vaultSheetId, startRowIndex: 1 }, fields: 'userEnteredValue' } }
  reached(() => tried(() => Sheets!.Spreadsheets!.batchUpdate({ requests: [request] }, id)))
}
