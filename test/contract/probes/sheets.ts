/** Probes of the advanced Sheets service: what is entered, read back, refused. */
import { type AnyProbe, probeOf } from './kinds'

const needs = ['spreadsheets']

const entered = (name: string, label: AnyProbe['label'], value: object, expect: unknown): AnyProbe =>
  probeOf<object>({
    name,
    label,
    needs,
    given: value,
    run: ({ spreadsheetId, sheetId, sheetName }, userEnteredValue) => {
      const rows = [{ values: [{ userEnteredValue }] }]
      const requests = [{ updateCells: { rows, fields: 'userEnteredValue', start: { sheetId, rowIndex: 1, columnIndex: 1 } } }]
      Sheets!.Spreadsheets.batchUpdate({ requests }, spreadsheetId)
      const options = { ranges: [`'${sheetName}'!A1:C3`], valueRenderOption: 'UNFORMATTED_VALUE' }
      return Sheets!.Spreadsheets.Values.batchGet(spreadsheetId, options).valueRanges?.[0]?.values ?? null
    },
    expect,
  })

const typed = (value: string, expect: unknown): AnyProbe =>
  probeOf<string>({
    name: `setValue «${value}» is parsed`,
    label: 'observed',
    needs,
    given: value,
    run: ({ spreadsheetId, sheetName }, text) => {
      const cell = SpreadsheetApp.openById(spreadsheetId).getSheetByName(sheetName)!.getRange(1, 1)
      cell.setValue(text)
      SpreadsheetApp.flush()
      const options = { ranges: [`'${sheetName}'!A1`], valueRenderOption: 'UNFORMATTED_VALUE' }
      return Sheets!.Spreadsheets.Values.batchGet(spreadsheetId, options).valueRanges?.[0]?.values?.[0]?.[0] ?? null
    },
    expect,
  })

const refusal = (name: string, label: AnyProbe['label'], range: string, expect: string): AnyProbe =>
  probeOf<string>({
    name,
    label,
    needs,
    given: range,
    run: ({ spreadsheetId }, asked, { failure }) => failure(() => Sheets!.Spreadsheets.Values.batchGet(spreadsheetId, { ranges: [asked] })),
    expect,
  })

const api = 'GoogleJsonResponseException: API call to sheets.spreadsheets.values.batchGet failed with error: '

export const sheets: readonly AnyProbe[] = [
  entered('an API text stays text whatever it starts with: =1+1', 'observed', { stringValue: '=1+1' }, [[], ['', '=1+1']]),
  entered('an API text stays text whatever it starts with: 01234', 'observed', { stringValue: '01234' }, [[], ['', '01234']]),
  entered('a formula of the API has its value', 'documented', { formulaValue: '=60+30' }, [[], ['', 90]]),
  entered('an error value comes back as text', 'observed', { formulaValue: '=1/0' }, [[], ['', '#DIV/0!']]),
  typed('01234', 1234),
  typed('=60+30', 90),
  typed("'007", '007'),
  typed('+7 999 123-45-67', '#ERROR!'),
  refusal('a sheet that is not there', 'observed', 'Нет такого!A1', `${api}Unable to parse range: Нет такого!A1`),
  refusal('half a range', 'observed', 'A1:', `${api}Unable to parse range: A1:`),
  {
    name: 'ranges may be posted instead of standing in the address',
    label: 'documented',
    needs,
    run: ({ spreadsheetId, sheetName }) => {
      SpreadsheetApp.openById(spreadsheetId)
        .getSheetByName(sheetName)!
        .getRange(1, 1, 1, 2)
        .setValues([[1, 'x']])
      SpreadsheetApp.flush()
      const dataFilters = [{ a1Range: `'${sheetName}'!A1` }, { a1Range: `'${sheetName}'!B1:B2` }]
      const asked = { dataFilters, valueRenderOption: 'UNFORMATTED_VALUE' }
      const { valueRanges = [] } = Sheets!.Spreadsheets.Values.batchGetByDataFilter(asked, spreadsheetId)
      return valueRanges.map(({ valueRange, dataFilters }) => [valueRange?.values, dataFilters?.length])
    },
    expect: [
      [[[1]], 1],
      [[['x']], 1],
    ],
  },
  {
    name: 'a batch with one bad request changes nothing',
    label: 'documented',
    needs,
    run: ({ spreadsheetId, sheetId, sheetName }, _given, { failure }) => {
      const rows = [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }]
      const good = { updateCells: { rows, fields: 'userEnteredValue', start: { sheetId, rowIndex: 0, columnIndex: 0 } } }
      const bad = { deleteSheet: { sheetId: 987_654_321 } }
      const refused = failure(() => Sheets!.Spreadsheets.batchUpdate({ requests: [good, bad] }, spreadsheetId))
      const { values = null } = Sheets!.Spreadsheets.Values.get(spreadsheetId, `'${sheetName}'!A1`)
      return [refused, values]
    },
    expect: [
      'GoogleJsonResponseException: API call to sheets.spreadsheets.batchUpdate failed with error: Invalid requests[1].deleteSheet: No sheet with id: 987654321',
      null,
    ],
  },
]
