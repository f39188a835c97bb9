/** Edits by hand in the sheets: judged by the rules against the journal's fold, at the edit itself and by the day's first tick. */

import type { Client } from '../domain/client'
import type { Deal } from '../domain/deal'
import type { Issue } from '../domain/problem'
import type { Cell } from '../domain/settings'
import type { Changes } from '../usecases/changes'
import { changes } from '../usecases/changes'
import { controlAfter } from '../usecases/control'
import { foldJournal, type JournalLine, journalOf } from '../usecases/journal'
import { emptyRow, type Kept, type Reconciled, reconcile, type StandingRow } from '../usecases/reconcile'
import { controlRows } from './commit'
import { underLock } from './google/lock'
import type { Layout } from './google/register/layout'
import { readRecord, scanColumns } from './google/register/records'
import { tables } from './google/register/tables'
import { writeRegister } from './google/register/writer'
import { type Loaded, loadDesk } from './load'
import { repairMisplaced } from './repair'
import type { DeskSession } from './session'

type Edited = 'deals' | 'clients'
type Request = GoogleAppsScript.Sheets.Schema.Request

const journalNames: Readonly<Record<Edited, JournalLine['table']>> = { deals: 'Сделки', clients: 'Клиенты' }
const journalColumns = ['table', 'rowId', 'version', 'change']

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
  return underLock(() => {
    const loaded = loadDesk(session, { whole: ['deals', 'clients'], columns: { journal: journalColumns } })
    const results = (['clients', 'deals'] as const).map((table) => [table, reconciled(table, loaded)] as const)
    const requests = results.flatMap(([table, result]) => noteRequests(table, result, loaded.snapshot.layouts[table] ?? {}))
    write(loaded, results, requests)
    return results.flatMap(([, result]) => result.issues)
  })
}

function reconciled(table: Edited, loaded: Loaded): Reconciled {
  const clients = table === 'deals' ? knownRows('clients', loaded) : new Map<number, Kept>()
  return reconcile({
    table,
    rows: standingRows(table, loaded),
    known: knownRows(table, loaded),
    whole: true,
    setting: { office: loaded.desk.office, now: loaded.moment.now, who: loaded.moment.who.roles },
    clientOf: (deal: Deal) => (deal.clientId === null ? null : ((clients.get(deal.clientId) as Client | undefined) ?? null)),
  })
}

function standingRows(table: Edited, { snapshot }: Loaded): StandingRow[] {
  const headings = new Map(tables[table].columns.map(({ key, heading }) => [heading, key]))
  return (snapshot.whole[table] ?? []).flatMap((cells, index) => {
    if (cells.every((cell) => cell === null || cell === '')) return []
    const { fields, issues } = readRecord(table, index + 2, cells, snapshot.layouts[table] ?? {})
    const unreadable = Object.fromEntries(issues.map(({ column, message }) => [headings.get(column) ?? column, message]))
    return [{ row: index + 2, fields, unreadable, mistyped: mistypedIn(table, cells, snapshot.layouts[table] ?? {}) }]
  })
}

function mistypedIn(table: Edited, cells: readonly Cell[], layout: Layout): string[] {
  return tables[table].columns.flatMap(({ key, kind }) => {
    const cell = cells[layout[key] ?? -1] ?? null
    const isNumber = kind.type === 'integer' || kind.type === 'date' || kind.type === 'dateTime'
    return cell === null || cell === '' || typeof cell === (isNumber ? 'number' : 'string') ? [] : [key]
  })
}

/** The fold of the journal, by id. */
function knownRows(table: Edited, { snapshot }: Loaded): ReadonlyMap<number, Kept> {
  const lines = new Map<number, Partial<JournalLine>[]>()
  for (const { value } of scanColumns<JournalLine>(snapshot, 'journal').rows) {
    if (value.table !== journalNames[table] || value.rowId === undefined) continue
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

/** One transaction: cells, journal, restored rows, notes, «Контроль» of the deals that changed. */
function write(loaded: Loaded, results: Results, more: readonly Request[]): void {
  const made = journalled(results)
  const patches = results.flatMap(([table, { cells }]) => cells.map(({ row, id, values }) => ({ table, row, id, values })))
  const restored = Object.fromEntries(results.map(([table, result]) => [table, result.restored.map((kept) => ({ ...kept }))]))
  const nothing =
    made.deals.length + made.clients.length + patches.length + more.length + results.flatMap(([, { restored: rows }]) => rows).length === 0
  if (nothing) return
  const changed = made.deals.map(({ after }) => ({ row: null, value: after }))
  const lines = controlAfter(loaded.desk.control, changed, loaded.desk.office, loaded.moment.now)
  const lost = writeRegister(loaded.session.spreadsheetId, {
    layouts: loaded.snapshot.layouts,
    patches,
    appends: { ...restored, journal: journalOf(made, loaded.moment).map((line) => ({ ...line })) },
    replaced: changed.length === 0 ? {} : { control: { rows: controlRows(lines), before: loaded.controlHeight } },
    service: {},
    more,
  })
  if (lost.length > 0) repairMisplaced(loaded, lost)
}

function journalled(results: Results): Changes {
  const of = (table: Edited) => results.filter(([name]) => name === table).flatMap(([, result]) => result.changes)
  return changes({ kind: 'hand/edit', deals: of('deals') as Changes['deals'], clients: of('clients') as Changes['clients'] })
}

function noteRequests(table: Edited, { notes }: Reconciled, layout: Layout): Request[] {
  return notes.map(({ row, field, text }) => ({
    updateCells: {
      start: { sheetId: tables[table].sheetId, rowIndex: row - 1, columnIndex: layout[field] ?? 0 },
      rows: [{ values: [{ note: text }] }],
      fields: 'note',
    },
  }))
}
