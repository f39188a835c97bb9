/** A booked deal and its event (G4–G6, R1, R3): the card follows, or a person is asked. */

import type { Office } from '../../office/office'
import { initialsKey } from '../../text/fold'
import type { LocalDateTime } from '../../time/localTime'
import { isFirm, type Trouble, troublesOf, troubleText } from '../bookingTroubles'
import { bookedTitle, type SlotTitle } from '../slotTitle'
import type { DealBook } from './book'
import { ask, type CalendarEvent, command, type DealLine, type EventDecision, flag, nothing } from './decision'
import { bookingElsewhere, type Elsewhere } from './identity'
import { isSameOrganisation } from './sameOrganisation'

export interface Reading extends Elsewhere {
  readonly read: (title: string) => SlotTitle
  /** By its kind and its guests' answers too. */
  readonly readEvent: (event: CalendarEvent) => SlotTitle
  readonly office: Office
  /** When an event that is gone was deleted, by its id; '' = not told. */
  readonly gone: ReadonlyMap<string, LocalDateTime>
  /** Those of them that their series lost when it was changed as a whole. */
  readonly recast: ReadonlySet<string>
  readonly holds: readonly HeldHour[]
  readonly now: LocalDateTime
}

/** An hour that somebody keeps for a client on the phone. */
export interface HeldHour {
  readonly eventId: string
  readonly until: LocalDateTime
}

/**
 * Only a deal in «Консультация назначена» follows its event; later ones are history. Where the event is deleted or free again, the booking
 * is looked for elsewhere; nowhere = released before its start (the office manager assigns anew), and after it the deal keeps its time.
 *
 * @param event null = it is not in the calendar
 * @example the event of ММ is dragged from Wednesday 10:00 to Thursday 12:00 → command 'moved'
 */
export function decideLinked(deal: DealLine, event: CalendarEvent | null, book: DealBook, reading: Reading): EventDecision {
  const title = event === null ? null : ownTitle(reading.read(event.title), deal)
  if (event === null || title === null || title.kind === 'free') return gone(deal, event, book, reading)
  const told = { consultant: deal.consultant, deal: deal.id, detail: bookedTitle(deal.consultant, deal.organisation) }
  if (title.kind !== 'booked') return ask('bookedUnread', event, told)
  if (event.allDay || event.end <= event.start) return ask('bookedNoTime', event, told)
  if (initialsKey(title.initials) !== initialsKey(deal.consultant)) return otherConsultant(deal, event, title.initials, reading)
  if (event.start === deal.start && event.end === deal.end) return nothing
  return moved(deal, event, book, reading)
}

/** Initials that two people share, and a name that reads as two or as none, are the deal's own here. */
function ownTitle(title: SlotTitle, deal: DealLine): SlotTitle {
  if (title.kind !== 'ask' || title.organisation === '' || !title.people.includes(deal.consultant)) return title
  const isNamed = title.why === 'noOrganisation' && isSameOrganisation(title.organisation, deal.organisation)
  const isOwn = isNamed || title.why === 'sharedInitials' || title.why === 'twoOrganisations'
  return isOwn ? { kind: 'booked', initials: deal.consultant, organisation: title.organisation } : title
}

/** G6: who holds it is the office's affair; whose hand it was Google does not tell. */
function otherConsultant(deal: DealLine, event: CalendarEvent, initials: string, { office }: Reading): EventDecision {
  const person = office.people.find((one) => one.initials === initials)
  const isUndecided = person?.external === true && deal.externalBy === ''
  const detail = isUndecided ? 'Внешний консультант: нужно решение руководителя проекта (T2).' : initials
  return ask(isUndecided ? 'cannotReassign' : 'otherConsultant', event, { consultant: deal.consultant, deal: deal.id, detail })
}

/** Nobody outside hears of a time that cannot be meant, and the card waits for a person. */
function moved(deal: DealLine, event: CalendarEvent, book: DealBook, { office, now }: Reading): EventDecision {
  const { start, end } = event
  const own = { deal: deal.id, eventId: event.id, start, end }
  const isLength = start === deal.start
  const troubles = troublesOf({ ...deal, ...own }, book.around(), office, now).filter((one) => isOfTime(one, isLength))
  if (troubles.length === 0) return command({ kind: isLength ? 'resized' : 'moved', ...own })
  const isLasting = troubles.some((one) => isFirm(one) && one.kind !== 'past')
  const told = { consultant: deal.consultant, deal: deal.id, detail: troubleText(troubles) }
  return ask('cannotMove', event, { ...told, ...(isLasting ? { why: 'firm' } : {}) })
}

/** A consultation that has begun may become longer or shorter; who holds it, and of which topic, is no question of the time. */
function isOfTime({ kind }: Trouble, isLength: boolean): boolean {
  return !['unknown', 'undecided', 'topic', ...(isLength ? ['past'] : [])].includes(kind)
}

function gone(deal: DealLine, event: CalendarEvent | null, book: DealBook, reading: Reading): EventDecision {
  const events = bookingElsewhere(deal, reading)
  const [one, ...more] = events
  if (more.length > 0) return { kind: 'waits', events }
  if (one !== undefined) return elsewhere(deal, one, book, reading)
  const own = { deal: deal.id, eventId: deal.eventId }
  const at = (event === null ? reading.gone.get(deal.eventId) : event.updated) || reading.now
  if (deal.start !== null && deal.start <= at) return command({ kind: 'detached', ...own })
  if (event === null && reading.recast.has(deal.eventId))
    return ask('recast', lostEvent(deal), { consultant: deal.consultant, deal: deal.id, detail: deal.organisation })
  return command({ kind: 'released', why: event === null ? 'deleted' : 'renamed', ...own })
}

/** As the calendar had it. */
function lostEvent({ eventId: id, consultant, organisation, start, end }: DealLine): CalendarEvent {
  const times = { start: start ?? '', end: end ?? '', allDay: false }
  return {
    id,
    etag: '',
    title: bookedTitle(consultant, organisation),
    ...times,
    recurringEventId: '',
    private: {},
    cancelled: false,
    declined: [],
  }
}

/** The booking stands on another event now: a move, where its time is another. */
function elsewhere(deal: DealLine, event: CalendarEvent, book: DealBook, reading: Reading): EventDecision {
  const { id: eventId, start, end } = event
  if (start === deal.start && end === deal.end) return command({ kind: 'linked', deal: deal.id, eventId, start, end })
  return moved(deal, event, book, reading)
}

/** Lines about a title or an answer on the event of a booking that stands. */
export function flagsOf(deal: DealLine, event: CalendarEvent, { read, office }: Reading, isSame: (inTitle: string) => boolean) {
  const title = ownTitle(read(event.title), deal)
  if (title.kind !== 'booked') return []
  const told = { consultant: deal.consultant, deal: deal.id }
  const email = office.people.find(({ initials }) => initials === deal.consultant)?.email.toLowerCase() ?? ''
  return [
    ...(isSame(title.organisation)
      ? []
      : [flag('otherOrganisation', event, { ...told, detail: bookedTitle(deal.consultant, deal.organisation) })]),
    ...(email !== '' && event.declined.includes(email) ? [flag('declined', event, told)] : []),
  ]
}
