/** The import: a dry run that shows what will come, and the import itself. */

import type { SlotEvent } from '../../domain/calendar/slots'
import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { stageTitles } from '../../domain/deal/words'
import { accept, type Problem } from '../../domain/problem'
import { readCell } from '../../domain/register/cells'
import { type Column, tables } from '../../domain/register/tables'
import { dayTime } from '../../domain/text/russian'
import { addDays, dateOf } from '../../domain/time/localTime'
import type { ImportKind, ImportPreview, Input } from '../../rpc/contract'
import { type Changes, changes, type Moment } from '../changes'
import { type Known, method, type Reads } from '../method/method'
import { forbidden } from '../permissions'
import { type DealImport, importChanges, readDealImport } from './importDeals'
import { type ImportedRows, importRows, type ListKind } from './importRows'

type ImportInput = Input<'import/preview'>

const sampleSize = 5
/** Booked consultations lie at most so far ahead. */
const bookedAheadDays = 60

const reads = [
  ({ kind }: ImportInput): Reads =>
    kind === 'deals' ? { columns: { deals: ['id'], clients: tables.clients.columns.map(({ key }) => key) }, archive: () => ['id'] } : {},
  ({ kind }: ImportInput, { desk, moment }: Known): Reads | null => {
    const today = dateOf(moment.now)
    const isAsked = kind === 'deals' && desk.office.settings.calendarId !== ''
    return isAsked ? { events: { from: today, until: addDays(today, bookedAheadDays) } } : null
  },
]

/** Who gives rights by a file has to have them (F8). */
function mayImport({ kind }: Pick<Input<'import/apply'>, 'kind'>, { moment }: Known): Problem | null {
  const people = kind === 'staff' || kind === 'projects' ? forbidden(moment.who, 'importPeople') : null
  return forbidden(moment.who, 'import') ?? people
}

export const preview = method('import/preview', {
  may: mayImport,
  reads,
  look: (input, known) => accept(readFile(input, known).preview),
})

export const apply = method<'import/apply', Read>('import/apply', {
  may: mayImport,
  reads,
  decide: (input, known) => {
    const told = readFile(input, known)
    return { ok: true, changes: told.changes, told }
  },
  answer: ({ told, changes: { deals, rows } }, input) => ({
    ...(told?.preview ?? emptyPreview(input.kind, deals.length)),
    written: deals.length + rows.length,
  }),
})

/** What a file brings, for a look and as a plan. */
interface Read {
  readonly preview: ImportPreview
  readonly changes: Changes
}

function readFile({ kind, table }: ImportInput, known: Known): Read {
  if (kind === 'deals') {
    const read = readDeals(table, known)
    return { preview: dealPreview(read, known.moment), changes: importChanges(read.deals, read.clients) }
  }
  const read = importRows(kind, table, existingRows(kind, known))
  return { preview: rowPreview(read), changes: rowChanges(kind, read) }
}

/** The answer to the first sending was lost: what it brought is known, what it left out is not. */
function emptyPreview(_kind: ImportKind, taken: number): ImportPreview {
  return { taken, duplicates: 0, issues: [], sample: [], matchedEvents: 0 }
}

function readDeals(table: ImportInput['table'], { desk, moment, scan, archived, events }: Known): DealImport {
  const { people, projects, required } = desk.office
  const existingClients = scan<Client>('clients').map(({ value }) => value as Client)
  const standing = [...scan<Deal>('deals').map(({ value }) => value), ...archived]
  const existingDealIds = standing.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const nextClientId = Number(desk.service.lastClientId) + 1
  const setting = { people, projects, required, existingDealIds, existingClients, nextClientId, now: moment.now }
  return readDealImport(table, setting, (events ?? []) as readonly SlotEvent[])
}

function dealPreview(read: DealImport, { now }: Moment): ImportPreview {
  return {
    taken: read.deals.length,
    duplicates: read.duplicates,
    issues: read.issues,
    matchedEvents: read.matchedEvents,
    sample: read.deals.slice(0, sampleSize).map((deal) => ({
      id: String(deal.id),
      title: deal.organisation,
      detail: [stageTitles[deal.stage], deal.consultant, deal.start === null ? '' : dayTime(deal.start, now)]
        .filter((part) => part !== '')
        .join(' · '),
    })),
  }
}

/** Cells by heading, as a person sees them. */
function existingRows(kind: ListKind, { cells }: Known): readonly Readonly<Record<string, string>>[] {
  const columns: readonly Column[] = tables[kind].columns
  return cells(kind).map((row) => Object.fromEntries(columns.map((column) => [column.heading, shown(column, row[column.key] ?? null)])))
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
  return { taken: rows.length, duplicates, issues, sample, matchedEvents: 0 }
}

function rowChanges(kind: ListKind, { rows }: ImportedRows): Changes {
  const columns: readonly Column[] = tables[kind].columns
  const valuesOf = (row: Readonly<Record<string, string>>) =>
    Object.fromEntries(columns.map((column) => [column.key, typed(column, row[column.heading] ?? '')]))
  return changes({ kind: `import/${kind}`, rows: rows.map((row) => ({ table: kind, row: null, values: valuesOf(row) })) })
}

function typed(column: Column, text: string): string | number | null {
  const read = readCell(column, text)
  return read.ok ? read.value : text
}
