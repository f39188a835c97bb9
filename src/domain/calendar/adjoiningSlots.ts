/** Free slots of one consultant that stand back to back: a consultation of 90 minutes takes the end of one and the beginning of the next. */

import type { FreeSlot } from './slotPieces'

export interface AdjoiningEvent {
  readonly eventId: string
  readonly etag: string
  /** Where the free event begins: the end of the slot's own event. */
  readonly start: string
  /** Exclusive. */
  readonly end: string
}

/**
 * Slots with the free event that follows theirs, where they are free up to its beginning.
 * @param slots of one consultant, as they can be offered
 * @example 10:00–11:00 and 11:00–12:00, two events → the first has join 11:00–12:00
 */
export function withAdjoining<S extends FreeSlot>(slots: readonly S[]): (S & { readonly join?: AdjoiningEvent })[] {
  const begins = new Map(slots.filter(({ start, event }) => start === event.start).map((slot) => [slot.start, slot]))
  return slots.map((slot) => {
    const next = begins.get(slot.event.end)
    const reaches = slot.minutes > 0 && next !== undefined && next.eventId !== slot.eventId
    return reaches ? { ...slot, join: { eventId: next.eventId, etag: next.etag, start: next.event.start, end: next.event.end } } : slot
  })
}
