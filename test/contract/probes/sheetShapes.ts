/** Probes of what SpreadsheetApp makes of whole sheets and of ranges around a range; the scratch sheet is left empty. */
import { type AnyProbe, type Probe, probeOf } from './kinds'

const needs = ['spreadsheets']
const table = [
  ['№', 'Имя', ''],
  [1, 'Анна', ''],
  ['', '', ''],
  ['', '', 'далеко'],
]

type Shape = readonly [from: string, name: string]
type Sheet = GoogleAppsScript.Spreadsheet.Sheet

const region = (name: string, label: AnyProbe['label'], [from, dimension]: Shape, expect: string): AnyProbe =>
  probeOf<{ readonly from: string; readonly dimension: string; readonly table: unknown[][] }>({
    name: `the data around a cell: ${name}`,
    label,
    needs,
    given: { from, dimension, table },
    run: ({ spreadsheetId, sheetName }, { from, dimension, table }) => {
      const sheet = SpreadsheetApp.openById(spreadsheetId).getSheetByName(sheetName)!
      sheet.getRange(1, 1, 4, 3).setValues(table)
      const cell = sheet.getRange(from)
      const found =
        dimension === '' ? cell.getDataRegion() : cell.getDataRegion(dimension as unknown as GoogleAppsScript.Spreadsheet.Dimension)
      const notation = found.getA1Notation()
      sheet.clearContents()
      return notation
    },
    expect,
  })

/** @param run what it does with the sheet that holds the table, and answers */
const onTable = (name: string, run: Probe<unknown[][]>['run'], expect: unknown, label: AnyProbe['label'] = 'documented'): AnyProbe =>
  probeOf<unknown[][]>({ name, label, needs, given: table, run, expect })

export const sheetShapes: readonly AnyProbe[] = [
  region('both ways', 'documented', ['A1', ''], 'A1:B2'),
  region('down its column only', 'documented', ['B1', 'ROWS'], 'B1:B2'),
  region('along its row only', 'documented', ['A2', 'COLUMNS'], 'A2:B2'),
  region('nothing near', 'documented', ['C4', ''], 'C4'),
  onTable(
    'another range by its distance, one cell of a range',
    ({ spreadsheetId, sheetName }) => {
      const range = SpreadsheetApp.openById(spreadsheetId).getSheetByName(sheetName)!.getRange('B2:C4')
      return [range.offset(1, -1), range.offset(0, 1, 1), range.offset(1, 1, 2, 3), range.getCell(2, 1)].map((one) => one.getA1Notation())
    },
    ['A3:B5', 'C2:D2', 'C3:E4', 'B3'],
  ),
  onTable(
    'contents cleared: values go, notes stay; a row deleted: the rest moves up',
    ({ spreadsheetId, sheetName }, table) => {
      const sheet = SpreadsheetApp.openById(spreadsheetId).getSheetByName(sheetName)!
      sheet.getRange(1, 1, 4, 3).setValues(table)
      sheet.getRange('A1').setNote('остаётся')
      sheet.deleteRow(3)
      const [moved, rows] = [sheet.getRange('C3').getValue(), sheet.getMaxRows()]
      sheet.clearContents()
      const note = sheet.getRange('A1').getNote()
      sheet.getRange('A1').setNote(null)
      return [moved, rows, sheet.getLastRow(), note]
    },
    ['далеко', 999, 0, 'остаётся'],
  ),
  onTable(
    'cells deleted: below moves up, or right moves left',
    ({ spreadsheetId, sheetName }, table) => {
      const sheet = SpreadsheetApp.openById(spreadsheetId).getSheetByName(sheetName)!
      sheet.getRange(1, 1, 4, 3).setValues(table)
      sheet.getRange('A1').deleteCells(SpreadsheetApp.Dimension.ROWS)
      sheet.getRange('A2').deleteCells(SpreadsheetApp.Dimension.COLUMNS)
      const left = sheet.getRange('A1:B2').getValues()
      sheet.clearContents()
      return left
    },
    [
      [1, 'Имя'],
      ['Анна', ''],
    ],
  ),
  onTable(
    'a sheet inserted by name, and refused under a name that stands',
    ({ spreadsheetId, sheetName }, _table, { failure }) => {
      const book = SpreadsheetApp.openById(spreadsheetId)
      const made: Sheet = book.insertSheet('Проба вставки')
      const names = book.getSheets().map((sheet) => sheet.getName())
      const refused = failure(() => book.insertSheet(sheetName))
      return [names.includes('Проба вставки'), made.getLastRow(), made.getFrozenRows(), refused.replace(sheetName, 'X')]
    },
    [true, 0, 0, 'Exception: A sheet with the name "X" already exists. Please enter another name.'],
    'observed',
  ),
  onTable(
    'a copy of a sheet stands last, with its cells, under «Copy of»',
    ({ spreadsheetId, sheetName }, table) => {
      const book = SpreadsheetApp.openById(spreadsheetId)
      const sheet = book.getSheetByName(sheetName)!
      sheet.getRange(1, 1, 4, 3).setValues(table)
      const copy = sheet.copyTo(book)
      const found = [
        copy.getName() === `Copy of ${sheetName}`,
        copy.getRange('B2').getValue(),
        book.getSheets().at(-1)?.getName() === copy.getName(),
      ]
      sheet.clear()
      return [...found, sheet.getLastRow()]
    },
    [true, 'Анна', true, 0],
  ),
]
