/** The time trigger: finish what a dead run left, sync the calendar, send what waits, and say that all is well. */

import * as v from 'valibot'
import type { Deal } from '../domain/deal'
import type { SlotEvent } from '../domain/slots'
import { freeTitle, readTitle } from '../domain/slotTitle'
import { inputs } from '../rpc/contract'
import { bookSlot, restsOf } from '../usecases/bookSlot'
import type { BookingMark } from '../usecases/changes'
import type { Desk } from '../usecases/desk'
import { carryOut } from './command'
import { commitService } from './commit'
import { type CalendarAddress, freeEvent, getEvent, insertRests, markOf, syncEvents } from './google/calendar'
import { underLock } from './google/lock'
import { platformErrorOf } from './google/platformError'
import { scanColumns } from './google/register/records'
import { type Loaded, loadDesk } from './load'
import { isWaiting, type OutboxRow, send } from './methods/outbox'
import { type DeskSession, openSession } from './session'

/** Runs every job; each is idempotent, and a job that failed is done by the next tick. */
export function runTick(): void {
  const session = openSession('триггер')
  job('load', () => {
    const loaded = loadDesk(session, {
      columns: { outbox: ['key', 'done', 'attempts', 'nextTry'], deals: ['id', 'eventId', 'organisation'] },
    })
    job('calendar', () => syncCalendar(loaded))
    job('outbox', () => {
      if (lettersWait(loaded)) send({}, session)
    })
  })
}

/** One that fails does not keep the others from being done. */
function job(name: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    console.error(`tick, ${name}: ${platformErrorOf(error).message}`)
  }
}

function lettersWait({ snapshot, moment }: Loaded): boolean {
  const { rows } = scanColumns<OutboxRow>(snapshot, 'outbox')
  return rows.some(({ value }) => isWaiting(value as OutboxRow) && (value.nextTry ?? '') <= moment.now)
}

/** Rows without a number that «Сегодня» names at most. */
const notesKept = 5

/** The token is saved only after the effects of what it brought: a run that dies here sees the same changes again. */
function syncCalendar(loaded: Loaded): void {
  const { settings } = loaded.desk.office
  const page = syncEvents({ id: settings.calendarId, zone: settings.zone }, loaded.desk.service.syncToken)
  const { rows, issues } = scanColumns<Deal>(loaded.snapshot, 'deals')
  const eventOf = new Map(rows.map(({ value }) => [value.id, value.eventId]))
  for (const event of page.events) {
    const mark = markOf(event)
    if (mark !== null && !event.cancelled && eventOf.get(mark.deal) !== event.id) finishBooking(loaded.session, event, mark)
  }
  const rowNotes = issues.length === 0 ? '' : JSON.stringify(issues.slice(0, notesKept))
  commitService(loaded, { syncToken: page.token, heartbeat: loaded.moment.now, rowNotes })
}

/**
 * An event that says it is booked while the register does not: the run died between the calendar and the commit. It is finished
 * where the deal has not moved on since, and given back otherwise.
 */
function finishBooking(session: DeskSession, event: SlotEvent, mark: BookingMark): void {
  underLock(() => {
    const loaded = loadDesk(session, { deals: [{ id: mark.deal, row: null }] })
    const deal = loaded.desk.deals.get(mark.deal)?.value
    // A deal that is not in «Сделки» any more has been archived: its event is history.
    if (deal === undefined || (deal.version >= mark.version && deal.eventId === event.id)) return
    const { calendarId, zone } = loaded.desk.office.settings
    const calendar = { id: calendarId, zone }
    const fresh = getEvent(calendar, event.id)
    if (fresh === null || fresh.cancelled || markOf(fresh)?.version !== mark.version || markOf(fresh)?.deal !== mark.deal) return
    if (deal.version === mark.version - 1 && finish(session, mark)) return
    giveBack(calendar, fresh, mark, loaded)
  })
}

/** The free title again, and the rests of a longer slot that the dead run may not have come to make. */
function giveBack(calendar: CalendarAddress, event: SlotEvent, mark: BookingMark, { desk }: Loaded): void {
  const booking = readBooking(mark)
  const consultant = booking?.consultant ?? bookedInitials(event.title, desk)
  if (consultant === '') return
  const restSummary = freeTitle(consultant)
  if (booking !== null) insertRests(calendar, { mark, eventId: event.id, rest: restsOf(booking), restSummary })
  freeEvent(calendar, event.id, restSummary)
}

function bookedInitials(title: string, { office }: Desk): string {
  const initials = office.people.map((person) => person.initials).filter((own) => own !== '')
  const read = readTitle(title, initials)
  return read.kind === 'booked' ? read.initials : ''
}

/** The booking again, from what the event remembers of it. @returns false when the office would say no now */
function finish(session: DeskSession, mark: BookingMark): boolean {
  const booking = readBooking(mark)
  if (booking === null) return false
  const loaded = loadDesk(session, {
    deals: [{ id: mark.deal, row: null }],
    clients: booking.deal.clientId === null ? [] : [{ id: booking.deal.clientId, row: null }],
  })
  return carryOut(loaded, bookSlot(booking, loaded.desk, loaded.moment)).ok
}

function readBooking(mark: BookingMark) {
  const decoded = v.safeParse(inputs['deal/book'], parsed(mark.booking))
  return decoded.success ? decoded.output : null
}

/** Private properties are outside data too. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
