/** A look at the whole calendar: what the cards follow, what is put right in the calendar, and what people are asked. A pure function of state. */

import type { Office } from '../../office/office'
import type { LocalDateTime } from '../../time/localTime'
import { eventReader } from '../eventReader'
import { type BookedEvent, readSlots } from '../slotEvents'
import { titleReader } from '../slotTitle'
import { DealBook } from './book'
import { isOwnMark, readMark } from './bookingMark'
import { ask, type CalendarCommand, type CalendarEvent, type DealLine, type EventDecision, nothing } from './decision'
import { type Asked, decideUnlinked } from './freeEvent'
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
  /** Why the deal's card does not allow the booking; null = it does. */
  readonly refusal: (command: CalendarCommand, event: CalendarEvent) => string | null
  /** Events of bookings that went because their series was changed as a whole: nobody has given them up. */
  readonly recast: ReadonlySet<string>
  /** Too many are gone at once: nobody is released. */
  readonly keepsGone: boolean
  /** The office's clock is another one than that of the cards: nobody is moved. */
  readonly keepsTimes: boolean
  /** Bookings that ended before it are history: the mirror does not hold their events. */
  readonly from: LocalDateTime
  readonly now: LocalDateTime
}

export interface Decided {
  readonly eventId: string
  readonly decision: EventDecision
}

/** What one deal lets go another may take, and so on; a list that goes round longer is left to the next look. */
const mostRounds = 5

/**
 * Commands in order, and the lines as they are when all of them are done: it is decided anew until nothing follows any more. Each round:
 * first what runs of ours left half-done, then booked deals (so that a deal released here may be booked there), then all other events.
 */
export function decideEvents(state: CalendarState): Decided[] {
  const done: Decided[] = []
  let { deals } = state
  for (let round = 1; ; round++) {
    const pass = new Pass({ ...state, deals })
    pass.finishOurs()
    pass.followBooked()
    pass.readOthers()
    const commands = pass.decided.filter(({ decision }) => decision.kind === 'command')
    if (commands.length === 0 || round === mostRounds) return [...done, ...pass.decided, ...pass.standing()]
    done.push(...commands)
    deals = pass.deals()
  }
}

class Pass {
  readonly decided: Decided[] = []
  private readonly book: DealBook
  private readonly live: ReadonlyMap<string, CalendarEvent>
  private readonly others: readonly CalendarEvent[]
  private readonly seen: Reading

  constructor(private readonly state: CalendarState) {
    const { events, office } = state
    const reading = readSlots(events, office.people)
    const book = new DealBook({ ...state, reading })
    const loose = () => reading.booked.filter((booked) => isLoose(booked, book, state))
    this.book = book
    this.live = new Map(events.map((event) => [event.id, event]))
    this.others = inOrder(events)
    this.seen = { ...state, read: titleReader(office.people), readEvent: eventReader(office.people), loose }
  }

  finishOurs(): void {
    for (const event of this.others) if (isOurs(event) && this.book.onEvent(event.id) === undefined) this.readLoose(event)
  }

  followBooked(): void {
    for (const { id } of this.state.deals.filter((one) => isJudged(one, this.state))) {
      const deal = this.book.byId(id)
      if (deal?.stage !== 'assigned' || deal.eventId === '' || this.isDecided(deal.eventId)) continue
      const decision = decideLinked(deal, this.live.get(deal.eventId) ?? null, this.book, this.seen)
      this.decide(deal.eventId, decision)
      if (decision.kind === 'waits') for (const event of decision.events) this.decide(event.id, ask('which', event, whichTold(deal)))
    }
  }

  /** Not those about which something was said already. */
  readOthers(): void {
    for (const event of this.others) if (!this.isTaken(event) && !this.isDecided(event.id)) this.readLoose(event)
  }

  /** What a consultation that is over has left is history; an event that stands ahead is read again. */
  private isTaken({ id, start }: CalendarEvent): boolean {
    const deal = this.book.onEvent(id)
    return deal !== undefined && (deal.stage === 'assigned' || start <= this.state.now)
  }

  /** As they stand after the round. */
  deals(): readonly DealLine[] {
    return this.state.deals.map((deal) => this.book.byId(deal.id) ?? deal)
  }

  /** Lines of bookings as they stand in the end. */
  standing(): Decided[] {
    const asking = new Set(this.decided.flatMap(({ decision }) => (decision.kind === 'discrepancy' ? [decision.discrepancy.deal] : [])))
    return this.book
      .assigned()
      .flatMap((deal) => standingLines(deal, this.live.get(deal.eventId) ?? null, !asking.has(deal.id), this.book, this.seen))
      .map((discrepancy) => ({ eventId: discrepancy.event.id, decision: { kind: 'discrepancy', discrepancy } }))
  }

  private isDecided(id: string): boolean {
    return this.decided.some(({ eventId }) => eventId === id)
  }

  private readLoose(event: CalendarEvent): void {
    const decision = decideUnlinked(event, this.state.asked(event), this.book, this.seen)
    this.decide(event.id, this.unlessRefused(decision, event))
  }

  /** A booking that the card does not allow is a question, and no booking to whatever is decided after it. */
  private unlessRefused(decision: EventDecision, event: CalendarEvent): EventDecision {
    if (decision.kind !== 'command' || decision.command.kind !== 'booked') return decision
    const { deal, initials } = decision.command
    const detail = this.state.refusal(decision.command, event)
    return detail === null ? decision : ask('cannotBook', event, { consultant: initials, deal, detail })
  }

  private decide(eventId: string, wanted: EventDecision): void {
    const { keepsGone, keepsTimes } = this.state
    const decision = (keepsGone && isLoss(wanted)) || (keepsTimes && isMove(wanted)) ? nothing : wanted
    if (decision.kind === 'command') this.book.apply(decision.command)
    this.decided.push({ eventId, decision })
  }
}

/** A booking whose event is gone is given up. */
export function isLoss(decision: EventDecision): boolean {
  return decision.kind === 'command' && (decision.command.kind === 'released' || decision.command.kind === 'detached')
}

/** A booking stands at another time in the calendar, whether it may be followed or not. */
export function isMove(decision: EventDecision): boolean {
  if (decision.kind === 'command') return decision.command.kind === 'moved'
  return decision.kind === 'discrepancy' && decision.discrepancy.kind === 'cannotMove'
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
function isLoose({ event: seen, organisation }: BookedEvent, book: DealBook, { asked, now }: CalendarState): boolean {
  const event = seen as CalendarEvent
  if (event.end <= now || book.onEvent(event.id) !== undefined || book.isLeft(event, organisation)) return false
  return !asked(event).some(({ isDecided }) => isDecided)
}

/** In «Консультация назначена», and not history. */
function isJudged({ stage, end, start }: DealLine, { from }: CalendarState): boolean {
  return stage === 'assigned' && (end ?? start ?? '') > from
}

function inOrder(events: readonly CalendarEvent[]): CalendarEvent[] {
  return [...events].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
}
