import type { AppRange } from '../../emulator/services/spreadsheet/range'
import type { AppSheet } from '../../emulator/services/spreadsheet/sheet'
import type { AppSpreadsheet } from '../../emulator/services/spreadsheet/spreadsheet'
import { reviveEditEvent, type SpreadsheetApp, spreadsheetApp } from '../../emulator/services/spreadsheet/spreadsheetApp'
import { setPlatform } from '../../emulator/world/platform/settings'
import type { Invocation, UiEffect } from '../../emulator/world/types'
import { owner, sheetId, sheetOf, testHost, worldOf } from '../fixtures/testHost'

// The fakes may leave members out, but not invent any: a made-up name does not compile here.
type Invented<Fake, Real> = Exclude<keyof Fake, keyof Real>
const invented: [
  Invented<AppRange, GoogleAppsScript.Spreadsheet.Range>,
  Invented<AppSheet, GoogleAppsScript.Spreadsheet.Sheet>,
  Invented<AppSpreadsheet, GoogleAppsScript.Spreadsheet.Spreadsheet>,
  Invented<SpreadsheetApp, GoogleAppsScript.Spreadsheet.SpreadsheetApp>,
][] = []

interface Menu {
  addItem(label: string, fn: string): Menu
  addSeparator(): Menu
  addSubMenu(menu: Menu): Menu
  addToUi(): void
}
interface Ui {
  createMenu(name: string): Menu
  showSidebar(page: object): void
  showModalDialog(page: object, title: string): void
  alert(...words: string[]): string
  ButtonSet: Record<string, string>
  Button: Record<string, string>
}

const desk = (invocation: Partial<Invocation> = {}) => {
  const deals = sheetOf('Сделки', [
    ['№', 'Клиент', 'Начало', 'Итог'],
    [1, 'АНО «Надежда»', { v: 46349.5, nf: 'dd.mm.yyyy hh:mm', note: 'перенос' }, true],
  ])
  const host = testHost(worldOf([deals, sheetOf('Темы', [], { sheetId: 2, index: 1 })]), { entry: 'menu', ...invocation })
  const ui: UiEffect[] = []
  const app = spreadsheetApp(host, ui)
  const sheet = () => app.openById(sheetId).getSheetByName('Сделки')!
  return { host, ui, app, sheet, state: host.state.spreadsheets[sheetId]! }
}

const page = (html: string, title = '') => ({ getContent: () => html, getTitle: () => title, getWidth: () => 900, getHeight: () => null })

describe('SpreadsheetApp', () => {
  test('documented: no member that Google does not have', () => {
    expect(invented).toEqual([])
  })

  test.each(['webGet', 'webPost', 'trigger'] as const)('documented: %s has no active spreadsheet and no UI', (entry) => {
    const { app } = desk({ entry })
    expect(app.getActiveSpreadsheet()).toBeNull()
    expect(() => app.getUi()).toThrow('Cannot call SpreadsheetApp.getUi() from this context.')
  })

  test.each(['open', 'menu', 'rpc', 'edit', 'simpleEdit'] as const)('documented: %s has both', (entry) => {
    const { app, ui } = desk({ entry })
    expect(app.getActiveSpreadsheet()!.getId()).toBe(sheetId)
    const desks = app.getUi() as Ui
    desks.createMenu('Консультации').addItem('Открыть', 'openSidebar').addToUi()
    expect(ui).toMatchObject([{ kind: 'menu', name: 'Консультации', items: [{ fn: 'openSidebar' }] }])
  })

  test('documented: the cell where the person stands', () => {
    const { app } = desk({ selection: { sheet: 'Сделки', row: 2, column: 3 } })
    const cell = app.getActiveSpreadsheet()!.getActiveCell()
    expect([cell.getSheet().getName(), cell.getRow(), cell.getColumn(), cell.getA1Notation()]).toEqual(['Сделки', 2, 3, 'C2'])
  })

  test('documented: a selected range stays selected and is shown to the person', () => {
    const { app, sheet, ui } = desk()
    app.setActiveRange(sheet().getRange(2, 1))
    expect(app.getActiveCell()!.getRow()).toBe(2)
    expect(ui).toEqual([{ kind: 'select', sheet: 'Сделки', row: 2, column: 1 }])
  })

  test('documented: sheets by name and id; a missing one is null', () => {
    const book = desk().app.getActiveSpreadsheet()!
    expect(book.getSheetById(2)!.getName()).toBe('Темы')
    expect(book.getSheetByName('Нет')).toBeNull()
    expect(book.getSheets().map((sheet) => sheet.getName())).toEqual(['Сделки', 'Темы'])
  })

  test('assumed: an unknown member fails by name', () => {
    const { app, sheet } = desk()
    expect(() => Reflect.get(app, 'create')).toThrow('SpreadsheetApp.create is not emulated')
    expect(() => Reflect.get(sheet(), 'insertImage')).toThrow('Sheet.insertImage is not emulated')
    expect(() => Reflect.get(sheet().getRange('A1'), 'merge')).toThrow('Range.merge is not emulated')
  })

  test('observed: openById of what is not there', () => {
    expect(() => desk().app.openById('no')).toThrow(
      'Unexpected error while getting the method or property openById on object SpreadsheetApp.',
    )
  })
})

describe('Ui', () => {
  test('documented: menus, sidebar, dialogs, toasts are what the person sees', () => {
    const { app, ui } = desk()
    const desks = app.getUi() as Ui
    desks
      .createMenu('Консультации')
      .addItem('Открыть', 'openSidebar')
      .addSeparator()
      .addSubMenu(desks.createMenu('Отчёты').addItem('За месяц', 'report'))
      .addToUi()
    desks.showSidebar(page('<p>1</p>', 'Стол'))
    desks.showModalDialog(page('<p>2</p>'), 'Карточка')
    app.getActiveSpreadsheet()!.toast('Сохранено', 'Стол')
    expect(ui).toEqual([
      {
        kind: 'menu',
        name: 'Консультации',
        items: [
          { label: 'Открыть', fn: 'openSidebar' },
          { label: 'Отчёты › За месяц', fn: 'report' },
        ],
      },
      { kind: 'sidebar', title: 'Стол', html: '<p>1</p>' },
      { kind: 'dialog', modal: true, title: 'Карточка', width: 900, height: 400, html: '<p>2</p>' },
      { kind: 'toast', title: 'Стол', message: 'Сохранено' },
    ])
  })

  test('assumed: the person answers an alert with Yes or OK', () => {
    const { app, ui } = desk()
    const desks = app.getUi() as Ui
    expect(desks.alert('Удалить?', desks.ButtonSet['YES_NO']!)).toBe(desks.Button['YES'])
    expect(desks.alert('Готово')).toBe(desks.Button['OK'])
    expect(ui[0]).toEqual({ kind: 'alert', message: 'Удалить?' })
  })

  test('observed: a simple trigger may not open pages', () => {
    const desks = desk({ entry: 'open' }).app.getUi() as Ui
    expect(() => desks.showSidebar(page(''))).toThrow('Specified permissions are not sufficient to call Ui.showSidebar.')
  })
})

describe('Sheet and Range', () => {
  test('documented: size of data and of the grid', () => {
    const { sheet } = desk()
    expect([sheet().getLastRow(), sheet().getLastColumn(), sheet().getMaxRows(), sheet().getMaxColumns()]).toEqual([2, 4, 1000, 26])
  })

  test('documented: values, dates as Date in the zone of the spreadsheet, empty cells as empty text', () => {
    const [row] = desk().sheet().getRange(2, 1, 1, 5).getValues()
    expect(row).toEqual([1, 'АНО «Надежда»', new Date('2026-11-23T12:00:00+03:00'), true, ''])
    expect(desk().sheet().getRange('C2').getDisplayValue()).toBe('23.11.2026 12:00')
    expect(desk().sheet().getRange('C2').getNote()).toBe('перенос')
  })

  test('documented: a Date is stored as a serial number', () => {
    const { sheet, state } = desk()
    sheet().getRange('C3').setValue(new Date('2026-11-24T00:00:00+03:00'))
    expect(state.sheets[0]!.cells[2]![2]).toEqual({ v: 46350, nf: 'dd.mm.yyyy' })
  })

  test('observed: setValues parses what looks like a number, a date or a formula', () => {
    const { sheet } = desk()
    sheet()
      .getRange(3, 1, 1, 4)
      .setValues([['01234', '1-2', '=A1', "'007"]])
    const [number, date, formula, text] = sheet().getRange(3, 1, 1, 4).getValues()[0]!
    expect([number, date, formula, text]).toEqual([1234, new Date('2026-02-01T00:00:00+03:00'), '№', '007'])
    expect(sheet().getRange('C3').getFormula()).toBe('=A1')
  })

  const refusals: [string, (sheet: GoogleAppsScript.Spreadsheet.Sheet) => unknown, string][] = [
    ['behind the grid', (sheet) => sheet.getRange(1001, 1), 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['no A1', (sheet) => sheet.getRange('Что'), 'Range not found'],
  ]
  test.each(refusals)('observed: %s is refused in the words of Google', (_, work, message) => {
    expect(() => work(desk().sheet())).toThrow(expect.objectContaining({ name: 'Exception', message }))
  })

  test('documented: getSheetValues is getValues of the range of those four numbers', () => {
    const { sheet } = desk()
    expect(sheet().getSheetValues(1, 1, 2, 2)).toEqual(sheet().getRange(1, 1, 2, 2).getValues())
    expect(sheet().getSheetValues(1, 1, 2, 2)).toEqual([
      ['№', 'Клиент'],
      [1, 'АНО «Надежда»'],
    ])
  })

  test('documented: appendRow goes below the last row with data, text with = is a formula, the sheet is answered', () => {
    const { sheet, state, host } = desk()
    state.sheets[0]!.cells.push([{ v: null, fmt: { bold: true } }])
    expect(sheet().appendRow([2, '=A2', 'Начало']).appendRow([3]).getLastRow()).toBe(4)
    expect(sheet().getRange('A3:C4').getValues()).toEqual([
      [2, 1, 'Начало'],
      [3, '', ''],
    ])
    expect(host.calls.filter(({ name }) => name === 'SpreadsheetApp.appendRow').map(({ cost }) => cost.cellsWritten)).toEqual([3, 1])
  })

  test('assumed: appendRow makes the sheet longer and wider where it ends, and takes no empty row', () => {
    const { sheet, state } = desk()
    Object.assign(state.sheets[0]!, { rowCount: 2, columnCount: 4 })
    sheet().appendRow([1, 2, 3, 4, 5])
    expect([sheet().getMaxRows(), sheet().getMaxColumns(), sheet().getLastColumn()]).toEqual([3, 5, 5])
    expect(() => sheet().appendRow([])).toThrow('The row must not be empty.')
  })

  test('assumed: a range without an end and wider than the sheet is refused, or ends at its edge', () => {
    const { sheet, app, host } = desk()
    const book = () => app.openById(sheetId)
    expect(() => sheet().getRange('A1:ZZ')).toThrow('The coordinates of the range are outside the dimensions of the sheet.')
    expect(() => book().getRange('Сделки!A1:ZZ')).toThrow('Range not found')
    setPlatform(host.state, { openRanges: 'clipped' })
    for (const range of [sheet().getRange('A1:ZZ'), book().getRange('Сделки!A1:ZZ')])
      expect([range.getNumRows(), range.getNumColumns()]).toEqual([1000, 26])
    for (const outside of ['A1001:C', 'AA1:AB'])
      expect(() => sheet().getRange(outside)).toThrow('The coordinates of the range are outside the dimensions of the sheet.')
    expect(() => sheet().getRange('A1:ZZ9')).toThrow('The coordinates of the range are outside the dimensions of the sheet.')
  })

  test('observed: a protected cell is not for others than the owner', () => {
    const write = (user: string) => {
      const { sheet, state } = desk({ user })
      state.sheets[0]!.protectedRanges.push({ id: 1, range: { endRowIndex: 1 }, warningOnly: false, description: '' })
      sheet().getRange('A1').setValue('х')
    }
    expect(() => write('other@example.org')).toThrow('You are trying to edit a protected cell or object.')
    expect(() => write(owner)).not.toThrow()
  })

  test('observed: nor does appendRow write where others may not', () => {
    const { sheet, state } = desk({ user: 'other@example.org' })
    state.sheets[0]!.protectedRanges.push({ id: 1, range: { startRowIndex: 2 }, warningOnly: false, description: '' })
    expect(() => sheet().appendRow([2])).toThrow('You are trying to edit a protected cell or object.')
  })

  test('assumed: cells read and written are told to the gate', () => {
    const { sheet, host } = desk()
    sheet().getRange(1, 1, 2, 3).getValues()
    sheet().getRange(1, 1).setNote('внимание')
    expect(host.calls.filter(({ cost }) => cost.cellsRead || cost.cellsWritten)).toEqual([
      { name: 'SpreadsheetApp.getValues', cost: { cellsRead: 6, cellsWritten: 0 } },
      { name: 'SpreadsheetApp.setNote', cost: { cellsRead: 0, cellsWritten: 1 } },
    ])
  })
})

describe('reviveEditEvent', () => {
  test('documented: an edit event has a live range and its spreadsheet', () => {
    const { host, ui } = desk({ entry: 'edit' })
    const range = { sheetId: 1, sheetName: 'Сделки', rowStart: 2, rowEnd: 2, columnStart: 2, columnEnd: 3 }
    const event = reviveEditEvent(host, ui, { authMode: 'FULL', range, value: 'х' }) as {
      range: GoogleAppsScript.Spreadsheet.Range
      source: GoogleAppsScript.Spreadsheet.Spreadsheet
      value: string
    }
    expect([event.range.getA1Notation(), event.range.getSheet().getName(), event.source.getId(), event.value]).toEqual([
      'B2:C2',
      'Сделки',
      sheetId,
      'х',
    ])
  })
})
