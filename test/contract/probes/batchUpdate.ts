/** Probes of Sheets.Spreadsheets.batchUpdate on the scratch sheet: masks, rows behind the last one, sorting, refusals. */
import { type AnyProbe, probeOf } from './kinds'

const needs = ['spreadsheets']
const api = 'GoogleJsonResponseException: API call to sheets.spreadsheets.batchUpdate failed with error: '

/** Requests where `{sheetId}` is the scratch sheet's. */
const refused = (name: string, label: AnyProbe['label'], given: readonly object[], expect: string): AnyProbe =>
  probeOf<readonly object[]>({
    name: `refused: ${name}`,
    label,
    needs,
    given,
    run: ({ spreadsheetId, sheetId }, asked, { failure }) => {
      const requests = JSON.parse(JSON.stringify(asked).replace(/"\{sheetId\}"/g, String(sheetId))) as object[]
      return failure(() => Sheets!.Spreadsheets.batchUpdate({ requests }, spreadsheetId))
    },
    expect: `${api}${expect}`,
  })

const sheetId = '{sheetId}'

export const batchUpdate: readonly AnyProbe[] = [
  {
    name: 'a masked field that is absent is cleared, an unmasked one is kept',
    label: 'documented',
    needs,
    run: ({ spreadsheetId, sheetId, sheetName }) => {
      const start = { sheetId, rowIndex: 0, columnIndex: 0 }
      const write = (cell: object, fields: string) =>
        Sheets!.Spreadsheets.batchUpdate({ requests: [{ updateCells: { start, rows: [{ values: [cell] }], fields } }] }, spreadsheetId)
      write({ userEnteredValue: { stringValue: 'а' }, note: 'перенос' }, 'userEnteredValue,note')
      write({}, 'userEnteredValue')
      const cell = SpreadsheetApp.openById(spreadsheetId).getSheetByName(sheetName)!.getRange(1, 1)
      return [cell.getNote(), cell.getValue()]
    },
    expect: ['перенос', ''],
  },
  {
    name: 'appendCells writes behind the last row that holds anything in any column',
    label: 'documented',
    needs,
    run: ({ spreadsheetId, sheetId, sheetName }) => {
      const rows = [{ values: [{ userEnteredValue: { numberValue: 7 } }] }]
      const requests = [
        { updateCells: { start: { sheetId, rowIndex: 3, columnIndex: 2 }, rows, fields: 'userEnteredValue' } },
        { appendCells: { sheetId, rows, fields: 'userEnteredValue' } },
      ]
      Sheets!.Spreadsheets.batchUpdate({ requests }, spreadsheetId)
      return Sheets!.Spreadsheets.Values.get(spreadsheetId, `'${sheetName}'!A5`, { valueRenderOption: 'UNFORMATTED_VALUE' }).values
    },
    expect: [[7]],
  },
  {
    name: 'sorting keeps empty cells last, both ways',
    label: 'documented',
    needs,
    run: ({ spreadsheetId, sheetId, sheetName }) => {
      const values = [{ stringValue: 'б' }, {}, { numberValue: 10 }, { stringValue: 'а' }]
      const rows = values.map((value, at) => ({ values: [{ userEnteredValue: value }, { userEnteredValue: { numberValue: at } }] }))
      const range = { sheetId, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 }
      return ['ASCENDING', 'DESCENDING'].map((sortOrder) => {
        const requests = [
          { updateCells: { range, rows, fields: 'userEnteredValue' } },
          { sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder }] } },
        ]
        Sheets!.Spreadsheets.batchUpdate({ requests }, spreadsheetId)
        const { values: read = [] } = Sheets!.Spreadsheets.Values.get(spreadsheetId, `'${sheetName}'!B1:B4`)
        return read.flat().map(Number)
      })
    },
    expect: [
      [2, 3, 0, 1],
      [0, 3, 2, 1],
    ],
  },
  {
    name: 'the answer brings the ranges that were asked for',
    label: 'documented',
    needs,
    run: ({ spreadsheetId, sheetId, sheetName }) => {
      const rows = [{ values: [{ userEnteredValue: { numberValue: 3 } }, { userEnteredValue: { stringValue: 'да' } }] }]
      const requests = [{ appendCells: { sheetId, rows, fields: 'userEnteredValue' } }]
      const asked = {
        requests,
        includeSpreadsheetInResponse: true,
        responseRanges: [`'${sheetName}'!A1:B1`],
        responseIncludeGridData: true,
      }
      const { updatedSpreadsheet } = Sheets!.Spreadsheets.batchUpdate(asked, spreadsheetId)
      return updatedSpreadsheet?.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.map(({ effectiveValue }) => effectiveValue)
    },
    expect: [{ numberValue: 3 }, { stringValue: 'да' }],
  },
  {
    name: 'a new sheet may bring its id and be written in the same batch',
    label: 'documented',
    needs,
    run: ({ spreadsheetId, sheetId }) => {
      const own = sheetId + 500_000
      const rows = [{ values: [{ userEnteredValue: { stringValue: '№' } }] }]
      const requests = [
        { addSheet: { properties: { sheetId: own, title: `Новый ${own}` } } },
        { updateCells: { start: { sheetId: own, rowIndex: 0, columnIndex: 0 }, rows, fields: 'userEnteredValue' } },
      ]
      const { replies } = Sheets!.Spreadsheets.batchUpdate({ requests }, spreadsheetId)
      const { values } = Sheets!.Spreadsheets.Values.get(spreadsheetId, `'Новый ${own}'!A1`)
      Sheets!.Spreadsheets.batchUpdate({ requests: [{ deleteSheet: { sheetId: own } }] }, spreadsheetId)
      return [replies?.[0]?.addSheet?.properties?.sheetId === own, values]
    },
    expect: [true, [['№']]],
  },
  refused('an empty batch', 'observed', [], 'Must specify at least one request.'),
  refused(
    'a cell of more than 50,000 signs',
    'observed',
    [
      {
        updateCells: {
          start: { sheetId, rowIndex: 0, columnIndex: 0 },
          rows: [{ values: [{ userEnteredValue: { stringValue: 'я'.repeat(50_001) } }] }],
          fields: 'userEnteredValue',
        },
      },
    ],
    'Invalid requests[0].updateCells: Your input contains more than the maximum of 50000 characters in a single cell.',
  ),
  refused(
    'a sheet that is not there',
    'observed',
    [{ updateCells: { start: { sheetId: 987_654_321, rowIndex: 0, columnIndex: 0 }, rows: [], fields: '*' } }],
    'Invalid requests[0].updateCells: No grid with id: 987654321',
  ),
]
