/** One cell of the register: from Sheets' unformatted value to the domain's, and back to a typed cell. */

import type { Cell } from '../../../domain/office/settings'
import { blankOf, type Kind } from '../../../domain/register/kinds'
import type { Column } from '../../../domain/register/tables'
import { readDate, readDateTime } from '../../../domain/text/russian'
import { fromSerial, toSerial } from '../../../domain/time/localTime'

export type CellData = GoogleAppsScript.Sheets.Schema.CellData

/** What a cell means, or why it cannot be read. */
export type ReadCell = { readonly ok: true; readonly value: string | number | null } | { readonly ok: false; readonly message: string }

/** Google's limit is 50,000; what a person may type is less (the bounds of the kinds). */
const cellLimit = 50_000

/** Reads a cell as its column means it; an empty one is what the kind says. */
export function readCell(column: Column, cell: Cell | undefined): ReadCell {
  const empty = cell === undefined || cell === null || cell === ''
  if (empty) return { ok: true, value: blankOf(column.kind) }
  switch (column.kind.type) {
    case 'text':
    case 'longText':
      return { ok: true, value: String(cell) }
    case 'integer':
      return readInteger(cell)
    case 'dateTime':
    case 'date':
      return readTime(column.kind.type, cell)
    case 'word':
      return readWord(column.kind, cell)
  }
}

function readInteger(cell: Cell): ReadCell {
  const value = typeof cell === 'number' ? cell : Number(String(cell).trim())
  return Number.isInteger(value) ? { ok: true, value } : { ok: false, message: `нужно целое число, стоит «${String(cell)}»` }
}

function readTime(type: 'dateTime' | 'date', cell: Cell): ReadCell {
  const at = typeof cell === 'number' ? fromSerial(cell) : (readDateTime(String(cell)) ?? readDate(String(cell)))
  if (at === null) return { ok: false, message: `нужна дата, стоит «${String(cell)}»` }
  if (type === 'date') return { ok: true, value: at.slice(0, 10) }
  return { ok: true, value: at.length === 10 ? `${at}T00:00` : at }
}

type WordKind = Extract<Kind, { type: 'word' }>

/** A column of 50,000 rows holds a dozen words: each is looked up once per execution. */
const readWords = new WeakMap<WordKind, Map<Cell, ReadCell>>()

function readWord(kind: WordKind, cell: Cell): ReadCell {
  const known = readWords.get(kind) ?? new Map<Cell, ReadCell>()
  readWords.set(kind, known)
  const read = known.get(cell) ?? findWord(kind, cell)
  known.set(cell, read)
  return read
}

function findWord(kind: WordKind, cell: Cell): ReadCell {
  const wanted = folded(String(cell))
  const code = Object.keys(kind.words).find((key) => folded(kind.words[key] ?? '') === wanted)
  if (code === undefined) return { ok: false, message: `неизвестное значение «${String(cell)}»` }
  return { ok: true, value: kind.numeric ? Number(code) : code }
}

function folded(word: string): string {
  return word.trim().toLowerCase().replace(/ё/g, 'е').replace(/\s+/g, ' ')
}

/** The typed cell: text is always a stringValue, so nothing a person typed becomes a formula, a number or a date. */
export function writeCell(column: Column, value: string | number | null): CellData {
  if (value === null || value === '') return {}
  switch (column.kind.type) {
    case 'text':
    case 'longText':
      return textCell(String(value))
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
