/** Two bookings of one consultant never overlap: asked of every plan that books, moves, gives away or brings back. */

import type { Deal } from '../../domain/deal/deal'
import type { Decision, RowChange } from '../changes'
import type { Known } from '../method/method'

/** Columns of «Сделки» that tell who is booked when. */
export const bookedColumns = { deals: ['id', 'stage', 'consultant', 'start', 'end'] } as const

/** The same decision, or `overlaps` where the time of a deal is another booking's of the same consultant. */
export function unlessOverlapping(decision: Decision, { scan }: Pick<Known, 'scan'>): Decision {
  if (!decision.ok) return decision
  const standing = scan<Deal>('deals').filter(({ value }) => value.stage === 'assigned')
  for (const { after } of decision.changes.deals.filter(takesTime)) {
    const other = standing.find(({ value }) => overlaps(value, after))
    if (other !== undefined) return { ok: false, problem: { code: 'overlaps', consultant: after.consultant, deal: other.value.id ?? 0 } }
  }
  return decision
}

/** A booking that stands as it stood is not judged again. */
function takesTime({ before, after }: RowChange<Deal>): boolean {
  if (after.stage !== 'assigned') return false
  const { stage, consultant, start, end } = before ?? { stage: 'new', consultant: '', start: null, end: null }
  return stage !== 'assigned' || consultant !== after.consultant || start !== after.start || end !== after.end
}

function overlaps(other: Partial<Deal>, own: Deal): boolean {
  const isOther = other.id !== own.id && other.consultant === own.consultant
  return isOther && (other.start ?? '') < (own.end ?? '') && (own.start ?? '') < (other.end ?? '')
}
