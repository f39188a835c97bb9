/** Methods of the slot board: the weeks ahead, last week repeated, hours held while somebody is on the phone. */

import { repeatedWeek } from '../../domain/calendar/repeatWeek'
import { slotBoard } from '../../domain/calendar/slotBoard'
import { freeTitle } from '../../domain/calendar/slotTitle'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { addDays, mondayOf } from '../../domain/time/localTime'
import type { Hold, SlotBoard } from '../../rpc/calendarContract'
import type { Input, Output } from '../../rpc/contract'
import { heldByOther, withHold, withoutHold } from '../../usecases/booking/slotHolds'
import type { Moment } from '../../usecases/changes'
import type { Desk } from '../../usecases/desk'
import { forbidden } from '../../usecases/permissions'
import { commitService } from '../desk/commit'
import { type Loaded, loadDesk } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { listEvents } from '../google/calendar'
import { insertOnce, timesOf } from '../google/calendarWrites'
import { underLock } from '../google/lock'
import { addressOf } from '../jobs/sync'

/** Two calls. */
export function show(input: Input<'slot/board'>, session: DeskSession): Outcome<Output<'slot/board'>> {
  const loaded = loadDesk(session)
  const denied = forbidden(loaded.moment.who, 'read')
  return denied === null ? accept(boardOf(loaded, input.weeks)) : refuse(denied)
}

/** One call. */
export function boardOf(loaded: Loaded, weeks: number): SlotBoard {
  const { desk, moment } = loaded
  const from = mondayOf(moment.now)
  const events = listEvents(addressOf(loaded), from, addDays(from, 7 * weeks - 1))
  return { from, rows: slotBoard({ events, office: desk.office, from, weeks, me: moment.who.initials }) }
}

/** A proposal; with `apply` written, each slot under an id that follows from its time, so that a repeated call writes no second one. */
export function repeatWeek(input: Input<'slot/repeatWeek'>, session: DeskSession): Outcome<Output<'slot/repeatWeek'>> {
  const loaded = loadDesk(session)
  const { desk, moment } = loaded
  const person = desk.office.people.find(({ initials }) => initials === input.consultant && initials !== '')
  if (person === undefined) return refuse({ code: 'consultantUnknown', initials: input.consultant })
  const own = person.initials === moment.who.initials
  const denied = forbidden(moment.who, own ? 'assign' : 'reassign')
  if (denied !== null) return refuse(denied)
  const monday = input.monday === null ? addDays(mondayOf(moment.now), 7) : mondayOf(input.monday)
  const events = listEvents(addressOf(loaded), addDays(monday, -7), addDays(monday, 6))
  const slots = repeatedWeek(person, monday, events, desk.office, moment.now)
  const written = input.apply ? slots.filter(({ why }) => why === '').filter((slot) => writeSlot(loaded, person.initials, slot)).length : 0
  return accept({ monday, slots, written })
}

function writeSlot(loaded: Loaded, initials: string, slot: { readonly start: string; readonly end: string }): boolean {
  const calendar = addressOf(loaded)
  const letters = [...initials].map((letter) => letter.charCodeAt(0).toString(16)).join('')
  const id = `deskslot${letters}t${slot.start.replace(/\D/g, '')}`
  return insertOnce(calendar, { id, summary: freeTitle(initials), ...timesOf(calendar, slot) })
}

/** Four calls; the hold is seen by every read of the desk, and ends by itself. */
export function hold(input: Input<'slot/hold'>, session: DeskSession): Outcome<Output<'slot/hold'>> {
  return changeHolds(session, (desk, moment) => {
    const problem = forbidden(moment.who, 'assign') ?? heldByOther(input, desk, moment)
    return problem === null ? accept(withHold(input, desk, moment)) : refuse(problem)
  })
}

export function release(input: Input<'slot/release'>, session: DeskSession): Outcome<Output<'slot/release'>> {
  return changeHolds(session, (desk, moment) => accept(withoutHold(input, desk, moment)))
}

function changeHolds(
  session: DeskSession,
  decide: (desk: Desk, moment: Moment) => Outcome<Hold[]>,
): Outcome<{ readonly holds: readonly Hold[] }> {
  return underLock(() => {
    const loaded = loadDesk(session)
    const holds = decide(loaded.desk, loaded.moment)
    if (!holds.ok) return holds
    commitService(loaded, { holds: holds.value.length === 0 ? '' : JSON.stringify(holds.value) })
    return accept({ holds: holds.value })
  })
}
