/** Sheets whose texts of people are kept in the vault: those of the tables, archives, lists; each with its columns as they stand now. */

import { listColumns, listLane } from '../../domain/month/list'
import type { Cell } from '../../domain/office/settings'
import { type TableName, tables } from '../../domain/register/tables'
import type { Lane } from '../../domain/register/vaultMarks'
import { isListSheet } from '../../usecases/month/reportSheets'
import { tellsOfPeople } from '../../usecases/register/service'
import { archiveYearOf } from '../google/register/archiveSheets'
import { columnLetter, quoted } from '../google/register/layout'
import { batchGet } from '../google/register/values'
import { lanesOf } from '../google/register/vault/joined'
import { type SheetProperties, sheetsOf } from '../google/spreadsheet'

export interface KeptSheet {
  readonly sheetId: number
  readonly title: string
  readonly rowCount: number
  /** null = a list. */
  readonly name: TableName | null
  readonly heading: readonly Cell[]
  readonly columns: readonly { readonly index: number; readonly lane: Lane }[]
}

/** By id, from the lowest. Two calls. */
export function keptSheets(spreadsheetId: string): KeptSheet[] {
  const sheets = sheetsOf(spreadsheetId)
    .filter((sheet) => nameOf(sheet) !== undefined)
    .sort((a, b) => (a.sheetId ?? 0) - (b.sheetId ?? 0))
  const headings = batchGet(
    spreadsheetId,
    sheets.map(({ title = '' }) => `${quoted(title)}!1:1`),
  )
  return sheets.map((sheet, at) => keptSheet(sheet, headings[at]?.[0] ?? [])).filter(({ columns }) => columns.length > 0)
}

/** undefined = none of these. */
function nameOf(sheet: SheetProperties): TableName | null | undefined {
  const name = (Object.keys(tables) as TableName[]).find((one) => tables[one].sheetId === sheet.sheetId)
  if (name !== undefined) return name
  if (archiveYearOf(sheet) !== null) return 'deals'
  return isListSheet(sheet.sheetId ?? 0) ? null : undefined
}

function keptSheet(sheet: SheetProperties, heading: readonly Cell[]): KeptSheet {
  const { sheetId = 0, title = '', gridProperties } = sheet
  const name = nameOf(sheet) ?? null
  const laneAt = name === null ? listLaneIn(heading) : lanesOf(name, heading)
  const columns = heading.flatMap((_, index) => {
    const lane = laneAt(index)
    return lane === null ? [] : [{ index, lane }]
  })
  return { sheetId, title, rowCount: gridProperties?.rowCount ?? 0, name, heading, columns }
}

function listLaneIn(heading: readonly Cell[]): (column: number) => Lane | null {
  return (column) => {
    const listed = listColumns.find((one) => one.heading === heading[column])
    return listed === undefined ? null : listLane(listed.key)
  }
}

/** One cell that holds a text of people, or the mark of one. */
export interface KeptCell {
  readonly sheet: KeptSheet
  /** 1-based. */
  readonly row: number
  /** 0-based. */
  readonly column: number
  readonly lane: Lane
  readonly cell: Cell
}

/** @param rows of the sheet from row `from` on, as they stand */
export function keptCells(sheet: KeptSheet, rows: readonly (readonly Cell[])[], from: number): KeptCell[] {
  const key = sheet.name === 'service' ? sheet.heading.indexOf(tables.service.columns[0]?.heading ?? '') : -1
  return rows.flatMap((cells, at) =>
    key >= 0 && !tellsOfPeople(String(cells[key] ?? ''))
      ? []
      : sheet.columns.flatMap(({ index, lane }) => {
          const cell = cells[index] ?? null
          return cell === null || cell === '' ? [] : [{ sheet, row: from + at, column: index, lane, cell }]
        }),
  )
}

/** Everything of all sheets; one call. */
export function allKeptCells(spreadsheetId: string, sheets: readonly KeptSheet[]): KeptCell[] {
  const ranges = sheets.map(({ title, columns }) => {
    const last = Math.max(...columns.map(({ index }) => index))
    return `${quoted(title)}!A2:${columnLetter(last)}`
  })
  const read = batchGet(spreadsheetId, ranges)
  return sheets.flatMap((sheet, at) => keptCells(sheet, read[at] ?? [], 2))
}
