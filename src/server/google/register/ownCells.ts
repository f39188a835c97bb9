/** Single cells of the product's own sheets, by row: nobody sorts there, so a row is where it was read. */

import { type TableName, tables } from '../../../domain/register/tables'
import { textCell, writeCell } from './cells'
import { type Layout, layoutIn } from './layout'
import { kept, laneIn } from './vault/keptCells'

export interface CellsOfRow {
  /** 1-based. */
  readonly row: number
  readonly values: Readonly<Record<string, string | number | null>>
}

/** Requests for a batchUpdate. */
export function ownCells(
  name: TableName,
  known: Layout | undefined,
  rows: readonly CellsOfRow[],
): GoogleAppsScript.Sheets.Schema.Request[] {
  if (rows.length === 0) return []
  const { sheetId, columns } = tables[name]
  const layout = layoutIn({ [name]: known }, name)
  return rows.flatMap(({ row, values }) =>
    columns
      .filter(({ key }) => key in values && (layout[key] ?? -1) >= 0)
      .map((column) => {
        const value = values[column.key] ?? null
        const isText = column.kind.type === 'text' || column.kind.type === 'longText'
        const cell = isText ? kept(plainCell(value), laneIn(name, column, values)) : writeCell(column, value)
        return {
          updateCells: {
            start: { sheetId, rowIndex: row - 1, columnIndex: layout[column.key] as number },
            rows: [{ values: [cell] }],
            fields: isText ? 'userEnteredValue' : 'userEnteredValue,userEnteredFormat.numberFormat',
          },
        }
      }),
  )
}

/** A text column may hold a number of the office's («Настройки»); the format that people chose stays. */
function plainCell(value: string | number | null): GoogleAppsScript.Sheets.Schema.CellData {
  return typeof value === 'number' ? { userEnteredValue: { numberValue: value } } : textCell(value ?? '')
}
