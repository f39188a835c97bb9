/** What the mark on an event still asks for when our run died: the rests of a longer slot. */

import * as v from 'valibot'
import type { SlotEvent } from '../../domain/calendar/slots'
import { freeTitle } from '../../domain/calendar/slotTitle'
import { type BookingMark, slotBefore } from '../../domain/calendar/sync/bookingMark'
import { decoded } from '../../domain/register/stored'
import type { CalendarAction } from '../changes'

/** The free event behind the slot whose beginning the booking takes, '' = none. */
function joinedEvent({ booking }: BookingMark): string {
  return decoded(v.object({ join: v.object({ eventId: v.string() }) }), booking, null)?.join.eventId ?? ''
}

/** Parts of the slot before and after the event that stay free. */
export function restsOfMark(mark: BookingMark, event: SlotEvent, initials: string): Extract<CalendarAction, { kind: 'rests' }> | null {
  const whole = slotBefore(mark)
  if (whole === null) return null
  const parts = [
    { start: whole.start, end: event.start },
    { start: event.end, end: whole.end },
  ]
  const isInside = event.start >= whole.start && event.start < whole.end
  const rest = isInside ? parts.filter(({ start, end }) => start < end) : []
  const join = joinedEvent(mark)
  if (rest.length === 0 && join === '') return null
  return { kind: 'rests', eventId: event.id, mark, rest, restSummary: freeTitle(initials), join, end: event.end }
}
