/** The journal's lines of a few rows: «№ строки» tells where they stand, then only they are read. */

import type { Cell } from '../../../domain/office/settings'
import type { JournalLine } from '../../../usecases/register/journal'
import { readRegister, type Snapshot, type Span } from '../../google/register/reader'
import { readRecord } from '../../google/register/records'
import { oursOf } from '../../google/signed/seal'
import { journalColumns, soundLines } from './soundLines'

/** To be read with the command's own rows. */
export const journalPlaces = { journal: ['rowId'] } as const

/** More pieces than that are read as whole columns: the address of a request has its limit. */
const mostSpans = 60

/**
 * Lines of these rows of «Сделки» or «Клиенты» (numbers of both may be the same), as they were written; one call.
 * @param loaded with the column of `journalPlaces`
 * @param only 'last' = the last line of each row is enough
 */
export function journalLinesOf(
  { session, snapshot }: { readonly session: { readonly spreadsheetId: string }; readonly snapshot: Pick<Snapshot, 'columns'> },
  ids: ReadonlySet<number>,
  only: 'all' | 'last' = 'all',
): readonly Partial<JournalLine>[] {
  const rowIds = snapshot.columns.journal?.['rowId'] ?? []
  const all = rowIds.flatMap((id, index) => (ids.has(Number(id)) ? [index + 2] : []))
  const places = only === 'last' ? lastOfEach(all, rowIds) : all
  if (places.length === 0) return []
  const spans = spansOf(places)
  if (spans.length > mostSpans) return wholeJournal(session.spreadsheetId, ids)
  const read = readRegister(session.spreadsheetId, { whole: [], rows: {}, columns: {}, spans: { journal: spans } })
  const lines = linesIn(read)
  const isMoved = lines.length !== places.length || lines.some(({ rowId }) => !ids.has(rowId ?? 0))
  return isMoved ? wholeJournal(session.spreadsheetId, ids) : oursOf('journal', lines, (line) => line)
}

function lastOfEach(places: readonly number[], rowIds: readonly Cell[]): number[] {
  return [...new Map(places.map((place) => [rowIds[place - 2], place])).values()].sort((a, b) => a - b)
}

/** [2, 3, 7] → [[2, 3], [7, 7]] */
export function spansOf(places: readonly number[]): Span[] {
  const spans: [number, number][] = []
  for (const place of places) {
    const last = spans[spans.length - 1]
    if (last !== undefined && last[1] === place - 1) last[1] = place
    else spans.push([place, place])
  }
  return spans
}

function linesIn({ spans, layouts }: Snapshot): Partial<JournalLine>[] {
  return (spans?.journal ?? []).map(
    ({ row, cells }) => readRecord('journal', row, cells, layouts.journal ?? {}).fields as Partial<JournalLine>,
  )
}

const allColumns = ['at', 'who', 'entry', 'kind', 'reason', 'request', ...journalColumns]

/** Somebody has deleted or moved lines between the two reads. */
function wholeJournal(spreadsheetId: string, ids: ReadonlySet<number>): Partial<JournalLine>[] {
  const read = readRegister(spreadsheetId, { whole: [], rows: {}, columns: { journal: allColumns } })
  return soundLines(read)
    .map(({ value }) => value)
    .filter(({ rowId }) => ids.has(rowId ?? 0))
}
