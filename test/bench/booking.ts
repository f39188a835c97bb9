/** Booking in the bench: the first free event that fits; releasing it; and the tick that finishes a booking that died halfway. */
import type { ExecutionRecord } from '../../emulator/world/types'
import type { Deal } from '../../src/domain/deal/deal'
import { minutesBetween } from '../../src/domain/time/localTime'
import type { Card, Input } from '../../src/rpc/contract'
import { type Answer, inStage, invokeRpc, refOf, rpc, tick } from './asking'
import type { BenchOffice } from './office'

export const anySlot = { topic: null, consultant: null, agreedWith: null, part: null, from: null }

/** Books an hour for the accepted deal of this order; `isFitting` is asked about the length of the whole free event, minutes. */
export function book(desk: BenchOffice, order: number, isFitting: (minutes: number) => boolean = isOneHour): Answer<{ card: Card }> {
  return rpc(desk.world, 'deal/book', bookingOf(desk, order, isFitting))
}

export const isOneHour = (minutes: number): boolean => minutes === 60
export const isLonger = (minutes: number): boolean => minutes > 60

export function bookingOf(desk: BenchOffice, order: number, isFitting: (minutes: number) => boolean): Input<'deal/book'> {
  const { consultants } = rpc(desk.world, 'slot/list', anySlot).value
  const offers = consultants
    .filter(({ external }) => !external)
    .flatMap(({ initials, slots }) => slots.map((offered) => ({ initials, offered })))
  const offer = offers.find(({ offered: { start, event } }) => start === event.start && isFitting(minutesBetween(event.start, event.end)))
  if (offer === undefined) throw new Error('The calendar offers no such slot')
  const { eventId, etag, start, end, event } = offer.offered
  const deal = desk.deals.filter(inStage('accepted'))[order] as Deal
  const place = { format: 'inPerson', place: 'каб. 3', minutes: 60 } as const
  return { deal: refOf(deal), consultant: offer.initials, topic: deal.topic ?? 10, ...place, slot: { eventId, etag, start, end, event } }
}

/** The booking is cancelled with a reason, and its slot given back. */
export function release(desk: BenchOffice, order: number): ExecutionRecord {
  const { card } = book(desk, order).value
  return rpc(desk.world, 'deal/move', { deal: card.ref, to: 'accepted', reason: 'клиент просит другое время', fields: {} }).record
}

/** One booking tells which call changes the calendar; the next one dies right after it, and the tick finishes it. */
export function finishDead(desk: BenchOffice, order: number): ExecutionRecord {
  const patch = book(desk, order).record.calls.find(({ name }) => name === 'Calendar.Events.patch')
  rpc(desk.world, 'outbox/send', {})
  const died = invokeRpc(desk.world, 'deal/book', bookingOf(desk, order + 1, isOneHour), [{ at: patch?.n ?? 0, kind: 'killAfter' }])
  if (died.error?.name !== 'Killed') throw new Error('The booking was to die')
  return tick(desk.world)
}
