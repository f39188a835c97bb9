/** Ids of sheets follow from their period. */
import { periodOf } from '../../../src/domain/month/period'
import { chartIdOf, listSheetOf, reportSheet } from '../../../src/usecases/month/reportSheets'

const periods = [
  periodOf({ kind: 'month', month: '2026-11' }),
  periodOf({ kind: 'month', month: '2026-12' }),
  periodOf({ kind: 'quarter', year: 2026, quarter: 4 }),
  periodOf({ kind: 'year', year: 2026 }),
  periodOf({ kind: 'range', from: '2026-11-01', until: '2026-11-30' }),
  periodOf({ kind: 'range', from: '2026-11-01', until: '2026-12-01' }),
  periodOf({ kind: 'range', from: '2099-12-31', until: '2099-12-31' }),
]

test('the same period has the same id, another one another', () => {
  const ids = periods.flatMap((period) => [reportSheet(period).sheetId, listSheetOf(period).sheetId])
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.slice(0, 2)).toEqual([402_611, 1_000_402_611])
  expect(reportSheet(periodOf({ kind: 'quarter', year: 2026, quarter: 4 })).sheetId).toBe(320_264)
})

test('Sheets keeps ids of 31 bits', () => {
  for (const period of periods) expect(listSheetOf(period).sheetId).toBeLessThan(2 ** 31)
})

test('charts are numbered after their sheet', () => {
  expect([0, 1].map((order) => chartIdOf(402_611, order))).toEqual([4_026_111, 4_026_112])
})
