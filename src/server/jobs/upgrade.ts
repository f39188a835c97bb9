/** An older register upgraded in place: sheets and headings that later versions added, and the version itself. */

import { type Cell, newOffice } from '../../domain/office/settings'
import { type SealedTable, sealedTables } from '../../domain/register/seals'
import { type Table, type TableName, tables } from '../../domain/register/tables'
import { dateOf } from '../../domain/time/localTime'
import { keyInSheet, readableVersion, serviceKeys } from '../../usecases/register/service'
import { localNow } from '../google/clock'
import { platformErrorOf, tried } from '../google/platformError'
import { archiveSheet, archiveYearOf } from '../google/register/archiveSheets'
import { textCell } from '../google/register/cells'
import { expectedLayout, type Layout, layoutOf } from '../google/register/layout'
import { headingCells, initialRequests } from '../google/register/newSheets'
import { ownCells } from '../google/register/ownCells'
import { readRecord } from '../google/register/records'
import { oldestWriter, schemaVersion } from '../google/register/schema'
import { joined, lanesOf } from '../google/register/vault/joined'
import { appendRequest } from '../google/register/writer'
import { isOurs, sealed } from '../google/signed/seal'
import { rememberSealed, type SheetProperties, sheetsOf, wasSealed } from '../google/spreadsheet'

type Request = GoogleAppsScript.Sheets.Schema.Request

/** @returns how many sheets were made */
export function addMissingSheets(id: string): number {
  const existing = sheetsOf(id)
  const all: Table[] = Object.values(tables)
  const missing = all.filter(({ sheetId }) => !existing.some((sheet) => sheet.sheetId === sheetId))
  refuseForeign(missing, existing)
  if (missing.length > 0) makeSheets(id, missing, existing)
  const isSealed = wasSealed(id)
  upgradeRegister(id, existing, isSealed)
  if (!isSealed) rememberSealed(id)
  return missing.length
}

/** A person's own sheet has a title of ours. */
export function refuseForeign(missing: readonly Table[], existing: readonly SheetProperties[]): void {
  const foreign = missing.find(({ title }) => existing.some((sheet) => sheet.title === title))
  if (foreign === undefined) return
  throw new Error(
    `В таблице уже есть лист «${foreign.title}», созданный не программой. Переименуйте его и запустите «Установить и проверить» ещё раз.`,
  )
}

/** Before the version is raised: a run that dies in between leaves an older register, not an incomplete new one. */
function makeSheets(id: string, missing: readonly Table[], existing: readonly SheetProperties[]): void {
  const calendarId = PropertiesService.getScriptProperties().getProperty('calendarId') ?? ''
  const isNew = missing.some(({ sheetId }) => sheetId === tables.deals.sheetId)
  const begins = isNew ? { countFrom: dateOf(localNow(Session.getScriptTimeZone())), ...newOffice } : {}
  const requests = initialRequests(missing, existing, { calendarId, schemaVersion, ...begins })
  write(id, requests)
}

/** Nothing is written to a register that is up to date. @param isSealed its rows were: what lacks a seal now is somebody else's */
function upgradeRegister(id: string, existing: readonly SheetProperties[], isSealed: boolean): void {
  const standing = standingTables(existing)
  if (standing.length === 0) return
  const serviceTitle = standing.find(({ name }) => name === 'service')?.title ?? ''
  const rows = readRows(id, [...standing.map(({ title }) => `${quote(title)}!1:1`), quote(serviceTitle)])
  const requests = [
    ...standing.flatMap((one, index) => missingColumns(one, rows[index]?.[0] ?? [], existing)),
    ...(isSealed ? [] : standing.flatMap((one, index) => sealsOf(id, one, rows[index]?.[0] ?? []))),
  ]
  const service = serviceOf(rows[standing.length] ?? [])
  const version = service.rows.find(([key]) => key === 'schemaVersion')?.[1]
  // One that cannot be read is older for all we know: what is missing is added, what is there stays.
  const isOlder = (readableVersion(String(version ?? '')) ?? 0) < schemaVersion
  if (requests.length > 0 || isOlder) write(id, [...requests, ...serviceRequests(service)])
}

interface Standing {
  readonly name: TableName
  readonly table: Table
  /** As the sheet is called now. */
  readonly title: string
}

/** The archives have the columns of «Сделки». */
function standingTables(existing: readonly SheetProperties[]): Standing[] {
  return existing.flatMap((sheet) => {
    const { sheetId, title = '' } = sheet
    const year = archiveYearOf(sheet)
    const archive = year === null ? undefined : archiveSheet(year)
    const name = archive === undefined ? (Object.keys(tables) as TableName[]).find((one) => tables[one].sheetId === sheetId) : 'deals'
    return name === undefined ? [] : [{ name, table: archive ?? tables[name], title }]
  })
}

function quote(title: string): string {
  return `'${title.replace(/'/g, "''")}'`
}

function readRows(id: string, ranges: string[], valueRenderOption = 'FORMATTED_VALUE'): unknown[][][] {
  const asked = { ranges, valueRenderOption, dateTimeRenderOption: 'SERIAL_NUMBER' }
  const answer = tried(() => Sheets!.Spreadsheets!.Values!.batchGet(id, asked))
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

/**
 * What an older version wrote is the product's own: it gets its seal when the column comes. A copied file has another key: what stands there is
 * sealed anew too, but for what the original had queued.
 */
function sealsOf(id: string, { name, table, title }: Standing, heading: readonly unknown[]): Request[] {
  if (!sealedTables.includes(name)) return []
  const titles = heading.map((cell) => String(cell ?? '').trim())
  const missing = table.columns.filter((column) => !titles.includes(column.heading))
  const isNew = missing.some(({ key }) => key === 'seal')
  if (!isNew && name === 'outbox') return []
  const layout = layoutOf(name, [...titles, ...missing.map((column) => column.heading)])
  const [standing = []] = readRows(id, [quote(title)], 'UNFORMATTED_VALUE') as Cell[][][]
  const rows = joined([{ values: standing, laneAt: lanesOf(name, titles) }])[0]?.slice(1) ?? []
  const records = rows.map((cells, index) => readRecord(name, index + 2, cells as Cell[], layout).fields)
  const isCopy = records.length > 0 && !records.some((record) => isOurs(name as SealedTable, record))
  return isNew || isCopy ? sealColumn(name, records, layout) : []
}

/** Rows below the heading, in one request. */
function sealColumn(name: TableName, records: readonly Record<string, string | number | null>[], layout: Layout): Request[] {
  if (records.length === 0) return []
  const cellOf = (record: Record<string, string | number | null>) => (record['key'] === '' ? {} : textCell(sealed(name, record).seal ?? ''))
  const start = { sheetId: tables[name].sheetId, rowIndex: 1, columnIndex: layout['seal'] ?? 0 }
  return [{ updateCells: { start, rows: records.map((record) => ({ values: [cellOf(record)] })), fields: 'userEnteredValue' } }]
}

interface ServiceRows {
  readonly layout: Layout
  /** Key and value, the heading row first. */
  readonly rows: readonly (readonly unknown[])[]
}

function serviceOf(sheet: readonly (readonly unknown[])[]): ServiceRows {
  const headings = sheet[0] ?? []
  const added = tables.service.columns.filter(({ heading }) => !headings.includes(heading)).map(({ heading }) => heading)
  const layout = layoutOf('service', [...headings.map(String), ...added])
  return { layout, rows: sheet.map((cells) => ['key', 'value'].map((key) => cells[layout[key] ?? 0])) }
}

/** Keys of «Служебное» that are not there yet, and the version. */
function serviceRequests({ layout, rows }: ServiceRows): Request[] {
  const keys = rows.map(([key]) => String(key ?? ''))
  const versions = [
    { key: 'schemaVersion', value: String(schemaVersion) },
    { key: 'oldestWriter', value: String(oldestWriter) },
  ]
  const standing = versions.filter(({ key }) => keys.includes(key))
  const missing = serviceKeys.map(keyInSheet).filter((key) => !keys.includes(key))
  const added = missing.map((key) => versions.find((one) => one.key === key) ?? { key, value: '' })
  return [
    ...ownCells(
      'service',
      layout,
      standing.map((version) => ({ row: keys.indexOf(version.key) + 1, values: sealed('service', version) })),
    ),
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
