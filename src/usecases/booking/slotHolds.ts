/** «Держу»: an hour kept for ten minutes while somebody is on the phone, in one cell of «Служебное» that comes with every read. */

import type { Problem } from '../../domain/problem'
import { decoded } from '../../domain/register/stored'
import { addMinutes, type LocalDateTime } from '../../domain/time/localTime'
import type { Hold } from '../../rpc/calendarContract'
import type { Moment } from '../changes'
import { changes, type Decision } from '../changes'
import type { Desk } from '../desk'
import { method } from '../method/method'
import { stored } from '../register/service'

const holdMinutes = 10

interface HeldSlot {
  readonly eventId: string
  readonly start: LocalDateTime
}

/** Holds that are in force now. */
export function holdsOf({ service }: Pick<Desk, 'service'>, now: LocalDateTime): Hold[] {
  return decoded(stored.holds, service.holds, []).filter(({ until }) => until > now)
}

/** The caller's hold: an earlier one of his goes (one hour at a time); somebody else's stays. */
function withHold(slot: HeldSlot, desk: Desk, { now, who }: Moment): Hold[] {
  const others = holdsOf(desk, now).filter((hold) => hold.who !== who.email)
  return [...others, { ...slot, who: who.email, name: who.name, until: addMinutes(now, holdMinutes) }]
}

function withoutHold({ eventId, start }: HeldSlot, desk: Desk, { now, who }: Moment): Hold[] {
  return holdsOf(desk, now).filter((hold) => hold.who !== who.email || hold.eventId !== eventId || hold.start !== start)
}

type Told<S> = S & { readonly heldBy?: string; readonly heldUntil?: LocalDateTime }

/** Slots with the name of who holds them and until when, where it is not the caller. */
export function withHolds<S extends HeldSlot>(slots: readonly S[], desk: Desk, { now, who }: Moment): Told<S>[] {
  const others = holdsOf(desk, now).filter((hold) => hold.who !== who.email)
  return slots.map((slot) => {
    const hold = others.find(({ eventId, start }) => eventId === slot.eventId && start === slot.start)
    return hold === undefined ? slot : { ...slot, heldBy: hold.name, heldUntil: hold.until }
  })
}

/** The cell after a booking: nobody holds what is booked. */
export function holdsAfterBooking(eventIds: readonly string[], desk: Desk, now: LocalDateTime): string {
  const left = holdsOf(desk, now).filter(({ eventId }) => !eventIds.includes(eventId))
  return left.length === 0 ? '' : JSON.stringify(left)
}

/** Refusal where somebody else holds this hour; null = free to be booked. */
export function heldByOther(slot: HeldSlot | null, desk: Desk, { now, who }: Moment): Problem | null {
  if (slot === null) return null
  const held = holdsOf(desk, now).find((hold) => hold.eventId === slot.eventId && hold.start === slot.start && hold.who !== who.email)
  return held === undefined ? null : { code: 'slotHeld', who: held.name, until: held.until }
}

/** Four calls; the hold is seen by every read of the desk, and ends by itself. */
export const hold = method('slot/hold', {
  may: 'assign',
  decide: (input, { desk, moment }) => {
    const problem = heldByOther(input, desk, moment)
    return problem === null ? holding('slot/hold', withHold(input, desk, moment)) : { ok: false, problem }
  },
  answer: ({ changes: { service } }) => ({ holds: decoded(stored.holds, service.holds ?? '', []) }),
})

export const release = method('slot/release', {
  may: 'read',
  decide: (input, { desk, moment }) => holding('slot/release', withoutHold(input, desk, moment)),
  answer: ({ changes: { service } }) => ({ holds: decoded(stored.holds, service.holds ?? '', []) }),
})

function holding(kind: string, holds: readonly Hold[]): Decision {
  return { ok: true, changes: changes({ kind, service: { holds: holds.length === 0 ? '' : JSON.stringify(holds) } }) }
}
