/** A typed cell of the register, as Sheets takes it. */

import type { Column } from '../../../domain/register/tables'
import { toSerial } from '../../../domain/time/localTime'

export type CellData = GoogleAppsScript.Sheets.Schema.CellData

/** Google's limit is 50,000; what a person may type is less (the bounds of the kinds). */
const cellLimit = 50_000

/** «Обычный текст»: whatever people type there stays as they typed it, «+7 …» too. */
const plainText: CellData = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } }

/**
 * The typed cell: text is always a stringValue, so nothing a person typed becomes a formula, a number or a date.
 * @param typed people type in this sheet: its texts are plain text for them too
 */
export function writeCell(column: Column, value: string | number | null, typed = false): CellData {
  const isText = column.kind.type === 'text' || column.kind.type === 'longText'
  const format = isText && typed ? plainText : {}
  if (value === null || value === '') return format
  switch (column.kind.type) {
    case 'text':
    case 'longText':
      return { ...textCell(String(value)), ...format }
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

/** A text cell, cut at Google's limit so that a row is never refused because of one cell. */
export function textCell(value: string): CellData {
  return { userEnteredValue: { stringValue: value.slice(0, cellLimit) } }
}

function timeCell(at: string, pattern: string, type: string): CellData {
  return { userEnteredValue: { numberValue: toSerial(at) }, userEnteredFormat: { numberFormat: { type, pattern } } }
}
