import { rowsWithData } from '../../emulator/services/sheets/grid'
import { deals, desk, failure, number, report } from '../fixtures/sheetDesk'
import { sheetId, sheetOf } from '../fixtures/testHost'

describe('Sheets.Spreadsheets.Values.batchGet', () => {
  test.each([
    ['Сделки!A:A', [['№'], [1], [], [2]]],
    ['Сделки!A2:D2', [[1, 3, 'АНО «Надежда»', 46349.5]]],
    ['Сделки!4:4', [[2, 1, 'Фонд «Лад»']]],
    ['Сделки!B2:C5', [[3, 'АНО «Надежда»'], [], [1, 'Фонд «Лад»']]],
    ['Сделки!C2:C', [['АНО «Надежда»'], [], ['Фонд «Лад»']]],
    ['Сделки!D1', [['Начало']]],
    ['Сделки!D4', undefined],
    ["'Отчёт 2026-11'!A1:F", [['Тема', 'Всего']]],
    ["'Отчёт 2026-11'", [['Тема', 'Всего']]],
    ['Рабочий лист!A1:B', [['Тема', 'Всего']]],
    ['Рабочий лист', [['Тема', 'Всего']]],
    ['Сделки!A2:2', [[1, 3, 'АНО «Надежда»', 46349.5]]],
    ['Сделки!$A$1:$B$1', [['№', 'Версия']]],
    ['A1:B1', [['№', 'Версия']]],
  ])('documented: %s, trailing empty cells and rows left out', (range, values) => {
    const words = sheetOf('Рабочий лист', [['Тема', 'Всего']], { sheetId: 3, index: 2 })
    expect(desk([deals(), report(), words]).read(range)).toEqual([values])
  })

  test('documented: a whole sheet by its bare title', () => {
    expect(desk().read('Сделки')[0]).toHaveLength(4)
  })

  test('documented: columns as the major dimension', () => {
    const { service } = desk()
    const answer = service.Values.get(sheetId, 'Сделки!A1:B4', { majorDimension: 'COLUMNS', valueRenderOption: 'UNFORMATTED_VALUE' })
    expect(answer.values).toEqual([
      ['№', 1, '', 2],
      ['Версия', 3, '', 1],
    ])
  })

  test('documented: formatted values are the default', () => {
    expect(desk().service.Values.get(sheetId, 'Сделки!A2:D2').values).toEqual([['1', '3', 'АНО «Надежда»', '23.11.2026 12:00']])
  })

  test('observed: the range is answered in full', () => {
    expect(desk().service.Values.get(sheetId, 'Сделки!A:B').range).toBe("'Сделки'!A1:B1000")
  })

  test.each(['Нет!A1', 'Отчёт 2026-11!A1', 'Сделки!', 'Сделки!A', 'Сделки!1A', 'Сделки!A1:', 'Чужой'])(
    'observed: %s cannot be parsed',
    (range) => {
      const error = failure(() => desk().read(range))
      expect(error.message).toBe(
        `API call to sheets.spreadsheets.values.batchget failed with error: Unable to parse range: ${range}`.replace(
          'batchget',
          'batchGet',
        ),
      )
      expect(error.details?.code).toBe(400)
    },
  )

  test('observed: a range beyond the grid', () => {
    expect(failure(() => desk().read("'Отчёт 2026-11'!A1:G20")).message).toContain(
      "Range ('Отчёт 2026-11'!A1:G20) exceeds grid limits. Max rows: 10, max columns: 6",
    )
  })

  test('documented: a missing spreadsheet is 404', () => {
    const error = failure(() => desk().service.Values.get('no-such-id', 'A1'))
    expect(error.name).toBe('GoogleJsonResponseException')
    expect(error.details).toEqual({ code: 404, message: 'Requested entity was not found.' })
  })

  test('assumed: the ranges stand in the address, which has an end; the longest one is kept', () => {
    const { state, host, service } = desk()
    const ranges = Array.from({ length: 900 }, (_, row) => `Сделки!A${row + 1}`)
    const error = failure(() => service.Values.batchGet(sheetId, { ranges }))
    expect(error.details).toEqual({ code: 414, message: 'Request-URI Too Large' })
    expect(host.state.longestAddress?.batchGet).toBeGreaterThan(20_000)
    host.state.platform = { batchGetAddress: 100_000 }
    expect(service.Values.batchGet(state.id, { ranges }).valueRanges).toHaveLength(900)
  })

  test('assumed: cells answered are what the latency model counts', () => {
    const { host, read } = desk()
    read('Сделки!A:A', 'Сделки!2:2')
    expect(host.calls).toEqual([{ name: 'Sheets.Values.batchGet', cost: { cellsRead: 7, addressChars: 246 } }])
  })
})

describe('Sheets.Spreadsheets.get', () => {
  test('documented: fields prune the answer', () => {
    expect(desk().service.get(sheetId, { fields: 'sheets.properties(sheetId,title)' })).toEqual({
      sheets: [{ properties: { sheetId: 1, title: 'Сделки' } }, { properties: { sheetId: 2, title: 'Отчёт 2026-11' } }],
    })
  })

  test.each([
    ['getByDataFilter', (service: object) => Reflect.get(service, 'getByDataFilter')],
    ['Values.batchClear', ({ Values }: { Values: object }) => Reflect.get(Values, 'batchClear')],
    ['Values.getByDataFilter', ({ Values }: { Values: object }) => Reflect.get(Values, 'getByDataFilter')],
  ])('assumed: an unknown member fails by name: %s', (name, read) => {
    expect(() => (read as (service: object) => unknown)(desk().service)).toThrow(`Sheets.Spreadsheets.${name} is not emulated`)
  })

  const accepted: [string, (service: ReturnType<typeof desk>['service']) => unknown][] = [
    ['Values.batchGet option "prettyPrint"', ({ Values }) => Values.batchGet(sheetId, { ranges: ['A1'], prettyPrint: true } as never)],
    ['Values.get valueRenderOption "RAW"', ({ Values }) => Values.get(sheetId, 'A1', { valueRenderOption: 'RAW' })],
    ['get option "excludeTablesInBandedRanges"', (service) => service.get(sheetId, { excludeTablesInBandedRanges: true } as never)],
    ['batchUpdate member "request"', (service) => service.batchUpdate({ request: [] } as never, sheetId)],
  ]
  test.each(accepted)('nothing is accepted and ignored: %s', (name, work) => {
    expect(() => work(desk().service)).toThrow(`Sheets.Spreadsheets.${name} is not emulated`)
  })
})

describe('50,000 deals × 50 columns', () => {
  const rows = Array.from({ length: 50_000 }, (_, row) => Array.from({ length: 50 }, (_, column) => (column === 0 ? row : `т${column}`)))
  const big = sheetOf('Сделки', rows, { rowCount: 50_100, columnCount: 50 })

  test('assumed: one column is read and one row is written without touching the rest', () => {
    const { read, change, sheet } = desk([big])
    const untouched = sheet('Сделки').cells[5]
    const before = rowsWithData(sheet('Сделки'))
    read('Сделки!A:A')
    change({ appendCells: { sheetId: 1, rows: [{ values: [number(1)] }], fields: 'userEnteredValue' } })
    expect(rowsWithData(sheet('Сделки'))).toBe(before + 1)
    expect(sheet('Сделки').cells[5]).toBe(untouched)
  })
})
