/** Deals and their leads as the sheet «amoCRM» has them: which there are by two columns, what they remember by their rows alone. */

import type { OwnRow } from '../../../../usecases/changes'
import { cellsOf, type Pair, pairOf, restingAt, restsAt } from '../../../../usecases/control/amocrm/pair'
import type { Loaded } from '../../../desk/load'
import { readRegister, type Span } from '../../../google/register/reader'
import { readRecord, scanColumns } from '../../../google/register/records'
import { isOurs, sealed } from '../../../google/signed/seal'

/** Of the first read. */
export const pairColumns = ['id', 'lead', 'state'] as const

export interface PairPlace {
  readonly row: number
  readonly deal: number
  readonly lead: number
  /** Its lead is no more: the deal may get another one. */
  readonly isGone: boolean
}

/** Of the account that is connected. */
export function pairPlaces(loaded: Loaded): PairPlace[] {
  return placesOf(loaded, (state) => restsAt(state) === null)
}

function placesOf({ snapshot }: Loaded, isWanted: (state: string) => boolean): PairPlace[] {
  return scanColumns<{ id: number; lead: number; state: string }>(snapshot, 'amo').rows.flatMap(({ row, value: { id, lead, state } }) =>
    id == null || lead == null || !isWanted(state ?? '') ? [] : [{ row, deal: id, lead, isGone: state === 'gone' }],
  )
}

/** Pairs of the account that is left rest under its name; those of the one that comes back are pairs again. */
export function pairsOfAccount(loaded: Loaded, left: string, comes: string): OwnRow[] {
  const labelled = (places: readonly PairPlace[], state: Pair['state']) =>
    readPairs(loaded, places).flatMap((pair) => (pair.state === 'gone' ? [] : pairRow({ ...pair, state }, pair)))
  const back = placesOf(loaded, (state) => restsAt(state) === comes)
  return [...labelled(pairPlaces(loaded), restingAt(left)), ...labelled(back, '')]
}

/** Rows side by side are read as one stretch. */
function spansOf(places: readonly PairPlace[]): Span[] {
  const rows = [...new Set(places.map(({ row }) => row))].sort((a, b) => a - b)
  const spans: [number, number][] = []
  for (const row of rows) {
    const last = spans[spans.length - 1]
    if (last !== undefined && row - last[1] <= 20) last[1] = row
    else spans.push([row, row])
  }
  return spans
}

/** One call; rows that somebody has typed into are no pairs. */
export function readPairs({ session }: Loaded, places: readonly PairPlace[]): Pair[] {
  if (places.length === 0) return []
  const wanted = new Set(places.map(({ row }) => row))
  const { spans, layouts } = readRegister(session.spreadsheetId, { whole: [], rows: {}, columns: {}, spans: { amo: spansOf(places) } })
  return (spans?.amo ?? []).flatMap(({ row, cells }) => {
    if (!wanted.has(row)) return []
    const { fields } = readRecord('amo', row, cells, layouts.amo ?? {})
    const pair = isOurs('amo', fields) ? pairOf(fields as unknown as Parameters<typeof pairOf>[0], row) : null
    return pair === null ? [] : [pair]
  })
}

/** Only what differs from the row as it stands. */
export function pairRow(pair: Pair, before: Pair | null): OwnRow[] {
  const values = cellsOf(pair)
  if (before !== null && JSON.stringify(cellsOf(before)) === JSON.stringify(values)) return []
  return [{ table: 'amo', row: pair.row, values: pair.row === null ? values : sealed('amo', values) }]
}
