/** A write whose answer never came: whether it is in the register, and the cells that the answer would have shown. */

import { tables } from '../../../domain/register/tables'
import { quoted } from './layout'
import { readRegister } from './reader'
import { batchGet } from './values'

/** Keys of «Служебное» that only grow: where the value that was to be written stands, all of that write stands. */
const counters = ['revision', 'journalLines'] as const

type Written = Readonly<Record<string, { readonly value: string }>>

/** False where the write has no such count: then nobody can tell. */
export function hasLanded(spreadsheetId: string, service: Written): boolean {
  const told = counters.filter((key) => key in service)
  if (told.length === 0) return false
  const { whole, layouts } = readRegister(spreadsheetId, { whole: ['service'], rows: {}, columns: {} })
  const { key: keyAt = 0, value: valueAt = 1 } = layouts.service ?? {}
  const standing = new Map((whole.service ?? []).map((cells) => [String(cells[keyAt] ?? ''), String(cells[valueAt] ?? '')]))
  return told.every((key) => standing.get(key) === service[key]?.value)
}

type Answered = ReadonlyMap<string, readonly GoogleAppsScript.Sheets.Schema.CellData[]>

/** The first row of each range by sheet and 0-based row, as the answer to a write tells it. */
export function readCells(spreadsheetId: string, ranges: readonly string[]): Answered {
  const read = batchGet(spreadsheetId, [...ranges])
  return new Map(ranges.map((range, index) => [placeOf(range), (read[index]?.[0] ?? []).map(cellOf)]))
}

/** «'Сделки'!A12» → '402:11'. */
function placeOf(range: string): string {
  const [title = '', cells = ''] = range.split(/!(?=[^!]*$)/)
  const table = Object.values(tables).find((one) => quoted(one.title) === title)
  return `${table?.sheetId ?? ''}:${Number(/\d+/.exec(cells)?.[0] ?? 1) - 1}`
}

function cellOf(value: unknown): GoogleAppsScript.Sheets.Schema.CellData {
  return { effectiveValue: typeof value === 'number' ? { numberValue: value } : { stringValue: String(value ?? '') } }
}
