/** The one transaction in which rows and their history lose somebody: cells, lines, notes, one line that tells of it. */

import type { Removal, RowTable } from '../../domain/client/personal/withoutPerson'
import { tables } from '../../domain/register/tables'
import { dateOf } from '../../domain/time/localTime'
import type { JournalLine } from '../../usecases/register/journal'
import { journalCount, nextRevision, type ServiceChange, serviceCells } from '../desk/commit'
import { repairMisplaced } from '../desk/rows/repair'
import { archiveSheet } from '../google/register/archiveSheets'
import { writeCell } from '../google/register/cells'
import { ownCells } from '../google/register/ownCells'
import { type Patch, writeRegister } from '../google/register/writer'
import { sealed } from '../google/signed/seal'
import type { Setting } from './place'
import { changesOf, lineWithout, type Standing, type StandingLine, type StandingRow } from './rows'

type Request = GoogleAppsScript.Sheets.Schema.Request
type Cells = Readonly<Record<string, string | number | null>>

/** Kind of the line that tells of it. */
const forgetKind = 'client/forget'

const nameOf = { Сделки: 'deals', Клиенты: 'clients' } as const

export function writeWithout(setting: Setting, standing: Standing, removal: Removal, change: ServiceChange): void {
  const { loaded } = setting
  const touched = standing.rows.map((row) => ({ row, values: changedCells(row, removal, setting) })).filter(({ values }) => values !== null)
  const own = touched.flatMap(({ row, values }) => (row.year === '' && values !== null ? [{ row, values }] : []))
  const archived = touched.flatMap(({ row, values }) => (row.year === '' || values === null ? [] : archiveCells(row, values)))
  const told = own.map(({ row, values }) => lineOf(row, values, setting))
  const layouts = { ...loaded.snapshot.layouts, ...standing.layouts }
  const lost = writeRegister(loaded.session.spreadsheetId, {
    layouts,
    patches: own.map(({ row, values }) => patchOf(row, values)),
    appends: { journal: told },
    service: serviceCells(loaded, { revision: nextRevision(loaded), ...journalCount(loaded, told), ...change }),
    more: [
      ...ownCells('journal', layouts.journal, lineCells(standing.lines, removal)),
      ...archived,
      ...own.map(({ row }) => withoutNotes(row)),
    ],
  })
  repairMisplaced({ ...loaded, snapshot: { ...loaded.snapshot, layouts } }, lost)
}

/** null = the row tells nothing of him; one of his own is marked all the same. */
function changedCells(row: StandingRow, removal: Removal, { asked }: Setting): Cells | null {
  const changed = changesOf(row, removal)
  if (row.year !== '') return Object.keys(changed).length === 0 ? null : changed
  if (!removal.own && Object.keys(changed).length === 0) return null
  const marked = row.table === 'Клиенты' && removal.own && removal.keeps === null ? { forgottenAt: dateOf(asked.at) } : {}
  return { ...changed, ...marked, version: Number(row.fields['version'] ?? 0) + 1 }
}

function patchOf({ table, row, fields }: StandingRow, values: Cells): Patch {
  return { table: nameOf[table], row, id: Number(fields['id']), values }
}

/** Number and day, and what the director wrote for a reason: nobody's name. */
function lineOf({ table, fields }: StandingRow, { version, forgottenAt }: Cells, { asked, own }: Setting): Cells {
  const change = {
    ...(forgottenAt === undefined ? {} : { forgottenAt: [fields['forgottenAt'] ?? null, forgottenAt] }),
    version: [fields['version'] ?? 0, version ?? 0],
  }
  const line: JournalLine = {
    at: asked.at,
    who: asked.by,
    entry: asked.entry,
    table,
    rowId: Number(fields['id']),
    version: Number(version),
    kind: forgetKind,
    reason: own.mask(asked.reason),
    change: JSON.stringify(change),
    request: '',
  }
  return { ...line }
}

/** A line that was not the product's does not become it. */
function lineCells(lines: readonly StandingLine[], removal: Removal) {
  return lines.flatMap((standing) => {
    const values = lineWithout(standing, removal)
    if (Object.keys(values).length === 0) return []
    const seal = standing.sealed ? sealed('journal', { ...standing.line, ...values } as Cells).seal : undefined
    return [{ row: standing.row, values: { ...values, ...(seal === undefined ? {} : { seal }) } }]
  })
}

function archiveCells({ year, row, layout }: StandingRow, values: Cells): Request[] {
  const { sheetId, columns } = archiveSheet(year)
  return columns
    .filter(({ key }) => key in values && (layout[key] ?? -1) >= 0)
    .map((column) => ({
      updateCells: {
        start: { sheetId, rowIndex: row - 1, columnIndex: layout[column.key] as number },
        rows: [{ values: [writeCell(column, values[column.key] ?? null)] }],
        fields: 'userEnteredValue',
      },
    }))
}

/** A note repeats what was typed. */
function withoutNotes({ table, row }: { readonly table: RowTable; readonly row: number }): Request {
  const { sheetId, columns } = tables[nameOf[table]]
  const start = { sheetId, rowIndex: row - 1, columnIndex: 0 }
  return { updateCells: { start, rows: [{ values: columns.map(() => ({ note: '' })) }], fields: 'note' } }
}
