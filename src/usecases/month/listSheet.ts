/** «Список …» as plain rows: a heading that stays in sight, then a consultation a row (S1). */

import { type HeldRow, listTitles } from '../../domain/month/list'
import type { MonthSheet, SheetCell } from './sheetRows'

const columns = Object.keys(listTitles) as (keyof HeldRow)[]

const widths: Readonly<Record<keyof HeldRow, number>> = {
  ...{ id: 60, start: 130, consultant: 130, side: 110, client: 230, kind: 130, municipality: 135, topic: 180, project: 150 },
  ...{ format: 90, channel: 130, minutes: 60, seniority: 90, score: 60, comment: 260 },
}

export function listSheet(rows: readonly HeldRow[]): MonthSheet {
  return {
    rows: [
      { style: 'heading', cells: columns.map((key) => listTitles[key]) },
      ...rows.map((row) => ({ style: 'line', cells: columns.map((key) => cellOf(key, row)) }) as const),
    ],
    charts: [],
    widths: columns.map((key) => widths[key]),
    frozen: 1,
  }
}

function cellOf(key: keyof HeldRow, row: HeldRow): SheetCell {
  return key === 'start' ? { at: row.start } : row[key]
}
