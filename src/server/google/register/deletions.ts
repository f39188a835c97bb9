/** Rows that go from a sheet, from the bottom up, so that each number still stands for its row. */

type Request = GoogleAppsScript.Sheets.Schema.Request

/** @param rows 1-based, ascending or not; neighbours go together */
export function deletions(sheetId: number, rows: readonly number[]): Request[] {
  const spans: { startIndex: number; endIndex: number }[] = []
  for (const row of [...rows].sort((a, b) => b - a)) {
    const last = spans[spans.length - 1]
    if (last !== undefined && last.startIndex === row) last.startIndex = row - 1
    else spans.push({ startIndex: row - 1, endIndex: row })
  }
  return spans.map((span) => ({ deleteDimension: { range: { sheetId, dimension: 'ROWS', ...span } } }))
}
