/** Whether an event still stands as the deal left it that let its time go: only then is it freed later, by another run. */

import type { SlotEvent } from '../slotEvents'
import type { SlotTitle } from '../slotTitle'
import { isOwnMark, readMark } from './bookingMark'
import { isSameOrganisation } from './sameOrganisation'

/** A booking that the register has let go and that may still stand in the calendar. */
export interface LeftBooking {
  readonly eventId: string
  /** Deal and its version that let the time go. */
  readonly deal: number
  readonly version: number
  readonly organisation: string
}

/** What an event keeps of its freeing as a private property: freed once, it is never freed for the same booking again. */
export function freedBy({ deal, version }: Pick<LeftBooking, 'deal' | 'version'>): string {
  return `${deal}v${version}`
}

/**
 * False where our own run has freed it, where it was booked anew, or where a person has written another title.
 * @example after «ММ_Фонд «Север»» was left by deal 41720 and nobody touched it → true; retyped to «ММ_АНО «Причал»» → false
 */
export function isStillLeft(event: SlotEvent, left: LeftBooking, read: (title: string) => SlotTitle): boolean {
  const title = read(event.title)
  if (event.private['freed'] === freedBy(left) || title.kind !== 'booked') return false
  if (!isSameOrganisation(title.organisation, left.organisation)) return false
  const mark = readMark(event.private)
  return mark === null || !isOwnMark(mark, event.id) || (mark.deal === left.deal && mark.version <= left.version)
}
