/** «Список …» as plain rows: a heading that stays in sight, then a consultation a row (S1). */

import { type HeldRow, listColumns, listLane } from '../../domain/month/list'
import type { MonthSheet, SheetCell } from './sheetRows'

/** @param personal its rows tell of people */
export function listSheet(rows: readonly HeldRow[], personal: boolean): MonthSheet {
  return {
    rows: [
      { style: 'heading', cells: listColumns.map(({ heading }) => heading) },
      ...rows.map((row) => ({ style: 'line', cells: listColumns.map(({ key }) => cellOf(key, row)) }) as const),
    ],
    charts: [],
    widths: listColumns.map(({ width }) => width),
    ...(personal ? { lanes: listColumns.map(({ key }) => listLane(key)) } : {}),
    frozen: 1,
  }
}

function cellOf(key: keyof HeldRow, row: HeldRow): SheetCell {
  return key === 'start' ? { at: row.start } : row[key]
}
