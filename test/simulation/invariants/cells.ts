/** Cells, events and times as they stand in the emulated world, read without the product. */
import type { SheetState, StoredCell, World } from '../../../emulator/world/types'
import { timed, words } from './registerAsWritten'

export type Value = string | number | boolean | null
export type Cells = Readonly<Record<string, Value>>

export const sheetOf = (world: World, title: string): SheetState | undefined =>
  world.state.spreadsheets[world.state.boundSpreadsheetId]?.sheets.find((one) => one.title === title)

export function standing(cell: StoredCell | undefined): Value {
  const value = typeof cell === 'object' && cell !== null ? cell.v : (cell ?? null)
  return value === '' ? null : value
}

const readRows = new WeakMap<readonly StoredCell[], { readonly head: string; readonly cells: Cells | null }>()

/** Rows below the heading that hold anything; `row` is 1-based. */
export function rowsIn(world: World, title: string): { readonly row: number; readonly cells: Cells }[] {
  const { cells = [] } = sheetOf(world, title) ?? {}
  const headings = (cells[0] ?? []).map((cell) => String(standing(cell) ?? ''))
  const head = headings.join('|')
  return cells.flatMap((stored, at) => {
    const read = at === 0 || !stored ? null : readRow(stored, headings, head)
    return read === null ? [] : [{ row: at + 1, cells: read }]
  })
}

function readRow(stored: readonly StoredCell[], headings: readonly string[], head: string): Cells | null {
  const known = readRows.get(stored)
  if (known?.head === head) return known.cells
  const values = stored.map(standing)
  const cells = values.every((value) => value === null) ? null : Object.fromEntries(headings.map((one, at) => [one, values[at] ?? null]))
  readRows.set(stored, { head, cells })
  return cells
}

/** Days since 1899-12-30, as a cell holds a time. */
export const serial = (at: string): number =>
  (Date.parse(`${at.length === 10 ? `${at}T00:00` : at}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
export const localOf = (cell: Value): string =>
  new Date(Math.round((Number(cell) - serial('1970-01-01')) * 1440) * 60_000).toISOString().slice(0, 16)
export const nowIn = (world: World): string => new Date(world.state.now + 3 * 3_600_000).toISOString().slice(0, 16)

export function calendarIn(world: World): string {
  return Object.keys(world.state.calendars)[0] ?? ''
}

const months = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря']
/** «27 ноября» */
export const spoken = (at: string) => `${Number(at.slice(8, 10))} ${months[Number(at.slice(5, 7)) - 1]}`

/** Wall clock of an event's end or beginning. */
export function wall({ dateTime, date }: { dateTime?: string; date?: string }): string {
  return date === undefined ? new Date(Date.parse(dateTime ?? '') + 3 * 3_600_000).toISOString().slice(0, 16) : `${date}T00:00`
}

/** What a field's cell must hold for a value of the journal. */
export function asCell(field: string, value: Value): Value {
  if (value === null || value === '') return null
  if (timed.has(field)) return serial(String(value))
  return words[field]?.[String(value)] ?? value
}

/** Serial numbers differ in the last bits; a number that is not there is 0. */
export function isSame(a: Value, b: Value): boolean {
  if (typeof a === 'number' || typeof b === 'number') return Math.abs(Number(a ?? 0) - Number(b ?? 0)) < 1e-6
  return a === b
}
