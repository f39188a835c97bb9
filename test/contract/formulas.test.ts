/** The value of a formula: what is emulated, what says that it is not, and how errors come back. */
import { probe, probeWorld } from './probe'

const sheet = 'Лист1'
const owner = 'owner@desk.example'

const office = () => {
  const world = probeWorld()
  const type = (row: number, column: number, value: string) => world.hand.type({ sheet, row, column, value, user: owner })
  const values = (range: string): unknown =>
    probe(
      world,
      (asked: string) =>
        Sheets?.Spreadsheets.Values.batchGet(SpreadsheetApp.getActiveSpreadsheet().getId(), {
          ranges: [asked],
          valueRenderOption: 'UNFORMATTED_VALUE',
        }).valueRanges?.[0]?.values,
      { argument: `${sheet}!${range}` },
    )
  const formula = (row: number, column: number): string | undefined => {
    const cell = world.state.spreadsheets[world.state.boundSpreadsheetId]?.sheets[0]?.cells[row - 1]?.[column - 1]
    return typeof cell === 'object' && cell !== null ? cell.f : undefined
  }
  return { world, type, values, formula }
}

const notEmulated = '#NAME? the value of this formula is not emulated'

describe('a typed formula has its value', () => {
  test.each([
    ['=60+30', 90],
    ['=2*(3+4)^2-10%', 97.9],
    ['=-2+1', -1],
    ['=B1', 5],
    ['=B1*2', 10],
    ['="x"&"y"', 'xy'],
    ['=C1&" "&B1', 'АНО «Лад» 5'],
    ['=SUM(B1:B3)', 12.5],
    ['=СУММ(B1;B2;1,5)', 14],
    ["='Лист1'!B1", 5],
    ['=B1>4', true],
    ['=HYPERLINK("https://a.example";"Отчёт")', 'Отчёт'],
    ['=B1/0', '#DIV/0!'],
    ['=C1+1', '#VALUE!'],
    ['=ZZ1', '#REF!'],
    ['=Нет!A1', '#REF!'],
    ['=A1', '#REF!'],
    ['=нет', '#NAME?'],
    ['=1+', '#ERROR!'],
    ['=QUERY(B1:B3)', notEmulated],
    ['=B1:B3', notEmulated],
  ])('%s', (text, value) => {
    const { type, values } = office()
    type(1, 2, '5')
    type(2, 2, '7,5')
    type(3, 2, 'слово')
    type(1, 3, 'АНО «Лад»')
    type(1, 1, text)
    expect(values('A1')).toEqual([[value]])
  })

  test('documented: it follows the cells it is made of, in other cells and by the API too', () => {
    const { world, type, values } = office()
    type(1, 1, '=B1+1')
    type(1, 3, '=A1*10')
    type(1, 2, '4')
    expect(values('A1:C1')).toEqual([[5, 4, 50]])
    probe(world, () => SpreadsheetApp.getActiveSheet().getRange(1, 2).setValue(9))
    expect(values('A1:C1')).toEqual([[10, 9, 100]])
    type(1, 2, 'слово')
    expect(values('A1:C1')).toEqual([['#VALUE!', 'слово', '#VALUE!']])
  })

  test('documented: an error is told with its kind in CellData, as text in values', () => {
    const { world, type, values } = office()
    type(1, 1, '+7 999 123-45-67')
    expect(values('A1')).toEqual([['#ERROR!']])
    const cell = probe(
      world,
      () =>
        Sheets?.Spreadsheets.get(SpreadsheetApp.getActiveSpreadsheet().getId(), { ranges: ['A1'], includeGridData: true }).sheets?.[0]
          ?.data?.[0]?.rowData?.[0]?.values?.[0]?.effectiveValue,
    )
    expect(cell).toMatchObject({ errorValue: { type: 'ERROR' } })
  })
})

describe('references follow their cells', () => {
  const table = () => {
    const desk = office()
    desk.type(2, 1, '1')
    desk.type(2, 2, '2')
    desk.type(2, 3, '=A2+B2')
    desk.type(3, 1, '10')
    desk.type(3, 2, '20')
    desk.type(3, 3, '=A3+B3')
    return desk
  }

  test('documented: rows and columns that come and go', () => {
    const { world, values, formula } = table()
    world.hand.insertRows({ sheet, before: 1, count: 2, user: owner })
    world.hand.insertColumns({ sheet, before: 2, count: 1, user: owner })
    expect([formula(4, 4), values('D4:D5')]).toEqual(['=A4+C4', [[3], [30]]])
    world.hand.deleteColumns({ sheet, from: 1, count: 1, user: owner })
    expect([formula(4, 3), values('C4')]).toEqual(['=#REF!+B4', [['#REF!']]])
  })

  test('documented: a column that is dragged, rows that are sorted', () => {
    const { world, values, formula } = table()
    world.hand.moveColumn({ sheet, from: 1, to: 3, user: owner })
    expect([formula(2, 2), values('A2:C2')]).toEqual(['=C2+A2', [[2, 3, 1]]])
    world.hand.sort({ sheet, column: 1, ascending: false, user: owner })
    expect([formula(1, 2), values('A1:C2')]).toEqual([
      '=C1+A1',
      [
        [20, 30, 10],
        [2, 3, 1],
      ],
    ])
  })
})
