/** Somebody dragged a column of one of the product's own sheets between our read and our write: the same cells under their headings. */

import { type TableName, tables } from '../../../domain/register/tables'
import type { CellData } from './cells'
import { type Layout, layoutIn } from './layout'
import { readRegister } from './reader'

type Request = GoogleAppsScript.Sheets.Schema.Request

/** The sheet of the register that a request writes cells into. */
export function tableOf({ updateCells, appendCells }: Request): TableName | undefined {
  const sheetId = updateCells?.start?.sheetId ?? appendCells?.sheetId
  return (Object.keys(tables) as TableName[]).find((name) => tables[name].sheetId === sheetId)
}

/** Cells of one row as they were written, from 0-based row and column on. */
interface WrittenRow {
  readonly row: number
  readonly column: number
  readonly cells: readonly CellData[]
}

interface Written {
  readonly requests: readonly Request[]
  /** Where the columns stood when we read. */
  readonly before: Layout
}

/** Requests that write everything of this sheet a second time; one read, which says where the columns stand now and where rows were appended. */
export function writeAgain(spreadsheetId: string, name: TableName, { requests, before }: Written): Request[] {
  const { layouts, whole } = readRegister(spreadsheetId, { whole: [name], rows: {}, columns: {} })
  const now = layoutIn(layouts, name)
  const own = requests.filter((request) => tableOf(request) === name)
  const rows = [...own.flatMap(standingRows), ...appendedRows(own, whole[name] ?? [])]
  return rows.flatMap((row) => movedCells(name, row, before, now))
}

function standingRows({ updateCells }: Request): WrittenRow[] {
  const { rowIndex = 0, columnIndex = 0 } = updateCells?.start ?? {}
  return (updateCells?.rows ?? []).map(({ values = [] }, index) => ({ row: rowIndex + index, column: columnIndex, cells: values }))
}

/** Appended rows are the last ones that look as they were written. */
function appendedRows(requests: readonly Request[], rows: readonly (readonly unknown[])[]): WrittenRow[] {
  const left = rows.map((cells, index) => ({ row: index + 1, cells })).reverse()
  const wanted = requests.flatMap(({ appendCells }) => appendCells?.rows ?? []).reverse()
  return wanted.flatMap(({ values = [] }) => {
    const found = left.find(({ cells }) => values.every((cell, at) => isSame(cell, cells[at])))
    if (found === undefined) return []
    left.splice(left.indexOf(found), 1)
    return [{ row: found.row, column: 0, cells: values }]
  })
}

function isSame({ userEnteredValue = {} }: CellData, standing: unknown): boolean {
  const { stringValue, numberValue } = userEnteredValue
  return (stringValue ?? numberValue ?? '') === (standing ?? '')
}

/** Each cell under its heading; what is left under none of ours is emptied. */
function movedCells(name: TableName, { row, column, cells }: WrittenRow, before: Layout, now: Layout): Request[] {
  const keys = Object.keys(before)
  const places = new Map<number, CellData>()
  cells.forEach((cell, offset) => {
    const index = now[keys.find((key) => before[key] === column + offset) ?? ''] ?? -1
    if (index >= 0) places.set(index, cell)
    if (!Object.values(now).includes(column + offset)) places.set(column + offset, {})
  })
  return [...places].map(([columnIndex, cell]) => ({
    updateCells: {
      start: { sheetId: tables[name].sheetId, rowIndex: row, columnIndex },
      rows: [{ values: [cell] }],
      fields: 'userEnteredValue,userEnteredFormat.numberFormat',
    },
  }))
}
