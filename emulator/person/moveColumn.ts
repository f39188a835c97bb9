/** Dragging a column of a sheet to another place. */
import type { SheetState, StoredCell } from '../world/types'

/** Both 0-based; afterwards the column stands at `to`. */
export const moveColumn = (sheet: SheetState, from: number, to: number): void => {
  sheet.cells = sheet.cells.map((row) => (row ? moved(row, from, to) : row))
  const widths = moved(
    Array.from({ length: sheet.columnCount }, (_, column) => sheet.columnWidths[column] ?? null),
    from,
    to,
  )
  sheet.columnWidths = Object.fromEntries(widths.flatMap((width, column) => (width === null ? [] : [[column, width]])))
}

const moved = <T extends StoredCell>(items: readonly T[], from: number, to: number): (T | null)[] => {
  const length = Math.max(items.length, from + 1, to + 1)
  const all: (T | null)[] = Array.from({ length }, (_, index) => items[index] ?? null)
  const [item = null] = all.splice(from, 1)
  all.splice(to, 0, item)
  return all
}
