/** Guests of an event: what may be written of them, and what changes when somebody answers. */
import type { EventState, GuestState } from '../../../world/types'
import { refuse, unknownField } from '../refusal'
import { guestMembers } from './fieldTable'

const responses = ['needsAction', 'declined', 'tentative', 'accepted']

/** As they are stored: an answer for everybody, what Google alone says (organizer, self) left out. */
export const checkedGuests = (guests: readonly GuestState[]): GuestState[] => {
  const checked = guests.map(checkedGuest)
  return checked.filter((guest, index) => checked.findIndex((other) => sameAddress(other.email, guest.email)) === index)
}

const checkedGuest = (guest: GuestState): GuestState => {
  const unknown = Object.keys(guest).find((name) => !guestMembers.has(name))
  if (unknown) unknownField(unknown)
  if (!/^[^\s@]+@[^\s@]+$/.test(guest.email ?? '')) refuse('Invalid attendee email.')
  const { self: _s, organizer: _o, id: _i, ...kept } = guest as GuestState & { organizer?: boolean; id?: string }
  if (kept.responseStatus !== undefined && !responses.includes(kept.responseStatus)) refuse('Bad Request')
  return { ...kept, responseStatus: kept.responseStatus ?? 'needsAction' }
}

/** A guest as one calendar's copy of the event shows him. */
export const guestAnswer = (guest: GuestState, event: EventState, calendarId: string) => ({
  ...guest,
  ...(sameAddress(guest.email, event.organizer.email) && { organizer: true }),
  ...((guest.self || sameAddress(guest.email, calendarId)) && { self: true }),
})

export const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

export const isGuest = (event: EventState, email: string): boolean =>
  (event.attendees ?? []).some((guest) => sameAddress(guest.email, email))

export const guestOf = (event: EventState, email: string): GuestState | undefined =>
  event.attendees?.find((guest) => sameAddress(guest.email, email))

/** The event with one guest's answer; others as they were. */
export const withAnswer = (event: EventState, answer: GuestState): EventState => ({
  ...event,
  attendees: (event.attendees ?? []).map((guest) => (sameAddress(guest.email, answer.email) ? { ...guest, ...answer } : guest)),
})
