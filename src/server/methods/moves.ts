/** Methods of a booking that moves: another time, another consultant, an employee's own booking, T2's decision. */

import { findSlots } from '../../domain/calendar/slots'
import type { Deal } from '../../domain/deal/deal'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { addDays, dateOf, type LocalDateTime, mondayOf } from '../../domain/time/localTime'
import { addWorkingDays } from '../../domain/time/workingTime'
import type { Card, Input, Output, SlotList } from '../../rpc/contract'
import { bookOwn } from '../../usecases/booking/bookOwn'
import { cannotHold, noteReason, reassignDeal } from '../../usecases/booking/reassignDeal'
import { rescheduleDeal } from '../../usecases/booking/rescheduleDeal'
import type { Decision, Moment } from '../../usecases/changes'
import type { Desk } from '../../usecases/desk'
import { decideExternal } from '../../usecases/externals/decideExternal'
import { findDeal } from '../../usecases/located'
import { forbidden } from '../../usecases/permissions'
import { cardAfter, carryOut, type Done, runCommand } from '../desk/command'
import { DataError } from '../desk/dataError'
import { clientWanted, dealWanted, type Loaded, loadDesk, rowIssues, type Wanted } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { getEvent, listEvents } from '../google/calendar'
import { underLock } from '../google/lock'
import { scanColumns } from '../google/register/records'
import { addressOf } from '../jobs/sync'
import { offered } from './slots'

type Booked = { readonly card: Card; readonly lettersWaiting: number }

/** What tells whether a consultant is booked at a time that is no slot. */
const bookedColumns = ['id', 'stage', 'consultant', 'start', 'end']

function booked(done: Outcome<Done>): Outcome<Booked> {
  return done.ok ? accept({ card: cardAfter(done.value), lettersWaiting: done.value.committed.lettersWaiting }) : done
}

function card(done: Outcome<Done>): Outcome<Card> {
  return done.ok ? accept(cardAfter(done.value)) : done
}

/** Runs a command that looks at what was loaded beside the desk. */
function runLoaded(session: DeskSession, wanted: Wanted, decide: (loaded: Loaded) => Decision): Outcome<Done> {
  return underLock(() => {
    const loaded = loadDesk(session, wanted)
    const stranger = forbidden(loaded.moment.who, 'read')
    if (stranger !== null) return refuse(stranger)
    const issues = rowIssues(loaded)
    if (issues.length > 0) throw new DataError(issues)
    return carryOut(loaded, decide(loaded))
  })
}

/** To a slot: five calls, one more for each rest. With its event: five, six where the page does not know the event's etag. */
export function reschedule(input: Input<'deal/reschedule'>, session: DeskSession): Outcome<Booked> {
  const { at } = input
  const wanted: Wanted = { ...dealWanted(input.deal), ...(at === null ? {} : { columns: { deals: bookedColumns } }) }
  return booked(
    runLoaded(session, wanted, (loaded) => {
      const deal = loaded.desk.deals.get(input.deal.id)?.value
      const etag = at === null || deal === undefined ? '' : (at.etag ?? etagOf(loaded, deal))
      const overlapping = at === null || deal === undefined ? undefined : bookedWithin(loaded, deal, at)
      return rescheduleDeal(input, { etag, overlapping }, loaded.desk, loaded.moment)
    }),
  )
}

/** Of the event where the card says it stands; '' (which matches no event) where somebody has moved it meanwhile. */
function etagOf(loaded: Loaded, deal: Deal): string {
  const event = deal.eventId === '' ? null : getEvent(addressOf(loaded), deal.eventId)
  return event !== null && !event.cancelled && event.start === deal.start ? event.etag : 'changed'
}

function bookedWithin(
  { snapshot }: Loaded,
  own: Pick<Deal, 'id' | 'consultant'>,
  { start, end }: { readonly start: LocalDateTime; readonly end: LocalDateTime },
): Pick<Deal, 'id'> | undefined {
  const found = scanColumns<Deal>(snapshot, 'deals').rows.find(
    ({ value }) =>
      value.stage === 'assigned' &&
      value.id !== own.id &&
      value.consultant === own.consultant &&
      (value.start ?? '') < end &&
      start < (value.end ?? ''),
  )
  return found === undefined ? undefined : { id: found.value.id ?? 0 }
}

export function reason(input: Input<'deal/reason'>, session: DeskSession): Outcome<Card> {
  return card(onDeal(input, session, noteReason))
}

export function refuseToHold(input: Input<'deal/cannotHold'>, session: DeskSession): Outcome<Card> {
  return card(onDeal(input, session, cannotHold))
}

/** Five calls: the old event is freed by the page's next one. */
export function reassign(input: Input<'deal/reassign'>, session: DeskSession): Outcome<Booked> {
  return booked(onDeal(input, session, reassignDeal))
}

export function external(input: Input<'deal/decideExternal'>, session: DeskSession): Outcome<Card> {
  return card(onDeal(input, session, decideExternal))
}

function onDeal<I extends { readonly deal: Input<'deal/reason'>['deal'] }>(
  input: I,
  session: DeskSession,
  decide: (input: I, desk: Desk, moment: Moment) => Decision,
): Outcome<Done> {
  return runCommand(session, dealWanted(input.deal), (desk, moment) => decide(input, desk, moment))
}

/** Five calls. */
export function own(input: Input<'deal/bookOwn'>, session: DeskSession): Outcome<Booked> {
  const clients = input.clientId === null ? {} : { clients: [clientWanted(input.clientId)] }
  const at = input.at ?? input.slot
  return booked(
    runLoaded(session, { columns: { deals: bookedColumns }, ...clients }, (loaded) =>
      bookOwn(
        input,
        at === null || input.slot !== null ? undefined : bookedWithin(loaded, { id: 0, consultant: input.consultant }, at),
        loaded.desk,
        loaded.moment,
      ),
    ),
  )
}

/** Consultants of the topic with a free slot within the two days (G5), least loaded first; or the deal's own consultant. Two calls. */
export function forReassign(input: Input<'slot/forReassign'>, session: DeskSession): Outcome<SlotList> {
  const loaded = loadDesk(session, dealWanted(input.deal))
  const { desk, moment } = loaded
  const denied = forbidden(moment.who, 'read')
  if (denied !== null) return refuse(denied)
  const found = findDeal(desk, { id: input.deal.id })
  if (!found.ok) return found
  return accept(slotsWithinLimit(found.value.deal, input.same === true, loaded))
}

/** A horizon that ends before it begins says that the two days are over: only another consultant can hold it. */
function slotsWithinLimit(deal: Deal, same: boolean, loaded: Loaded): Output<'slot/forReassign'> {
  const { office } = loaded.desk
  const { now } = loaded.moment
  const today = dateOf(now)
  const first = dateOf(deal.firstStart ?? deal.start ?? now)
  const days = office.settings.moveLimitDays
  const earliest = addWorkingDays(office.calendar, first, -days)
  const latest = addWorkingDays(office.calendar, first, days)
  const from = earliest > today ? earliest : today
  const until = same || latest > from ? latest : from
  const events = listEvents(addressOf(loaded), mondayOf(from), addDays(until, 7))
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
  return offered(findSlots({ ...query, events, office: { ...office, people }, now }), loaded.desk, loaded.moment)
}
