/** Reading lists of amoCRM by the time of change: nothing is skipped where a change moves items between pages, nothing is read for ever. */

import type { Cursor } from './link'

/** Clocks differ, and several changes share a second: so much is read again, and dropped where it was seen. */
const overlapSeconds = 60
export const pageSize = 250

export function fromOf({ at, exact }: Cursor): number {
  return exact ? at : Math.max(0, at - overlapSeconds)
}

/**
 * Where the reading goes on after a page.
 * @param changed times of change on the page, Unix seconds
 * @returns isOver = the list has been read to its end
 */
export function cursorAfter(cursor: Cursor, changed: readonly number[]): { readonly cursor: Cursor; readonly isOver: boolean } {
  const last = Math.max(cursor.at, ...changed)
  if (changed.length < pageSize) return { cursor: { at: last, page: 1, exact: false }, isOver: true }
  // A page of one second only: its other pages stand still, since whatever changes leaves that second.
  if (last > fromOf(cursor)) return { cursor: { at: last, page: 1, exact: true }, isOver: false }
  return { cursor: { at: last, page: cursor.page + 1, exact: true }, isOver: false }
}
