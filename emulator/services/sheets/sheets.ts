/** The global `Sheets` (advanced service, API v4): every call through the gate, every error in the API's words. */

import { strict } from '../../run/strict'
import type { CallCost, ServiceHost, SpreadsheetState } from '../../world/types'
import { wallClock } from '../../world/zone'
import { A1Problem } from './a1'
import { apiError, notFoundText } from './apiError'
import { runBatch } from './requests/batchUpdate'
import { pickFields } from './requests/fieldMask'
import { countCells, type ResourceOptions, spreadsheetResource } from './resource'
import { countValues, type ReadOptions, readRange, type ValueRange } from './values'
import { appendValues, clearValues, type UpdateAnswer, updateMany, updateValues, type WriteOptions } from './valuesWrite'

type Collection = GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection
type Values = Pick<Collection['Values'], 'get' | 'batchGet' | 'update' | 'batchUpdate' | 'append' | 'clear'>
type Spreadsheets = Pick<Collection, 'get' | 'batchUpdate'> & { Values: Values }
type BatchRequest = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest

type GivenOptions = Omit<WriteOptions, 'year'>

/** Runs the work of one API method; problems of ranges become its errors. */
type Api = <T>(member: string, id: string, work: (spreadsheet: SpreadsheetState) => T, cost: (answer: T) => CallCost) => T

export const sheetsService = (host: ServiceHost): { Spreadsheets: Spreadsheets } => {
  const api = apiOf(host)
  return strict('Sheets', {
    Spreadsheets: strict('Sheets.Spreadsheets', {
      ...spreadsheets(api),
      Values: strict('Sheets.Spreadsheets.Values', values(api, yearOf(host))),
    }),
  })
}

const methodName = (member: string): string => {
  const [first, second] = member.split('.')
  return second === undefined ? `sheets.spreadsheets.${first}` : `sheets.spreadsheets.${first?.toLowerCase()}.${second}`
}

const apiOf =
  (host: ServiceHost): Api =>
  (member, id, work, cost) =>
    host.jsonIntoRealm(
      host.gate.call(
        `Sheets.${member}`,
        () => {
          const spreadsheet = host.state.spreadsheets[id]
          if (!spreadsheet) throw apiError(methodName(member), 404, notFoundText)
          return withApiErrors(methodName(member), () => work(spreadsheet))
        },
        cost,
      ),
    )

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

const spreadsheets = (api: Api): Omit<Spreadsheets, 'Values'> => ({
  get: (id: string, options: GetOptions = {}) =>
    api(
      'get',
      id,
      (spreadsheet) => pickFields(wire(spreadsheetResource(spreadsheet, resourceOptions(options))), options.fields) as object,
      (answer) => ({ cellsRead: countCells(answer) }),
    ),
  batchUpdate: (resource: BatchRequest, id: string, options: { fields?: string } = {}) => {
    let written = 0
    return api(
      'batchUpdate',
      id,
      (spreadsheet) => {
        const { response, cellsWritten } = runBatch(spreadsheet, wire(resource) ?? {})
        written = cellsWritten
        return pickFields(wire(response), options.fields) as typeof response
      },
      (answer) => ({ cellsWritten: written, cellsRead: countCells(answer.updatedSpreadsheet) }),
    )
  },
})

// Cells come with `includeGridData`, or where the field mask names them.
const resourceOptions = (options: GetOptions): ResourceOptions => ({
  ranges: list(options.ranges),
  gridData: options.includeGridData === true || (options.fields ?? '').includes('data'),
})

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : [...value]

/** Year that typed days without one belong to. */
const yearOf =
  (host: ServiceHost) =>
  (spreadsheet: SpreadsheetState): number =>
    wallClock(spreadsheet.timeZone, host.now()).year

const values = (api: Api, year: (spreadsheet: SpreadsheetState) => number): Values => ({
  get: (id: string, range: string, options: ReadOptions = {}) =>
    api(
      'Values.get',
      id,
      (spreadsheet) => readRange(spreadsheet, range, options),
      (answer) => ({ cellsRead: countValues(answer) }),
    ),
  batchGet: (id: string, options: ReadOptions & { ranges?: string | readonly string[] } = {}) =>
    api(
      'Values.batchGet',
      id,
      (spreadsheet) => ({
        spreadsheetId: id,
        valueRanges: list(options.ranges).map((range) => readRange(spreadsheet, range, options)),
      }),
      (answer) => ({ cellsRead: answer.valueRanges.reduce((sum, range) => sum + countValues(range), 0) }),
    ),
  update: (resource: ValueRange, id: string, range: string, options: GivenOptions = {}) =>
    api(
      'Values.update',
      id,
      (spreadsheet) => updateValues(spreadsheet, range, wire(resource), { ...options, year: year(spreadsheet) }),
      written,
    ),
  batchUpdate: (resource: GoogleAppsScript.Sheets.Schema.BatchUpdateValuesRequest, id: string) =>
    api(
      'Values.batchUpdate',
      id,
      (spreadsheet) => updateMany(spreadsheet, wire(resource), year(spreadsheet)),
      (answer) => ({ cellsWritten: answer.totalUpdatedCells }),
    ),
  append: (resource: ValueRange, id: string, range: string, options: GivenOptions = {}) =>
    api(
      'Values.append',
      id,
      (spreadsheet) => appendValues(spreadsheet, range, wire(resource), { ...options, year: year(spreadsheet) }),
      (answer) => written(answer.updates),
    ),
  clear: (_resource: object, id: string, range: string) =>
    api(
      'Values.clear',
      id,
      (spreadsheet) => clearValues(spreadsheet, range),
      () => ({}),
    ),
})

const written = (answer: UpdateAnswer): CallCost => ({ cellsWritten: answer.updatedCells })
