/** A copy of the world's state for a fork: everything is copied but the rows of the sheets, which are replaced, never changed in place. */
import { copyPlain } from '../../run/copyPlain'
import type { SheetState, SpreadsheetState, WorldState } from '../types'

export function copyState(state: WorldState): WorldState {
  const { spreadsheets, ...rest } = state
  const books = Object.entries(spreadsheets).map(([id, book]) => [id, copyBook(book)] as const)
  return { ...copyPlain(rest), spreadsheets: Object.fromEntries(books) }
}

function copyBook({ sheets, ...rest }: SpreadsheetState): SpreadsheetState {
  return { ...copyPlain(rest), sheets: sheets.map(copySheet) }
}

function copySheet({ cells, ...rest }: SheetState): SheetState {
  return { ...copyPlain(rest), cells: cells.slice() }
}
