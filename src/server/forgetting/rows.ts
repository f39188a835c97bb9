/** Rows of «Сделки», «Клиенты» and the archives with all their lines of «Журнал», as they stand and without somebody: one transaction for each row. */

import { pairsWithout, type Removal, type RowTable, rowWithout } from '../../domain/client/personal/withoutPerson'
import { changeIn, type JournalLine } from '../../usecases/register/journal'
import type { Loaded } from '../desk/load'
import { archiveYears, readArchive } from '../desk/rows/archives'
import { spansOf } from '../desk/rows/journalLines'
import type { Layout } from '../google/register/layout'
import { readRegister, type Snapshot } from '../google/register/reader'
import { readRecord } from '../google/register/records'
import { isOurs } from '../google/signed/seal'

type Fields = Readonly<Record<string, string | number | null>>

/** Numbers of rows, by sheet. */
export type RowIds = Readonly<Record<RowTable, readonly number[]>>

export interface StandingRow {
  readonly table: RowTable
  /** '' = it stands in its own sheet. */
  readonly year: string
  /** 1-based. */
  readonly row: number
  readonly fields: Fields
  readonly layout: Layout
}

export interface StandingLine {
  readonly row: number
  readonly line: Partial<JournalLine>
  /** The product wrote it so. */
  readonly sealed: boolean
}

export interface Standing {
  readonly rows: readonly StandingRow[]
  readonly lines: readonly StandingLine[]
  readonly layouts: Snapshot['layouts']
}

const tableOf = { Сделки: 'deals', Клиенты: 'clients' } as const

/** Everything that is kept of these rows. */
export function readStanding({ session, desk }: Pick<Loaded, 'session' | 'desk'>, ids: RowIds): Standing {
  const { spreadsheetId } = session
  const wanted = (table: RowTable) => ids[table].map((id) => ({ id, row: null }))
  const read = readRegister(spreadsheetId, {
    whole: [],
    rows: { deals: wanted('Сделки'), clients: wanted('Клиенты') },
    columns: { journal: ['table', 'rowId'] },
    headings: ['journal'],
  })
  const own = (['Сделки', 'Клиенты'] as const).flatMap((table) => rowsIn(read, table, ''))
  const archived = archiveYears(desk.service).flatMap((year) =>
    rowsIn(readArchive(spreadsheetId, year, { rows: { deals: wanted('Сделки') } }), 'Сделки', year),
  )
  return { rows: [...own, ...archived], lines: linesOf(spreadsheetId, read, ids), layouts: read.layouts }
}

function rowsIn({ rows, layouts }: Snapshot, table: RowTable, year: string): StandingRow[] {
  const name = tableOf[table]
  const layout = layouts[name] ?? {}
  return [...(rows[name]?.values() ?? [])].map(({ row, cells }) => ({
    table,
    year,
    row,
    layout,
    fields: readRecord(name, row, cells, layout).fields,
  }))
}

/** Lines of these rows, read where they stand. */
function linesOf(spreadsheetId: string, { columns }: Snapshot, ids: RowIds): StandingLine[] {
  const sets = { Сделки: new Set(ids.Сделки), Клиенты: new Set(ids.Клиенты) }
  const tables = columns.journal?.['table'] ?? []
  const places = (columns.journal?.['rowId'] ?? []).flatMap((id, at) =>
    sets[String(tables[at] ?? '') as RowTable]?.has(Number(id)) === true ? [at + 2] : [],
  )
  if (places.length === 0) return []
  const read = readRegister(spreadsheetId, { whole: [], rows: {}, columns: {}, spans: { journal: spansOf(places) } })
  return linesIn(read).filter(({ line }) => sets[line.table as RowTable]?.has(line.rowId ?? 0) === true)
}

/** Of the spans that were read. */
export function linesIn({ spans, layouts }: Snapshot): StandingLine[] {
  return (spans?.journal ?? []).map(({ row, cells }) => {
    const line = readRecord('journal', row, cells, layouts.journal ?? {}).fields as Partial<JournalLine>
    return { row, line, sealed: isOurs('journal', line) }
  })
}

/** What changes of a row; {} = nothing. */
export function changesOf({ table, fields }: StandingRow, removal: Removal): Record<string, string> {
  return rowWithout(table, fields, removal)
}

/** What changes of a line; {} = nothing. What cannot be read is looked at as it stands. */
export function lineWithout({ line }: StandingLine, removal: Removal): Partial<JournalLine> {
  const { table = 'Сделки', change = '', reason = '' } = line
  const pairs = changeIn({ change })
  const masked = pairs === null ? removal.mask(change) : changeWithout(table, pairs, change, removal)
  const told = removal.mask(reason)
  return { ...(masked === change ? {} : { change: masked }), ...(told === reason ? {} : { reason: told }) }
}

function changeWithout(table: RowTable, pairs: Parameters<typeof pairsWithout>[1], change: string, removal: Removal): string {
  const made = pairsWithout(table, pairs, removal)
  return JSON.stringify(made) === JSON.stringify(pairs) ? change : JSON.stringify(made)
}
