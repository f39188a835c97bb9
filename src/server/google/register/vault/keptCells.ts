/** Cells that are written with a text of people: each remembers in which column of the vault its text is kept. */

import type { Column, TableName } from '../../../../domain/register/tables'
import { type Lane, laneOf } from '../../../../domain/register/vaultMarks'
import { tellsOfPeople } from '../../../../usecases/register/service'

type CellData = GoogleAppsScript.Sheets.Schema.CellData

interface Kept {
  readonly lane: Lane
  /** The mark says its lane: no table tells it of the column. */
  readonly told: boolean
}

const lanes = new WeakMap<object, Kept>()

/** @param lane null = the text stays in the register */
export function kept(cell: CellData, lane: Lane | null, told = false): CellData {
  if (lane !== null && cell.userEnteredValue?.stringValue !== undefined) lanes.set(cell, { lane, told })
  return cell
}

export function keptAs(cell: object): Kept | undefined {
  return lanes.get(cell)
}

/** «Служебное» says for each of its keys whether it tells of people. */
export function laneIn(name: TableName, column: Column, values: Readonly<Record<string, unknown>>): Lane | null {
  if (name === 'service' && !tellsOfPeople(String(values['key'] ?? ''))) return null
  return laneOf(column)
}
