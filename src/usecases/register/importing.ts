/** The import: a dry run that shows what will come, and the import itself, whole or in portions. */

import { stageTitles } from '../../domain/deal/words'
import type { ListKind } from '../../domain/importing/listHeadings'
import { mayTake } from '../../domain/intake/ruFirst/doors'
import { ruFirstTexts } from '../../domain/intake/ruFirst/ruFirstText.ru'
import { everyWay } from '../../domain/intake/ruFirst/rule'
import type { Person } from '../../domain/office/office'
import { settingDefinitions } from '../../domain/office/settings'
import { accept, type Outcome, type Problem, refuse } from '../../domain/problem'
import { readCell } from '../../domain/register/cells'
import { decoded } from '../../domain/register/stored'
import { type Column, tables } from '../../domain/register/tables'
import { dayTime } from '../../domain/text/russian'
import { addDays, dateOf } from '../../domain/time/localTime'
import type { ImportKind, ImportPart, ImportPreview, Input } from '../../rpc/contract'
import { type Changes, changes, type Moment, type OwnRow } from '../changes'
import { type Known, method, type Reads } from '../method/method'
import { forbidden } from '../permissions'
import { importMoment, isAnyAhead, readDealFile, sharedWith } from './dealFile'
import { type DealImport, importChanges } from './importDeals'
import { type ImportedRows, importRows } from './importRows'
import { stored } from './service'

type ImportInput = Input<'import/preview'> & { readonly part?: ImportPart | undefined }

const sampleSize = 5
/** Booked consultations lie at most so far ahead. */
const bookedAheadDays = 60

const wholeColumns: Reads = { columns: { deals: ['id', 'outsideIds'], clients: tables.clients.columns.map(({ key }) => key) } }

const reads = [
  ({ kind }: ImportInput): Reads => (kind === 'deals' ? { index: 'all', archive: () => ['id', 'outsideIds'] } : {}),
  ({ kind, table, part }: ImportInput, known: Known): Reads | null => {
    if (kind !== 'deals') return null
    const today = dateOf(known.moment.now)
    const read = readDealFile(table, known, part)
    const isAsked = known.desk.office.settings.calendarId !== '' && isAnyAhead(read, known.moment.now)
    return {
      ...(sharedWith(read, known) ?? wholeColumns),
      ...(isAsked ? { events: { from: today, until: addDays(today, bookedAheadDays) } } : {}),
    }
  },
  ({ kind }: ImportInput): Reads | null => (kind === 'deals' ? { facts: ['requestRule'] } : null),
]

/** Who gives rights by a file has to have them (F8). */
function mayImport({ kind }: Pick<Input<'import/apply'>, 'kind'>, { moment }: Known): Problem | null {
  return forbidden(moment.who, kind === 'staff' || kind === 'projects' ? 'importPeople' : 'import')
}

/** One call; nothing of the register but the office, and of its people no more than their names tell. */
export const start = method('import/start', {
  may: 'import',
  look: (_input, { desk, moment }) => {
    const { office, service } = desk
    const last = decoded(stored.importRun, service.importRun, null)
    const { projects, settings } = office
    return accept({
      now: moment.now,
      zone: settings.zone,
      people: office.people.map(named),
      projects,
      choices: service.importChoices,
      last,
    })
  },
})

function named(person: Person): Person {
  return { ...person, ratePerHour: null, absences: [], quotas: [] }
}

export const preview = method('import/preview', {
  may: mayImport,
  reads,
  look: (input, known) => {
    const read = readFile(input, known)
    return read.ok ? accept(read.value.preview) : read
  },
})

export const apply = method<'import/apply', Read>('import/apply', {
  may: mayImport,
  reads,
  decide: (input, known) => {
    const told = readFile(input, known)
    return told.ok ? { ok: true, changes: told.value.changes, told: told.value } : told
  },
  answer: ({ told, changes: { deals, rows, kind } }, input) => ({
    ...(told?.preview ?? emptyPreview(input.kind, deals.length)),
    written: kind === 'import/deals' ? deals.length : rows.length,
  }),
})

/** What a file brings, for a look and as a plan. */
interface Read {
  readonly preview: ImportPreview
  readonly changes: Changes
}

function readFile({ kind, table, part }: ImportInput, known: Known): Outcome<Read> {
  if (kind === 'deals') {
    if (!mayTake('import', known.facts.requestRule ?? everyWay))
      return refuse({ code: 'badValue', title: table.fileName, why: ruFirstTexts.import })
    const read = readDealFile(table, known, part)
    return read.ok ? accept({ preview: dealPreview(read.value, known.moment), changes: dealChanges(read.value, table, known, part) }) : read
  }
  const read = importRows(kind, { fileName: table.fileName, headings: table.headings, rows: table.rows }, existingRows(kind, known))
  return accept({ preview: rowPreview(read), changes: rowChanges(kind, read) })
}

/** Deals and clients, what is remembered of the import, and the day from which the office counts. */
function dealChanges(read: DealImport, table: ImportInput['table'], known: Known, part: ImportPart | undefined): Changes {
  const { service } = known.desk
  const plan = importChanges(read.deals, read.clients)
  const choices = part?.choices === undefined ? {} : { importChoices: part.choices }
  if (plan.deals.length === 0 && part === undefined) return plan
  const { at, total, done } = part ?? { at: importMoment(known), total: table.rows.length, done: table.rows.length }
  const before = decoded(stored.importRun, service.importRun, null)
  const written = (before?.at === at ? before.written : 0) + plan.deals.length
  const run = { at, fileName: table.fileName, total, done, written }
  const isOver = written === 0 && before !== null
  return {
    ...plan,
    rows: plan.deals.length === 0 ? [] : countFrom(known),
    service: { ...(isOver ? {} : { importRun: JSON.stringify(run) }), ...choices },
  }
}

/** «Начать учёт с»: the day of the first import, where the office has not said another. */
function countFrom({ desk, cells, moment }: Known): OwnRow[] {
  if (desk.office.settings.countFrom !== '') return []
  const { title, clause } = settingDefinitions.countFrom
  const value = dateOf(moment.now)
  const place = cells('settings').findIndex((row) => String(row['title'] ?? '').trim() === title)
  return [{ table: 'settings', row: place < 0 ? null : place + 2, values: place < 0 ? { title, value, clause } : { value } }]
}

/** The answer to the first sending was lost: what it brought is known, what it left out is not. */
function emptyPreview(_kind: ImportKind, taken: number): ImportPreview {
  return { taken, duplicates: 0, issues: [], sample: [], matchedEvents: 0 }
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
