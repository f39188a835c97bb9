/** Reading: marks become the texts that they stand for, in one call of the vault for all that was read of the register. */

import { personalTexts } from '../../../../domain/client/personal/personalText.ru'
import type { Cell } from '../../../../domain/office/settings'
import { type TableName, tables } from '../../../../domain/register/tables'
import { type Lane, laneOf, type Mark, markIn, markText } from '../../../../domain/register/vaultMarks'
import { lockNumber } from '../../lock'
import { PlatformError } from '../../platformError'
import { nameOf, textsOf, type Wanted } from './vaultSheet'
import { mayLack, noteAway, vaultOfMarks } from './vaultState'

type CellData = GoogleAppsScript.Sheets.Schema.CellData

/** Cells of one range. */
export interface Part {
  readonly values: Cell[][]
  /** In which column of the vault the texts of a column are; 'told' = the mark says it itself; null = there are none. */
  readonly laneAt: (column: number) => Lane | 'told' | null
}

/** By name of mark: a text is written once and never changed, so it is asked for once. */
const texts = new Map<string, string>()
/** Lane and text → its mark, and the lock under which it was seen in the register. */
const marks = new Map<string, { readonly mark: Mark; readonly lock: number }>()

/** @throws PlatformError vaultAway, unless the run only looks */
export function joined(parts: readonly Part[]): Cell[][][] {
  const wanted = new Map(parts.flatMap(marksIn).map((mark) => [nameOf(mark), mark]))
  if (wanted.size === 0) return parts.map(({ values }) => values)
  learn([...wanted].filter(([name]) => !texts.has(name)).map(([, mark]) => mark))
  return parts.map(({ values, laneAt }) => values.map((cells) => cells.map((cell, column) => textFor(cell, laneAt(column)))))
}

/** One cell that an event tells. */
export function joinedCell(cell: Cell, lane: Lane | null): Cell {
  return joined([{ values: [[cell]], laneAt: () => lane }])[0]?.[0]?.[0] ?? null
}

/** Cells as Google tells them, of a sheet that is no table. */
export function joinedData(rows: readonly (readonly CellData[])[]): CellData[][] {
  const values = rows.map((cells) => cells.map(({ userEnteredValue }) => userEnteredValue?.stringValue ?? null))
  const [read = []] = joined([{ values, laneAt: () => 'told' }])
  return rows.map((cells, row) =>
    cells.map((cell, column) => {
      const text = read[row]?.[column]
      return typeof text === 'string' ? { ...cell, userEnteredValue: { stringValue: text } } : cell
    }),
  )
}

/** Which columns of a sheet have marks, by its heading row. */
export function lanesOf(name: TableName, heading: readonly Cell[]): (column: number) => Lane | null {
  const lanes = new Map<number, Lane>()
  for (const column of tables[name].columns) {
    const lane = laneOf(column)
    const at = heading.findIndex((cell) => String(cell ?? '').trim() === column.heading)
    if (lane !== null && at >= 0) lanes.set(at, lane)
  }
  return (column) => lanes.get(column) ?? null
}

function marksIn({ values, laneAt }: Part): Wanted[] {
  return values.flatMap((cells) => cells.flatMap((cell, column) => wantedIn(cell, laneAt(column)) ?? []))
}

function wantedIn(cell: Cell, lane: Lane | 'told' | null): Wanted | null {
  const mark = lane === null ? null : markIn(cell)
  const known = lane === 'told' ? (mark?.lane ?? null) : lane
  return mark === null || known === null ? null : { row: mark.row, key: mark.key, lane: known }
}

function learn(unread: readonly Wanted[]): void {
  const kept = unread.length === 0 ? null : vaultOfMarks()
  if (kept === null) return
  try {
    for (const [name, text] of textsOf(kept.id, unread)) texts.set(name, text)
  } catch (error) {
    if (!(error instanceof PlatformError) || error.code !== 'vaultAway' || !mayLack()) throw error
    noteAway(error.params['detail'] ?? '')
  }
}

/** A mark that leads nowhere stays as it is, so that nothing is written over it; a screen says that the name is not there. */
function textFor(cell: Cell, lane: Lane | 'told' | null): Cell {
  const mark = wantedIn(cell, lane)
  if (mark === null) return cell
  const text = texts.get(nameOf(mark))
  if (text === undefined && mayLack()) return personalTexts.unavailable
  const read = text ?? String(cell)
  const lock = lockNumber()
  if (lock > 0) marks.set(`${mark.lane}\n${read}`, { mark, lock })
  return read
}

/** The mark of a text that stands in the register now; null = it is to be written anew. */
export function standingMark(lane: Lane, text: string): string | null {
  const found = marks.get(`${lane}\n${text}`)
  return found === undefined || found.lock !== lockNumber() ? null : markText(found.mark)
}

export function noteMark(lane: Lane, text: string, mark: Mark): void {
  texts.set(nameOf({ ...mark, lane }), text)
  marks.set(`${lane}\n${text}`, { mark, lock: lockNumber() })
}
