/** A changed event on which no deal is booked: a free slot, a booking by hand, a mistake, or what a run of ours left. */

import type { Stage } from '../../deal/deal'
import { type AskedTitle, askReasons, bookedTitle, type SlotTitle } from '../slotTitle'
import { type BookingMark, isOwnMark, isReadable, readMark } from './bookingMark'
import { ask, type CalendarEvent, command, type DealLine, type EventDecision, nothing } from './decision'
import type { Reading } from './linkedEvent'
import { isSameOrganisation, type NamedIn } from './sameOrganisation'

export interface DealBook {
  readonly byId: (id: number) => DealLine | undefined
  /** Deals of the organisation, open ones before assignment and assigned ones; others that it may mean. */
  readonly named: (organisation: string) => NamedIn<DealLine>
  /** Another assigned deal of this consultant within the time. */
  readonly overlapping: (initials: string, event: CalendarEvent, except: number | null) => DealLine | undefined
  /** The deal that let this event go, where «Исходящие» still has to free it: what stands there is no booking of a person. */
  readonly leftBy: (event: CalendarEvent) => DealLine | undefined
  /** A person has been asked, or has decided, about this event as it stands. */
  readonly isAsked: (eventId: string) => boolean
  /** The highest number ever given to a deal. */
  readonly lastDealId: number
}

type BookedTitle = Extract<SlotTitle, { kind: 'booked' }>

const bookable: readonly Stage[] = ['new', 'accepted']

/**
 * A mark of ours tells for certain which deal is meant; otherwise the title does (G3). What is over is left alone.
 *
 * @example «ММ консультация» renamed to «ММ_Фонд «Надежда»», one deal of that fund in «Принято в работу» → command 'booked'
 */
export function decideUnlinked(event: CalendarEvent, book: DealBook, reading: Reading): EventDecision {
  if (event.cancelled) return nothing
  const title = reading.readEvent(event)
  const left = book.leftBy(event)
  if (left !== undefined && title.kind === 'booked' && isSameOrganisation(title.organisation, left.organisation)) return nothing
  const mark = readMark(event.private)
  const marked = mark !== null && title.kind === 'booked' && hasTime(event) ? decideMarked(event, title, mark, book, reading) : null
  if (marked !== null) return marked
  if (title.kind === 'unrelated' || title.kind === 'away' || event.end <= reading.now) return nothing
  if (title.kind === 'ask')
    return ask('unread', event, { consultant: title.initials, detail: suggestionOf(title, book), why: whyOf(title) })
  if (!hasTime(event)) return ask('noTime', event, { consultant: title.initials })
  return title.kind === 'free' || book.isAsked(event.id) ? nothing : decideByHand(event, title, book)
}

/** A free title, or a booking of an organisation that has a deal: no button makes a booking of nobody. */
function suggestionOf({ initials, suggestion, organisation, why }: AskedTitle, book: DealBook): string {
  if (organisation === '') return suggestion
  const [deal] = why === 'unreadable' && initials !== '' ? book.named(organisation).same : []
  return deal === undefined ? '' : bookedTitle(initials, deal.organisation)
}

/** «названы двое: ММ, СБ» */
function whyOf({ why, people }: AskedTitle): string {
  return people.length > 1 ? `${askReasons[why]}: ${people.join(', ')}` : askReasons[why]
}

/** Ours: finished, taken back after an undeletion, or given back; null = the mark says nothing about this title. */
function decideMarked(event: CalendarEvent, title: BookedTitle, mark: BookingMark, book: DealBook, { now }: Reading): EventDecision | null {
  const deal = book.byId(mark.deal)
  const isOwn = isOwnMark(mark, event.id)
  if (deal === undefined) return isOwn && mark.deal > book.lastDealId ? giveBack(event, title, mark) : isOwn ? nothing : null
  if (!isSameOrganisation(title.organisation, deal.organisation)) return null
  const { start, end } = event
  const own = { deal: deal.id, eventId: event.id, start, end }
  if (!isOwn) {
    const isElsewhere = deal.stage === 'assigned' && deal.eventId !== '' && end > now
    return isElsewhere ? ask('copy', event, { consultant: title.initials, deal: deal.id }) : null
  }
  if (bookable.includes(deal.stage) && !isWanted(deal, mark)) return giveBack(event, title, mark)
  if (bookable.includes(deal.stage)) return command({ kind: 'booked', initials: title.initials, mark, ...own })
  if (deal.stage === 'assigned' && deal.eventId === '') return command({ kind: 'linked', ...own })
  if (deal.stage === 'assigned' && deal.eventId !== '' && deal.eventId === mark.from)
    return command({ kind: 'replaced', initials: title.initials, mark, ...own })
  return end > now ? giveBack(event, title, mark) : nothing
}

/** A booking that died is finished unless the deal went on since; one that was released later (it has its first time) was restored by a person. */
function isWanted(deal: DealLine, mark: BookingMark): boolean {
  return isReadable(mark) && (deal.version < mark.version || deal.firstStart !== null)
}

function giveBack(event: CalendarEvent, { initials }: BookedTitle, mark: BookingMark): EventDecision {
  return { kind: 'giveBack', event, initials, mark }
}

/** G3 by hand: the one open deal of the organisation is booked; otherwise, and where the name is only alike, a person is asked. */
function decideByHand(event: CalendarEvent, { initials, organisation }: BookedTitle, book: DealBook): EventDecision {
  const { same, alike } = book.named(organisation)
  const open = same.filter(({ stage }) => stage !== 'assigned')
  const told = { consultant: initials, detail: organisation }
  const [deal, ...others] = open
  if (deal === undefined) {
    const [assigned] = same
    if (assigned !== undefined) return ask('duplicate', event, { ...told, deal: assigned.id })
    const likely = alike.find(({ stage }) => stage !== 'assigned') ?? alike[0]
    return likely === undefined
      ? ask('unknownBooking', event, told)
      : ask('likeness', event, { consultant: initials, deal: likely.id, detail: likely.organisation })
  }
  if (others.length > 0) return ask('several', event, { ...told, detail: open.map(({ id }) => id).join(', ') })
  if (!bookable.includes(deal.stage)) return ask('notReady', event, { ...told, deal: deal.id })
  const other = book.overlapping(initials, event, deal.id)
  if (other !== undefined) return ask('overlap', event, { consultant: initials, deal: deal.id, detail: String(other.id) })
  const { start, end } = event
  return command({ kind: 'booked', initials, mark: null, deal: deal.id, eventId: event.id, start, end })
}

function hasTime({ allDay, start, end }: CalendarEvent): boolean {
  return !allDay && end > start
}
