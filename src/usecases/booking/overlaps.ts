/** Two bookings of one consultant never overlap: asked of every plan that books, moves, gives away or brings back. */

import type { Deal } from '../../domain/deal/deal'
import type { Problem } from '../../domain/problem'
import type { Decision, RowChange } from '../changes'
import type { Known } from '../method/method'

/** Columns of «Сделки» that tell who is booked when. */
export const bookedColumns = { deals: ['id', 'stage', 'consultant', 'start', 'end', 'eventId'] } as const

/** The same decision, or a refusal where the time of a deal is another booking's of the same consultant. */
export function unlessOverlapping(decision: Decision, { scan }: Pick<Known, 'scan'>): Decision {
  if (!decision.ok) return decision
  const standing = scan<Deal>('deals').filter(({ value }) => value.stage === 'assigned')
  for (const { after } of decision.changes.deals.filter(takesTime)) {
    const other = standing.find(({ value }) => overlaps(value, after))
    if (other !== undefined) return { ok: false, problem: problemOf(after, other.value) }
  }
  return decision
}

/** The very slot went to another meanwhile; or the time crosses that of another slot. */
function problemOf({ consultant, start, eventId }: Deal, other: Partial<Deal>): Problem {
  if (start !== null && eventId !== '' && other.eventId === eventId) return { code: 'slotTaken', start, consultant }
  return { code: 'overlaps', consultant, deal: other.id ?? 0 }
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
