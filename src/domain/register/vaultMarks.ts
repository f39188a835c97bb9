/** «Под номерами»: what stands in the register in place of a text that is kept in the vault, and in which column of the vault each is kept. */

import { clientsOwn, type Personal } from './personal'
import { laneNames } from './vaultLanes'

/** The vault's row of a text. */
export interface Mark {
  /** 1-based, where it was written: rows may move in the vault, the key tells. */
  readonly row: number
  /** Nobody guesses it: a mark that a hand has made up leads nowhere. */
  readonly key: string
}

/** A column of the vault. */
export type Lane = (typeof laneNames)[number]

const pattern = /^⟦п:(\d{1,8}):([0-9a-z]{12,24})(?::(\w+))?⟧$/

/** @param lane said where the register's column does not tell it. Example: markText({ row: 12, key: 'a1b2c3d4e5f60' }) → «⟦п:12:a1b2c3d4e5f60⟧» */
export function markText({ row, key }: Mark, lane?: Lane): string {
  return `⟦п:${row}:${key}${lane === undefined ? '' : `:${lane}`}⟧`
}

/** The mark that a cell holds, and nothing beside it; null = it is a text. */
export function markIn(cell: unknown): (Mark & { readonly lane: Lane | null }) | null {
  const found = typeof cell === 'string' && cell.startsWith('⟦п:') ? pattern.exec(cell) : null
  if (found === null) return null
  const [, row = '', key = '', lane = ''] = found
  return { row: Number(row), key, lane: isLane(lane) ? lane : null }
}

function isLane(name: string): name is Lane {
  return (laneNames as readonly string[]).includes(name)
}

/** Where the texts of a column are kept; null = in the register itself: people of the office are not moved. */
export function laneOf({ key, personal }: { readonly key: string; readonly personal: Personal }): Lane | null {
  return (clientsOwn as readonly Personal[]).includes(personal) && isLane(key) ? key : null
}
