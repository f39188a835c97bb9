/** Seals over rows of the product's own sheets, which people can edit: only what the product wrote so is believed. The key stands in no sheet. */

import { isSealed, type SealedTable, sealedTables, sealOf } from '../../../domain/register/seals'
import type { TableName } from '../../../domain/register/tables'

type Values = Readonly<Record<string, string | number | null>>

/** Stands in «Ошибка» of a row that is not the product's. */
export const foreignRow = 'эту строку написала или изменила не программа: она не отправлена'

/** The row as it is written. The script's own id is the key: known here without a call. */
export function sealed<T extends Values>(table: TableName, row: T): T & { readonly seal?: string } {
  return sealedTables.includes(table) ? { ...row, seal: sealOf(table as SealedTable, row, ScriptApp.getScriptId()) } : row
}

/** Whether the product wrote the row so. */
export function isOurs(table: SealedTable, row: object): boolean {
  return isSealed(table, row as Values, ScriptApp.getScriptId())
}

/** Which of many rows the product wrote so. */
export function oursOf<T>(table: SealedTable, rows: readonly T[], valuesOf: (row: T) => object): T[] {
  const key = ScriptApp.getScriptId()
  return rows.filter((row) => isSealed(table, valuesOf(row) as Values, key))
}
