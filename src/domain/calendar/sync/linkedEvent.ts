/** A change of an event on which a deal is booked (G4–G6, R1, R3): the card follows, or a person is asked. */

import type { Person } from '../../office/office'
import type { LocalDateTime } from '../../time/localTime'
import { bookedTitle, initialsKey, type SlotTitle } from '../slotTitle'
import {
  ask,
  type CalendarCommand,
  type CalendarEvent,
  command,
  type DealLine,
  type Discrepancy,
  type EventDecision,
  flag,
  nothing,
} from './decision'
import { isSameOrganisation } from './sameOrganisation'

export interface Reading {
  readonly read: (title: string) => SlotTitle
  /** By its kind and its guests' answers too. */
  readonly readEvent: (event: CalendarEvent) => SlotTitle
  readonly people: readonly Person[]
  readonly now: LocalDateTime
}

/**
 * Only a deal in «Консультация назначена» follows its event; later ones are history. Deleted or renamed to a free title before the start =
 * released (the office manager assigns anew); after the start the deal keeps its time and only loses the event.
 *
 * @example the event of ММ is dragged from Wednesday 10:00 to Thursday 12:00 → command 'moved'
 */
export function decideLinked(deal: DealLine, event: CalendarEvent, reading: Reading): EventDecision {
  if (deal.stage !== 'assigned') return nothing
  if (event.cancelled) return gone(deal, 'deleted', reading.now)
  const title = ownTitle(reading.read(event.title), deal)
  if (title.kind === 'free') return gone(deal, 'renamed', reading.now)
  const told = { consultant: deal.consultant, deal: deal.id, detail: bookedTitle(deal.consultant, deal.organisation) }
  if (title.kind !== 'booked') return ask('bookedUnread', event, told)
  if (event.allDay || event.end <= event.start) return ask('bookedNoTime', event, told)
  const flags = flagsOf(deal, event, title, reading)
  const change = changeOf(deal, event, title.initials)
  if (change !== null) return command(change, flags)
  const first = flags[0]
  return first === undefined ? nothing : { kind: 'discrepancy', discrepancy: first }
}

/** Initials that two people share are the deal's own here. */
function ownTitle(title: SlotTitle, deal: DealLine): SlotTitle {
  const isOwn =
    title.kind === 'ask' && title.why === 'sharedInitials' && title.organisation !== '' && title.people.includes(deal.consultant)
  return isOwn ? { kind: 'booked', initials: deal.consultant, organisation: title.organisation } : title
}

function gone(deal: DealLine, why: 'deleted' | 'renamed', now: LocalDateTime): EventDecision {
  const own = { deal: deal.id, eventId: deal.eventId }
  if (deal.start !== null && deal.start <= now) return command({ kind: 'detached', ...own })
  return command({ kind: 'released', why, ...own })
}

/** What differs between the card and the event, the weightiest first: another consultant, another time, another length. */
function changeOf(deal: DealLine, { start, end }: CalendarEvent, initials: string): CalendarCommand | null {
  const own = { deal: deal.id, eventId: deal.eventId, start, end }
  if (initialsKey(initials) !== initialsKey(deal.consultant)) return { kind: 'reassigned', initials, ...own }
  if (start !== deal.start) return { kind: 'moved', ...own }
  return end === deal.end ? null : { kind: 'resized', ...own }
}

function flagsOf(
  deal: DealLine,
  event: CalendarEvent,
  title: Extract<SlotTitle, { kind: 'booked' }>,
  { people }: Reading,
): readonly Discrepancy[] {
  const told = { consultant: title.initials, deal: deal.id }
  const email = people.find(({ initials }) => initials === title.initials)?.email.toLowerCase() ?? ''
  return [
    ...(isSameOrganisation(title.organisation, deal.organisation)
      ? []
      : [flag('otherOrganisation', event, { ...told, detail: bookedTitle(title.initials, deal.organisation) })]),
    ...(email !== '' && event.declined.includes(email) ? [flag('declined', event, told)] : []),
  ]
}
