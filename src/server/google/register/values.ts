/** Cells of ranges in one call, however many ranges they are. */

import type { Cell } from '../../../domain/office/settings'
import { messageOf, PlatformError, platformErrorOf, tried } from '../platformError'

/**
 * Rows of each range, in the order of the ranges.
 * @throws PlatformError beyondGrid, sheetMissing, timeout …
 */
export function batchGet(spreadsheetId: string, ranges: string[], valueRenderOption = 'UNFORMATTED_VALUE'): Cell[][][] {
  if (ranges.length === 0) return []
  try {
    return tried(() => valuesOf(spreadsheetId, ranges, { valueRenderOption, dateTimeRenderOption: 'SERIAL_NUMBER' }))
  } catch (error) {
    throw /exceeds grid limits/.test(messageOf(error)) ? new PlatformError('beyondGrid') : platformErrorOf(error)
  }
}

/** Characters of ranges that go into an address: Google's limit is not told. More are posted. */
const addressChars = 2_000

type Rendering = Pick<GoogleAppsScript.Sheets.Schema.BatchGetValuesByDataFilterRequest, 'valueRenderOption' | 'dateTimeRenderOption'>

/** In the order of the ranges. */
function valuesOf(spreadsheetId: string, ranges: string[], rendering: Rendering): Cell[][][] {
  const values = Sheets!.Spreadsheets!.Values!
  const isLong = ranges.reduce((sum, range) => sum + encodeURIComponent(range).length + '&ranges='.length, 0) > addressChars
  if (!isLong) return (values.batchGet(spreadsheetId, { ranges, ...rendering }).valueRanges ?? []).map(cellsOf)
  const answer = values.batchGetByDataFilter({ dataFilters: ranges.map((a1Range) => ({ a1Range })), ...rendering }, spreadsheetId)
  const found = new Map(
    (answer.valueRanges ?? []).flatMap(({ valueRange, dataFilters = [] }) =>
      dataFilters.map(({ a1Range }) => [a1Range, cellsOf(valueRange)] as const),
    ),
  )
  return ranges.map((range) => found.get(range) ?? [])
}

function cellsOf(range: GoogleAppsScript.Sheets.Schema.ValueRange | undefined): Cell[][] {
  return (range?.values ?? []) as Cell[][]
}
