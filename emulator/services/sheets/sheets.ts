/** The global `Sheets` (advanced service, API v4): every call through the gate, every error in the API's words. */

import { effectiveUser } from '../../run/host'
import { strict } from '../../run/strict'
import { apiMethod } from '../../world/platform/apiMethods'
import type { ServiceHost, SpreadsheetState } from '../../world/types'
import { requireKnown, requireValue } from '../knownMembers'
import { A1Problem } from './a1'
import { type BatchGetOptions, batchGetAddress, checkAddress } from './api/address'
import type { Api } from './api/method'
import { reachable } from './api/sharing'
import { type AppendOptions, appendValues } from './api/valuesAppend'
import { type ValuesWrites, valuesWrites } from './api/valuesService'
import { apiError } from './apiError'
import { blankSheet, type RawValue } from './grid'
import { runBatch } from './requests/batchUpdate'
import { pickFields } from './requests/fieldMask'
import { countCells, type ResourceOptions, spreadsheetResource } from './resource'
import { countValues, type ReadOptions, readRange, type ValueRange } from './values'

type Collection = GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection
type Values = Pick<Collection['Values'], 'get' | 'batchGet' | 'batchGetByDataFilter' | 'append'> & ValuesWrites
type Spreadsheets = Pick<Collection, 'create' | 'get' | 'batchUpdate'> & { Values: Values }
type BatchRequest = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest

export const sheetsService = (host: ServiceHost): { Spreadsheets: Spreadsheets } => {
  const api = apiOf(host)
  return strict('Sheets', {
    Spreadsheets: strict('Sheets.Spreadsheets', {
      create: (resource: Resource) => created(host, resource),
      ...spreadsheets(api),
      Values: strict('Sheets.Spreadsheets.Values', { ...values(api, host), ...valuesWrites(api, host) }),
    }),
  })
}

const apiOf =
  (host: ServiceHost): Api =>
  (member, id, work, cost) => {
    const method = apiMethod(`Sheets.${member}`)
    const onSpreadsheet = () => {
      const spreadsheet = reachable(host, method, id)
      return withApiErrors(method, () => work(spreadsheet))
    }
    return host.jsonIntoRealm(host.gate.call(`Sheets.${member}`, onSpreadsheet, cost))
  }

const withApiErrors = <T>(method: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof A1Problem) throw apiError(method, 400, error.message)
    throw error
  }
}

// What the script hands over travels as JSON: nothing of its realm stays in the world.
const wire = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)))

interface GetOptions {
  readonly ranges?: string | readonly string[]
  readonly includeGridData?: boolean
  readonly fields?: string
}

const bodyMembers = ['requests', 'includeSpreadsheetInResponse', 'responseRanges', 'responseIncludeGridData']

type Resource = GoogleAppsScript.Sheets.Schema.Spreadsheet

/** A spreadsheet of one empty sheet. */
const created = (host: ServiceHost, resource: Resource): Resource => {
  const members = ['title', 'timeZone', 'locale']
  requireKnown('Sheets.Spreadsheets.create member', resource, ['properties'])
  requireKnown('Sheets.Spreadsheets.create.properties member', resource.properties, members)
  const work = () => {
    const { title = 'Новая таблица', timeZone = host.state.scriptTimeZone, locale = 'ru_RU' } = wire(resource.properties) ?? {}
    const id = host.nextId('spreadsheet')
    const sheet = blankSheet({ sheetId: 0, title: 'Лист1', index: 0 })
    const sharing = { owner: effectiveUser(host.state, host.invocation), editors: [], viewers: [] }
    host.state.spreadsheets[id] = { id, title, timeZone, locale, sheets: [sheet], nextSheetId: 1, sharing }
    return wire(spreadsheetResource(host.state.spreadsheets[id], { ranges: [], gridData: false })) as Resource
  }
  return host.jsonIntoRealm(host.gate.call('Sheets.create', work))
}

const spreadsheets = (api: Api): Omit<Spreadsheets, 'Values' | 'create'> => ({
  get: (id: string, options: GetOptions = {}) => {
    requireKnown('Sheets.Spreadsheets.get option', options, ['ranges', 'includeGridData', 'fields'])
    return api(
      'get',
      id,
      (spreadsheet) => pickFields(wire(spreadsheetResource(spreadsheet, resourceOptions(options))), options.fields) as object,
      (answer) => ({ cellsRead: countCells(answer) }),
    )
  },
  batchUpdate: (resource: BatchRequest, id: string, options: { fields?: string } = {}) => {
    requireKnown('Sheets.Spreadsheets.batchUpdate member', resource, bodyMembers)
    requireKnown('Sheets.Spreadsheets.batchUpdate option', options, ['fields'])
    let written = 0
    const work = (spreadsheet: SpreadsheetState) => {
      const { response, cellsWritten } = runBatch(spreadsheet, wire(resource) ?? {})
      written = cellsWritten
      return pickFields(wire(response), options.fields) as typeof response
    }
    return api('batchUpdate', id, work, (answer) => ({ cellsWritten: written, cellsRead: countCells(answer.updatedSpreadsheet) }))
  },
})

// Cells come with `includeGridData`, or where the field mask names them.
const resourceOptions = (options: GetOptions): ResourceOptions => ({
  ranges: list(options.ranges),
  gridData: options.includeGridData === true || (options.fields ?? '').includes('data'),
})

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : [...value]

const readMembers = ['majorDimension', 'valueRenderOption', 'dateTimeRenderOption', 'fields']

const checkReading = (place: string, options: ReadOptions, members: readonly string[]): void => {
  requireKnown(`${place} option`, options, members)
  requireValue(`${place} majorDimension`, options.majorDimension, ['ROWS', 'COLUMNS'])
  requireValue(`${place} valueRenderOption`, options.valueRenderOption, ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'])
  requireValue(`${place} dateTimeRenderOption`, options.dateTimeRenderOption, ['SERIAL_NUMBER', 'FORMATTED_STRING'])
}

/** A posted list of ranges: no long address. Only ranges in A1 are emulated. */
type FilterRequest = ReadOptions & Pick<GoogleAppsScript.Sheets.Schema.BatchGetValuesByDataFilterRequest, 'dataFilters'>

const values = (api: Api, host: ServiceHost): Omit<Values, keyof ValuesWrites> => ({
  get: (id: string, range: string, options: ReadOptions & { fields?: string } = {}) => {
    checkReading('Sheets.Spreadsheets.Values.get', options, readMembers)
    return api(
      'Values.get',
      id,
      (spreadsheet) => pickFields(readRange(spreadsheet, range, options), options.fields) as ReturnType<typeof readRange>,
      (answer) => ({ cellsRead: countValues(answer) }),
    )
  },
  batchGet: (id: string, options: BatchGetOptions = {}) => {
    checkReading('Sheets.Spreadsheets.Values.batchGet', options, [...readMembers, 'ranges'])
    const addressChars = batchGetAddress(id, options)
    let cellsRead = 0
    const work = (spreadsheet: SpreadsheetState) => {
      checkAddress(host.state, addressChars)
      const valueRanges = list(options.ranges).map((range) => readRange(spreadsheet, range, options))
      cellsRead = valueRanges.reduce((sum, range) => sum + countValues(range), 0)
      return pickFields({ spreadsheetId: id, valueRanges }, options.fields) as { spreadsheetId: string; valueRanges: typeof valueRanges }
    }
    return api('Values.batchGet', id, work, () => ({ cellsRead, addressChars }))
  },
  batchGetByDataFilter: (given: FilterRequest, id: string) => {
    checkReading('Sheets.Spreadsheets.Values.batchGetByDataFilter', given, [...readMembers.slice(0, 3), 'dataFilters'])
    const filters = given.dataFilters ?? []
    for (const filter of filters) requireKnown('Sheets.Spreadsheets.Values.batchGetByDataFilter filter', filter, ['a1Range'])
    const work = (spreadsheet: SpreadsheetState) => ({
      spreadsheetId: id,
      valueRanges: filters.map((filter) => ({ valueRange: readRange(spreadsheet, filter.a1Range ?? '', given), dataFilters: [filter] })),
    })
    return api('Values.batchGetByDataFilter', id, work, ({ valueRanges }) => ({
      cellsRead: valueRanges.reduce((sum, { valueRange }) => sum + countValues(valueRange), 0),
    }))
  },
  append: (body: ValueRange, id: string, range: string, options: AppendOptions = {}) => {
    requireKnown('Sheets.Spreadsheets.Values.append member', body, ['values', 'majorDimension', 'range'])
    requireValue('Sheets.Spreadsheets.Values.append majorDimension', body.majorDimension, ['ROWS'])
    requireKnown('Sheets.Spreadsheets.Values.append option', options, ['valueInputOption', 'insertDataOption', 'fields'])
    requireValue('Sheets.Spreadsheets.Values.append insertDataOption', options.insertDataOption, ['INSERT_ROWS'])
    const rows = (wire(body.values) ?? []) as RawValue[][]
    const work = (spreadsheet: SpreadsheetState) =>
      pickFields(appendValues(spreadsheet, { range, rows }, options), options.fields) as object
    return api('Values.append', id, work, () => ({ cellsWritten: rows.reduce((sum, row) => sum + row.length, 0) }))
  },
})
