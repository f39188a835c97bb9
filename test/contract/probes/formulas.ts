/** Probes of formulas: their values as the API reads them, errors included. */
import { type AnyProbe, probeOf } from './kinds'

/** B1 = 5, B2 = 7.5, B3 = «слово», C1 = «АНО «Лад»»; the formula stands in A1. */
const value = (formula: string, expect: unknown): AnyProbe =>
  probeOf<string>({
    name: formula,
    label: 'documented',
    needs: ['spreadsheets'],
    given: formula,
    run: ({ spreadsheetId, sheetId, sheetName }, formulaValue) => {
      const row = (...cells: object[]) => ({ values: cells.map((userEnteredValue) => ({ userEnteredValue })) })
      const rows = [
        row({ formulaValue }, { numberValue: 5 }, { stringValue: 'АНО «Лад»' }),
        row({}, { numberValue: 7.5 }),
        row({}, { stringValue: 'слово' }),
      ]
      const requests = [{ updateCells: { rows, fields: 'userEnteredValue', start: { sheetId, rowIndex: 0, columnIndex: 0 } } }]
      Sheets!.Spreadsheets.batchUpdate({ requests }, spreadsheetId)
      const options = { ranges: [`'${sheetName}'!A1`], valueRenderOption: 'UNFORMATTED_VALUE' }
      return Sheets!.Spreadsheets.Values.batchGet(spreadsheetId, options).valueRanges?.[0]?.values?.[0]?.[0] ?? null
    },
    expect,
  })

export const formulas: readonly AnyProbe[] = [
  value('=60+30', 90),
  value('=2*(3+4)^2-10%', 97.9),
  value('=B1*2', 10),
  value('="x"&"y"', 'xy'),
  value('=C1&" "&B1', 'АНО «Лад» 5'),
  value('=SUM(B1:B3)', 12.5),
  value('=B1>4', true),
  value('=B1/0', '#DIV/0!'),
  value('=C1+1', '#VALUE!'),
  value('=nosuchname', '#NAME?'),
]
