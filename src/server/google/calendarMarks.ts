/** «Отметить слоты» in the calendar: one change after the other, as far as Google goes along; what stands as it was wished is done. */

import type { CalendarAction, NewSlot, TakenSlot } from '../../usecases/changes'
import { type CalendarAddress, getEvent } from './calendar'
import { insertOnce, isDone, patchOn, removeEvent, timesOf } from './calendarWrites'
import { platformErrorOf } from './platformError'

type Marks = Extract<CalendarAction, { readonly kind: 'marks' }>

/**
 * The Calendar service has no batch, so these are calls of their own. One that Google fails ends it: what is done by then is told, and the
 * rest waits for the next request.
 * @param request its key, for an id where the slot's own is used up
 * @returns ids of the slots that stand, and of the events that gave their hours back
 * @throws PlatformError where nothing was done at all
 */
export function markSlots(calendar: CalendarAddress, { adds, takes }: Marks, request: string): string[] {
  const deeds = [
    ...takes.map((taken) => ({ id: taken.eventId, isDone: () => takeBack(calendar, taken, request) })),
    ...adds.map((slot) => ({ id: slot.eventId, isDone: () => placeSlot(calendar, slot, request) !== null })),
  ]
  const done: string[] = []
  for (const deed of deeds) {
    try {
      if (deed.isDone()) done.push(deed.id)
    } catch (error) {
      if (done.length === 0) throw error
      console.error(`calendar: ${platformErrorOf(error).message}`)
      return done
    }
  }
  return done
}

/** What stays free comes first: a run that dies in between leaves an hour twice, never a slot less. */
function takeBack(calendar: CalendarAddress, taken: TakenSlot, request: string): boolean {
  const rest = taken.rest.map((slot) => placeSlot(calendar, slot, request))
  const isTaken = !rest.includes(null) && shorten(calendar, taken)
  if (!isTaken) for (const placed of rest) if (placed?.isNew) removeEvent(calendar, placed.id)
  return isTaken
}

function shorten(calendar: CalendarAddress, { eventId, etag, keep }: TakenSlot): boolean {
  if (keep !== null) return patchOn(calendar, eventId, timesOf(calendar, keep), etag)
  return isDone(() => Calendar!.Events!.remove(calendar.id, eventId, {}, { 'If-Match': etag }), 'once')
}

/** Under its own id, or, where that was used for a slot that has been moved, booked or deleted since, under the request's; null = neither will do. */
function placeSlot(calendar: CalendarAddress, slot: NewSlot, request: string): { readonly id: string; readonly isNew: boolean } | null {
  for (const id of [slot.eventId, `${slot.eventId}k${request.toLowerCase().replace(/[^a-v0-9]/g, '')}`]) {
    if (insertOnce(calendar, { id, summary: slot.summary, ...timesOf(calendar, slot) })) return { id, isNew: true }
    if (isStanding(calendar, { ...slot, eventId: id })) return { id, isNew: false }
  }
  return null
}

function isStanding(calendar: CalendarAddress, { eventId, summary, start, end }: NewSlot): boolean {
  const event = getEvent(calendar, eventId)
  return event !== null && !event.cancelled && event.title === summary && event.start === start && event.end === end
}
