/** Rows of the register beside the fold of their journal: what was typed is judged, what cannot be proved is left alone and named. */

import type { Client } from '../../../domain/client/client'
import { isCardComplete } from '../../../domain/deal/card'
import { type Deal, emptyDeal, type Stage } from '../../../domain/deal/deal'
import { dealTitles } from '../../../domain/deal/fieldTitles'
import { noteText } from '../../../domain/deal/judging/handEdit'
import type { Cell } from '../../../domain/office/settings'
import { readCell } from '../../../domain/register/cells'
import { tables } from '../../../domain/register/tables'
import { closingUnread, unreadJournalText } from '../../../domain/text/todayNotes.ru'
import { brokenRows, isAhead } from '../../../usecases/register/brokenJournal'
import { filledByHand, foldJournal, type JournalLine } from '../../../usecases/register/journal'
import {
  type Editor,
  emptyRow,
  type Kept,
  type Reconciled,
  type ReconcileRequest,
  reconcile,
  type StandingRow,
} from '../../../usecases/register/reconcile'
import type { Loaded } from '../../desk/load'
import type { Layout } from '../../google/register/layout'
import { readRecord } from '../../google/register/records'

export type Edited = 'deals' | 'clients'

export const journalNames: Readonly<Record<Edited, JournalLine['table']>> = { deals: 'Сделки', clients: 'Клиенты' }

export interface Row {
  readonly row: number
  readonly cells: readonly Cell[]
}

export interface Part {
  readonly table: Edited
  readonly rows: readonly Row[]
  readonly lines: readonly Partial<JournalLine>[]
  readonly whole: boolean
  /** The journal has fewer lines than were written. */
  readonly short: boolean
  readonly editor: Editor | null
  /** Fields of an edit's own cells: whatever stands there is the hand's, proved or not; empty = no edit is known. */
  readonly typed: ReadonlySet<string>
  /** Rows of that edit, 1-based. */
  readonly edited: ReadonlySet<number>
  /** Of an edit of one cell: what stood there; absent = not told. */
  readonly stood?: Cell
}

/** Rows whose journal is not whole are left as they stand, and named; only what was typed just now is judged, and K5 is kept up there. */
export function reconciled({ table, rows, lines, whole, short, editor, typed, edited, stood }: Part, loaded: Loaded): Reconciled {
  const clients = table === 'deals' ? knownRows('clients', lines) : new Map<number, Kept>()
  const folded = knownRows(table, lines)
  const standing = standingRows(table, rows, loaded.snapshot.layouts[table] ?? {})
  const broken = brokenAmong(table, { standing: short ? standing : [], folded, lines })
  const isBroken = ({ fields }: StandingRow) => broken.has(Number(fields['id']))
  const all = [...folded].filter(([id]) => !broken.has(id))
  const { lastDealId, lastClientId } = loaded.desk.service
  const request: Omit<ReconcileRequest, 'rows' | 'known' | 'whole'> = {
    table,
    archived: new Map(all.filter(([, kept]) => isArchived(kept))),
    givenOut: Number(table === 'deals' ? lastDealId : lastClientId),
    setting: { office: loaded.desk.office, now: loaded.moment.now },
    editor,
    clientOf: (deal: Deal) => (deal.clientId === null ? null : ((clients.get(deal.clientId) as Client | undefined) ?? null)),
    filledLast: (id) => filledByHand(lines.filter((line) => line.table === journalNames[table] && line.rowId === id)),
  }
  const known = new Map(all.filter(([, kept]) => !isArchived(kept)))
  const isNamesake = ({ fields }: StandingRow) => whole && !hasBegun(table, Number(fields['id']), lines)
  const result = reconcile({ ...request, rows: standing.filter((row) => !isBroken(row) || isNamesake(row)), known, whole })
  const isForgotten = ({ row, fields }: StandingRow) =>
    typed.has('stage') && edited.has(row) && result.unknown.includes(Number(fields['id']))
  const closed =
    table === 'deals' ? standing.filter((row) => (isBroken(row) || isForgotten(row)) && closesUnproved(row, folded, loaded)) : []
  const stageOf = (row: StandingRow) => stageProved(row, folded, loaded)
  const own = standing.filter((row) => isBroken(row) && edited.has(row.row))
  const back = typedBack(own, typed, { request, folded, stageOf, stood: stoodIn(table, typed, stood) })
  const both = {
    ...result,
    cells: [...result.cells, ...back.cells],
    notes: [...result.notes, ...back.notes],
    issues: [...result.issues, ...back.issues],
  }
  return withClosings(both, { closed, stageOf, unread: [...new Set([...broken, ...result.unknown])], table })
}

/** Without its first line a number may be one that was typed over, and written under before anybody saw it: the row may be another's. */
function hasBegun(table: Edited, id: number, lines: readonly Partial<JournalLine>[]): boolean {
  return lines.some((line) => line.table === journalNames[table] && line.rowId === id && line.version === 1)
}

interface Unproved {
  readonly request: Omit<ReconcileRequest, 'rows' | 'known' | 'whole'>
  readonly folded: ReadonlyMap<number, Kept>
  readonly stageOf: (row: StandingRow) => Stage
  /** Field → what stood there before the edit, where Google tells it. */
  readonly stood: Partial<StandingRow['fields']>
}

/** Where the lines of a row are not whole, the edited cells alone are judged, by what stands beside them: what may not be typed goes back to what is known. */
function typedBack(
  rows: readonly StandingRow[],
  typed: ReadonlySet<string>,
  { request, folded, stageOf, stood }: Unproved,
): Pick<Reconciled, 'cells' | 'notes' | 'issues'> {
  const isTyped = ([field]: readonly [string, unknown]) => typed.has(field)
  const before = ({ fields }: StandingRow): [number, Kept][] => {
    const [id, kept] = [Number(fields['id']), folded.get(Number(fields['id']))]
    const beside = Object.fromEntries(Object.entries(fields).filter((one) => !isTyped(one)))
    return kept === undefined ? [] : [[id, { ...kept, ...beside, ...stood, id } as Kept]]
  }
  const known = new Map(rows.flatMap(before))
  const edited = rows.flatMap((row) => {
    const unreadable = Object.fromEntries(Object.entries(row.unreadable).filter(isTyped))
    return known.has(Number(row.fields['id'])) ? [{ ...row, mistyped: [], unreadable }] : []
  })
  const { notes, issues } = reconcile({ ...request, rows: edited, known, whole: false })
  const cells = edited.flatMap((row) => {
    const kept = known.get(Number(row.fields['id'])) as unknown as StandingRow['fields']
    const back = notes
      .filter((note) => note.row === row.row)
      .map(({ field }) => [field, field === 'stage' && !('stage' in stood) ? stageOf(row) : (kept[field] ?? null)] as const)
    return back.length === 0 ? [] : [{ row: row.row, id: Number(row.fields['id']), values: Object.fromEntries(back) }]
  })
  return { cells, notes, issues }
}

/** What stood in the one cell of an edit, read as its column means it. */
function stoodIn(table: Edited, typed: ReadonlySet<string>, cell: Cell | undefined): Partial<StandingRow['fields']> {
  const [column] = tables[table].columns.filter(({ key }) => typed.has(key))
  const read = typed.size === 1 && column !== undefined && cell !== undefined ? readCell(column, cell) : null
  return read?.ok === true && column !== undefined ? { [column.key]: read.value } : {}
}

interface Journalled {
  readonly standing: readonly StandingRow[]
  readonly folded: ReadonlyMap<number, Kept>
  readonly lines: readonly Partial<JournalLine>[]
}

function brokenAmong(table: Edited, { standing, folded, lines }: Journalled): ReadonlySet<number> {
  const broken = new Set(brokenRows(journalNames[table], lines))
  for (const row of standing) {
    const kept = folded.get(Number(row.fields['id']))
    if (kept !== undefined && isAhead(row, kept)) broken.add(kept.id)
  }
  return broken
}

/** K5 needs no journal to see that a card is not complete. */
function closesUnproved({ fields }: StandingRow, folded: ReadonlyMap<number, Kept>, { desk }: Loaded): boolean {
  const before = folded.get(Number(fields['id'])) as Partial<Deal> | undefined
  const deal = { ...emptyDeal, ...fields } as Deal
  return deal.stage === 'won' && before?.stage !== 'won' && !isCardComplete(deal, desk.office.required)
}

/** Where it goes back to: what the row itself proves of a booking, else what is left of its journal. */
function stageProved({ fields }: StandingRow, folded: ReadonlyMap<number, Kept>, { moment }: Loaded): Stage {
  const { start, consultant } = { ...emptyDeal, ...fields } as Deal
  if (start !== null && consultant !== '') return start > moment.now ? 'assigned' : 'held'
  return (folded.get(Number(fields['id'])) as Deal | undefined)?.stage ?? 'accepted'
}

interface Closings {
  readonly table: Edited
  readonly closed: readonly StandingRow[]
  readonly stageOf: (row: StandingRow) => Stage
  readonly unread: readonly number[]
}

function withClosings(result: Reconciled, { table, closed, stageOf, unread }: Closings): Reconciled {
  const where = journalNames[table]
  const back = closed.map((one) => ({ row: one.row, id: Number(one.fields['id']), values: { stage: stageOf(one) } }))
  const notes = closed.map(({ row }) => ({ row, field: 'stage', text: noteText(dealTitles.stage, closingUnread) }))
  const refused = closed.map(({ row }) => ({
    where,
    row,
    column: dealTitles.stage,
    message: `возвращено прежнее значение: ${closingUnread}`,
  }))
  const told = { where: tables.journal.title, row: null, column: '', message: unreadJournalText(where, unread) }
  return {
    ...result,
    cells: [...result.cells, ...back],
    notes: [...result.notes, ...notes],
    issues: [...result.issues, ...refused, ...(unread.length === 0 ? [] : [told])],
  }
}

function isArchived(kept: Kept): boolean {
  return 'archive' in kept
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
