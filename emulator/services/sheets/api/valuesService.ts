/** The writing half of Sheets.Spreadsheets.Values, as a script calls it. */
import type { ServiceHost } from '../../../world/types'
import { wallClock } from '../../../world/zone'
import { requireKnown, requireValue } from '../../knownMembers'
import type { ValueRange } from '../values'
import type { Api } from './method'
import { clearValues, totalsOf, updateValues } from './valuesWrite'

type Values = GoogleAppsScript.Sheets.Collection.Spreadsheets.ValuesCollection
export type ValuesWrites = Pick<Values, 'update' | 'batchUpdate' | 'clear'>
type Many = GoogleAppsScript.Sheets.Schema.BatchUpdateValuesRequest

// What the script hands over travels as JSON: nothing of its realm stays in the world.
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null))

const checkData = (place: string, data: ValueRange): void => {
  requireKnown(`${place} member`, data, ['range', 'majorDimension', 'values'])
  requireValue(`${place} majorDimension`, data.majorDimension, ['ROWS', 'COLUMNS'])
}

const checkInput = (place: string, option: string | undefined): void =>
  requireValue(`${place} valueInputOption`, option, ['RAW', 'USER_ENTERED'])

export const valuesWrites = (api: Api, host: ServiceHost): ValuesWrites => {
  const year = (zone: string): number => wallClock(zone, host.now()).year
  return {
    update: (resource: ValueRange, id: string, range: string, options: { valueInputOption?: string } = {}) => {
      const place = 'Sheets.Spreadsheets.Values.update'
      checkData(place, resource)
      requireKnown(`${place} option`, options, ['valueInputOption'])
      checkInput(place, options.valueInputOption)
      requireValue(`${place} range`, resource.range, [range])
      const data = [{ ...plain(resource), range }]
      return api(
        'Values.update',
        id,
        (spreadsheet) => {
          const writing = { valueInputOption: options.valueInputOption, year: year(spreadsheet.timeZone) }
          return updateValues(spreadsheet, data, writing)[0] ?? {}
        },
        ({ updatedCells }) => ({ cellsWritten: updatedCells ?? 0 }),
      )
    },
    batchUpdate: (resource: Many, id: string) => {
      const place = 'Sheets.Spreadsheets.Values.batchUpdate'
      requireKnown(`${place} member`, resource, ['valueInputOption', 'data'])
      checkInput(place, resource.valueInputOption)
      for (const data of resource.data ?? []) checkData(place, data)
      const { data = [], valueInputOption } = plain(resource)
      return api(
        'Values.batchUpdate',
        id,
        (spreadsheet) => {
          const responses = updateValues(spreadsheet, data, { valueInputOption, year: year(spreadsheet.timeZone) })
          return { spreadsheetId: id, ...totalsOf(responses), responses }
        },
        ({ totalUpdatedCells }) => ({ cellsWritten: totalUpdatedCells ?? 0 }),
      )
    },
    clear: (_body: object, id: string, range: string) =>
      api(
        'Values.clear',
        id,
        (spreadsheet) => clearValues(spreadsheet, range),
        () => ({}),
      ),
  }
}
