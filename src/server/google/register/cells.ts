/** A typed cell of the register, as Sheets takes it. */

import { cellLimit } from '../../../domain/register/cellLength'
import type { Column } from '../../../domain/register/tables'
import { laneOf } from '../../../domain/register/vaultMarks'
import { toSerial } from '../../../domain/time/localTime'
import { kept } from './vault/keptCells'

export type CellData = GoogleAppsScript.Sheets.Schema.CellData

/** «Обычный текст»: whatever people type there stays as they typed it, «+7 …» too. */
const plainText: CellData = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } }

/**
 * The typed cell, which remembers where its text is kept: text is always a stringValue, so nothing a person typed becomes a formula, a number or a date.
 * @param typed people type in this sheet: its texts are plain text for them too
 */
export function writeCell(column: Column, value: string | number | null, typed = false): CellData {
  const isText = column.kind.type === 'text' || column.kind.type === 'longText'
  const format = isText && typed ? plainText : {}
  if (value === null || value === '') return format
  switch (column.kind.type) {
    case 'text':
    case 'longText':
      return kept({ ...textCell(String(value)), ...format }, laneOf(column))
    case 'integer':
      return { userEnteredValue: { numberValue: Number(value) } }
    case 'dateTime':
      return timeCell(String(value), 'dd.mm.yyyy hh:mm', 'DATE_TIME')
    case 'date':
      return timeCell(String(value), 'dd.mm.yyyy', 'DATE')
    case 'word':
      return textCell(column.kind.words[String(value)] ?? String(value))
  }
}

/** A text cell. Nothing is cut: what has no room is refused at the door, or split (misfit, journalOf, outboxRows). */
export function textCell(value: string): CellData {
  if (value.length > cellLimit) throw new Error(`${value.length} characters for one cell: ${value.slice(0, 60)}`)
  return { userEnteredValue: { stringValue: value } }
}

function timeCell(at: string, pattern: string, type: string): CellData {
  return { userEnteredValue: { numberValue: toSerial(at) }, userEnteredFormat: { numberFormat: { type, pattern } } }
}
