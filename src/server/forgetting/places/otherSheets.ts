/** Every other sheet of the file, the office's own too: letters, duties, tasks, discrepancies, reports, answers of a form. */

import { personalTexts } from '../../../domain/client/personal/personalText.ru'
import { emailsIn, numbersIn } from '../../../domain/client/personal/told'
import type { Removal } from '../../../domain/client/personal/withoutPerson'
import type { Cell } from '../../../domain/office/settings'
import { jsonIn } from '../../../domain/register/json'
import { type SealedTable, sealedTables } from '../../../domain/register/seals'
import { type Table, type TableName, tables } from '../../../domain/register/tables'
import { type Lane, markIn } from '../../../domain/register/vaultMarks'
import type { LocalDateTime } from '../../../domain/time/localTime'
import { type ServiceChange, serviceCells } from '../../desk/commit'
import { archiveYearOf } from '../../google/register/archiveSheets'
import { textCell, writeCell } from '../../google/register/cells'
import { type Layout, type Layouts, layoutOf, quoted } from '../../google/register/layout'
import { readRecord } from '../../google/register/records'
import { batchGet } from '../../google/register/values'
import { joined, lanesOf } from '../../google/register/vault/joined'
import { kept } from '../../google/register/vault/keptCells'
import { writeRegister } from '../../google/register/writer'
import { isOurs, sealed } from '../../google/signed/seal'
import { type SheetProperties, sheetsOf } from '../../google/spreadsheet'
import { nothingFound, type Place, type Setting } from '../place'
import { type ChangedRow, marksAfter } from './reportMarks'

type Request = GoogleAppsScript.Sheets.Schema.Request
type Values = Record<string, string | number | null>

/** Looked through elsewhere, or of the office's own people. */
const others: readonly TableName[] = [
  'deals',
  'clients',
  'journal',
  'staff',
  'topics',
  'projects',
  'workingCalendar',
  'settings',
  'required',
]

export const otherSheets: Place = {
  name: 'sheets',
  portion: (setting, from) => {
    const sheets = sheetsOf(setting.loaded.session.spreadsheetId).filter(isLookedThrough)
    const sheet = sheets[from]
    if (sheet === undefined) return nothingFound
    const { rows, layouts } = changedRows(setting, sheet)
    return {
      found: rows.length,
      next: from + 1 < sheets.length ? from + 1 : null,
      write: (change) => {
        if (rows.length > 0) writeRows(setting, { rows, layouts, change: { ...marksAfter(setting.loaded, sheet, rows), ...change } })
        return rows.length > 0
      },
    }
  },
}

function isLookedThrough(sheet: SheetProperties): boolean {
  return archiveYearOf(sheet) === null && !others.some((name) => tables[name].sheetId === sheet.sheetId)
}

/** With where the columns stand, of a sheet of ours. */
function changedRows(setting: Setting, { sheetId = 0, title = '' }: SheetProperties): { rows: ChangedRow[]; layouts: Layouts } {
  const name = (Object.keys(tables) as TableName[]).find((one) => tables[one].sheetId === sheetId)
  const standing = batchGet(setting.loaded.session.spreadsheetId, [quoted(title)], 'FORMULA')[0] ?? []
  const laneAt = name === undefined ? () => 'told' as const : lanesOf(name, standing[0] ?? [])
  const lane = (row: number, column: number) => (name === undefined ? (markIn(standing[row]?.[column])?.lane ?? null) : null)
  const [values = []] = joined([{ values: standing, laneAt }])
  const layout = name === undefined ? null : layoutOf(name, values[0] ?? [], title)
  const rows = values.flatMap((cells, row) => {
    if (name !== undefined && row === 0) return []
    const changed =
      name === undefined || layout === null
        ? freeCells(setting, cells, (column) => lane(row, column))
        : tableCells(setting, { name, cells, layout, row })
    return changed.length === 0 ? [] : [{ sheetId, row, cells: changed }]
  })
  return { rows, layouts: name === undefined || layout === null ? {} : { [name]: layout } }
}

/** A sheet that the program does not keep: a form's answers, a report. */
function freeCells(setting: Setting, cells: readonly Cell[], laneAt: (column: number) => Lane | null): ChangedRow['cells'] {
  const removal = removalFor(setting, cells.map(String).join('\n'))
  return cells.flatMap((cell, column) => {
    const text = typeof cell === 'number' && String(cell).length > 9 ? String(cell) : cell
    if (typeof text !== 'string' || text.startsWith('=')) return []
    const masked = removal.mask(text)
    return masked === text ? [] : [{ column, cell: kept(textCell(masked), laneAt(column), true) }]
  })
}

/** A row that tells how to reach him is his: his name goes from it in whatever form. */
function removalFor({ scope, own, elsewhere }: Setting, text: string): Removal {
  const { phone, email } = scope.alone
  const emails = new Set(email.flatMap(emailsIn))
  const numbers = new Set(phone.flatMap(numbersIn))
  const isHis = emailsIn(text).some((one) => emails.has(one)) || numbersIn(text).some((one) => numbers.has(one))
  return isHis ? own : elsewhere
}

interface TableRow {
  readonly name: TableName
  readonly cells: readonly Cell[]
  readonly layout: Layout
  readonly row: number
}

function tableCells(setting: Setting, { name, cells, layout, row }: TableRow): ChangedRow['cells'] {
  const { fields } = readRecord(name, row + 1, cells, layout)
  if (name === 'service' && fields['key'] === 'forgetting') return []
  // A lead's row is called by its deal's number.
  const isOwn = isOwnRow(setting, name === 'amo' ? { ...fields, dealId: fields['id'] ?? null } : fields)
  const removal = isOwn ? setting.own : removalFor(setting, cells.map(String).join('\n'))
  // Nobody has read yet what it says of him.
  const without = (value: string) => (isOwn && name === 'drafts' ? '' : removal.mask(value))
  const table: Table = tables[name]
  const masked = table.columns.flatMap(({ key, personal, kind }): [string, string][] => {
    const value = fields[key]
    const isText = (kind.type === 'text' || kind.type === 'longText') && personal !== false && personal !== 'staff'
    return isText && typeof value === 'string' && without(value) !== value ? [[key, without(value)]] : []
  })
  const made = unsent(name, fields, Object.fromEntries(masked), setting.loaded.moment.now)
  const values = sealedAgain(name, fields, made)
  return table.columns
    .filter(({ key }) => key in values)
    .map((column) => ({ column: layout[column.key] ?? 0, cell: writeCell(column, values[column.key] ?? null) }))
}

/** By number of deal or client, wherever the row tells it. */
function isOwnRow({ scope }: Setting, { dealId, clientId, payload }: Values): boolean {
  const told = typeof payload === 'string' ? jsonIn(payload) : null
  const {
    deal,
    dealId: ofTask,
    client,
    sets,
    links,
  } = (typeof told === 'object' && told !== null ? told : {}) as Readonly<Record<string, unknown>>
  const linked = Array.isArray(links) ? links.map((link: { dealId?: unknown }) => link?.dealId) : []
  const deals = [dealId, deal, ofTask, (sets as { deal?: unknown } | undefined)?.deal, ...linked]
  return deals.some((id) => scope.deals.includes(Number(id))) || [clientId, client].some((id) => scope.cards.includes(Number(id)))
}

/** A letter to him that has not gone goes no more. */
function unsent(name: TableName, { kind, done }: Values, made: Values, now: LocalDateTime): Values {
  if (name !== 'outbox' || kind !== 'письмо' || !('to' in made) || done !== null) return made
  return { ...made, done: now, error: personalTexts.unsent }
}

/** What the product wrote stays the product's; what it did not, does not become it. */
function sealedAgain(name: TableName, fields: Values, made: Values): Values {
  const isSealed = sealedTables.includes(name) && isOurs(name as SealedTable, fields)
  if (Object.keys(made).length === 0 || !isSealed) return made
  return { ...made, seal: sealed(name, { ...fields, ...made }).seal ?? '' }
}

interface Write {
  readonly rows: readonly ChangedRow[]
  readonly layouts: Layouts
  readonly change: ServiceChange
}

function writeRows({ loaded }: Setting, { rows, layouts, change }: Write): void {
  const requests = rows.flatMap(({ sheetId, row, cells }) =>
    cells.map(
      ({ column, cell }): Request => ({
        updateCells: {
          start: { sheetId, rowIndex: row, columnIndex: column },
          rows: [{ values: [cell] }],
          fields: 'userEnteredValue',
        },
      }),
    ),
  )
  writeRegister(loaded.session.spreadsheetId, {
    layouts: { ...loaded.snapshot.layouts, ...layouts },
    service: serviceCells(loaded, change),
    more: requests,
  })
}
