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

/** A row as the emulator keeps it: replaced, never changed in place. */
export type Stored = readonly StoredCell[] | null | undefined
interface Row {
  readonly row: number
  readonly cells: Cells
}
interface Headings {
  readonly names: readonly string[]
  readonly text: string
}

export const isEmpty = (stored: Stored): boolean =>
  stored === undefined || stored === null || stored.every((cell) => standing(cell) === null)

/** What was read of a stored row stays read: it is replaced, never changed in place, and forks share it. */
const readRows = new WeakMap<readonly StoredCell[], { readonly head: string; readonly cells: Cells | null }>()
const readSheets = new WeakMap<World, Map<string, { readonly stored: readonly Stored[]; readonly rows: readonly Row[] }>>()

/** Rows below the heading that hold anything; `row` is 1-based. */
export function rowsIn(world: World, title: string): readonly Row[] {
  const { cells = [] } = sheetOf(world, title) ?? {}
  const known = readSheets.get(world) ?? new Map()
  const last = known.get(title)
  if (last !== undefined && last.stored.length === cells.length && cells.every((stored, at) => stored === last.stored[at])) return last.rows
  const head = headingsOf(cells[0])
  const rows = cells.flatMap((stored, at) => {
    const read = at === 0 || !stored ? null : cellsOfRow(stored, head)
    return read === null ? [] : [{ row: at + 1, cells: read }]
  })
  readSheets.set(world, known.set(title, { stored: [...cells], rows }))
  return rows
}

export function headingsOf(stored: Stored): Headings {
  const names = (stored ?? []).map((cell) => String(standing(cell) ?? ''))
  return { names, text: names.join('|') }
}

/** null = it is empty. */
export function cellsOfRow(stored: readonly StoredCell[], { names, text }: Headings): Cells | null {
  const known = readRows.get(stored)
  if (known?.head === text) return known.cells
  const values = stored.map(standing)
  const cells = isEmpty(stored) ? null : Object.fromEntries(names.map((one, at) => [one, values[at] ?? null]))
  readRows.set(stored, { head: text, cells })
  return cells
}

/** Days since 1899-12-30, as a cell holds a time. */
export const serial = (at: string): number =>
  (Date.parse(`${at.length === 10 ? `${at}T00:00` : at}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
export const localOf = (cell: Value): string =>
  new Date(Math.round((Number(cell) - serial('1970-01-01')) * 1440) * 60_000).toISOString().slice(0, 16)
/** The office's wall clock at an instant. */
export const localAt = (instant: string | number): string =>
  new Date(new Date(instant).getTime() + 3 * 3_600_000).toISOString().slice(0, 16)
export const nowIn = (world: World): string => localAt(world.state.now)

/** A value of «Настройки»; null = there is none. */
export const settingIn = (world: World, name: string): Value =>
  rowsIn(world, 'Настройки').find(({ cells }) => cells['Настройка'] === name)?.cells['Значение'] ?? null

export function calendarIn(world: World): string {
  return Object.keys(world.state.calendars)[0] ?? ''
}

const months = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря']
/** «27 ноября, 10:00», in another year than the present one «27 ноября 2027, 10:00»: the end of both. */
export const isSpokenIn = (text: string, at: string): boolean =>
  new RegExp(`\\b${Number(at.slice(8, 10))} ${months[Number(at.slice(5, 7)) - 1]}( ${at.slice(0, 4)})?, ${at.slice(11)}(?!\\d)`).test(text)

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

/** A letter of that subject tells of a consultation's hour. */
export const isAboutBooking = (subject: string): boolean => /^(Вам назначена|Консультаци|Уточнение)/.test(subject)
