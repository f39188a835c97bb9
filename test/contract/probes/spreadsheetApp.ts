/** Probes of SpreadsheetApp on the scratch sheet: sizes, values, notations, refusals. */
import { type AnyProbe, probeOf } from './kinds'

const needs = ['spreadsheets']

interface Refused {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly values: readonly (readonly (string | number)[])[]
}

const refusal = (name: string, given: Refused, expect: string): AnyProbe =>
  probeOf<Refused>({
    name: `refused: ${name}`,
    label: 'observed',
    needs,
    given,
    run: ({ spreadsheetId, sheetName }, { row, column, rows, columns, values }, { failure }) => {
      const sheet = SpreadsheetApp.openById(spreadsheetId).getSheetByName(sheetName)!
      return failure(() => sheet.getRange(row, column, rows, columns).setValues(values as unknown[][]))
    },
    expect: `Exception: ${expect}`,
  })

const one = { row: 1, column: 1, rows: 1, columns: 1, values: [['x']] }

export const spreadsheetApp: readonly AnyProbe[] = [
  {
    name: 'an empty sheet has no last row; one with data has',
    label: 'documented',
    needs,
    run: ({ spreadsheetId, sheetName }) => {
      const sheet = SpreadsheetApp.openById(spreadsheetId).getSheetByName(sheetName)!
      const before = [sheet.getLastRow(), sheet.getLastColumn()]
      sheet.getRange(2, 3).setValue('x')
      return [before, sheet.getLastRow(), sheet.getLastColumn()]
    },
    expect: [[0, 0], 2, 3],
  },
  {
    name: 'a date goes in and comes out as a Date of the same moment',
    label: 'documented',
    needs,
    run: ({ spreadsheetId, sheetName }) => {
      const book = SpreadsheetApp.openById(spreadsheetId)
      const cell = book.getSheetByName(sheetName)!.getRange(1, 1)
      cell.setValue(new Date('2026-11-23T09:30:00Z'))
      const read = cell.getValue() as Date
      return [Object.prototype.toString.call(read), read.toISOString()]
    },
    expect: ['[object Date]', '2026-11-23T09:30:00.000Z'],
  },
  {
    name: 'empty cells read as empty text, absent sheets as null',
    label: 'documented',
    needs,
    run: ({ spreadsheetId, sheetName }) => {
      const book = SpreadsheetApp.openById(spreadsheetId)
      return [book.getSheetByName(sheetName)!.getRange(1, 1, 1, 2).getValues(), book.getSheetByName('Нет такого')]
    },
    expect: [[['', '']], null],
  },
  {
    name: 'a range without an end keeps its notation',
    label: 'observed',
    needs,
    run: ({ spreadsheetId, sheetName }) => {
      const sheet = SpreadsheetApp.openById(spreadsheetId).getSheetByName(sheetName)!
      return ['D:F', '5:7', '$B$2:C3'].map((range) => sheet.getRange(range).getA1Notation())
    },
    expect: ['D:F', '5:7', 'B2:C3'],
  },
  refusal(
    'rows that do not match',
    { ...one, rows: 2 },
    'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
  ),
  refusal(
    'columns that do not match',
    { ...one, columns: 2 },
    'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
  ),
  refusal('row 0', { ...one, row: 0 }, 'The starting row of the range is too small.'),
  refusal('column 0', { ...one, column: 0 }, 'The starting column of the range is too small.'),
  refusal(
    'a long cell',
    { ...one, values: [['я'.repeat(50_001)]] },
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  ),
]
