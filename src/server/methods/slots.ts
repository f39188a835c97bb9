/** Methods of the calendar: the list of free slots, and booking one. */

import { withAdjoining } from '../../domain/calendar/adjoiningSlots'
import { type SlotList as FoundSlots, findSlots } from '../../domain/calendar/slots'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { addDays, dateOf, mondayOf } from '../../domain/time/localTime'
import type { Input, Output, SlotList } from '../../rpc/contract'
import { bookSlot, isBookedSo } from '../../usecases/booking/bookSlot'
import { withHolds } from '../../usecases/booking/slotHolds'
import { cardOf } from '../../usecases/card/cards'
import type { Moment } from '../../usecases/changes'
import type { Desk } from '../../usecases/desk'
import { findDeal } from '../../usecases/located'
import { forbidden } from '../../usecases/permissions'
import { cardAfter, runCommand } from '../desk/command'
import { dealWanted, loadDesk } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { listEvents } from '../google/calendar'

/** Reads the office and the calendar: two calls, whatever the size of the register. */
export function list(input: Input<'slot/list'>, session: DeskSession): Outcome<SlotList> {
  const { desk, moment } = loadDesk(session)
  const denied = forbidden(moment.who, 'read')
  if (denied !== null) return refuse(denied)
  const { settings } = desk.office
  const today = dateOf(moment.now)
  const until = addDays(input.from !== null && input.from > today ? input.from : today, settings.horizonDays)
  const events = listEvents({ id: settings.calendarId, zone: settings.zone }, mondayOf(today), until)
  const found = findSlots({ ...input, events, office: desk.office, now: moment.now, until, sinceWeekStart: mondayOf(today) })
  return accept(offered(found, desk, moment))
}

/** What was found, with the slots behind each one and who holds them. */
export function offered(found: FoundSlots, desk: Desk, moment: Moment): SlotList {
  return {
    ...found,
    consultants: found.consultants.map((one) => ({ ...one, slots: withHolds(withAdjoining(one.slots), desk, moment) })),
  }
}

/** Five calls: lock, load, conditional patch, commit, release. A repeated call finds its own booking and says so. */
export function book(input: Input<'deal/book'>, session: DeskSession): Outcome<Output<'deal/book'>> {
  let already: Output<'deal/book'> | null = null
  const done = runCommand(session, dealWanted(input.deal), (desk, moment) => {
    const found = findDeal(desk, { id: input.deal.id })
    if (found.ok && isBookedSo(input, found.value.deal)) {
      already = { card: cardOf(found.value.deal, found.value.row, found.value.client, desk, moment), lettersWaiting: 0 }
      return { ok: false, problem: { code: 'nothingToDo' } }
    }
    return bookSlot(input, desk, moment)
  })
  if (already !== null) return accept(already)
  return done.ok ? accept({ card: cardAfter(done.value), lettersWaiting: done.value.committed.lettersWaiting }) : done
}
