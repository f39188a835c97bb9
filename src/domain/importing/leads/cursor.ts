/** Reading lists of amoCRM by the time of change, the newest first: nothing is skipped where a change moves items between pages. */

import type { Cursor } from './link'

/** Clocks differ, and several changes share a second: so much is read again, and dropped where it was seen. */
const overlapSeconds = 60
export const pageSize = 250

export function fromOf({ at }: Cursor): number {
  return Math.max(0, at - overlapSeconds)
}

/**
 * Where the reading goes on after a page. What changes meanwhile goes to the front: behind it things are pushed on, never past the reader.
 * @param changed times of change on the page, Unix seconds
 * @returns isOver = the list has been read to its end
 */
export function cursorAfter({ at, page, top }: Cursor, changed: readonly number[]): { readonly cursor: Cursor; readonly isOver: boolean } {
  const newest = Math.max(at, top, ...changed)
  if (changed.length < pageSize) return { cursor: { at: newest, page: 1, top: newest }, isOver: true }
  return { cursor: { at, page: page + 1, top: newest }, isOver: false }
}
