/** The deals as they stand after the decisions so far: each decision of a look at the calendar sees the ones before it. */

import { unassignedStages } from '../../deal/deal'
import type { Around, BookedTime } from '../bookingTroubles'
import type { SlotReading } from '../slotEvents'
import type { CalendarCommand, CalendarEvent, DealLine } from './decision'
import { isSameOrganisation, type NamedIn, namedIn } from './sameOrganisation'

export interface BookSetting {
  readonly deals: readonly DealLine[]
  /** Events that wait in «Исходящие» to be freed: id → deal and version that let them go, 'abc123' → '41720v5'. */
  readonly freeing: ReadonlyMap<string, string>
  readonly reading: SlotReading
  /** The highest number ever given to a deal, as far as it was noted. */
  readonly lastDealId: number
}

export class DealBook {
  /** The highest number ever given to a deal. */
  readonly lastDealId: number
  private readonly freeing: ReadonlyMap<string, string>
  private readonly reading: SlotReading
  private readonly deals: Map<number, DealLine>
  private readonly byEvent = new Map<string, number>()

  constructor({ deals, freeing, reading, lastDealId }: BookSetting) {
    this.freeing = freeing
    this.reading = reading
    // Not by Math.max(...): a call takes no hundred thousand arguments.
    this.lastDealId = deals.reduce((last, { id }) => Math.max(last, id), lastDealId)
    this.deals = new Map(deals.map((deal) => [deal.id, deal]))
    for (const deal of deals) if (deal.eventId !== '' && this.holds(deal)) this.byEvent.set(deal.eventId, deal.id)
  }

  byId(id: number): DealLine | undefined {
    return this.deals.get(id)
  }

  onEvent(eventId: string): DealLine | undefined {
    const id = this.byEvent.get(eventId)
    return id === undefined ? undefined : this.deals.get(id)
  }

  /** In «Консультация назначена», in order of number. */
  assigned(): DealLine[] {
    return [...this.deals.values()].filter(({ stage }) => stage === 'assigned').sort((a, b) => a.id - b.id)
  }

  /** A deal has let this event go, and it is still to be freed: what stands there is no booking of a person, and nobody's to move to. */
  isLeft(event: CalendarEvent, organisation: string): boolean {
    const left = this.freeing.get(event.id)
    if (left === undefined || event.private['freed'] === left) return false
    const deal = this.deals.get(Number.parseInt(left, 10))
    return deal !== undefined && isSameOrganisation(organisation, deal.organisation)
  }

  /** Deals of the organisation, open ones before assignment and assigned ones; others that it may mean. */
  named(organisation: string): NamedIn<DealLine> {
    return namedIn(organisation, [...this.deals.values()], ({ stage }) => stage === 'assigned' || unassignedStages.includes(stage))
  }

  /** What stands about a booking: the calendar's other events, and other deals' times. */
  around(): Around {
    return { reading: this.reading, booked: this.assigned().flatMap((deal) => bookedTime(deal) ?? []) }
  }

  apply(it: CalendarCommand): void {
    const deal = this.deals.get(it.deal)
    if (deal === undefined) return
    const after = { ...deal, ...effectOf(it, deal) }
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

/** null = it has no time. */
function bookedTime({ id, consultant, start, end, eventId }: DealLine): BookedTime | null {
  return start === null ? null : { id, consultant, start, end: end ?? start, eventId }
}

function effectOf(it: CalendarCommand, deal: DealLine): Partial<DealLine> {
  switch (it.kind) {
    case 'released':
      return { stage: 'accepted', consultant: '', start: null, end: null, eventId: '', formerConsultant: deal.consultant }
    case 'detached':
      return { eventId: '' }
    case 'moved':
    case 'resized':
    case 'linked':
      return { start: it.start, end: it.end, eventId: it.eventId }
    case 'booked': {
      const firstStart = isSameAgain(deal, it.initials) ? deal.firstStart : it.start
      return { stage: 'assigned', consultant: it.initials, start: it.start, end: it.end, eventId: it.eventId, firstStart }
    }
    default:
      return { stage: 'assigned', consultant: it.initials, start: it.start, end: it.end, eventId: it.eventId, firstStart: it.start }
  }
}

/** G5: booked with the consultant again who had the time that was given back: it is a move, and the first time counts on. */
export function isSameAgain(
  { firstStart, formerConsultant }: Pick<DealLine, 'firstStart' | 'formerConsultant'>,
  consultant: string,
): boolean {
  return firstStart !== null && formerConsultant !== '' && formerConsultant === consultant
}
