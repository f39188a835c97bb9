/** Which event is a deal's booking, where its own is gone: by our mark; then by title and time; then by title alone within the two days (G5). */

import { isWithinMoveLimit } from '../../deal/moveLimit'
import type { Office } from '../../office/office'
import { initialsKey } from '../../text/fold'
import type { BookedEvent } from '../slotEvents'
import { readMark } from './bookingMark'
import type { CalendarEvent, DealLine } from './decision'
import { isSameOrganisation } from './sameOrganisation'

export interface Elsewhere {
  /** Titles of bookings that stand on no deal. */
  readonly loose: () => readonly BookedEvent[]
  readonly office: Pick<Office, 'calendar' | 'settings'>
}

/** The events that the booking may have become: one = certainly that; several = a person is asked. */
export function bookingElsewhere(deal: DealLine, { loose, office }: Elsewhere): CalendarEvent[] {
  const own = loose().filter(
    ({ initials, organisation }) =>
      initialsKey(initials) === initialsKey(deal.consultant) && isSameOrganisation(organisation, deal.organisation),
  )
  const marked = own.filter(({ event }) => readMark(event.private)?.deal === deal.id)
  const levels = [
    marked.filter(({ event }) => event.start === deal.start),
    marked,
    own.filter(({ event }) => event.start === deal.start),
    own.filter(({ event }) => deal.start !== null && isWithinMoveLimit(deal.firstStart ?? deal.start, event.start, office)),
  ]
  const found = levels.find((level) => level.length > 0) ?? []
  return found.map(({ event }) => event as CalendarEvent)
}
