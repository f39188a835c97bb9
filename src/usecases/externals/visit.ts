/** What the client's page shows of the consultation that he was told of (A2, G5): his own facts, the hours that he may choose, and no others. */

import type { Deal } from '../../domain/deal/deal'
import { meetingPlace } from '../../domain/deal/place/meetingPlace'
import { lastSaid, standingSaid, wishOf } from '../../domain/external/clientSaid'
import { type GivenLink, linkTag } from '../../domain/external/signedLink'
import type { Invitation } from '../../domain/letter/invitation'
import { howForClient } from '../../domain/letter/letters.ru'
import { linkTexts } from '../../domain/text/pageText.ru'
import { fullDayTime } from '../../domain/text/russian'
import { visitTexts, wishText } from '../../domain/text/visitText.ru'
import { addMinutes, type LocalDateTime, minutesBetween } from '../../domain/time/localTime'
import type { FreeSlot } from '../../rpc/contract'
import type { NoticeView, VisitView } from '../../rpc/pageContract'
import { bookingFacts, visitInvitation } from '../booking/bookingLetters'
import { limitEvents, slotsWithinLimit } from '../booking/listSlots'
import { clientOf, clientRow } from '../located'
import type { Known, Reads } from '../method/method'
import { notice } from './notice'

/** The deal first; then its client, and the calendar where an hour can be chosen. */
export function visitReads(id: number): readonly ((known: Known) => Reads | null)[] {
  return [
    () => ({ deals: [{ id, row: null }], whole: ['mirror', 'discrepancies'] }),
    (known) => {
      const deal = known.desk.deals.get(id)?.value
      if (deal === undefined || deal.clientId === null) return null
      const clients = { clients: [clientRow(deal.clientId)] }
      if (!isAhead(deal, known.moment.now)) return clients
      const { events } = limitEvents(deal, true, known)
      return { ...clients, events: { ...events, mayFail: true } }
    },
  ]
}

function isAhead({ stage, start }: Deal, now: LocalDateTime): boolean {
  return stage === 'assigned' && start !== null && start > now
}

/**
 * Whether the link is for the booking that stands and is still ahead; else what its reader is told: what he has done by it himself, or that it
 * is of no use any more.
 */
export function visitOver(deal: Deal, { tag }: GivenLink, { desk, moment }: Known): NoticeView | null {
  const email = clientOf(desk, deal)?.email ?? ''
  if (isAhead(deal, moment.now) && tag === linkTag('visit', deal, email)) return null
  const last = lastSaid(deal)
  const wasHis = last !== null && tag === linkTag('visit', { ...deal, start: last.start, consultant: last.consultant }, email)
  if (wasHis && last.kind === 'move' && deal.start === last.to && isAhead(deal, moment.now))
    return notice(visitTexts.moved(fullDayTime(last.to, moment.now)), true)
  return wasHis && last.kind === 'cancel' && deal.start === null ? notice(visitTexts.cancelled, true) : notice(linkTexts.over)
}

export function visitView(deal: Deal, known: Known, topic: string, fileOf: (event: Invitation) => string): VisitView {
  const { desk, moment } = known
  const facts = bookingFacts(deal, desk.office, moment.now)
  const wish = wishOf(deal, moment.now)
  return {
    view: 'visit',
    when: fullDayTime(facts.start, moment.now),
    topic,
    consultant: facts.consultantName,
    how: howForClient(facts),
    ...meetingPlace(deal, desk.office.settings.centreAddress),
    confirmed: standingSaid(deal, moment.now)?.kind === 'confirm',
    wish: wish === null ? '' : wishText({ ...wish, reason: '' }, moment.now),
    self: isSelf(deal, known),
    hours: visitHours(deal, known).map(({ start }) => ({ start, words: fullDayTime(start, moment.now) })),
    calendar: fileOf(visitInvitation(deal, desk.office, moment.now)),
  }
}

/** «Клиент переносит и отменяет сам», early enough. */
export function isSelf({ start }: Deal, { desk, moment }: Known): boolean {
  const { clientMoves, clientNoticeHours } = desk.office.settings
  return clientMoves && start !== null && addMinutes(moment.now, clientNoticeHours * 60) <= start
}

/** Free hours of this consultant, as long as the consultation, within the two days (G5) and the office's notice; nobody holds them. */
export function visitHours(deal: Deal, known: Known): FreeSlot[] {
  const { desk, moment, events } = known
  if (events === null || deal.start === null) return []
  const length = deal.end === null ? 60 : minutesBetween(deal.start, deal.end)
  const earliest = isSelf(deal, known) ? addMinutes(moment.now, desk.office.settings.clientNoticeHours * 60) : moment.now
  return slotsWithinLimit(deal, true, known)
    .consultants.flatMap(({ slots }) => slots)
    .filter(
      ({ start, minutes, heldBy, against }) => heldBy === undefined && against === undefined && minutes >= length && start >= earliest,
    )
}
