/** Rows of the register as deals and clients, with the address of every cell that cannot be read. */

import { type Client, emptyClient } from '../../../domain/client/client'
import { type Deal, emptyDeal } from '../../../domain/deal/deal'
import type { Cell } from '../../../domain/office/settings'
import type { Issue } from '../../../domain/problem'
import { readCell } from '../../../domain/register/cells'
import { type TableName, tables } from '../../../domain/register/tables'
import type { Layout } from './layout'
import type { Snapshot } from './reader'

export interface Located<T> {
  /** 1-based row in the sheet. */
  readonly row: number
  readonly value: T
}

export interface Records<T> {
  readonly rows: readonly Located<T>[]
  readonly issues: readonly Issue[]
}

type Fields = Record<string, string | number | null>

/** Deals read row by row (`snapshot.rows`). */
export function dealRecords(snapshot: Snapshot): Records<Deal> {
  return records(snapshot, 'deals', (fields) => ({ ...emptyDeal, ...fields }) as Deal)
}

export function clientRecords(snapshot: Snapshot): Records<Client> {
  return records(snapshot, 'clients', (fields) => ({ ...emptyClient, ...fields }) as Client)
}

function records<T>(snapshot: Snapshot, name: TableName, build: (fields: Fields) => T): Records<T> {
  const issues: Issue[] = []
  const rows: Located<T>[] = []
  for (const { row, cells } of snapshot.rows[name]?.values() ?? []) {
    const read = readRecord(name, row, cells, snapshot.layouts[name] ?? {})
    issues.push(...read.issues)
    rows.push({ row, value: build(read.fields) })
  }
  return { rows, issues }
}

/** All known columns of one row; unreadable cells are left out of `fields` and named in `issues`. */
export function readRecord(name: TableName, row: number, cells: readonly Cell[], layout: Layout): { fields: Fields; issues: Issue[] } {
  const fields: Fields = {}
  const issues: Issue[] = []
  for (const column of tables[name].columns) {
    const index = layout[column.key] ?? -1
    if (index < 0) continue
    const read = readCell(column, cells[index])
    if (read.ok) fields[column.key] = read.value
    else issues.push({ where: tables[name].title, row, column: column.heading, message: read.message })
  }
  return { fields, issues }
}

/**
 * Columns read whole, as partial records in sheet order; a row with data but without an id is an issue.
 * @example scanColumns<Deal>(snapshot, 'deals') // [{ row: 2, value: { id: 41003, stage: 'won' } }, …]
 */
export function scanColumns<T>(snapshot: Snapshot, name: TableName): Records<Partial<T>> {
  const read = snapshot.columns[name] ?? {}
  const known = scanned.get(read)
  if (known !== undefined) return known as Records<Partial<T>>
  const made = scan(read, name)
  scanned.set(read, made)
  return made as Records<Partial<T>>
}

/** A method asks for the same columns several times: fifty thousand rows are decoded once. */
const scanned = new WeakMap<object, Records<object>>()

function scan(read: NonNullable<Snapshot['columns'][TableName]>, name: TableName): Records<object> {
  const columns = tables[name].columns.filter((column) => read[column.key] !== undefined)
  const height = Math.max(0, ...columns.map((column) => read[column.key]?.length ?? 0))
  const rows: Located<object>[] = []
  const issues: Issue[] = []
  for (let index = 0; index < height; index++) {
    const fields: Fields = {}
    let filled = false
    for (const column of columns) {
      const cell = read[column.key]?.[index]
      filled = filled || (cell !== undefined && cell !== null && cell !== '')
      const result = readCell(column, cell)
      if (result.ok) fields[column.key] = result.value
      else issues.push({ where: tables[name].title, row: index + 2, column: column.heading, message: result.message })
    }
    if (!filled) continue
    if (fields['id'] === null && read['id'] !== undefined) {
      issues.push({
        where: tables[name].title,
        row: index + 2,
        column: '№',
        message: 'строка без номера, программа её не учитывает: заведите заявку через панель, а эту строку удалите',
      })
    } else rows.push({ row: index + 2, value: fields })
  }
  return { rows, issues }
}
