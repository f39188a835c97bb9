/** After an edit by hand: whether rows of open deals, and those that were edited, equal their journal still. Only these are read. */

import type { Deal } from '../../../domain/deal/deal'
import type { JournalLine } from '../../../usecases/register/journal'
import type { Loaded } from '../../desk/load'
import { journalLinesOf, journalPlaces, spansOf } from '../../desk/rows/journalLines'
import { journalColumns, soundLines } from '../../desk/rows/soundLines'
import { type EditedRows, rowsEdited } from '../../google/kept/editedRows'
import { type Query, readRegister, type Snapshot } from '../../google/register/reader'
import { scanColumns } from '../../google/register/records'
import { type Edited, journalNames, reconciled } from './judgedRows'

/**
 * False: nothing differs, and the rest waits for the day's first look at all rows. True: somebody has to look at them as a whole.
 * @param loaded with the numbers of all deals, and «Указатель»
 */
export function differFromJournal(loaded: Loaded, noted: readonly EditedRows[]): boolean {
  const ids = loaded.snapshot.columns.deals?.['id'] ?? []
  return !isInPlace(loaded, ids) || openDiffer(loaded, ids, noted) || clientsDiffer(loaded, noted)
}

/** Rows came, went or were sorted: their numbers tell. */
function isInPlace({ index, snapshot }: Loaded, ids: readonly unknown[]): boolean {
  const isSound = scanColumns<Deal>(snapshot, 'deals').issues.length === 0 && new Set(ids).size === ids.length
  return isSound && index?.isTrueOf(ids) === true
}

/** One call: the rows, and the journal from where their lines begin. */
function openDiffer(loaded: Loaded, ids: readonly unknown[], noted: readonly EditedRows[]): boolean {
  const open = new Set<unknown>(loaded.desk.control.map(({ dealId }) => dealId))
  const edited = new Set(rowsEdited(noted, 'deals'))
  const rows = ids.flatMap((id, at) => (open.has(id) || edited.has(at + 2) ? [at + 2] : []))
  const wanted = rows.map((row) => Number(ids[row - 2]))
  if (rows.length === 0) return false
  const start = loaded.index?.linesFrom(wanted) ?? 2
  const read = rowsOf(loaded, { spans: { deals: spansOf(rows) }, columns: { journal: journalColumns }, columnsFrom: { journal: start } })
  const own = new Set(wanted)
  const lines = soundLines(read).flatMap(({ value }) => (own.has(value.rowId ?? 0) ? [value] : []))
  return differ(loaded, read, { table: 'deals', wanted, lines })
}

/** Two calls, where some were edited: lines of a client may stand anywhere. */
function clientsDiffer(loaded: Loaded, noted: readonly EditedRows[]): boolean {
  const rows = rowsEdited(noted, 'clients')
  if (rows.length === 0) return false
  const read = rowsOf(loaded, { spans: { clients: spansOf(rows) }, columns: journalPlaces })
  const idAt = read.layouts.clients?.['id'] ?? 0
  const wanted = (read.spans?.clients ?? []).map(({ cells }) => Number(cells[idAt]))
  const lines = journalLinesOf({ session: loaded.session, snapshot: read }, new Set(wanted))
  return wanted.length !== rows.length || differ(loaded, read, { table: 'clients', wanted, lines })
}

function rowsOf({ session }: Loaded, query: Pick<Query, 'spans' | 'columns' | 'columnsFrom'>): Snapshot {
  return readRegister(session.spreadsheetId, { whole: [], rows: {}, ...query })
}

interface Asked {
  readonly table: Edited
  /** Numbers in the order of the rows. */
  readonly wanted: readonly number[]
  readonly lines: readonly Partial<JournalLine>[]
}

function differ(loaded: Loaded, read: Snapshot, { table, wanted, lines }: Asked): boolean {
  const rows = read.spans?.[table] ?? []
  const idAt = read.layouts[table]?.['id'] ?? 0
  if (rows.length !== wanted.length || rows.some(({ cells }, at) => cells[idAt] !== wanted[at])) return true
  const own = lines.filter((line) => line.table === journalNames[table])
  const nobody = { whole: false, short: false, editor: null, typed: new Set<string>(), edited: new Set<number>() }
  const found = reconciled({ table, rows, lines: own, ...nobody }, { ...loaded, snapshot: read })
  return [found.changes, found.cells, found.notes, found.issues, found.unknown].some((list) => list.length > 0)
}
