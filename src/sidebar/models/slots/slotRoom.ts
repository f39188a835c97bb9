/** How long a consultation can last from a slot on: its own event, and the free one behind it (G3). */

import { addMinutes, minutesBetween } from '../../../domain/time/localTime'
import type { ConsultantSlots, FreeSlot, SlotJoin, SlotList, SlotRef } from '../../../rpc/contract'

/** What people ask for, minutes. */
const lengths = [60, 90, 120]

/** The slot as the server knows it, without what only the list tells. */
export function slotRef({ eventId, etag, start, end, event }: FreeSlot): SlotRef {
  return { eventId, etag, start, end, event }
}

/** Minutes from the slot's start on that nobody has booked. Example: 10:00–11:00 with a join 11:00–12:00 → 120 */
export function roomOf({ start, minutes, event, join }: FreeSlot): number {
  const reachesJoin = join && addMinutes(start, minutes) === event.end
  return reachesJoin ? minutesBetween(start, join.end) : minutes
}

/** Lengths worth offering; [] = only an hour fits. */
export function lengthsIn(slot: FreeSlot): readonly number[] {
  const fitting = lengths.filter((minutes) => minutes <= roomOf(slot))
  return fitting.length > 1 ? fitting : []
}

/** The event behind the slot, where so many minutes reach into it. */
export function joinFor({ start, event, join }: FreeSlot, minutes: number): SlotJoin | null {
  return join && addMinutes(start, minutes) > event.end ? join : null
}

/** The slot of that consultant is in the list still. */
export function hasSlot(list: SlotList, { initials }: ConsultantSlots, { eventId, start }: FreeSlot): boolean {
  const own = list.consultants.find((one) => one.initials === initials)
  return own?.slots.some((slot) => slot.eventId === eventId && slot.start === start) ?? false
}
