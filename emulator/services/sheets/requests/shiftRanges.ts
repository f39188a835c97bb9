/** Keeps protections, validations, filters, column widths and conditional formats in place when rows or columns come or go. */
import type { GridRangeState, SheetState } from '../../../world/types'

type Side = 'row' | 'column'

/** @param count rows or columns inserted before `at` (positive) or deleted from `at` on (negative) */
export const shiftRanges = (sheet: SheetState, side: Side, at: number, count: number): void => {
  const moved = <T extends GridRangeState>(range: T): T | undefined => shiftRange(range, side, at, count)
  sheet.protectedRanges = sheet.protectedRanges.flatMap((held) => withRange(held, moved(held.range)))
  sheet.validations = sheet.validations.flatMap((held) => withRange(held, moved(held.range)))
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const ranges = ((rule['ranges'] ?? []) as GridRangeState[]).flatMap((range) => moved(range) ?? [])
    return ranges.length > 0 ? [{ ...rule, ranges }] : []
  })
  const filter = sheet.basicFilter && moved((sheet.basicFilter['range'] ?? {}) as GridRangeState)
  sheet.basicFilter = sheet.basicFilter && filter ? { ...sheet.basicFilter, range: filter } : null
  if (side === 'column') sheet.columnWidths = shiftWidths(sheet.columnWidths, at, count)
}

const withRange = <T extends { range: GridRangeState }>(held: T, range: GridRangeState | undefined): T[] =>
  range ? [{ ...held, range }] : []

const shiftRange = <T extends GridRangeState>(range: T, side: Side, at: number, count: number): T | undefined => {
  const [startKey, endKey] =
    side === 'row' ? (['startRowIndex', 'endRowIndex'] as const) : (['startColumnIndex', 'endColumnIndex'] as const)
  const start = range[startKey]
  const end = range[endKey]
  const next = { ...range }
  if (start !== undefined) next[startKey] = movedIndex(start, at, count)
  // The end is exclusive: rows opened right behind the range do not join it.
  if (end !== undefined) next[endKey] = movedIndex(end - 1, at, count, true) + 1
  return start !== undefined && end !== undefined && (next[startKey] ?? 0) >= (next[endKey] ?? 0) ? undefined : next
}

const movedIndex = (index: number, at: number, count: number, last = false): number => {
  if (index < at) return index
  if (count >= 0) return index + count
  const inside = index < at - count
  return inside ? (last ? at - 1 : at) : index + count
}

const shiftWidths = (widths: Record<number, number>, at: number, count: number): Record<number, number> =>
  Object.fromEntries(
    Object.entries(widths).flatMap(([key, width]) => {
      const column = Number(key)
      return count < 0 && column >= at && column < at - count ? [] : [[movedIndex(column, at, count), width]]
    }),
  )
