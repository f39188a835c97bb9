/** Edits by hand in the sheets: judged by the rules against the journal's fold, at the edit itself and by the day's first tick. */

import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { formulaText } from '../../domain/deal/handEdit'
import { cutLine } from '../../domain/letter/plainLine'
import type { Cell } from '../../domain/office/settings'
import type { Issue } from '../../domain/problem'
import { tables } from '../../domain/register/tables'
import { unreadJournalText } from '../../domain/text/todayNotes.ru'
import type { Changes } from '../../usecases/changes'
import { changes } from '../../usecases/changes'
import { changeIn, foldJournal, type JournalLine, journalOf } from '../../usecases/register/journal'
import { emptyRow, type Kept, type Reconciled, reconcile, type StandingRow } from '../../usecases/register/reconcile'
import { nextRevision, serviceCells } from '../desk/commit'
import { type Loaded, loadDesk } from '../desk/load'
import { controlWrites } from '../desk/rows/controlWrites'
import { journalLinesOf, journalPlaces } from '../desk/rows/journalLines'
import { taskRows } from '../desk/rows/outboxRows'
import { repairMisplaced } from '../desk/rows/repair'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import { type Layout, layoutIn } from '../google/register/layout'
import { enteredRows } from '../google/register/reader'
import { readRecord, scanColumns } from '../google/register/records'
import { writeRegister } from '../google/register/writer'

type Edited = 'deals' | 'clients'
type Request = GoogleAppsScript.Sheets.Schema.Request

const journalNames: Readonly<Record<Edited, JournalLine['table']>> = { deals: 'Сделки', clients: 'Клиенты' }
export const journalColumns = ['table', 'rowId', 'version', 'change']

/** What an edit event tells: rows and column 1-based, both rows inclusive. */
export interface Edit {
  readonly table: Edited
  readonly from: number
  readonly until: number
  readonly column: number
  readonly width: number
  /** Of a single cell; '' = emptied. */
  readonly value: string
}

/** Rows of one edit that are judged alone. */
const mostRows = 50

/** The sheet of an edit that the register keeps, or null. */
export function editedTable(sheetId: number): Edited | null {
  if (sheetId === tables.deals.sheetId) return 'deals'
  return sheetId === tables.clients.sheetId ? 'clients' : null
}

/**
 * Brings the sheets back to their journal: legal edits are journalled, forbidden ones put back with a note, lost rows restored.
 * @returns what was put back or restored, with its address
 */
export function reconcileSheets(session: DeskSession): readonly Issue[] {
  return underLock(() => reconcileWhole(session))
}

/**
 * Brings the edited rows alone back to their journal; where they do not tell what was edited, the sheets as a whole.
 * @returns what was put back or restored, with its address
 */
export function reconcileEdit(session: DeskSession, edit: Edit): readonly Issue[] {
  return underLock(() => reconcileRows(session, edit) ?? reconcileWhole(session))
}

function reconcileWhole(session: DeskSession): readonly Issue[] {
  const loaded = loadDesk(session, { whole: ['deals', 'clients'], columns: { journal: journalColumns } })
  const lines = scanColumns<JournalLine>(loaded.snapshot, 'journal').rows.map(({ value }) => value)
  const results = (['clients', 'deals'] as const).map((table) => {
    const rows = (loaded.snapshot.whole[table] ?? []).map((cells, index) => ({ row: index + 2, cells }))
    return [table, reconciled({ table, rows, lines, whole: true }, loaded)] as const
  })
  return settled(loaded, results)
}

/** null = the rows do not tell: some are gone, new, copied, or no longer those that were edited. */
function reconcileRows(session: DeskSession, edit: Edit): readonly Issue[] | null {
  const { table, from, until } = edit
  if (from < 2 || until - from >= mostRows) return null
  const loaded = loadDesk(session, { spans: { [table]: [[from, until]] }, columns: journalPlaces })
  const rows = loaded.snapshot.spans?.[table] ?? []
  const layout = loaded.snapshot.layouts[table] ?? {}
  const ids = rows.map(({ cells }) => Number(cells[layout['id'] ?? 0]))
  const clients = rows.map(({ cells }) => Number(cells[layout['clientId'] ?? -1]))
  if (rows.length !== until - from + 1 || new Set(ids).size !== ids.length || isWithin(layout['id'], edit)) return null
  const lines = journalLinesOf(loaded, new Set([...ids, ...clients].filter((id) => id > 0)))
  const journalled = new Set(lines.filter((line) => line.table === journalNames[table]).map(({ rowId }) => rowId))
  if (ids.some((id) => !journalled.has(id))) return null
  const result = reconciled({ table, rows, lines, whole: false }, loaded)
  return isFound(edit, rows, result) ? settled(loaded, [[table, { ...result, taken: [] }]]) : null
}

/** A cell holds what the event tells; a block differs from its journal somewhere. Otherwise somebody sorted in between. */
function isFound({ column, width, value }: Edit, rows: readonly Row[], { changes: made, cells }: Reconciled): boolean {
  if (rows.length > 1 || width > 1) return made.length + cells.length > 0
  return String(rows[0]?.cells[column - 1] ?? '') === value
}

function isWithin(index: number | undefined, { column, width }: Edit): boolean {
  return index === undefined || (index >= column - 1 && index < column - 1 + width)
}

interface Row {
  readonly row: number
  readonly cells: readonly Cell[]
}

interface Part {
  readonly table: Edited
  readonly rows: readonly Row[]
  readonly lines: readonly Partial<JournalLine>[]
  readonly whole: boolean
}

/** Rows of which a line of the journal cannot be read are left as they stand, and the line is named. */
function reconciled({ table, rows, lines, whole }: Part, loaded: Loaded): Reconciled {
  const clients = table === 'deals' ? knownRows('clients', lines) : new Map<number, Kept>()
  const unread = unreadRows(table, lines)
  const all = [...knownRows(table, lines)].filter(([id]) => !unread.has(id))
  const standing = standingRows(table, rows, loaded.snapshot.layouts[table] ?? {})
  const result = reconcile({
    table,
    rows: standing.filter(({ fields }) => !unread.has(Number(fields['id']))),
    known: new Map(all.filter(([, kept]) => !isArchived(kept))),
    archived: new Map(all.filter(([, kept]) => isArchived(kept))),
    whole,
    setting: { office: loaded.desk.office, now: loaded.moment.now, who: loaded.moment.who },
    clientOf: (deal: Deal) => (deal.clientId === null ? null : ((clients.get(deal.clientId) as Client | undefined) ?? null)),
  })
  const named = [...unread].map((id) => ({
    where: tables.journal.title,
    row: null,
    column: '',
    message: unreadJournalText(journalNames[table], id),
  }))
  return { ...result, issues: [...result.issues, ...named] }
}

/** Numbers of rows whose journal has been typed into. */
function unreadRows(table: Edited, lines: readonly Partial<JournalLine>[]): ReadonlySet<number> {
  const unread = lines.filter((line) => line.table === journalNames[table] && changeIn(line) === null)
  return new Set(unread.flatMap(({ rowId }) => rowId ?? []))
}

function isArchived(kept: Kept): boolean {
  return 'archive' in kept
}

function settled(loaded: Loaded, results: Results): readonly Issue[] {
  const requests = results.flatMap(([table, result]) => {
    const layout = layoutIn(loaded.snapshot.layouts, table)
    return noteRequests(table, [...result.notes, ...formulaNotes(loaded, table, result.taken)], layout)
  })
  const note = write(loaded, results, requests)
  const after = note === '' ? [] : [{ where: tables.deals.title, row: null, column: '', message: note }]
  return [...results.flatMap(([, result]) => result.issues), ...after]
}

function standingRows(table: Edited, rows: readonly Row[], layout: Layout): StandingRow[] {
  const headings = new Map(tables[table].columns.map(({ key, heading }) => [heading, key]))
  return rows.flatMap(({ row, cells }) => {
    if (cells.every((cell) => cell === null || cell === '')) return []
    const { fields, issues } = readRecord(table, row, cells, layout)
    const unreadable = Object.fromEntries(issues.map(({ column, message }) => [headings.get(column) ?? column, message]))
    return [{ row, fields, unreadable, mistyped: mistypedIn(table, cells, layout) }]
  })
}

function mistypedIn(table: Edited, cells: readonly Cell[], layout: Layout): string[] {
  return tables[table].columns.flatMap(({ key, kind }) => {
    const cell = cells[layout[key] ?? -1] ?? null
    const isNumber = kind.type === 'integer' || kind.type === 'date' || kind.type === 'dateTime'
    return cell === null || cell === '' || typeof cell === (isNumber ? 'number' : 'string') ? [] : [key]
  })
}

/** The fold of the journal, by id; of the rows named, or of all. */
export function knownRows(table: Edited, journal: readonly Partial<JournalLine>[], only?: ReadonlySet<number>): ReadonlyMap<number, Kept> {
  const lines = new Map<number, Partial<JournalLine>[]>()
  for (const value of journal) {
    if (value.table !== journalNames[table] || value.rowId === undefined || only?.has(value.rowId) === false) continue
    const own = lines.get(value.rowId)
    if (own === undefined) lines.set(value.rowId, [value])
    else own.push(value)
  }
  return new Map(
    [...lines].map(([id, own]) => [
      id,
      foldJournal<Kept>(
        emptyRow(table),
        own.sort(byVersion).map(({ change }) => ({ change: change ?? '{}' })),
      ),
    ]),
  )
}

function byVersion(a: Partial<JournalLine>, b: Partial<JournalLine>): number {
  return (a.version ?? 0) - (b.version ?? 0)
}

type Results = readonly (readonly [Edited, Reconciled])[]

/** One transaction: cells, journal, restored rows, notes, «Контроль» of the deals that changed, and the count of commits, by which others see it. */
function write(loaded: Loaded, results: Results, more: readonly Request[]): string {
  const made = journalled(results)
  const patches = results.flatMap(([table, { cells }]) => cells.map(({ row, id, values }) => ({ table, row, id, values })))
  const restored = Object.fromEntries(results.map(([table, result]) => [table, result.restored.map((kept) => ({ ...kept }))]))
  const nothing =
    made.deals.length + made.clients.length + patches.length + more.length + results.flatMap(([, { restored: rows }]) => rows).length === 0
  if (nothing) return ''
  const rowOf = new Map(patches.filter(({ table }) => table === 'deals').map(({ id, row }) => [id, row]))
  const changed = made.deals.map(({ after }) => ({ row: rowOf.get(after.id) ?? null, value: after }))
  const { replaced, breaches } = controlWrites(loaded, { deals: changed })
  const lost = writeRegister(loaded.session.spreadsheetId, {
    layouts: loaded.snapshot.layouts,
    patches,
    appends: {
      ...restored,
      journal: journalOf(made, loaded.moment).map((line) => ({ ...line })),
      outbox: taskRows(loaded, [made]),
      breaches,
    },
    replaced,
    service: serviceCells(loaded, { revision: nextRevision(loaded) }),
    more,
  })
  return repairMisplaced(loaded, lost)
}

function journalled(results: Results): Changes {
  const of = (table: Edited) => results.filter(([name]) => name === table).flatMap(([, result]) => result.changes)
  return changes({ kind: 'hand/edit', deals: of('deals') as Changes['deals'], clients: of('clients') as Changes['clients'] })
}

/** More rows than that were pasted, and their formulas go without a word. */
const mostNoted = 20

/** A typed cell that stands is written as its value; where the whole check finds a formula there, a note says which. One call more. */
function formulaNotes({ session, snapshot }: Loaded, table: Edited, taken: Reconciled['taken']): Reconciled['notes'] {
  const rows = [...new Set(taken.map(({ row }) => row))]
  if (rows.length === 0 || rows.length > mostNoted) return []
  const layout = layoutIn(snapshot.layouts, table)
  const entered = enteredRows(session.spreadsheetId, table, rows)
  return taken.flatMap(({ row, field }) => {
    const cell = entered.get(row)?.[layout[field] ?? -1]
    return typeof cell === 'string' && cell.startsWith('=') ? [{ row, field, text: formulaText(cutLine(cell, 200)) }] : []
  })
}

function noteRequests(table: Edited, notes: Reconciled['notes'], layout: Layout): Request[] {
  return notes.map(({ row, field, text }) => ({
    updateCells: {
      start: { sheetId: tables[table].sheetId, rowIndex: row - 1, columnIndex: layout[field] as number },
      rows: [{ values: [{ note: text }] }],
      fields: 'note',
    },
  }))
}
