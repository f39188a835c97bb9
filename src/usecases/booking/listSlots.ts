/** Free slots to be offered: of a topic or a consultant, or within the two days of a booking that must move (G3, G5, G6). */

import { withAdjoining } from '../../domain/calendar/adjoiningSlots'
import { type SlotList as FoundSlots, findSlots } from '../../domain/calendar/slots'
import type { Deal } from '../../domain/deal/deal'
import { wishOf } from '../../domain/external/clientSaid'
import { accept } from '../../domain/problem'
import { addDays, dateOf, type LocalDate, mondayOf } from '../../domain/time/localTime'
import { addWorkingDays } from '../../domain/time/workingTime'
import type { SlotList } from '../../rpc/contract'
import { dealReads, findDeal } from '../located'
import { type Known, method, type Reads } from '../method/method'
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
      return limitEvents(deal, same === true, known)
    },
  ],
  look: ({ deal: { id }, same }, known) => {
    const found = findDeal(known.desk, { id })
    return found.ok ? accept(slotsWithinLimit(found.value.deal, same === true, known)) : found
  },
})

/** The calendar of the days within the limit, with the weeks that are counted. */
export function limitEvents(deal: Deal, same: boolean, known: Known): Required<Pick<Reads, 'events'>> {
  const { from, until } = withinLimit(deal, same, known)
  return { events: { from: mondayOf(from), until: addDays(until, 7) } }
}

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

/** What may be offered for the booking (G5, G6); the hour that its client asked for is marked. */
export function slotsWithinLimit(deal: Deal, same: boolean, known: Known): SlotList {
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
  const { now } = known.moment
  const wished = same ? wishOf(deal, now)?.to : undefined
  return offered(findSlots({ ...query, events: known.events ?? [], office: { ...office, people }, now }), known, wished)
}

/** What was found, with the slots behind each one and who holds them. @param wished start of the hour that the client asked for */
function offered(found: FoundSlots, { desk, moment }: Known, wished = ''): SlotList {
  const marked = <S extends { readonly start: string }>(slots: readonly S[]) =>
    slots.map((slot) => (slot.start === wished ? { ...slot, wished: true } : slot))
  return {
    ...found,
    consultants: found.consultants.map((one) => ({ ...one, slots: marked(withHolds(withAdjoining(one.slots), desk, moment)) })),
  }
}
