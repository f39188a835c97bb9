/** Somebody sorted the sheet between our read and our write: the rows that were hit are restored from the journal, ours written again. */

import { emptyClient } from '../../../domain/client/client'
import { emptyDeal } from '../../../domain/deal/deal'
import type { Cell } from '../../../domain/office/settings'
import { tables } from '../../../domain/register/tables'
import { writtenBut } from '../../../domain/text/text.ru'
import { changeIn, foldJournal, type JournalLine, type JournalTable } from '../../../usecases/register/journal'
import { platformErrorOf } from '../../google/platformError'
import type { Layout } from '../../google/register/layout'
import { readRegister, type Snapshot } from '../../google/register/reader'
import { type Misplaced, type Patch, writeRegister } from '../../google/register/writer'
import { noteHandEdit } from '../../google/spreadsheet'
import type { Loaded } from '../load'
import { journalColumns, soundLines } from './soundLines'

const attempts = 3

/**
 * Rewrites, from the fold of the journal, every row that was meant and every row that was hit instead. The journal already
 * holds the change that was meant: it was in the same transaction. What fails here is no failure of the commit: the next tick looks again.
 * @param lost what the commit's answer showed to stand elsewhere
 * @returns '' or the sentence that it is written, but …
 */
export function repairMisplaced(loaded: Loaded, lost: readonly Misplaced[]): string {
  const [own, rows] = [lost.filter((one) => !isRepaired(one)), lost.filter(isRepaired)]
  const left = [...own, ...repairedLater(loaded, rows)]
  return left.length === 0 ? '' : writtenBut.misplaced([...new Set(left.map(({ patch }) => tables[patch.table].title))])
}

function isRepaired({ patch }: Misplaced): boolean {
  return patch.table === 'deals' || patch.table === 'clients'
}

/** @returns rows that are still not as meant */
function repairedLater(loaded: Loaded, lost: readonly Misplaced[]): readonly Misplaced[] {
  let still = lost
  try {
    for (let attempt = 0; attempt < attempts && still.length > 0; attempt++) still = repairOnce(loaded, still)
    if (still.length > 0) noteHandEdit()
  } catch (error) {
    console.error(`repair: ${platformErrorOf(error).message}`)
    noteHandEdit()
  }
  return still
}

function repairOnce(loaded: Loaded, lost: readonly Misplaced[]): readonly Misplaced[] {
  const { snapshot, idPlaces } = readPlaces(loaded)
  const lines = soundLines(snapshot).map(({ value }) => value)
  const patches = repaired.flatMap((table) => {
    const ids = snapshot.columns[table]?.['id'] ?? []
    const journalled = new Set(lines.filter((line) => line.table === journalNames[table]).map(({ rowId }) => rowId))
    const unread = new Set(lines.filter((line) => changeIn(line) === null).map(({ rowId }) => rowId))
    const known = touchedIds(table, lost).filter((id) => journalled.has(id) && !unread.has(id))
    const meant = known.flatMap((id) => {
      const row = rowOf(
        id,
        ids,
        idPlaces[table],
        lost.find(({ patch, dragged }) => dragged && patch.table === table && patch.id === id),
      )
      return row === null ? [] : [repairPatch(table, { id, row, isNumbered: ids[row - 2] === id }, lines)]
    })
    return [...meant, ...strayPatches(table, lost, ids)]
  })
  return writeRegister(loaded.session.spreadsheetId, {
    layouts: snapshot.layouts,
    patches,
    appends: {},
    replaced: {},
    service: {},
    more: [],
  })
}

const repaired = ['deals', 'clients'] as const
type Repaired = (typeof repaired)[number]

/** Where the rows stand now. */
function readPlaces({ session, snapshot: before }: Loaded): { snapshot: Snapshot; idPlaces: Record<Repaired, readonly Cell[]> } {
  const query = { deals: ['id'], clients: ['id'], journal: journalColumns }
  const snapshot = readRegister(session.spreadsheetId, { whole: [], rows: {}, columns: query })
  const keys = Object.fromEntries(repaired.map((table) => [table, keyAtOldIds(before.layouts[table] ?? {}, snapshot.layouts[table] ?? {})]))
  const moved = Object.fromEntries(repaired.flatMap((table) => (keys[table] === undefined ? [] : [[table, [keys[table]]]])))
  const old = Object.keys(moved).length === 0 ? null : readRegister(session.spreadsheetId, { whole: [], rows: {}, columns: moved })
  const placesOf = (table: Repaired) => old?.columns[table]?.[keys[table] ?? ''] ?? []
  return { snapshot, idPlaces: { deals: placesOf('deals'), clients: placesOf('clients') } }
}

/** The column that stands now where the id column stood; undefined = the id column itself. */
function keyAtOldIds(before: Layout, now: Layout): string | undefined {
  if (before['id'] === undefined || before['id'] === now['id']) return undefined
  return Object.keys(now).find((key) => now[key] === before['id'])
}

/**
 * Where the row stands now, 1-based: by its number; where a dragged column's value was written over the number, in the row that was
 * meant, or, of an appended row, where its number was put.
 */
function rowOf(id: number, ids: readonly Cell[], idPlaces: readonly Cell[], dragged: Misplaced | undefined): number | null {
  if (ids.includes(id)) return ids.indexOf(id) + 2
  if (dragged === undefined) return null
  if (dragged.patch.row > 0) return dragged.patch.row
  return idPlaces.includes(id) ? idPlaces.lastIndexOf(id) + 2 : null
}

interface Place {
  readonly id: number
  readonly row: number
  /** Its number stands in the row already: it proves after the writing that this was the right one. */
  readonly isNumbered: boolean
}

/** The whole row from the journal. */
function repairPatch(table: Repaired, { id, row, isNumbered }: Place, lines: readonly Partial<JournalLine>[]): Patch {
  const { id: _, ...values } = foldedRow(table, id, lines)
  return { table, row, id, values: isNumbered ? values : { ...values, id } }
}

/** Cells that were written into a row without a number are emptied again. */
function strayPatches(table: Repaired, lost: readonly Misplaced[], ids: readonly Cell[]): Patch[] {
  const hits = lost.filter(({ patch, hit, dragged }) => patch.table === table && hit === null && !dragged)
  const strays = hits.filter(({ patch }) => (ids[patch.row - 2] ?? '') === '')
  return strays.map(({ patch }) => {
    const emptied = Object.fromEntries(Object.keys(patch.values).map((field) => [field, null]))
    return { table, row: patch.row, id: 0, values: { ...emptied, id: null } }
  })
}

/** The rows that were meant, and those that were hit instead. */
function touchedIds(table: Repaired, lost: readonly Misplaced[]): number[] {
  const own = lost.filter(({ patch }) => patch.table === table)
  return [...new Set(own.flatMap(({ patch, hit }) => [patch.id, ...(hit === null ? [] : [hit])]))].filter((id) => id > 0)
}

const journalNames: Readonly<Record<'deals' | 'clients', JournalTable>> = { deals: 'Сделки', clients: 'Клиенты' }

function foldedRow(table: 'deals' | 'clients', id: number, lines: readonly Partial<JournalLine>[]): Record<string, string | number | null> {
  const own = lines
    .filter((line) => line.table === journalNames[table] && line.rowId === id)
    .map(({ change }) => ({ change: change ?? '{}' }))
  const initial = table === 'deals' ? emptyDeal : emptyClient
  return { ...foldJournal<object>(initial, own) } as Record<string, string | number | null>
}
