/** Where deals stand, told by a few of them: the rows in between follow, as long as numbers grow downwards. A hint, proved by the number in the row. */

import * as v from 'valibot'

/** How many rows there are, and the numbers of some: of row 2, and of each `step` rows below. `sum` of all numbers tells when one has gone; null = not told. */
export const placesSchema = v.object({
  rows: v.number(),
  step: v.number(),
  ids: v.array(v.number()),
  sum: v.optional(v.nullable(v.number()), null),
})
export type Places = v.InferOutput<typeof placesSchema>

const mostSamples = 1000
const smallestStep = 32

/** @param ids of the sheet's rows below the heading. Where people sorted otherwise no place is told, but how many rows there are. */
export function placesOf(ids: readonly unknown[]): Places {
  const step = Math.max(smallestStep, Math.ceil(ids.length / mostSamples))
  const samples = ids.filter((_, at) => at % step === 0)
  const grows = samples.every((id, at) => typeof id === 'number' && (at === 0 || id > Number(samples[at - 1])))
  return { rows: ids.length, step, ids: grows ? (samples as number[]) : [], sum: sumOf(ids) }
}

/** Of the numbers; what is no number does not count. */
export const sumOf = (ids: readonly unknown[]): number => ids.reduce<number>((sum, id) => sum + (typeof id === 'number' ? id : 0), 0)

/** A row, or where it is not known some: from `row` until `until`, both inclusive. */
export interface Place {
  readonly id: number
  readonly row: number
  readonly until?: number
}

/** The rows among which the deal must stand; null = nothing is known. */
export function placeOf({ rows, step, ids }: Places, id: number): Place | null {
  const at = lastUpTo(ids, id)
  const first = ids[at]
  if (first === undefined) return null
  const next = ids[at + 1]
  const row = 2 + at * step
  const isUnbroken = next !== undefined && next - first === step
  return isUnbroken ? { id, row: row + id - first } : { id, row, until: Math.min(row + step - 1, rows + 1) }
}

/** Index of the last one that is not greater; -1 = none. */
function lastUpTo(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}
