/** Where in «Журнал» the lines of a deal begin, told by how far it had come when numbers were given out. */

import * as v from 'valibot'

/** Lines of the journal, and the highest number of a deal among them; the oldest first. */
export const marksSchema = v.array(v.tuple([v.number(), v.number()]))
export type Marks = v.InferOutput<typeof marksSchema>

const apart = 500
const most = 400

/** @param numbers of the deals that the journal's lines are of, in order; 0 = of another sheet */
export function marksOf(numbers: readonly number[]): Marks {
  const marks: Marks = []
  let highest = 0
  numbers.forEach((id, at) => {
    if (at > 0 && at % apart === 0) marks.push([at, highest])
    highest = Math.max(highest, id)
  })
  return thinned(marks)
}

/** Carried on. */
export function markedAt(marks: Marks, lines: number, lastDeal: number): Marks {
  const last = marks[marks.length - 1]?.[0] ?? 0
  return last > lines ? [] : lines - last < apart ? marks : thinned([...marks, [lines, lastDeal]])
}

/** Of old ones every second is enough. */
function thinned(marks: Marks): Marks {
  return marks.length <= most ? marks : thinned(marks.filter((_, at) => at % 2 === 1))
}

/** First row of the sheet in which lines of one of these deals may stand. */
export function firstRowOf(marks: Marks, ids: readonly number[]): number {
  const lowest = Math.min(...ids)
  const before = marks.filter(([, highest]) => highest < lowest)
  return Math.max(2, (before[before.length - 1]?.[0] ?? 0) + 2)
}
