/** An event on which no deal is booked: a free slot, a booking by hand, a mistake, or what a run of ours left. */

import type { Stage } from '../../deal/deal'
import { clock } from '../../text/russian'
import { minutesBetween } from '../../time/localTime'
import { troublesOf, troubleText } from '../bookingTroubles'
import { timeDoubt } from '../slotHours'
import { type AskedTitle, askReasons, bookedTitle, type SlotTitle } from '../slotTitle'
import type { DealBook } from './book'
import { type BookingMark, isOwnMark, isReadable, readMark } from './bookingMark'
import { ask, type CalendarEvent, command, type DealLine, type DiscrepancyKind, type EventDecision, nothing } from './decision'
import type { Reading } from './linkedEvent'
import { isSameOrganisation } from './sameOrganisation'

type BookedTitle = Extract<SlotTitle, { kind: 'booked' }>

/** What people have been asked, or have decided, about this event as it stands. */
export interface Asked {
  readonly kind: DiscrepancyKind
  readonly isDecided: boolean
}

const bookable: readonly Stage[] = ['new', 'accepted']

/**
 * A mark of ours tells for certain which deal is meant; otherwise the title does (G3). What is over is left alone.
 *
 * @example «ММ консультация» renamed to «ММ_Фонд «Надежда»», one deal of that fund in «Принято в работу» → command 'booked'
 */
export function decideUnlinked(event: CalendarEvent, asked: readonly Asked[], book: DealBook, reading: Reading): EventDecision {
  const title = reading.readEvent(event)
  if (title.kind === 'booked' && book.isLeft(event, title.organisation)) return nothing
  const known = title.kind === 'booked' && hasTime(event) ? decideKnown(event, title, book, reading) : null
  if (known !== null) return known
  if (title.kind === 'unrelated' || title.kind === 'away' || event.end <= reading.now) return nothing
  if (title.kind === 'ask')
    return ask('unread', event, { consultant: title.initials, detail: suggestionOf(title, book), why: whyOf(title) })
  if (!hasTime(event)) return ask('noTime', event, { consultant: title.initials })
  return title.kind === 'free' ? strangeSlot(event, title.initials, reading) : decideByHand(event, title, asked, book, reading)
}

/** A slot of several days, or at night: its hours in the working day are offered, and somebody looks at it. */
function strangeSlot(event: CalendarEvent, consultant: string, { office }: Reading): EventDecision {
  const doubt = timeDoubt(event, 'free', office)
  return doubt === null ? nothing : ask('longSlot', event, { consultant, detail: doubt })
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

/** By its deal or its mark; null = neither says anything about this title. */
function decideKnown(event: CalendarEvent, title: BookedTitle, book: DealBook, reading: Reading): EventDecision | null {
  const mark = readMark(event.private)
  return aheadOfItsPast(event, title, book, reading) ?? (mark === null ? null : decideMarked(event, title, mark, book, reading))
}

const over: readonly Stage[] = ['held', 'feedback', 'won']

/** The event of a consultation that is over stands ahead, whoever wrote it. */
function aheadOfItsPast(
  event: CalendarEvent,
  { initials, organisation }: BookedTitle,
  book: DealBook,
  { now }: Reading,
): EventDecision | null {
  const deal = book.onEvent(event.id)
  const isIts = deal !== undefined && over.includes(deal.stage) && isSameOrganisation(organisation, deal.organisation)
  return isIts && event.start > now ? ask('heldAhead', event, { consultant: initials, deal: deal.id, detail: deal.organisation }) : null
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
  if (bookable.includes(deal.stage)) return end > now ? command({ kind: 'booked', initials: title.initials, mark, ...own }) : nothing
  if (deal.stage === 'assigned' && deal.eventId === '') return command({ kind: 'linked', ...own })
  if (deal.stage === 'assigned' && deal.eventId !== '' && deal.eventId === mark.from)
    return command({ kind: 'replaced', initials: title.initials, mark, ...own })
  if (deal.stage !== 'lost' && deal.eventId === event.id) return nothing
  return end > now ? giveBack(event, title, mark) : nothing
}

/** A booking that died is finished unless the deal went on since; one that was released later (it has its first time) was restored by a person. */
function isWanted(deal: DealLine, mark: BookingMark): boolean {
  return isReadable(mark) && (deal.version < mark.version || deal.firstStart !== null)
}

function giveBack(event: CalendarEvent, { initials }: BookedTitle, mark: BookingMark): EventDecision {
  return { kind: 'giveBack', event, initials, mark }
}

/** Asked about before there was a deal that it could mean: never booked without the answer. */
const askedWho: readonly DiscrepancyKind[] = ['unknownBooking', 'likeness', 'several', 'duplicate', 'offered', 'which']

/** G3 by hand: the one open deal of the organisation is booked; otherwise, and where the name is only alike, a person is asked. */
function decideByHand(
  event: CalendarEvent,
  { initials, organisation }: BookedTitle,
  asked: readonly Asked[],
  book: DealBook,
  reading: Reading,
): EventDecision {
  const { same, alike } = book.named(organisation)
  const open = same.filter(({ stage }) => stage !== 'assigned')
  const told = { consultant: initials, detail: organisation }
  const [deal, ...others] = open
  if (deal === undefined) return notWaiting(event, { same, alike }, told)
  if (others.length > 0) return ask('several', event, { ...told, detail: open.map(({ id }) => id).join(', ') })
  if (!bookable.includes(deal.stage)) return ask('notReady', event, { ...told, deal: deal.id })
  if (asked.some(({ kind, isDecided }) => isDecided || askedWho.includes(kind))) return ask('offered', event, { ...told, deal: deal.id })
  return bookedUnlessTroubled(deal, event, initials, book, reading)
}

interface Likely {
  readonly same: readonly DealLine[]
  readonly alike: readonly DealLine[]
}

function notWaiting(
  event: CalendarEvent,
  { same, alike }: Likely,
  told: { readonly consultant: string; readonly detail: string },
): EventDecision {
  const { start, end } = event
  const own = same.find((deal) => deal.eventId === '' && deal.start === start && deal.consultant === told.consultant)
  if (own !== undefined) return command({ kind: 'linked', deal: own.id, eventId: event.id, start, end })
  const [assigned] = same
  if (assigned !== undefined) return ask('duplicate', event, { ...told, deal: assigned.id })
  const likely = alike.find(({ stage }) => stage !== 'assigned') ?? alike[0]
  return likely === undefined
    ? ask('unknownBooking', event, told)
    : ask('likeness', event, { consultant: told.consultant, deal: likely.id, detail: likely.organisation })
}

/** An hour that nobody can mean, or that is not the consultant's, is asked about before anybody hears of it. */
function bookedUnlessTroubled(deal: DealLine, event: CalendarEvent, initials: string, book: DealBook, reading: Reading): EventDecision {
  const { start, end } = event
  const own = { consultant: initials, start, end, eventId: event.id }
  const troubles = troublesOf({ ...deal, ...own }, book.around(), reading.office, reading.now)
  const asking = troubles.filter(({ kind }) => !(kind === 'undecided' || kind === 'topic'))
  const hold = reading.holds.find(({ eventId }) => eventId === event.id)
  const other = asking.find(({ kind }) => kind === 'overlap')
  if (other !== undefined) return ask('overlap', event, { consultant: initials, deal: deal.id, detail: String(other.deal || '') })
  if (asking.length > 0)
    return ask('cannotBook', event, { consultant: initials, deal: deal.id, detail: `${sentence(troubleText(asking))}.` })
  if (hold !== undefined)
    return ask('cannotBook', event, {
      consultant: initials,
      deal: deal.id,
      detail: `Этот час держат для звонящего клиента до ${clock(hold.until)}.`,
    })
  return command({ kind: 'booked', initials, mark: null, deal: deal.id, eventId: event.id, start, end })
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function hasTime({ allDay, start, end }: CalendarEvent): boolean {
  return !allDay && minutesBetween(start, end) > 0
}
