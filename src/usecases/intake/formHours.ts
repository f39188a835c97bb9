/** Hours that the centre's own form offers as a wish: free as the calendar's mirror last saw it, by topic, without anybody's name. */

import { findSlots } from '../../domain/calendar/slots'
import { addDays, dateOf, mondayOf } from '../../domain/time/localTime'
import type { FormHour } from '../../rpc/formContract'
import { withHolds } from '../booking/slotHolds'
import type { Known, Reads } from '../method/method'

/** Most of them, the nearest first: the page goes over a slow line. */
const shown = 80

/** Google's calendar is not asked: whoever opens the form costs the office none of its quota. */
export const formReads: readonly ((known: Known) => Reads | null)[] = [
  () => ({ whole: ['mirror'] }),
  ({ desk, moment }) => {
    const until = addDays(dateOf(moment.now), desk.office.settings.horizonDays)
    return { events: { from: mondayOf(moment.now), until, asMirrored: true, mayFail: true } }
  },
]

/** Of staff alone: an external consultant needs a decision first (T2). What needs a reason, or is held, is offered to nobody. */
export function formHours({ desk, moment, events }: Known): FormHour[] {
  const people = desk.office.people.filter(({ external }) => !external)
  const query = { topic: null, consultant: null, agreedWith: null, part: null, from: null, until: null, sinceWeekStart: null }
  const { consultants } = findSlots({ ...query, events: events ?? [], office: { ...desk.office, people }, now: moment.now })
  const topics = new Map<string, Set<number>>()
  for (const { initials, slots } of consultants) {
    const own = people.find((person) => person.initials === initials)?.topics ?? []
    for (const { start, heldBy } of withHolds(slots, desk, moment))
      if (heldBy === undefined && own.length > 0) topics.set(start, new Set([...(topics.get(start) ?? []), ...own]))
  }
  const hours = [...topics].map(([start, of]) => ({ start, topics: [...of].sort((a, b) => a - b) }))
  return hours.sort((a, b) => (a.start < b.start ? -1 : 1)).slice(0, shown)
}
