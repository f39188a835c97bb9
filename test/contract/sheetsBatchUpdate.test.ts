import { deals, desk, failure, number, type Request, report, text } from '../fixtures/sheetDesk'
import { sheetId, sheetOf } from '../fixtures/testHost'

describe('Sheets.Spreadsheets.batchUpdate', () => {
  test.each(['=СУММ(A1)', '+7 999 123-45-67', "'007", '01234', '1-2'])('observed: stringValue %s stays text', (value) => {
    const { read, change } = desk()
    change({
      updateCells: { start: { sheetId: 1, rowIndex: 1, columnIndex: 2 }, rows: [{ values: [text(value)] }], fields: 'userEnteredValue' },
    })
    expect(read('Сделки!C2')).toEqual([[[value]]])
  })

  test('documented: typed values', () => {
    const { read, change, service } = desk()
    const values = [number(1.5), { userEnteredValue: { boolValue: true } }, { userEnteredValue: { formulaValue: '=1+1' } }, {}]
    change({ updateCells: { start: { sheetId: 1, rowIndex: 1, columnIndex: 0 }, rows: [{ values }], fields: 'userEnteredValue' } })
    expect(read('Сделки!A2:B2')).toEqual([[[1.5, true]]])
    expect(service.Values.get(sheetId, 'Сделки!C2', { valueRenderOption: 'FORMULA' }).values).toEqual([['=1+1']])
  })

  test('assumed: a link formula shows its label, with `;` between its parts in any locale', () => {
    const { read, change } = desk()
    const values = [{ userEnteredValue: { formulaValue: '=HYPERLINK("#gid=5&range=A1";"Список ""2026-11""")' } }]
    change({ updateCells: { start: { sheetId: 1, rowIndex: 1, columnIndex: 0 }, rows: [{ values }], fields: 'userEnteredValue' } })
    expect(read('Сделки!A2')).toEqual([[['Список "2026-11"']]])
  })

  test('documented: a masked field that is absent is cleared, an unmasked one is kept', () => {
    const { read, change, sheet } = desk()
    const start = { sheetId: 1, rowIndex: 1, columnIndex: 3 }
    change({ updateCells: { start, rows: [{ values: [{ note: 'перенос' }] }], fields: 'note' } })
    expect(sheet('Сделки').cells[1]![3]).toEqual({ v: 46349.5, nf: 'dd.mm.yyyy hh:mm', note: 'перенос' })
    change({ updateCells: { start, rows: [{ values: [{}] }], fields: 'userEnteredValue' } })
    expect(read('Сделки!D2')).toEqual([undefined])
    expect(sheet('Сделки').cells[1]![3]).toEqual({ v: null, nf: 'dd.mm.yyyy hh:mm', note: 'перенос' })
    change({ updateCells: { start, rows: [{ values: [{}] }], fields: '*' } })
    expect(sheet('Сделки').cells[1]![3]).toBeNull()
  })

  test('documented: a mask inside userEnteredFormat', () => {
    const { change, sheet } = desk()
    const format = { numberFormat: { type: 'DATE', pattern: 'dd.mm.yyyy' }, wrapStrategy: 'WRAP' }
    change({
      updateCells: {
        start: { sheetId: 1, rowIndex: 3, columnIndex: 3 },
        rows: [{ values: [{ ...number(46350), userEnteredFormat: format }] }],
        fields: 'userEnteredValue,userEnteredFormat.numberFormat',
      },
    })
    expect(sheet('Сделки').cells[3]![3]).toEqual({ v: 46350, nf: 'dd.mm.yyyy' })
  })

  test('documented: with a range, cells that get no data are cleared', () => {
    const { read, change } = desk()
    const range = { sheetId: 1, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 3 }
    change({ updateCells: { range, rows: [{ values: [number(7)] }], fields: 'userEnteredValue' } })
    expect(read('Сделки!A2:C4')).toEqual([[[7]]])
  })

  test('documented: appendCells writes after the last row with data anywhere, and grows the grid', () => {
    const { read, change, sheet } = desk([deals(), { ...report(), rowCount: 2 }])
    change({ appendCells: { sheetId: 1, rows: [{ values: [number(3)] }], fields: 'userEnteredValue' } })
    change({ appendCells: { sheetId: 2, rows: [{ values: [text('а')] }, { values: [text('б')] }], fields: 'userEnteredValue' } })
    expect(read('Сделки!A5')).toEqual([[[3]]])
    expect(sheet('Отчёт 2026-11').rowCount).toBe(3)
  })

  test('documented: if any request is invalid nothing is applied', () => {
    const { change, state } = desk()
    const before = JSON.stringify(state)
    const error = failure(() =>
      change(
        { addSheet: { properties: { title: 'Журнал' } } },
        { appendCells: { sheetId: 1, rows: [{ values: [number(9)] }], fields: 'userEnteredValue' } },
        { deleteDimension: { range: { sheetId: 1, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
        { updateCells: { start: { sheetId: 99 }, rows: [], fields: '*' } },
      ),
    )
    expect(error.message).toBe(
      'API call to sheets.spreadsheets.batchUpdate failed with error: Invalid requests[3].updateCells: No grid with id: 99',
    )
    expect(error.details?.code).toBe(400)
    expect(JSON.stringify(state)).toBe(before)
  })

  const refusals: [string, Request, string][] = [
    [
      'a second sheet of the same title',
      { addSheet: { properties: { title: 'сделки' } } },
      'Invalid requests[0].addSheet: A sheet with the name "сделки" already exists. Please enter another name.',
    ],
    [
      'a cell over 50,000 characters',
      { updateCells: { start: { sheetId: 1 }, rows: [{ values: [text('я'.repeat(50_001))] }], fields: '*' } },
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
    [
      'a workbook over 10 million cells',
      { appendDimension: { sheetId: 1, dimension: 'ROWS', length: 400_000 } },
      'above the limit of 10000000 cells.',
    ],
    [
      'a row behind the grid',
      { updateCells: { start: { sheetId: 2, rowIndex: 10 }, rows: [{ values: [number(1)] }], fields: '*' } },
      'GridCoordinate.rowIndex[10] is after last row in grid[9]',
    ],
    [
      'a column behind the grid',
      { updateCells: { start: { sheetId: 2, columnIndex: 5 }, rows: [{ values: [number(1), number(2)] }], fields: '*' } },
      'Attempting to write column: 6, beyond the last requested column of: 5',
    ],
    ['no field mask', { updateCells: { start: { sheetId: 1 }, rows: [] } }, 'At least one field must be listed'],
    ['an unknown field', { updateCells: { start: { sheetId: 1 }, rows: [], fields: 'value' } }, 'Invalid field: value'],
    [
      'a row that is not there',
      { deleteDimension: { range: { sheetId: 2, dimension: 'ROWS', startIndex: 9, endIndex: 12 } } },
      'but there are only 10 rows',
    ],
    [
      'all rows of a sheet',
      { deleteDimension: { range: { sheetId: 2, dimension: 'ROWS', startIndex: 0, endIndex: 10 } } },
      "You can't delete all the rows on the sheet.",
    ],
    [
      'a sheet that is not there',
      { updateSheetProperties: { properties: { sheetId: 5, title: 'Х' }, fields: 'title' } },
      'No sheet with id: 5',
    ],
  ]
  test.each(refusals)('observed: %s is refused', (_, request, message) => {
    expect(failure(() => desk().change(request)).message).toContain(message)
  })

  test('assumed: a second sheet of the same id is refused', () => {
    expect(failure(() => desk().change({ addSheet: { properties: { sheetId: 2, title: 'Новый' } } })).message).toContain(
      'Invalid requests[0].addSheet: ',
    )
  })

  test('observed: an empty batch is refused', () => {
    expect(failure(() => desk().change()).message).toContain('Must specify at least one request.')
  })

  test('documented: a sheet may bring its own id and be written in the same batch', () => {
    const { change, read } = desk()
    const answer = change(
      {
        addSheet: {
          properties: {
            sheetId: 77,
            title: 'Архив 2026',
            gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1, hideGridlines: true },
          },
        },
      },
      { updateCells: { start: { sheetId: 77 }, rows: [{ values: [text('№')] }], fields: 'userEnteredValue' } },
    )
    expect(answer.replies?.[0]?.addSheet?.properties).toMatchObject({
      sheetId: 77,
      index: 2,
      gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1, hideGridlines: true },
    })
    expect(answer.replies?.[1]).toEqual({})
    expect(read("'Архив 2026'!A1")).toEqual([[['№']]])
  })

  test('documented: the answer brings the ranges asked for', () => {
    const { service, host } = desk()
    const requests = [{ appendCells: { sheetId: 1, rows: [{ values: [number(3), text('да')] }], fields: 'userEnteredValue' } }]
    const answer = service.batchUpdate(
      { requests, includeSpreadsheetInResponse: true, responseRanges: ['Сделки!A2:B5'], responseIncludeGridData: true },
      sheetId,
    )
    const [sheet, ...others] = answer.updatedSpreadsheet!.sheets!
    expect(others).toEqual([])
    expect(sheet?.data?.[0]?.startRow).toBe(1)
    expect(sheet?.data?.[0]?.rowData?.map((row) => row.values?.map((cell) => cell.effectiveValue))).toEqual([
      [{ numberValue: 1 }, { numberValue: 3 }],
      undefined,
      [{ numberValue: 2 }, { numberValue: 1 }],
      [{ numberValue: 3 }, { stringValue: 'да' }],
    ])
    expect(host.calls[0]).toEqual({ name: 'Sheets.batchUpdate', cost: { cellsRead: 6, cellsWritten: 2 } })
  })

  test('documented: rows and columns inserted and deleted take protections and cells along', () => {
    const { change, read, sheet } = desk()
    change({ addProtectedRange: { protectedRange: { range: { sheetId: 1, startColumnIndex: 1, endColumnIndex: 2 }, warningOnly: true } } })
    change(
      { insertDimension: { range: { sheetId: 1, dimension: 'COLUMNS', startIndex: 0, endIndex: 2 } } },
      { deleteDimension: { range: { sheetId: 1, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } },
    )
    expect(read('Сделки!C1:C3')).toEqual([[['№'], [1], [2]]])
    expect(sheet('Сделки').protectedRanges[0]?.range).toEqual({ startColumnIndex: 3, endColumnIndex: 4 })
    expect([sheet('Сделки').rowCount, sheet('Сделки').columnCount]).toEqual([999, 28])
  })

  test('documented: sorting keeps empty cells last in both directions', () => {
    const rows = [['б'], [null], [10], ['а'], [2], [true]].map(([value], index) => [value ?? null, index])
    const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 }
    const sorted = (sortOrder: string) => {
      const { change, read } = desk([sheetOf('Сделки', rows)])
      change({ sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder }] } })
      return read('Сделки!B1:B6')[0]!.flat()
    }
    expect(sorted('ASCENDING')).toEqual([4, 2, 3, 0, 5, 1])
    expect(sorted('DESCENDING')).toEqual([5, 0, 3, 2, 4, 1])
  })

  test('documented: whole rows are sorted with all that hangs on them', () => {
    const rows = [['№', 'Клиент', 'Начало'], [2, 'б', null], [], [1, 'а', { v: 1, note: 'перенос' }]]
    const { change, sheet } = desk([sheetOf('Сделки', rows, { columnCount: 3 })])
    change({ sortRange: { range: { sheetId: 1, startRowIndex: 1 }, sortSpecs: [{ dimensionIndex: 0 }] } })
    expect(sheet('Сделки').cells.slice(0, 3)).toEqual([rows[0], rows[3], rows[1]])
  })

  test('documented: charts are added, changed and deleted', () => {
    const { change, sheet } = desk()
    const position = { overlayPosition: { anchorCell: { sheetId: 2, rowIndex: 1, columnIndex: 1 } } }
    const reply = change({ addChart: { chart: { spec: { title: 'Темы' }, position } } }).replies?.[0]?.addChart?.chart
    change({ updateChartSpec: { chartId: reply!.chartId, spec: { title: 'Каналы' } } })
    expect(sheet('Отчёт 2026-11').charts[0]?.spec).toEqual({ title: 'Каналы' })
    change({ deleteEmbeddedObject: { objectId: reply!.chartId } })
    expect(sheet('Отчёт 2026-11').charts).toEqual([])
  })

  test('assumed: a request that is not emulated fails by name', () => {
    expect(failure(() => desk().change({ mergeCells: {} })).message).toContain('request "mergeCells" is not emulated')
  })

  test('assumed: the world keeps nothing of the objects handed over', () => {
    const { change, sheet } = desk()
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'да' }] } }
    change({ setDataValidation: { range: { sheetId: 1, startRowIndex: 1 }, rule } })
    rule.condition.type = 'CHANGED'
    expect(sheet('Сделки').validations).toEqual([
      { range: { startRowIndex: 1 }, rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'да' }] } } },
    ])
  })
})

describe('nothing is accepted and ignored', () => {
  const given: [string, Request][] = [
    [
      'addProtectedRange.protectedRange "editors"',
      { addProtectedRange: { protectedRange: { range: { sheetId: 1 }, editors: { users: [] } } } },
    ],
    [
      'updateDimensionProperties.properties "hiddenByUser"',
      { updateDimensionProperties: { properties: { hiddenByUser: true }, fields: '*' } },
    ],
    ['addSheet.properties "tabColor"', { addSheet: { properties: { title: 'х', tabColor: {} } } }],
    ['updateSheetProperties field "tabColor"', { updateSheetProperties: { properties: { sheetId: 1 }, fields: 'tabColor' } }],
    ['request "addBanding"', { addBanding: {} }],
  ]
  test.each(given)('%s', (name, request) => {
    expect(() => desk().change(request)).toThrow(`Sheets.Spreadsheets.batchUpdate ${name} is not emulated`)
  })
})
