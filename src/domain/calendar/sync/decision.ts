/** What a changed event in the calendar can mean for the register: nothing, a command on a deal, or a line for a person to decide. */

import type { Deal } from '../../deal/deal'
import type { LocalDateTime } from '../../time/localTime'
import type { SlotEvent } from '../slotEvents'
import type { BookingMark } from './bookingMark'

/** An event as a sync brings it; a cancelled one has nothing but its id. */
export interface CalendarEvent extends SlotEvent {
  readonly cancelled: boolean
  /** E-mails of guests who declined, in lower case. */
  readonly declined: readonly string[]
}

/** The columns of «Сделки» that a sync reads of every deal. */
export type DealLine = Pick<
  Deal,
  'id' | 'version' | 'stage' | 'clientId' | 'organisation' | 'consultant' | 'start' | 'end' | 'firstStart' | 'eventId'
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
  'overlap',
  'bookedUnread',
  'bookedNoTime',
  'otherOrganisation',
  'declined',
  'cannotReassign',
  'limit',
  'manyGone',
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

/** Exactly one for every changed event. */
export type EventDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'command'; readonly command: CalendarCommand; readonly flags: readonly Discrepancy[] }
  | { readonly kind: 'discrepancy'; readonly discrepancy: Discrepancy }
  /** Booked by a run of ours that died and was overtaken, or restored after the deal went elsewhere: free again. */
  | { readonly kind: 'giveBack'; readonly event: CalendarEvent; readonly initials: string; readonly mark: BookingMark }

export const nothing: EventDecision = { kind: 'nothing' }

export function command(it: CalendarCommand, flags: readonly Discrepancy[] = []): EventDecision {
  return { kind: 'command', command: it, flags }
}

export function ask(kind: DiscrepancyKind, event: CalendarEvent, part: Partial<Omit<Discrepancy, 'kind' | 'event'>> = {}): EventDecision {
  return { kind: 'discrepancy', discrepancy: flag(kind, event, part) }
}

export function flag(kind: DiscrepancyKind, event: CalendarEvent, part: Partial<Omit<Discrepancy, 'kind' | 'event'>> = {}): Discrepancy {
  return { kind, event, consultant: '', deal: null, detail: '', ...part }
}
