/** Lines about bookings that stand: what their titles and guests say, the two days (G5), and every rule that a booking breaks today (G6). */

import { isBeyondMoveLimit } from '../../deal/moveLimit'
import { fullDayTime } from '../../text/russian'
import { addMinutes } from '../../time/localTime'
import { isFirm, troublesOf, troubleText } from '../bookingTroubles'
import type { DealBook } from './book'
import { type CalendarEvent, type DealLine, type Discrepancy, flag } from './decision'
import { flagsOf, type Reading } from './linkedEvent'
import { isSameOrganisation } from './sameOrganisation'

/**
 * @param event as it stands in the calendar; null = the booking has none
 * @param isFollowed whether card and event agree; where they do not, a person is asked about that first
 */
export function standingLines(
  deal: DealLine,
  event: CalendarEvent | null,
  isFollowed: boolean,
  book: DealBook,
  reading: Reading,
): Discrepancy[] {
  if (deal.stage !== 'assigned' || deal.start === null) return []
  const shown = event ?? cardEvent(deal)
  const titles = event === null ? [] : flagsOf(deal, event, reading, (inTitle) => isSameOrganisation(inTitle, deal.organisation))
  if (deal.start <= reading.now || !isFollowed) return titles
  return [...titles, ...limitLine(deal, shown, reading), ...brokenLines(deal, shown, book, reading)]
}

function limitLine(deal: DealLine, event: CalendarEvent, { office, now }: Reading): Discrepancy[] {
  if (!isBeyondMoveLimit(deal, office)) return []
  const detail = fullDayTime(deal.firstStart ?? deal.start ?? '', now)
  return [flag('limit', event, { consultant: deal.consultant, deal: deal.id, detail })]
}

/** Of a card that does not say when it ends. */
const usualMinutes = 60

/** Of two that overlap the later one is named. */
function brokenLines(deal: DealLine, event: CalendarEvent, book: DealBook, { office, now }: Reading): Discrepancy[] {
  const { id, consultant, start, end, eventId, topic, agreedWith, externalBy } = deal
  if (start === null) return []
  const it = { id, consultant, start, end: end ?? addMinutes(start, usualMinutes), eventId, topic, agreedWith, externalBy }
  const troubles = troublesOf(it, book.around(), office, now)
  const told = { consultant, deal: id }
  const crossing = troubles.filter(({ kind, deal: other }) => kind === 'overlap' && (other ?? 0) < id)
  const others = troubles.filter(({ kind }) => kind !== 'overlap')
  return [
    ...crossing.map(({ deal: other = 0 }) => flag('overlap', event, { ...told, detail: other === 0 ? '' : String(other) })),
    ...(others.length === 0
      ? []
      : [flag('breaks', event, { ...told, detail: troubleText(others), ...(others.some(isFirm) ? { why: 'firm' } : {}) })]),
  ]
}

/** A booking without an event, as the card has it. */
function cardEvent({ id, start, end, organisation, consultant }: DealLine): CalendarEvent {
  const plain = { etag: '', allDay: false, recurringEventId: '', private: {}, cancelled: false, declined: [] }
  return { ...plain, id: `deal${id}`, title: `${consultant}_${organisation}`, start: start ?? '', end: end ?? start ?? '' }
}
