/** The time trigger: finish what a dead run left, sync the calendar, send what waits, and say that all is well. */

import * as v from 'valibot'
import type { Deal } from '../domain/deal'
import type { SlotEvent } from '../domain/slots'
import { freeTitle } from '../domain/slotTitle'
import { inputs } from '../rpc/contract'
import { bookSlot } from '../usecases/bookSlot'
import type { BookingMark } from '../usecases/changes'
import { carryOut } from './command'
import { commitService } from './commit'
import { freeEvent, getEvent, markOf, syncEvents } from './google/calendar'
import { underLock } from './google/lock'
import { platformErrorOf } from './google/platformError'
import { scanColumns } from './google/register/records'
import { type Loaded, loadDesk } from './load'
import { send } from './methods/outbox'
import { type DeskSession, openSession } from './session'

/** Runs every job; each is idempotent, and a job that failed is done by the next tick. */
export function runTick(): void {
  const session = openSession('триггер')
  try {
    const loaded = loadDesk(session, { columns: { outbox: ['key', 'done'], deals: ['id', 'eventId'] } })
    syncCalendar(loaded)
    if (lettersWait(loaded)) send({}, session)
  } catch (error) {
    console.error(`tick: ${platformErrorOf(error).message}`)
  }
}

function lettersWait({ snapshot }: Loaded): boolean {
  return scanColumns<{ done: string | null }>(snapshot, 'outbox').rows.some(({ value }) => value.done === null)
}

/** The token is saved only after the effects of what it brought: a run that dies here sees the same changes again. */
function syncCalendar(loaded: Loaded): void {
  const { settings } = loaded.desk.office
  const page = syncEvents({ id: settings.calendarId, zone: settings.zone }, loaded.desk.service.syncToken)
  const eventOf = new Map(scanColumns<Deal>(loaded.snapshot, 'deals').rows.map(({ value }) => [value.id, value.eventId]))
  for (const event of page.events) {
    const mark = markOf(event)
    if (mark !== null && !event.cancelled && eventOf.get(mark.deal) !== event.id) finishBooking(loaded.session, event, mark)
  }
  commitService(loaded, { syncToken: page.token, heartbeat: loaded.moment.now })
}

/**
 * An event that says it is booked while the register does not: the run died between the calendar and the commit. It is finished
 * where the deal has not moved on since, and given back otherwise.
 */
function finishBooking(session: DeskSession, event: SlotEvent, mark: BookingMark): void {
  underLock(() => {
    const loaded = loadDesk(session, { deals: [{ id: mark.deal, row: null }] })
    const deal = loaded.desk.deals.get(mark.deal)?.value
    if (deal !== undefined && deal.version >= mark.version && deal.eventId === event.id) return
    const { calendarId, zone } = loaded.desk.office.settings
    const fresh = getEvent({ id: calendarId, zone }, event.id)
    if (fresh === null || fresh.cancelled || markOf(fresh)?.version !== mark.version || markOf(fresh)?.deal !== mark.deal) return
    if (deal !== undefined && deal.version === mark.version - 1 && finish(session, mark)) return
    freeEvent({ id: calendarId, zone }, event.id, freeTitle(consultantOf(mark)))
  })
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

function consultantOf(mark: BookingMark): string {
  return readBooking(mark)?.consultant ?? ''
}

/** Private properties are outside data too. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
