/** An older register upgraded in place: headings that later versions added, and the version itself. */

import { type Table, type TableName, tables } from '../../domain/register/tables'
import { serviceKeys } from '../../usecases/desk'
import { schemaVersion } from '../desk/load'
import { archiveBase, archiveSheet, isArchive } from '../desk/rows/archives'
import { platformErrorOf } from '../google/platformError'
import { expectedLayout, type Layout, layoutOf } from '../google/register/layout'
import { headingCells } from '../google/register/newSheets'
import { ownCells } from '../google/register/ownCells'
import { appendRequest } from '../google/register/writer'

type Request = GoogleAppsScript.Sheets.Schema.Request
type SheetProperties = GoogleAppsScript.Sheets.Schema.SheetProperties

/** @returns how many columns were added; nothing is written to a register that is up to date */
export function upgradeRegister(id: string, existing: readonly SheetProperties[]): number {
  const standing = standingTables(existing)
  if (standing.length === 0) return 0
  const serviceTitle = standing.find(({ name }) => name === 'service')?.title ?? ''
  const rows = readRows(id, [...standing.map(({ title }) => `${quote(title)}!1:1`), quote(serviceTitle)])
  const requests = standing.flatMap((one, index) => missingColumns(one, rows[index]?.[0] ?? [], existing))
  const service = serviceOf(rows[standing.length] ?? [])
  const isOlder = service.rows.some(([key, value]) => key === 'schemaVersion' && Number(value) < schemaVersion)
  if (requests.length === 0 && !isOlder) return 0
  write(id, [...requests, ...serviceRequests(service)])
  return requests.length
}

interface Standing {
  readonly name: TableName
  readonly table: Table
  /** As the sheet is called now. */
  readonly title: string
}

/** The archives have the columns of «Сделки». */
function standingTables(existing: readonly SheetProperties[]): Standing[] {
  return existing.flatMap(({ sheetId, title = '' }) => {
    const archive = isArchive(sheetId ?? 0) ? archiveSheet(String((sheetId ?? 0) - archiveBase)) : undefined
    const name = archive === undefined ? (Object.keys(tables) as TableName[]).find((one) => tables[one].sheetId === sheetId) : 'deals'
    return name === undefined ? [] : [{ name, table: archive ?? tables[name], title }]
  })
}

function quote(title: string): string {
  return `'${title.replace(/'/g, "''")}'`
}

function readRows(id: string, ranges: string[]): unknown[][][] {
  const answer = Sheets!.Spreadsheets!.Values!.batchGet(id, { ranges })
  return (answer.valueRanges ?? []).map(({ values }) => (values ?? []) as unknown[][])
}

/** New headings go behind the last column: columns are found by heading, wherever they stand. */
function missingColumns({ name, table }: Standing, heading: readonly unknown[], existing: readonly SheetProperties[]): Request[] {
  const titles = heading.map((cell) => String(cell ?? '').trim())
  const missing = table.columns.filter((column) => !titles.includes(column.heading) && column.key in expectedLayout(name))
  if (missing.length === 0) return []
  const width = existing.find(({ sheetId }) => sheetId === table.sheetId)?.gridProperties?.columnCount ?? titles.length
  const needed = titles.length + missing.length - width
  const { sheetId } = table
  return [
    ...(needed > 0 ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: needed } }] : []),
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: titles.length },
        rows: [{ values: headingCells(missing) }],
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
  ]
}

interface ServiceRows {
  readonly layout: Layout
  /** Key and value, the heading row first. */
  readonly rows: readonly (readonly unknown[])[]
}

function serviceOf(sheet: readonly (readonly unknown[])[]): ServiceRows {
  const headings = sheet[0] ?? []
  const isWhole = tables.service.columns.every(({ heading }) => headings.includes(heading))
  const layout = isWhole ? layoutOf('service', headings.map(String)) : expectedLayout('service')
  return { layout, rows: sheet.map((cells) => ['key', 'value'].map((key) => cells[layout[key] ?? 0])) }
}

/** Keys of «Служебное» that are not there yet, and the version. */
function serviceRequests({ layout, rows }: ServiceRows): Request[] {
  const keys = rows.map(([key]) => String(key ?? ''))
  const added = serviceKeys.filter((key) => !keys.includes(key)).map((key) => ({ key, value: '' }))
  const version = { key: 'schemaVersion', value: String(schemaVersion) }
  return [
    ...ownCells('service', layout, [{ row: keys.indexOf('schemaVersion') + 1, values: version }]),
    ...(added.length === 0 ? [] : [appendRequest('service', added, { layout })]),
  ]
}

function write(id: string, requests: Request[]): void {
  try {
    Sheets!.Spreadsheets!.batchUpdate({ requests }, id)
  } catch (error) {
    throw platformErrorOf(error)
  }
}
