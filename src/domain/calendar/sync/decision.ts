/** What a changed event in the calendar can mean for the register: nothing, a command on a deal, or a line for a person to decide. */

import type { Deal } from '../../deal/deal'
import type { LocalDateTime } from '../../time/localTime'
import type { SlotEvent } from '../slotEvents'
import type { BookingMark } from './bookingMark'

/** What people have put on an event besides its title: that it is there, not what it says. */
export const extraTitles = { guests: 'гости', notes: 'заметки', place: 'место', colour: 'цвет', link: 'ссылка' } as const
export type Extra = keyof typeof extraTitles

/** An event as a sync brings it; a cancelled one has nothing but its id. */
export interface CalendarEvent extends SlotEvent {
  readonly cancelled: boolean
  /** E-mails of guests who declined, in lower case. */
  readonly declined: readonly string[]
  /** When it was changed last, by the office's clock; absent or '' = not told. */
  readonly updated?: LocalDateTime
  /** Of an instance, when its series had put it; absent or '' = a single event. */
  readonly originalStart?: LocalDateTime
  /** What people have put on it besides the title. */
  readonly extras?: readonly Extra[]
}

/** What a look at the calendar needs of a deal; a closed one has its number, stage, organisation and event alone. */
export type DealLine = Pick<
  Deal,
  | ('id' | 'version' | 'stage' | 'clientId' | 'organisation' | 'consultant' | 'start' | 'end' | 'firstStart' | 'eventId')
  | ('formerConsultant' | 'topic' | 'agreedWith' | 'externalBy')
>

/** A time in the calendar; `end` is exclusive. */
interface Times {
  readonly start: LocalDateTime
  readonly end: LocalDateTime
}

/** A change of a deal that follows a change of its event. */
export type CalendarCommand = { readonly deal: number; readonly eventId: string } & (
  | ({ readonly kind: 'booked'; readonly initials: string; readonly mark: BookingMark | null } & Times)
  | ({ readonly kind: 'moved' } & Times)
  | ({ readonly kind: 'resized' } & Times)
  | ({ readonly kind: 'reassigned'; readonly initials: string } & Times)
  | ({ readonly kind: 'replaced'; readonly initials: string; readonly mark: BookingMark } & Times)
  | { readonly kind: 'released'; readonly why: 'deleted' | 'renamed' }
  | { readonly kind: 'detached' }
  | ({ readonly kind: 'linked' } & Times)
)

export const discrepancyKinds = [
  'unread',
  'noTime',
  'unknownBooking',
  'likeness',
  'several',
  'notReady',
  'cannotBook',
  'duplicate',
  'copy',
  'heldAhead',
  'offered',
  'which',
  'recast',
  'longSlot',
  'cannotMove',
  'overlap',
  'breaks',
  'bookedUnread',
  'bookedNoTime',
  'otherOrganisation',
  'otherConsultant',
  'declined',
  'cannotReassign',
  'limit',
  'refused',
  'manyGone',
  'otherZone',
  'amoGone',
  'amoRefused',
] as const
export type DiscrepancyKind = (typeof discrepancyKinds)[number]

/** A line of «Расхождения» before it is put into words. */
export interface Discrepancy {
  readonly kind: DiscrepancyKind
  readonly event: CalendarEvent
  /** Initials, '' when unknown. */
  readonly consultant: string
  readonly deal: number | null
  /** Title to type instead, numbers of deals to choose from, or the reason: what the sentence needs. */
  readonly detail: string
  /** Why the title is not understood; absent = nothing more to say. */
  readonly why?: string
}

/** What a look at one event, or at a booking, comes to. */
export type EventDecision =
  | { readonly kind: 'nothing' }
  /** The booking's event is gone, and several events may be it: a person chooses, the booking stands. */
  | { readonly kind: 'waits'; readonly events: readonly CalendarEvent[] }
  | { readonly kind: 'command'; readonly command: CalendarCommand }
  | { readonly kind: 'discrepancy'; readonly discrepancy: Discrepancy }
  /** Booked by a run of ours that died and was overtaken, or restored after the deal went elsewhere: free again. */
  | { readonly kind: 'giveBack'; readonly event: CalendarEvent; readonly initials: string; readonly mark: BookingMark }

export const nothing: EventDecision = { kind: 'nothing' }

export function command(it: CalendarCommand): EventDecision {
  return { kind: 'command', command: it }
}

export function ask(kind: DiscrepancyKind, event: CalendarEvent, part: Partial<Omit<Discrepancy, 'kind' | 'event'>> = {}): EventDecision {
  return { kind: 'discrepancy', discrepancy: flag(kind, event, part) }
}

export function flag(kind: DiscrepancyKind, event: CalendarEvent, part: Partial<Omit<Discrepancy, 'kind' | 'event'>> = {}): Discrepancy {
  return { kind, event, consultant: '', deal: null, detail: '', ...part }
}
