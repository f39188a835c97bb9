/** An older register upgraded in place: headings that later versions added, and the version itself. */

import { serviceKeys } from '../usecases/desk'
import { platformErrorOf } from './google/platformError'
import { expectedLayout } from './google/register/layout'
import { headingCells } from './google/register/newSheets'
import { type Table, type TableName, tables } from './google/register/tables'
import { schemaVersion } from './load'

type Request = GoogleAppsScript.Sheets.Schema.Request
type SheetProperties = GoogleAppsScript.Sheets.Schema.SheetProperties

/** @returns how many columns were added; nothing is written to a register that is up to date */
export function upgradeRegister(id: string, existing: readonly SheetProperties[]): number {
  const standing = (Object.keys(tables) as TableName[]).filter((name) => existing.some(({ sheetId }) => sheetId === tables[name].sheetId))
  const titles = standing.map((name) => existing.find(({ sheetId }) => sheetId === tables[name].sheetId)?.title ?? '')
  if (standing.length === 0) return 0
  const rows = readRows(id, [...titles.map((title) => `${quote(title)}!1:1`), `${quote(titles[standing.indexOf('service')] ?? '')}!A:B`])
  const requests = standing.flatMap((name, index) => missingColumns(name, rows[index]?.[0] ?? [], existing))
  const service = rows[standing.length] ?? []
  const isOlder = service.some(([key, value]) => key === 'schemaVersion' && Number(value) < schemaVersion)
  if (requests.length === 0 && !isOlder) return 0
  write(id, [...requests, ...serviceRequests(service)])
  return requests.length
}

function quote(title: string): string {
  return `'${title.replace(/'/g, "''")}'`
}

function readRows(id: string, ranges: string[]): unknown[][][] {
  const answer = Sheets!.Spreadsheets!.Values!.batchGet(id, { ranges })
  return (answer.valueRanges ?? []).map(({ values }) => (values ?? []) as unknown[][])
}

/** New headings go behind the last column: columns are found by heading, wherever they stand. */
function missingColumns(name: TableName, heading: readonly unknown[], existing: readonly SheetProperties[]): Request[] {
  const table: Table = tables[name]
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

/** Keys of «Служебное» that are not there yet, and the version. */
function serviceRequests(rows: readonly (readonly unknown[])[]): Request[] {
  const keys = rows.map(([key]) => String(key ?? ''))
  const added = serviceKeys.filter((key) => !keys.includes(key)).map((key) => [key, ''] as const)
  const place = keys.indexOf('schemaVersion')
  const cells = (values: readonly string[]) => ({ values: values.map((value) => ({ userEnteredValue: { stringValue: value } })) })
  const { sheetId } = tables.service
  return [
    {
      updateCells: {
        start: { sheetId, rowIndex: place, columnIndex: 0 },
        rows: [cells(['schemaVersion', String(schemaVersion)])],
        fields: 'userEnteredValue',
      },
    },
    ...(added.length === 0 ? [] : [{ appendCells: { sheetId, rows: added.map(cells), fields: 'userEnteredValue' } }]),
  ]
}

function write(id: string, requests: Request[]): void {
  try {
    Sheets!.Spreadsheets!.batchUpdate({ requests }, id)
  } catch (error) {
    throw platformErrorOf(error)
  }
}
