/** «Сохранить» of «Отметить слоты»: hours are offered and taken back in the calendar, a portion at a time; what differs is named (G1, G4). */

import { newSlot, slotId } from '../../domain/calendar/grid/newSlot'
import { eventsAfter, planTaps, type TakenFrom, type TapPlan } from '../../domain/calendar/grid/planTaps'
import type { Times } from '../../domain/calendar/slotHours'
import type { OwnSlotsMarked } from '../../rpc/calendarContract'
import { withMirror } from '../booking/checks'
import { changes, type TakenSlot } from '../changes'
import { type Done, method } from '../method/method'
import { gridOf, gridRequest, mayMark, ownDays } from './ownSlots'

/** Each is a call of half a second under the lock: others are waiting. */
const mostAtOnce = 12

/**
 * Two calls and the lock, one for each hour offered, one or two for an event that gives hours back. Nothing of the register changes:
 * «Контроль» follows at the next look at the calendar.
 */
export const markSlots = method('slot/mark', {
  may: (_input, known) => mayMark(known),
  reads: [() => withMirror, (_input, known) => ownDays(known)],
  decide: (input, known) => {
    const plan = planTaps(input, gridRequest(known), known.moment.now, mostAtOnce)
    const { initials } = known.moment.who
    const adds = plan.adds.map((times) => newSlot(initials, times))
    const takes = plan.takes.map((taken) => takenSlot(initials, taken))
    const calendar = adds.length + takes.length === 0 ? null : ({ kind: 'marks', adds, takes } as const)
    return { ok: true, changes: changes({ kind: 'slot/mark', calendar }), told: plan }
  },
  answer: marked,
})

function takenSlot(initials: string, { eventId, etag, note, keep: [first, ...rest] }: TakenFrom): TakenSlot {
  return { eventId, etag, keep: first ?? null, rest: rest.map((times) => newSlot(initials, times, note)) }
}

/** What somebody was faster with, and what Google did not come to, is left: the next request judges it by what stands then. */
function marked({ told, inserted, known }: Done<TapPlan>): OwnSlotsMarked {
  const done = new Set(inserted)
  const { initials } = known.moment.who
  const isWritten = ({ start }: Times) => done.has(slotId(initials, start))
  const offered = told.adds.filter(isWritten)
  const takes = told.takes.filter(({ eventId }) => done.has(eventId))
  const waiting = told.takes.filter(({ eventId }) => !done.has(eventId))
  return {
    grid: gridOf(known, eventsAfter(gridRequest(known), offered, takes)),
    offered,
    taken: hoursOf(takes),
    refused: told.refused,
    left: { offer: [...told.adds.filter((one) => !isWritten(one)), ...told.left.offer], take: [...hoursOf(waiting), ...told.left.take] },
  }
}

function hoursOf(takes: readonly TakenFrom[]): Times[] {
  return takes.flatMap(({ hours }) => hours)
}
