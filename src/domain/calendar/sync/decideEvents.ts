/** A whole sync decided: every changed event in the order that makes the end independent of the order in which Google listed them. */

import { unassignedStages } from '../../deal/deal'
import type { Person } from '../../office/office'
import type { LocalDateTime } from '../../time/localTime'
import { eventReader } from '../eventReader'
import { titleReader } from '../slotTitle'
import { unrelated } from '../title/slotTitleKinds'
import { readMark } from './bookingMark'
import { type CalendarCommand, type CalendarEvent, command, type DealLine, type EventDecision, flag } from './decision'
import { type DealBook, decideUnlinked } from './freeEvent'
import { decideLinked, type Reading } from './linkedEvent'
import { type NamedIn, namedIn } from './sameOrganisation'

export interface SyncRequest {
  readonly events: readonly CalendarEvent[]
  /** True when `events` are all live events of the calendar: then a booked deal whose event is not among them has lost it (410). */
  readonly full: boolean
  readonly deals: readonly DealLine[]
  readonly people: readonly Person[]
  readonly lastDealId: number
  /** Events that wait in «Исходящие» to be freed: id → deal and version that let them go, 'abc123' → '41720v5'. */
  readonly freeing: ReadonlyMap<string, string>
  /** Ids of events that stand in «Расхождения» just as they are: a full list does not decide for the person who is asked. */
  readonly asked: readonly string[]
  readonly now: LocalDateTime
}

export interface Decided {
  readonly eventId: string
  readonly decision: EventDecision
}

/**
 * First what runs of ours left half-done, then events of booked deals (so that a deal released here may be booked there), then all others.
 * Each decision sees the ones before it.
 */
export function decideEvents(request: SyncRequest): Decided[] {
  const state = new BookState(request)
  const { people, now } = request
  const reading: Reading = { read: titleReader(people), readEvent: eventReader(people), people, now }
  const decide = (event: CalendarEvent): Decided => ({ eventId: event.id, decision: decideOne(event, state, reading) })
  return [...swept(request, state), ...inOrder(request.events, state).map(decide)]
}

function decideOne(event: CalendarEvent, state: BookState, reading: Reading): EventDecision {
  const linked = state.onEvent(event.id)
  const decision = linked === undefined ? decideUnlinked(event, state, reading) : decideLinked(linked, event, reading)
  if (decision.kind !== 'command') return decision
  state.apply(decision.command)
  const after = state.byId(decision.command.deal)
  const other = after?.stage === 'assigned' ? state.overlapping(after.consultant, event, after.id) : undefined
  if (other === undefined || after === undefined || decision.command.kind === 'linked') return decision
  return command(decision.command, [
    ...decision.flags,
    flag('overlap', event, { consultant: after.consultant, deal: after.id, detail: String(other.id) }),
  ])
}

/** Deals whose event is in no full list: it was deleted, and the tombstone is lost with the old token. */
function swept({ full, events, deals, now }: SyncRequest, state: BookState): Decided[] {
  if (!full) return []
  const listed = new Set(events.filter(({ cancelled }) => !cancelled).map(({ id }) => id))
  return deals
    .filter((deal) => deal.stage === 'assigned' && deal.eventId !== '' && !listed.has(deal.eventId))
    .map((deal) => {
      const decision = decideLinked(deal, tombstone(deal.eventId), nobody(now))
      if (decision.kind === 'command') state.apply(decision.command)
      return { eventId: deal.eventId, decision }
    })
}

/** A tombstone has no title to read. */
function nobody(now: LocalDateTime): Reading {
  return { read: () => unrelated, readEvent: () => unrelated, people: [], now }
}

export function tombstone(id: string): CalendarEvent {
  const empty = { etag: '', title: '', start: '', end: '', allDay: false, recurringEventId: '', private: {} }
  return { id, ...empty, cancelled: true, declined: [] }
}

function inOrder(events: readonly CalendarEvent[], state: BookState): CalendarEvent[] {
  const rank = (event: CalendarEvent) => {
    if (state.onEvent(event.id) !== undefined) return 1
    return readMark(event.private) === null ? 2 : 0
  }
  return [...events].sort((a, b) => rank(a) - rank(b) || (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
}

/** The deals as they stand after the decisions so far. */
class BookState implements DealBook {
  readonly lastDealId: number
  private readonly freeing: ReadonlyMap<string, string>
  private readonly asked: ReadonlySet<string>
  private readonly deals: Map<number, DealLine>
  private readonly byEvent = new Map<string, number>()

  constructor({ deals, lastDealId, freeing, asked }: SyncRequest) {
    this.freeing = freeing
    this.asked = new Set(asked)
    this.lastDealId = lastDealId
    this.deals = new Map(deals.map((deal) => [deal.id, deal]))
    for (const deal of deals) if (deal.eventId !== '' && this.holds(deal)) this.byEvent.set(deal.eventId, deal.id)
  }

  isAsked = (eventId: string): boolean => this.asked.has(eventId)

  leftBy = (event: CalendarEvent): DealLine | undefined => {
    const left = this.freeing.get(event.id)
    return left === undefined || event.private['freed'] === left ? undefined : this.deals.get(Number.parseInt(left, 10))
  }

  byId = (id: number): DealLine | undefined => this.deals.get(id)

  onEvent(eventId: string): DealLine | undefined {
    const id = this.byEvent.get(eventId)
    return id === undefined ? undefined : this.deals.get(id)
  }

  named = (organisation: string): NamedIn<DealLine> =>
    namedIn(organisation, [...this.deals.values()], ({ stage }) => stage === 'assigned' || unassignedStages.includes(stage))

  overlapping = (initials: string, { start, end }: CalendarEvent, except: number | null): DealLine | undefined =>
    [...this.deals.values()].find(
      (deal) =>
        deal.stage === 'assigned' &&
        deal.id !== except &&
        deal.consultant === initials &&
        (deal.start ?? '') < end &&
        start < (deal.end ?? deal.start ?? ''),
    )

  apply(it: CalendarCommand): void {
    const deal = this.deals.get(it.deal)
    if (deal === undefined) return
    const after = { ...deal, ...effectOf(it) }
    this.deals.set(deal.id, after)
    if (deal.eventId !== '') this.byEvent.delete(deal.eventId)
    if (after.eventId !== '') this.byEvent.set(after.eventId, deal.id)
  }

  /** An assigned deal holds its event against an old one that once had it; a lost deal holds none. */
  private holds(deal: DealLine): boolean {
    if (deal.stage === 'lost') return false
    const known = this.onEvent(deal.eventId)
    return known === undefined || deal.stage === 'assigned'
  }
}

function effectOf(it: CalendarCommand): Partial<DealLine> {
  switch (it.kind) {
    case 'released':
      return { stage: 'accepted', consultant: '', start: null, end: null, eventId: '' }
    case 'detached':
      return { eventId: '' }
    case 'moved':
    case 'resized':
    case 'linked':
      return { start: it.start, end: it.end, eventId: it.eventId }
    default:
      return { stage: 'assigned', consultant: it.initials, start: it.start, end: it.end, eventId: it.eventId }
  }
}
