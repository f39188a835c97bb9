/** A report that loses somebody's name is still the program's own: what «Служебное» remembers of it goes along. */

import { decoded } from '../../../domain/register/stored'
import { stored } from '../../../usecases/register/service'
import type { ServiceChange } from '../../desk/commit'
import type { Loaded } from '../../desk/load'
import { tried } from '../../google/platformError'
import type { CellData } from '../../google/register/cells'
import { quoted } from '../../google/register/layout'
import { markOfCells } from '../../google/register/monthWriter'
import { joinedData } from '../../google/register/vault/joined'
import type { SheetProperties } from '../../google/spreadsheet'

/** Cells of one row that are written anew. */
export interface ChangedRow {
  readonly sheetId: number
  /** 0-based. */
  readonly row: number
  readonly cells: readonly { readonly column: number; readonly cell: CellData }[]
}

/** {} = it is no report, or people have written there: it stays theirs. */
export function marksAfter(
  { session, desk }: Loaded,
  { sheetId = 0, title = '' }: SheetProperties,
  rows: readonly ChangedRow[],
): ServiceChange {
  const marks = decoded(stored.reportMarks, desk.service.reportMarks, {} as Record<string, string>)
  const known = marks[String(sheetId)]
  if (known === undefined) return {}
  const standing = cellsOf(session.spreadsheetId, title)
  if (markOfCells(standing) !== known) return {}
  return { reportMarks: JSON.stringify({ ...marks, [String(sheetId)]: markOfCells(withChanges(standing, rows)) }) }
}

function cellsOf(spreadsheetId: string, title: string): CellData[][] {
  const fields = 'sheets(data(rowData(values(userEnteredValue,note))))'
  const { sheets = [] } = tried(() => Sheets!.Spreadsheets!.get(spreadsheetId, { ranges: [quoted(title)], fields }))
  return joinedData((sheets[0]?.data?.[0]?.rowData ?? []).map(({ values = [] }) => values as CellData[]))
}

function withChanges(standing: readonly (readonly CellData[])[], rows: readonly ChangedRow[]): CellData[][] {
  const made = standing.map((cells) => [...cells])
  for (const { row, cells } of rows) {
    const own = made[row] ?? []
    for (const { column, cell } of cells) own[column] = { ...own[column], ...cell }
    made[row] = own
  }
  return made
}
