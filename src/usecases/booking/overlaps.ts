/** Whether a consultant is booked at a time that is no slot of his. */

import type { Deal } from '../../domain/deal/deal'
import type { Known } from '../method/method'
import type { Times } from './bookingChanges'

/** Columns of «Сделки» that tell it. */
export const bookedColumns = ['id', 'stage', 'consultant', 'start', 'end']

/** Another booking of the consultant that overlaps; undefined = none. */
export function bookedWithin(
  { scan }: Pick<Known, 'scan'>,
  own: Pick<Deal, 'id' | 'consultant'>,
  times: Times,
): Pick<Deal, 'id'> | undefined {
  const found = scan<Deal>('deals').find(({ value }) => overlaps(value, own, times))
  return found === undefined ? undefined : { id: found.value.id ?? 0 }
}

function overlaps(other: Partial<Deal>, own: Pick<Deal, 'id' | 'consultant'>, { start, end }: Times): boolean {
  const isOther = other.stage === 'assigned' && other.id !== own.id && other.consultant === own.consultant
  return isOther && (other.start ?? '') < end && start < (other.end ?? '')
}
