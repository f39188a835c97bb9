/** What the workbench shows of a sheet: conditional colours, charts, links, and where the clock's buttons lead. */
import { blankSheet } from '../../emulator/services/sheets/grid'
import { epochOf, jumpTarget, wallText } from '../../emulator/workbench/bench/officeTime'
import { localiseLinks, webLinksIn } from '../../emulator/workbench/localLinks'
import { chartViews } from '../../emulator/workbench/view/chartView'
import { sheetView } from '../../emulator/workbench/view/sheetView'
import type { SheetState, SpreadsheetState } from '../../emulator/world/types'

const sheet = (given: Partial<SheetState>): SheetState => blankSheet({ sheetId: 5, title: 'Отчёт', index: 0, ...given })
const book = (...sheets: SheetState[]): SpreadsheetState => ({
  id: 'x',
  title: 'x',
  timeZone: 'Europe/Moscow',
  locale: 'ru_RU',
  sheets,
  nextSheetId: 9,
})
const all = { from: 1, limit: 100 }

describe('conditional formats', () => {
  const green = { red: 0.8, green: 1, blue: 0.8 }
  const rule = (type: string, value: string, range: object = {}) => ({
    ranges: [range],
    booleanRule: {
      condition: { type, values: [{ userEnteredValue: value }] },
      format: { backgroundColor: green, textFormat: { bold: true } },
    },
  })
  const bgOf = (given: SheetState, row: number, column: number) => {
    const view = sheetView(book(given), given, all)
    return view.styles[view.rows[row]?.s?.[column] ?? -1]?.bg
  }

  test('a text that is equal, whatever its case; other cells stay white', () => {
    const stages = sheet({ cells: [['Новая'], ['Принята']], conditionalFormats: [rule('TEXT_EQ', 'новая')] })
    expect([bgOf(stages, 0, 0), bgOf(stages, 1, 0)]).toEqual(['#ccffcc', undefined])
  })

  test('a whole row by one of its cells: =$B1="да"', () => {
    const rows = sheet({
      cells: [
        ['a', 'да'],
        ['b', 'нет'],
      ],
      conditionalFormats: [rule('CUSTOM_FORMULA', '=$B1="да"')],
    })
    expect([bgOf(rows, 0, 0), bgOf(rows, 1, 0)]).toEqual(['#ccffcc', undefined])
  })

  test('a formula that is not simple paints nothing', () => {
    const rows = sheet({ cells: [['a']], conditionalFormats: [rule('CUSTOM_FORMULA', '=WEEKDAY(A1)=7')] })
    expect(bgOf(rows, 0, 0)).toBeUndefined()
  })

  test('only inside its range', () => {
    const given = sheet({ cells: [['x', 'x']], conditionalFormats: [rule('TEXT_EQ', 'x', { startColumnIndex: 1 })] })
    expect([bgOf(given, 0, 0), bgOf(given, 0, 1)]).toEqual([undefined, '#ccffcc'])
  })
})

test('a frozen first row is the heading; dates follow their format; lists are offered', () => {
  const given = sheet({
    frozenRowCount: 1,
    cells: [
      ['Этап', 'Когда'],
      ['новая', { v: 46349.375, nf: 'dd.mm.yyyy hh:mm' }],
    ],
    validations: [
      {
        range: { startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
        rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'новая' }] } },
      },
    ],
  })
  const view = sheetView(book(given), given, all)
  expect(view.columns.slice(0, 2).map(({ title, choices }) => [title, choices])).toEqual([
    ['Этап', ['новая']],
    ['Когда', []],
  ])
  expect(view.rows[0]).toMatchObject({ n: 2, t: ['новая', '23.11.2026 09:00', '', '', '', ''] })
})

test('a chart takes its numbers from the cells', () => {
  const source = (column: number) => ({
    sourceRange: { sources: [{ sheetId: 5, startRowIndex: 0, endRowIndex: 3, startColumnIndex: column, endColumnIndex: column + 1 }] },
  })
  const spec = {
    title: 'По темам',
    basicChart: { chartType: 'COLUMN', headerCount: 1, domains: [{ domain: source(0) }], series: [{ series: source(1) }] },
  }
  const position = { overlayPosition: { anchorCell: { sheetId: 5, rowIndex: 4, columnIndex: 2 }, widthPixels: 480, heightPixels: 300 } }
  const given = sheet({
    cells: [
      ['Тема', 'Часов'],
      ['PR', 3],
      ['Устав', 5],
    ],
    charts: [{ chartId: 1, spec, position }],
  })
  expect(chartViews(book(given), given)).toEqual([
    {
      id: 1,
      title: 'По темам',
      type: 'column',
      stacked: false,
      labels: ['PR', 'Устав'],
      series: [{ name: 'Часов', values: [3, 5] }],
      anchor: { row: 4, column: 2, x: 0, y: 0 },
      width: 480,
      height: 300,
    },
  ])
})

describe('links of the web app', () => {
  const text = 'Отчёт: https://script.google.com/macros/s/AKfy-1/exec?t=1&k=a. Сайт: https://example.org'
  test('lead to the stand, others stay', () => {
    expect(localiseLinks(text)).toBe('Отчёт: /webapp/exec?t=1&k=a. Сайт: https://example.org')
    expect(webLinksIn(text)).toEqual(['/webapp/exec?t=1&k=a'])
  })
})

describe('the clock’s buttons', () => {
  const zone = 'Europe/Moscow'
  const from = (wall: string, to: string) => wallText(zone, jumpTarget(zone, epochOf(zone, wall), to))
  // пн 23 · вт 24 · ср 25 · чт 26 · пт 27 ноября … вт 1 декабря 2026
  test.each([
    ['2026-11-23T09:00', 'hour', '2026-11-23T10:00'],
    ['2026-11-23T09:00', 'day', '2026-11-24T09:00'],
    ['2026-11-23T09:00', 'friday', '2026-11-27T15:00'],
    ['2026-11-27T14:59', 'friday', '2026-11-27T15:00'],
    ['2026-11-27T15:00', 'friday', '2026-12-04T15:00'],
    ['2026-11-23T09:00', 'month', '2026-12-01T09:00'],
    ['2026-12-01T08:00', 'month', '2026-12-01T09:00'],
    ['2026-12-01T09:00', 'month', '2027-01-01T09:00'],
    ['2026-11-23T09:00', '2026-11-25T12:30', '2026-11-25T12:30'],
  ])('%s, %s → %s', (now, to, then) => {
    expect(from(now, to)).toBe(then)
  })
})
