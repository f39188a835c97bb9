/** What the mark on an event still asks for when our run died: the rests of a longer slot. */

import type { SlotEvent } from '../../domain/calendar/slots'
import { freeTitle } from '../../domain/calendar/slotTitle'
import type { BookingMark } from '../../domain/calendar/sync/bookingMark'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { CalendarAction } from '../changes'

interface Times {
  readonly start: LocalDateTime
  readonly end: LocalDateTime
}

/** The slot as it was before the booking, or null where the event was made for it. */
export function slotBefore({ was }: BookingMark): Times | null {
  try {
    const { start, end } = JSON.parse(was) as Partial<Times>
    return start === undefined || end === undefined ? null : { start, end }
  } catch {
    return null
  }
}

/** The free event behind the slot whose beginning the booking takes, '' = none. */
function joinedEvent({ booking }: BookingMark): string {
  try {
    const { join } = JSON.parse(booking) as { readonly join?: { readonly eventId?: string } | null }
    return join?.eventId ?? ''
  } catch {
    return ''
  }
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
