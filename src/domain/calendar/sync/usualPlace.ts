/** Where a consultant usually receives clients: what stands in the marks of the bookings. */

import { organisationKey } from '../../client/organisation'
import type { BookedEvent, SlotEvent } from '../slotEvents'
import { detailsOf, isOwnMark, readMark } from './bookingMark'

/** Of fewer clients it may be the address of one. */
const fewest = 2

/**
 * The room that most clients have come to, the latest of two as frequent ones; '' = no two have come to one.
 * @example usualPlace(three bookings: «каб. 3», «каб. 5», «каб. 3») // 'каб. 3'
 */
export function usualPlace(booked: readonly BookedEvent[]): string {
  const clients = new Map<string, Set<string>>()
  for (const { event, organisation } of [...booked].sort((a, b) => (a.event.start < b.event.start ? 1 : -1))) {
    const place = roomOf(event)
    if (place !== '') clients.set(place, (clients.get(place) ?? new Set()).add(organisationKey(organisation)))
  }
  const none: [string, ReadonlySet<string>] = ['', new Set()]
  const [place, of] = [...clients].reduce((most, one) => (one[1].size > most[1].size ? one : most), none)
  return of.size >= fewest ? place : ''
}

function roomOf({ id, private: properties }: SlotEvent): string {
  const mark = readMark(properties)
  const { format, place } = mark !== null && isOwnMark(mark, id) ? detailsOf(mark.booking) : {}
  return format === 'inPerson' && typeof place === 'string' ? place.trim() : ''
}
