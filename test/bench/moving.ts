/** Bookings that move in the bench, the board with its holds, and «Расхождения». */
import type { ExecutionRecord } from '../../emulator/world/types'
import { addDays, addMinutes, dateOf } from '../../src/domain/time/localTime'
import type { Card, FreeSlot, SlotList, SlotRef } from '../../src/rpc/contract'
import { rpc, tick, user } from './asking'
import { anySlot, book } from './booking'
import type { BenchOffice } from './office'

const reason = 'клиент просит другое время'

/** The client is told and the old hour given back by the page's next call; it is not measured here. */
export function moveToSlot(desk: BenchOffice, order: number): ExecutionRecord {
  const { card } = book(desk, order).value
  const { deal } = card
  const list = rpc(desk.world, 'slot/list', { ...anySlot, consultant: deal.consultant }).value
  const last = addDays(dateOf(deal.start ?? ''), 1)
  const slot = hourOf(list, ({ start }) => dateOf(start) <= last)
  return rpc(desk.world, 'deal/reschedule', { deal: card.ref, slot, at: null, reason }).record
}

/** The board knows the event's etag. */
export function moveWithEvent(desk: BenchOffice, order: number, hour = 19): ExecutionRecord {
  const { card } = book(desk, order).value
  const start = `${dateOf(card.deal.start ?? '')}T${hour}:00`
  const at = { start, end: addMinutes(start, 60), etag: etagOf(desk, card) }
  return rpc(desk.world, 'deal/reschedule', { deal: card.ref, slot: null, at, reason }).record
}

export function reassign(desk: BenchOffice, order: number): ExecutionRecord {
  const { card } = book(desk, order).value
  const list = rpc(desk.world, 'slot/forReassign', { deal: card.ref }).value
  const own = list.consultants.filter(({ external }) => !external)
  const found = own.find(({ slots }) => slots.some(isWholeHour))
  if (found === undefined) throw new Error('Nobody else has a free hour')
  const slot = hourOf({ ...list, consultants: [found] }, () => true)
  return rpc(desk.world, 'deal/reassign', { deal: card.ref, consultant: found.initials, slot, reason: 'заболела' }).record
}

function isWholeHour({ start, end, event }: FreeSlot): boolean {
  return start === event.start && end === event.end
}

function hourOf({ consultants }: SlotList, fits: (slot: FreeSlot) => boolean): SlotRef {
  const slot = consultants.flatMap(({ slots }) => slots).find((one) => isWholeHour(one) && fits(one))
  if (slot === undefined) throw new Error('The calendar offers no such hour')
  const { eventId, etag, start, end, event } = slot
  return { eventId, etag, start, end, event }
}

function etagOf({ world }: BenchOffice, { deal }: Card): string {
  const events = Object.values(world.state.calendars).flatMap((calendar) => calendar.events)
  return events.find(({ id }) => id === deal.eventId)?.etag ?? ''
}

export function hold({ world }: BenchOffice, method: 'slot/hold' | 'slot/release'): ExecutionRecord {
  const { eventId, start } = hourOf(rpc(world, 'slot/list', anySlot).value, () => true)
  return rpc(world, method, { eventId, start }).record
}

/** A booking by hand for an organisation that no deal is of; the tick asks about it. */
export function settleByHand({ world }: BenchOffice): ExecutionRecord {
  const calendarId = Object.keys(world.state.calendars)[0] ?? ''
  const hours = { start: '2026-12-03T19:00', end: '2026-12-03T20:00' }
  const { id } = world.calendarHand.insert({ calendarId, summary: 'НВ_Никому не известный клуб', ...hours, user })
  tick(world)
  return rpc(world, 'discrepancy/resolve', { key: `unknownBooking:${id}`, outcome: 'ignore', reason: '', deal: null }).record
}
