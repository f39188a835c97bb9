/** Writing: texts of people go to the vault first, one append for all, then the register gets their marks. */

import { type Lane, markIn, markText } from '../../../../domain/register/vaultMarks'
import { underLock } from '../../lock'
import { noteMark, standingMark } from './joined'
import { keptAs } from './keptCells'
import { appendTexts, type VaultText } from './vaultSheet'
import { vault } from './vaultState'

type Request = GoogleAppsScript.Sheets.Schema.Request
type CellData = GoogleAppsScript.Sheets.Schema.CellData
type RowData = GoogleAppsScript.Sheets.Schema.RowData

/** Runs the write with marks in place of texts. A run that dies between vault and register leaves texts that nobody leads to. */
export function withMarks<T>(requests: readonly Request[], write: (requests: Request[]) => T): T {
  const kept = vault()
  const texts = kept === null || kept.way === 'out' || !kept.isOwn ? [] : requests.flatMap(cellsIn).flatMap(textIn)
  if (kept === null || texts.length === 0) return write([...requests])
  return underLock(() => {
    keep(kept.id, texts)
    return write(requests.map(markedRequest))
  })
}

function cellsIn({ updateCells, appendCells }: Request): CellData[] {
  return [...(updateCells?.rows ?? []), ...(appendCells?.rows ?? [])].flatMap(({ values = [] }) => values)
}

function textIn(cell: CellData): VaultText[] {
  const lane = keptAs(cell)?.lane
  const text = cell.userEnteredValue?.stringValue
  return lane === undefined || text === undefined || text === '' ? [] : [{ lane, text }]
}

/** Each text once; what stands in the register already keeps its mark. */
function keep(id: string, texts: readonly VaultText[]): void {
  const fresh = new Map(texts.filter(({ lane, text }) => markFor(lane, text) === null).map((one) => [`${one.lane}\n${one.text}`, one]))
  const list = [...fresh.values()]
  if (list.length === 0) return
  appendTexts(id, list).forEach((mark, at) => {
    const { lane, text } = list[at] as VaultText
    noteMark(lane, text, mark)
  })
}

/** A mark that leads nowhere, or that a hand has made up, is no text of anybody's. */
function markFor(lane: Lane, text: string): string | null {
  return standingMark(lane, text) ?? (markIn(text) === null ? null : text)
}

function markedRequest(request: Request): Request {
  const { updateCells, appendCells } = request
  if (updateCells?.rows !== undefined) return { updateCells: { ...updateCells, rows: updateCells.rows.map(markedRow) } }
  if (appendCells?.rows !== undefined) return { appendCells: { ...appendCells, rows: appendCells.rows.map(markedRow) } }
  return request
}

function markedRow({ values = [] }: RowData): RowData {
  return { values: values.map(markedCell) }
}

function markedCell(cell: CellData): CellData {
  const kept = keptAs(cell)
  const [held] = textIn(cell)
  if (kept === undefined || held === undefined) return cell
  const mark = markFor(held.lane, held.text) ?? ''
  const told = kept.told ? markIn(mark) : null
  return { ...cell, userEnteredValue: { stringValue: told === null ? mark : markText(told, held.lane) } }
}
