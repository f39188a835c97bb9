/** Free slots to be offered: of a topic or a consultant, or within the two days of a booking that must move (G3, G5, G6). */

import { withAdjoining } from '../../domain/calendar/adjoiningSlots'
import { type SlotList as FoundSlots, findSlots } from '../../domain/calendar/slots'
import type { Deal } from '../../domain/deal/deal'
import { accept } from '../../domain/problem'
import { addDays, dateOf, type LocalDate, mondayOf } from '../../domain/time/localTime'
import { addWorkingDays } from '../../domain/time/workingTime'
import type { SlotList } from '../../rpc/contract'
import { dealReads, findDeal } from '../located'
import { type Known, method } from '../method/method'
import { withMirror } from './checks'
import { withHolds } from './slotHolds'

/** Reads the office and the calendar: two calls, whatever the size of the register. */
export const list = method('slot/list', {
  may: 'read',
  reads: [
    () => withMirror,
    ({ from }, { desk, moment }) => ({
      events: { from: mondayOf(moment.now), until: listedUntil(from, desk.office.settings.horizonDays, moment.now) },
    }),
  ],
  look: (input, known) => {
    const { office } = known.desk
    const { now } = known.moment
    const until = listedUntil(input.from, office.settings.horizonDays, now)
    return accept(offered(findSlots({ ...input, events: known.events ?? [], office, now, until, sinceWeekStart: mondayOf(now) }), known))
  },
})

function listedUntil(from: LocalDate | null, days: number, now: string): LocalDate {
  const today = dateOf(now)
  return addDays(from !== null && from > today ? from : today, days)
}

/** Consultants of the topic with a free slot within the two days (G5), least loaded first; or the deal's own consultant. Two calls. */
export const forReassign = method('slot/forReassign', {
  may: 'read',
  reads: [
    ({ deal }) => ({ ...dealReads(deal), ...withMirror }),
    ({ deal: { id }, same }, known) => {
      const deal = known.desk.deals.get(id)?.value
      if (deal === undefined) return null
      const { from, until } = withinLimit(deal, same === true, known)
      return { events: { from: mondayOf(from), until: addDays(until, 7) } }
    },
  ],
  look: ({ deal: { id }, same }, known) => {
    const found = findDeal(known.desk, { id })
    return found.ok ? accept(slotsWithinLimit(found.value.deal, same === true, known)) : found
  },
})

/** A horizon that ends before it begins says that the two days are over: only another consultant can hold it. */
function withinLimit(deal: Deal, same: boolean, { desk, moment }: Known): { readonly from: LocalDate; readonly until: LocalDate } {
  const { calendar, settings } = desk.office
  const today = dateOf(moment.now)
  const first = dateOf(deal.firstStart ?? deal.start ?? moment.now)
  const earliest = addWorkingDays(calendar, first, -settings.moveLimitDays)
  const latest = addWorkingDays(calendar, first, settings.moveLimitDays)
  const from = earliest > today ? earliest : today
  return { from, until: same || latest > from ? latest : from }
}

function slotsWithinLimit(deal: Deal, same: boolean, known: Known): SlotList {
  const { office } = known.desk
  const { from, until } = withinLimit(deal, same, known)
  const people = same ? office.people : office.people.filter(({ initials }) => initials !== deal.consultant)
  const query = {
    topic: deal.topic,
    consultant: same ? deal.consultant : null,
    agreedWith: null,
    part: null,
    from,
    until,
    sinceWeekStart: mondayOf(from),
  }
  return offered(findSlots({ ...query, events: known.events ?? [], office: { ...office, people }, now: known.moment.now }), known)
}

/** What was found, with the slots behind each one and who holds them. */
function offered(found: FoundSlots, { desk, moment }: Known): SlotList {
  return {
    ...found,
    consultants: found.consultants.map((one) => ({ ...one, slots: withHolds(withAdjoining(one.slots), desk, moment) })),
  }
}
