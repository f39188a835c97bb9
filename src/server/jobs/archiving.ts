/** Closed deals move to «Архив ГГГГ»: a batch a run, in one transaction, checked afterwards by the numbers that are left. */

import type { Client } from '../../domain/client/client'
import { isQuietTime } from '../../domain/deal/archive'
import type { Deal } from '../../domain/deal/deal'
import { tables } from '../../domain/register/tables'
import { addDays, dateOf } from '../../domain/time/localTime'
import type { Located } from '../../usecases/desk'
import { type ArchivePlan, archiveBatch, archiveDeals, controlBelow } from '../../usecases/register/archiveDeals'
import type { JournalLine } from '../../usecases/register/journal'
import { journalOf } from '../../usecases/register/journal'
import { commitService, journalCount, nextRevision, patchesOf, serviceCells } from '../desk/commit'
import { type Loaded, loadDesk } from '../desk/load'
import { archiveYears, readArchive } from '../desk/rows/archives'
import { replacedLines } from '../desk/rows/controlWrites'
import { repairMisplaced } from '../desk/rows/repair'
import { journalColumns, soundLines } from '../desk/rows/soundLines'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import { archiveSheet } from '../google/register/archiveSheets'
import { deletions } from '../google/register/deletions'
import { expectedLayout, layoutIn } from '../google/register/layout'
import { initialRequests } from '../google/register/newSheets'
import { readRegister, readRows, type Snapshot } from '../google/register/reader'
import { readRecord, scanColumns } from '../google/register/records'
import { schemaVersion } from '../google/register/schema'
import { appendRequest, type Commit, writeRegister } from '../google/register/writer'
import { sheetsOf } from '../google/spreadsheet'
import { knownRows } from './rows/judgedRows'
import { refuseForeign } from './upgrade'

type Request = GoogleAppsScript.Sheets.Schema.Request

const settleAttempts = 3

/** In quiet hours, after the day's check of the edits, until nothing is left to move; never where archiving is switched off. */
export function isArchivingDue({ desk, moment }: Pick<Loaded, 'desk' | 'moment'>): boolean {
  const { settings } = desk.office
  const { heartbeat, archiveNext } = desk.service
  const today = dateOf(moment.now)
  return settings.archiveMonths > 0 && dateOf(heartbeat) === today && archiveNext <= today && isQuietTime(moment.now, settings)
}

/** One batch; the next tick goes on with the next one. */
export function archiveClosed(session: DeskSession): void {
  underLock(() => {
    const loaded = loadDesk(session, { columns: { deals: ['id', 'stage', 'stageSince'] } })
    const batch = archiveBatch(scanColumns<Deal>(loaded.snapshot, 'deals').rows, loaded.desk, loaded.moment)
    if (batch.length > 0 && moveBatch(loaded, batch)) return
    commitService(loaded, { archiveNext: addDays(dateOf(loaded.moment.now), 1) })
  })
}

type Batch = ReturnType<typeof archiveBatch>

/** @returns false where no row of the batch may go as it stands */
function moveBatch(loaded: Loaded, batch: Batch): boolean {
  const { spreadsheetId } = loaded.session
  const read = readRegister(spreadsheetId, {
    whole: [],
    rows: {},
    columns: { journal: journalColumns, clients: ['id', 'version', 'archivedHeld', 'archivedLast'] },
  })
  const ids = new Set(batch.flatMap(({ value: { id } }) => (id === undefined ? [] : [id])))
  const clients = scanColumns<Client>(read, 'clients').rows
  const plan = archiveDeals({
    standing: standingRows(loaded, batch),
    known: knownRows('deals', linesOf(read), ids) as ReadonlyMap<number, Deal>,
    clients: new Map(clients.map(({ value }) => [value.id ?? 0, value])),
  })
  if (plan.rows.length === 0) return false
  const layouts = { ...loaded.snapshot.layouts, ...read.layouts }
  const known = { ...loaded, snapshot: { ...loaded.snapshot, layouts } }
  const lost = writeRegister(spreadsheetId, commitOf(known, plan, clients))
  repairMisplaced(known, lost)
  settle(loaded, plan, read)
  return true
}

function standingRows({ session, snapshot }: Loaded, batch: Batch): { row: number; fields: Readonly<Record<string, unknown>> }[] {
  const from = batch[0]?.row ?? 2
  const cells = readRows(session.spreadsheetId, 'deals', { from, to: batch[batch.length - 1]?.row ?? from })
  return batch.map(({ row }) => ({ row, ...readRecord('deals', row, cells[row - from] ?? [], snapshot.layouts.deals ?? {}) }))
}

/** Archive rows, journal, what the clients' cards remember, «Контроль», and last the rows that go, from the bottom up. */
function commitOf(loaded: Loaded, plan: ArchivePlan, clients: readonly { row: number; value: Partial<Client> }[]): Commit {
  const { desk, moment, snapshot } = loaded
  const rows = new Map<number, Located<Client>>(clients.map(({ row, value }) => [value.id ?? 0, { row, value: value as Client }]))
  const journal = journalOf(plan.changes, moment).map((line) => ({ ...line }))
  const archives = [...new Set([...archiveYears(desk.service), ...plan.years.keys()])].sort().reverse()
  return {
    layouts: snapshot.layouts,
    patches: patchesOf('clients', plan.changes.clients, { ...desk, clients: rows }),
    appends: { journal },
    replaced: replacedLines(loaded, controlBelow(desk.control, plan.rows)),
    service: serviceCells(loaded, { revision: nextRevision(loaded), archives: archives.join(','), ...journalCount(loaded, journal) }),
    more: [...archiveRequests(loaded, plan), ...deletions(tables.deals.sheetId, plan.rows)],
  }
}

/** Missing sheets are made; rows go below those that stand there, whatever the order of the columns. */
function archiveRequests({ session, desk }: Loaded, { years }: ArchivePlan): Request[] {
  const existing = sheetsOf(session.spreadsheetId)
  const isThere = (year: string) => existing.some(({ sheetId }) => sheetId === archiveSheet(year).sheetId)
  const missing = [...years.keys()].filter((year) => !isThere(year)).map(archiveSheet)
  refuseForeign(missing, existing)
  const beginning = { calendarId: desk.office.settings.calendarId, schemaVersion }
  const rows = [...years].map(([year, deals]) => {
    const layout = isThere(year)
      ? layoutIn(readArchive(session.spreadsheetId, year, { columns: { deals: [] } }).layouts, 'deals')
      : expectedLayout('deals')
    return appendRequest(
      'deals',
      deals.map((deal) => ({ ...deal })),
      { layout, sheetId: archiveSheet(year).sheetId },
    )
  })
  return [...initialRequests(missing, [], beginning), ...rows]
}

/**
 * Somebody sorted or inserted rows between our read and our write: other rows went instead of ours. Both show in the numbers that are left;
 * what is missing comes back from the journal, what was to go goes now.
 */
function settle(loaded: Loaded, { changes }: ArchivePlan, journal: Snapshot): void {
  const moved = new Set<unknown>(changes.deals.map(({ after }) => after.id))
  const staying = (loaded.snapshot.columns.deals?.['id'] ?? []).filter((id) => typeof id === 'number' && !moved.has(id)) as number[]
  for (let attempt = 0; attempt < settleAttempts; attempt++) {
    const now = readRegister(loaded.session.spreadsheetId, { whole: [], rows: {}, columns: { deals: ['id'] } })
    const ids = now.columns.deals?.['id'] ?? []
    const left = ids.flatMap((id, index) => (moved.has(id) ? [index + 2] : []))
    const standing = new Set(ids)
    const gone = staying.filter((id) => !standing.has(id))
    if (left.length === 0 && gone.length === 0) return
    const restored = [...knownRows('deals', linesOf(journal), new Set(gone)).values()]
    const write = { layouts: now.layouts, patches: [], appends: { deals: restored.map((row) => ({ ...row })) }, replaced: {}, service: {} }
    const lost = writeRegister(loaded.session.spreadsheetId, { ...write, more: deletions(tables.deals.sheetId, left) })
    repairMisplaced({ ...loaded, snapshot: now }, lost)
  }
}

function linesOf(snapshot: Snapshot): Partial<JournalLine>[] {
  return soundLines(snapshot).map(({ value }) => value)
}
