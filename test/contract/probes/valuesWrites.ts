/** Probes of Sheets.Spreadsheets.Values that write: rows and columns, as they are and as typed, refusals; the scratch sheet is left empty. */
import { type AnyProbe, probeOf } from './kinds'

const needs = ['spreadsheets']

interface Given {
  readonly range: string
  readonly values: readonly (readonly (string | number | null)[])[]
  readonly majorDimension: 'ROWS' | 'COLUMNS'
  readonly valueInputOption: 'RAW' | 'USER_ENTERED'
}

/** What is told of the update, and what stands then in A1:C3. */
const update = (name: string, label: AnyProbe['label'], given: Given, expect: unknown): AnyProbe =>
  probeOf<Given>({
    name,
    label,
    needs,
    given,
    run: ({ spreadsheetId, sheetName }, { range, values, majorDimension, valueInputOption }, { failure }) => {
      const api = Sheets!.Spreadsheets!.Values!
      const at = (cells: string) => `'${sheetName}'!${cells}`
      api.update({ values: [['было', 'было']] }, spreadsheetId, at('A1:B1'), { valueInputOption: 'RAW' })
      let told: unknown
      const refused = failure(() => {
        const answer = api.update({ values: values as unknown[][], majorDimension }, spreadsheetId, at(range), { valueInputOption })
        told = [answer.updatedRows, answer.updatedColumns, answer.updatedCells, String(answer.updatedRange).split('!')[1]]
      })
      const stands = api.get(spreadsheetId, at('A1:C3'), { valueRenderOption: 'UNFORMATTED_VALUE' }).values ?? []
      api.clear({}, spreadsheetId, at('A1:C3'))
      return [told ?? refused.replace(sheetName, 'X'), stands]
    },
    expect,
  })

const rows: Given = { range: 'A1:B2', values: [['a', 'b'], ['c']], majorDimension: 'ROWS', valueInputOption: 'RAW' }

export const valuesWrites: readonly AnyProbe[] = [
  update('rows', 'documented', rows, [
    [2, 2, 3, 'A1:B2'],
    [['a', 'b'], ['c']],
  ]),
  update(
    'columns',
    'documented',
    {
      ...rows,
      majorDimension: 'COLUMNS',
      values: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    [
      [2, 2, 4, 'A1:B2'],
      [
        ['a', 'c'],
        ['b', 'd'],
      ],
    ],
  ),
  update('null leaves a cell alone, empty text empties it', 'documented', { ...rows, values: [[null, '']] }, [
    [1, 2, 2, 'A1:B1'],
    [['было']],
  ]),
  update(
    'as typed a number is one, as it is it stays text',
    'documented',
    { ...rows, values: [['7', "'7"]], valueInputOption: 'USER_ENTERED' },
    [[1, 2, 2, 'A1:B1'], [[7, '7']]],
  ),
  update('raw text stays text', 'documented', { ...rows, values: [['7', '=1+1']] }, [[1, 2, 2, 'A1:B1'], [['7', '=1+1']]]),
  update('more rows than the range has', 'observed', { ...rows, values: [['a'], ['b'], ['c']] }, [
    "GoogleJsonResponseException: API call to sheets.spreadsheets.values.update failed with error: Requested writing within range ['X'!A1:B2], but tried writing to row [3]",
    [['было', 'было']],
  ]),
  update('more columns than the range has', 'observed', { ...rows, values: [['a', 'b', 'c']] }, [
    "GoogleJsonResponseException: API call to sheets.spreadsheets.values.update failed with error: Requested writing within range ['X'!A1:B2], but tried writing to column [C]",
    [['было', 'было']],
  ]),
  update('a range of one cell says where to begin', 'assumed', { ...rows, range: 'B2', values: [['a', 'b']] }, [
    [1, 2, 2, 'B2:C2'],
    [
      ['было', 'было'],
      ['', 'a', 'b'],
    ],
  ]),
  probeOf<null>({
    name: 'many ranges at once: totals, all or none',
    label: 'documented',
    needs,
    given: null,
    run: ({ spreadsheetId, sheetName }, _given, { failure }) => {
      const api = Sheets!.Spreadsheets!.Values!
      const at = (cells: string) => `'${sheetName}'!${cells}`
      const data = [
        { range: at('A1:A2'), majorDimension: 'COLUMNS', values: [['a', 'b']] },
        { range: at('B1:C1'), values: [['c', 'd']] },
      ]
      const told = api.batchUpdate({ valueInputOption: 'RAW', data }, spreadsheetId)
      const wrong = [
        { range: at('A1'), values: [['x']] },
        { range: at('B1:B1'), values: [['x', 'y'], ['z']] },
        { range: 'нет!A1', values: [['x']] },
      ]
      const isRefused = failure(() => api.batchUpdate({ valueInputOption: 'RAW', data: wrong }, spreadsheetId)) !== ''
      const stands = api.get(spreadsheetId, at('A1:C3')).values
      api.clear({}, spreadsheetId, at('A1:C3'))
      const totals = [told.totalUpdatedRows, told.totalUpdatedColumns, told.totalUpdatedCells, told.totalUpdatedSheets]
      return [totals, told.responses?.length, isRefused, stands, api.get(spreadsheetId, at('A1:C3')).values ?? null]
    },
    expect: [[3, 3, 4, 1], 2, true, [['a', 'c', 'd'], ['b']], null],
  }),
]
