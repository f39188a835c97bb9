/** Methods of the import: a dry run that shows what will come, and the import itself. */

import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { stageTitles } from '../../domain/deal/words'
import { accept, type Issue, type Outcome, refuse } from '../../domain/problem'
import { type Column, tables } from '../../domain/register/tables'
import { dayTime } from '../../domain/text/russian'
import { addDays, dateOf } from '../../domain/time/localTime'
import type { ImportPreview, ImportTable, Input, Output } from '../../rpc/contract'
import { forbidden } from '../../usecases/permissions'
import { type DealImport, importChanges, readDealImport } from '../../usecases/register/importDeals'
import { type ImportedRows, importRows, type ListKind } from '../../usecases/register/importRows'
import { archivedRows } from '../desk/archives'
import { commitChanges } from '../desk/commit'
import { type Loaded, loadDesk, type Wanted } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { listEvents } from '../google/calendar'
import { underLock } from '../google/lock'
import { readCell } from '../google/register/cells'
import { scanColumns } from '../google/register/records'
import { writeRegister } from '../google/register/writer'

const sampleSize = 5
/** Booked consultations lie at most so far ahead. */
const bookedAheadDays = 60

export function preview(input: Input<'import/preview'>, session: DeskSession): Outcome<ImportPreview> {
  const loaded = loadDesk(session, wantedFor(input.kind))
  const denied = forbidden(loaded.moment.who, 'import')
  if (denied !== null) return refuse(denied)
  return accept(
    input.kind === 'deals' ? dealPreview(readDeals(input.table, loaded), loaded) : rowPreview(readRows(input.kind, input.table, loaded)),
  )
}

export function apply(input: Input<'import/apply'>, session: DeskSession): Outcome<Output<'import/apply'>> {
  return underLock(() => {
    const loaded = loadDesk(session, wantedFor(input.kind))
    const denied = forbidden(loaded.moment.who, 'import')
    if (denied !== null) return refuse(denied)
    return accept(
      input.kind === 'deals'
        ? applyDeals(readDeals(input.table, loaded), loaded)
        : applyRows(input.kind, readRows(input.kind, input.table, loaded), loaded),
    )
  })
}

function wantedFor(kind: Input<'import/preview'>['kind']): Wanted {
  return kind === 'deals' ? { columns: { deals: ['id'], clients: tables.clients.columns.map(({ key }) => key) } } : {}
}

function readDeals(table: ImportTable, loaded: Loaded): DealImport {
  const { desk, moment, snapshot } = loaded
  const { settings, people, projects, required } = desk.office
  const today = dateOf(moment.now)
  const events =
    settings.calendarId === '' ? [] : listEvents({ id: settings.calendarId, zone: settings.zone }, today, addDays(today, bookedAheadDays))
  const existingClients = scanColumns<Client>(snapshot, 'clients').rows.map(({ value }) => value as Client)
  const standing = [...scanColumns<Deal>(snapshot, 'deals').rows.map(({ value }) => value), ...archivedRows(loaded, () => ['id'])]
  const existingDealIds = standing.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const nextClientId = Number(desk.service.lastClientId) + 1
  return readDealImport(table, { people, projects, required, existingDealIds, existingClients, nextClientId, now: moment.now }, events)
}

function dealPreview(read: DealImport, { moment }: Loaded): ImportPreview {
  return {
    taken: read.deals.length,
    duplicates: read.duplicates,
    issues: read.issues,
    matchedEvents: read.matchedEvents,
    sample: read.deals.slice(0, sampleSize).map((deal) => ({
      id: String(deal.id),
      title: deal.organisation,
      detail: [stageTitles[deal.stage], deal.consultant, deal.start === null ? '' : dayTime(deal.start, moment.now)]
        .filter((part) => part !== '')
        .join(' · '),
    })),
  }
}

function applyDeals(read: DealImport, loaded: Loaded): Output<'import/apply'> {
  if (read.deals.length > 0) commitChanges(loaded, importChanges(read.deals, read.clients))
  return { ...dealPreview(read, loaded), written: read.deals.length }
}

const listTables = { staff: 'staff', projects: 'projects', workingCalendar: 'workingCalendar' } as const satisfies Record<
  ListKind,
  keyof typeof tables
>

function readRows(kind: ListKind, table: ImportTable, { snapshot }: Loaded): ImportedRows {
  const columns: readonly Column[] = tables[listTables[kind]].columns
  const layout = snapshot.layouts[listTables[kind]] ?? {}
  const existing = (snapshot.whole[listTables[kind]] ?? []).map((cells) =>
    Object.fromEntries(columns.map((column) => [column.heading, shown(column, cells[layout[column.key] ?? 0] ?? null)])),
  )
  return importRows(kind, table, existing)
}

function shown(column: Column, cell: string | number | boolean | null): string {
  const read = readCell(column, cell)
  return String((read.ok ? read.value : cell) ?? '')
}

function rowPreview({ rows, duplicates, issues }: ImportedRows): ImportPreview {
  const sample = rows.slice(0, sampleSize).map((row) => {
    const [id = '', title = '', ...rest] = Object.values(row)
    return { id, title, detail: rest.filter((value) => value !== '').join(' · ') }
  })
  return { taken: rows.length, duplicates, issues: issues as Issue[], sample, matchedEvents: 0 }
}

function applyRows(kind: ListKind, read: ImportedRows, loaded: Loaded): Output<'import/apply'> {
  const name = listTables[kind]
  const columns: readonly Column[] = tables[name].columns
  const appends = read.rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column.key, typed(column, row[column.heading] ?? '')])),
  )
  if (appends.length > 0) {
    writeRegister(loaded.session.spreadsheetId, {
      layouts: loaded.snapshot.layouts,
      patches: [],
      appends: { [name]: appends },
      replaced: {},
      service: {},
      more: [],
    })
  }
  return { ...rowPreview(read), written: appends.length }
}

function typed(column: Column, text: string): string | number | null {
  const read = readCell(column, text)
  return read.ok ? read.value : text
}
