/** Rows of others in which he is named, and their history: looked through a few thousand rows at a time. */

import type { Scope } from '../../../domain/client/personal/scope'
import { traits } from '../../../domain/client/personal/told'
import { archiveYears } from '../../desk/rows/archives'
import { archiveSheet } from '../../google/register/archiveSheets'
import { readRegister, type Snapshot } from '../../google/register/reader'
import { readRecord } from '../../google/register/records'
import { nothingFound, type Place, type Setting } from '../place'
import { changesOf, linesIn, lineWithout, type RowIds, readStanding, type StandingRow } from '../rows'
import { writeWithout } from '../rowWrites'

/** Rows that one look reads. */
const atOnce = 4_000

const sheetOf = { Сделки: 'deals', Клиенты: 'clients', Журнал: 'journal' } as const

/** A sheet that is looked through; `title` where it is an archive. */
interface Looked {
  readonly table: keyof typeof sheetOf
  readonly year: string
}

export const mentions: Place = {
  name: 'mentions',
  portion: (setting, from) => {
    if (isKnownByNothing(setting.scope)) return nothingFound
    const sheets = sheetsOf(setting)
    const at = sheets.find((_, index) => Math.floor(from / reach) === index)
    if (at === undefined) return nothingFound
    const { ids, isLast } = lookAt(setting, at, (from % reach) + 2)
    const next = isLast ? (Math.floor(from / reach) + 1) * reach : from + atOnce
    const found = ids.Сделки.length + ids.Клиенты.length
    return {
      found,
      next: next >= sheets.length * reach ? null : next,
      write: (change) => {
        if (found > 0) writeWithout(setting, readStanding(setting.loaded, ids), setting.elsewhere, change)
        return found > 0
      },
    }
  },
}

/** Places count through the sheets one after another: no sheet has so many rows. */
const reach = 10_000_000

function isKnownByNothing({ alone }: Scope): boolean {
  return traits.every((trait) => alone[trait].length === 0)
}

function sheetsOf({ loaded }: Setting): Looked[] {
  const years = archiveYears(loaded.desk.service).map((year): Looked => ({ table: 'Сделки', year }))
  return [{ table: 'Сделки', year: '' }, { table: 'Клиенты', year: '' }, ...years, { table: 'Журнал', year: '' }]
}

interface Look {
  readonly ids: RowIds
  readonly isLast: boolean
}

/** Where the sheet ends is asked first: no range may go beyond it. */
function lookAt(setting: Setting, { table, year }: Looked, from: number): Look {
  const name = sheetOf[table]
  const { spreadsheetId } = setting.loaded.session
  const numbers = table === 'Журнал' ? 'rowId' : 'id'
  const titles = year === '' ? {} : { titles: { deals: archiveSheet(year).title } }
  const { columns } = readRegister(spreadsheetId, { whole: [], rows: {}, columns: { [name]: [numbers] }, ...titles })
  const height = (columns[name]?.[numbers]?.length ?? 0) + 1
  if (from > height) return { ids: { Сделки: [], Клиенты: [] }, isLast: true }
  const span = [from, Math.min(height, from + atOnce - 1)] as const
  const read = readRegister(spreadsheetId, { whole: [], rows: {}, columns: {}, spans: { [name]: [span] }, ...titles })
  const ids = table === 'Журнал' ? namedInLines(setting, read) : namedInRows(setting, read, { table, year })
  return { ids, isLast: span[1] === height }
}

function namedInLines(setting: Setting, read: Snapshot): RowIds {
  const named = linesIn(read)
    .filter(({ line }) => !isOwn(setting, line.table ?? 'Сделки', line.rowId ?? 0))
    .filter((line) => Object.keys(lineWithout(line, setting.elsewhere)).length > 0)
  const of = (table: keyof RowIds) => [...new Set(named.flatMap(({ line }) => (line.table === table ? [line.rowId ?? 0] : [])))]
  return { Сделки: of('Сделки'), Клиенты: of('Клиенты') }
}

function namedInRows(
  setting: Setting,
  { spans, layouts }: Snapshot,
  { table, year }: { table: 'Сделки' | 'Клиенты'; year: string },
): RowIds {
  const name = sheetOf[table]
  const layout = layouts[name] ?? {}
  const rows = (spans?.[name] ?? []).map(
    ({ row, cells }): StandingRow => ({ table, year, row, layout, fields: readRecord(name, row, cells, layout).fields }),
  )
  const named = rows.filter(
    (row) => !isOwn(setting, table, Number(row.fields['id'])) && Object.keys(changesOf(row, setting.elsewhere)).length > 0,
  )
  const ids = named.map(({ fields }) => Number(fields['id']))
  return { Сделки: table === 'Сделки' ? ids : [], Клиенты: table === 'Клиенты' ? ids : [] }
}

function isOwn({ scope }: Setting, table: keyof RowIds, id: number): boolean {
  return (table === 'Сделки' ? scope.deals : scope.cards).includes(id)
}
