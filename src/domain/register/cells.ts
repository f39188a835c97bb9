/** What a cell of the register means: from Sheets' unformatted value to the domain's. */

import { cutLine } from '../letter/plainLine'
import type { Cell } from '../office/settings'
import { folded } from '../text/fold'
import { readDate, readDateTime } from '../text/russian'
import { fromSerial } from '../time/localTime'
import { blankOf, type Kind } from './kinds'
import type { Column } from './tables'

/** What a cell means, or why it cannot be read. */
export type ReadCell = { readonly ok: true; readonly value: string | number | null } | { readonly ok: false; readonly message: string }

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
  return Number.isInteger(value) ? { ok: true, value } : { ok: false, message: `нужно целое число, стоит «${shown(cell)}»` }
}

function readTime(type: 'dateTime' | 'date', cell: Cell): ReadCell {
  const at = typeof cell === 'number' ? fromSerial(cell) : (readDateTime(String(cell)) ?? readDate(String(cell)))
  if (at === null) return { ok: false, message: `нужна дата, стоит «${shown(cell)}»` }
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
  if (code === undefined) return { ok: false, message: `неизвестное значение «${shown(cell)}»` }
  return { ok: true, value: kind.numeric ? Number(code) : code }
}

/** A complaint is kept with others in one cell: it quotes the beginning. */
function shown(cell: Cell): string {
  const text = String(cell)
  return text.length > quoted ? `${cutLine(text, quoted)}…` : text
}

const quoted = 60
