/** A look at the whole calendar: what the cards follow, what is put right in the calendar, and what people are asked. A pure function of state. */

import type { Office } from '../../office/office'
import type { LocalDateTime } from '../../time/localTime'
import { eventReader } from '../eventReader'
import { type BookedEvent, readSlots } from '../slotEvents'
import { titleReader } from '../slotTitle'
import { DealBook } from './book'
import { isOwnMark, readMark } from './bookingMark'
import { ask, type CalendarEvent, type DealLine, type Discrepancy, type EventDecision } from './decision'
import { type Asked, decideUnlinked } from './freeEvent'
import { bookingElsewhere } from './identity'
import { decideLinked, type HeldHour, type Reading } from './linkedEvent'
import { standingLines } from './standing'

export interface CalendarState {
  /** All events of the mirror; none is cancelled. */
  readonly events: readonly CalendarEvent[]
  /** When those that went were deleted, by id; '' = not told. */
  readonly gone: ReadonlyMap<string, LocalDateTime>
  readonly deals: readonly DealLine[]
  readonly office: Office
  readonly lastDealId: number
  /** Events that wait in «Исходящие» to be freed: id → deal and version that let them go, 'abc123' → '41720v5'. */
  readonly freeing: ReadonlyMap<string, string>
  /** Hours that somebody on the phone holds. */
  readonly holds: readonly HeldHour[]
  /** What is asked, or decided, about an event just as it stands. */
  readonly asked: (event: CalendarEvent) => readonly Asked[]
  /** Bookings that ended before it are history: the mirror does not hold their events. */
  readonly from: LocalDateTime
  readonly now: LocalDateTime
}

export interface Decided {
  readonly eventId: string
  readonly decision: EventDecision
}

/**
 * First what runs of ours left half-done, then booked deals (so that a deal released here may be booked there), then all other events. Each
 * decision sees the ones before it.
 */
export function decideEvents(state: CalendarState): Decided[] {
  const { events, deals, office, now, gone, asked, holds } = state
  const reading = readSlots(events, office.people)
  const book = new DealBook({ ...state, reading })
  const live = new Map(events.map((event) => [event.id, event]))
  const loose = () => reading.booked.filter(({ event }) => isLoose(event as CalendarEvent, book, state))
  const seen: Reading = {
    ...{ read: titleReader(office.people), readEvent: eventReader(office.people), office, gone, holds, now },
    get loose(): readonly BookedEvent[] {
      return loose()
    },
  }
  const decided: Decided[] = []
  const decide = (eventId: string, decision: EventDecision) => {
    if (decision.kind === 'command') book.apply(decision.command)
    decided.push({ eventId, decision })
  }
  const others = inOrder(events)
  for (const event of others)
    if (isOurs(event) && book.onEvent(event.id) === undefined) decide(event.id, decideUnlinked(event, asked(event), book, seen))
  const looked = new Set(decided.map(({ eventId }) => eventId))
  for (const deal of deals.filter((one) => isJudged(one, state))) {
    const now = book.byId(deal.id)
    if (now?.stage !== 'assigned' || now.eventId === '' || looked.has(now.eventId)) continue
    const decision = decideLinked(now, live.get(now.eventId) ?? null, book, seen)
    if (decision.kind === 'waits') for (const event of bookingElsewhere(now, seen)) decide(event.id, ask('which', event, whichTold(now)))
    else decide(now.eventId, decision)
    looked.add(now.eventId)
  }
  const spoken = new Set(decided.flatMap(({ eventId, decision }) => (decision.kind === 'nothing' ? [] : [eventId])))
  for (const event of others)
    if (book.onEvent(event.id) === undefined && !looked.has(event.id) && !spoken.has(event.id))
      decide(event.id, decideUnlinked(event, asked(event), book, seen))
  return [...decided, ...standing(decided, book, live, seen)]
}

/** Marked by a run of ours; a copy that a person made is not. */
function isOurs({ id, private: properties }: CalendarEvent): boolean {
  const mark = readMark(properties)
  return mark !== null && isOwnMark(mark, id)
}

function whichTold({ id, consultant, organisation }: DealLine) {
  return { deal: id, consultant, detail: organisation }
}

/** A booking by its title that is nobody's yet, and that no person has said is something else. */
function isLoose(event: CalendarEvent, book: DealBook, { asked, now }: CalendarState): boolean {
  if (event.end <= now || book.onEvent(event.id) !== undefined) return false
  return !asked(event).some(({ isDecided }) => isDecided)
}

/** In «Консультация назначена», and not history. */
function isJudged({ stage, end, start }: DealLine, { from }: CalendarState): boolean {
  return stage === 'assigned' && (end ?? start ?? '') > from
}

function inOrder(events: readonly CalendarEvent[]): CalendarEvent[] {
  return [...events].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
}

/** Of bookings as they stand in the end. */
function standing(decided: readonly Decided[], book: DealBook, live: ReadonlyMap<string, CalendarEvent>, seen: Reading): Decided[] {
  const asking = new Set(decided.flatMap(({ decision }) => (decision.kind === 'discrepancy' ? [decision.discrepancy.deal] : [])))
  return book.assigned().flatMap((deal) => {
    const event = live.get(deal.eventId) ?? null
    return standingLines(deal, event, !asking.has(deal.id), book, seen).map((discrepancy) => lineOf(discrepancy))
  })
}

function lineOf(discrepancy: Discrepancy): Decided {
  return { eventId: discrepancy.event.id, decision: { kind: 'discrepancy', discrepancy } }
}
