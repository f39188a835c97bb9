/** A booked consultation moves (G5, R1, R2): to a free slot of the same consultant, or with its event to any time; within two working days. */

import { bookedTitle, freeTitle } from '../../domain/calendar/slotTitle'
import type { Deal } from '../../domain/deal/deal'
import { isWithinMoveLimit } from '../../domain/deal/moveLimit'
import type { Problem } from '../../domain/problem'
import { checkLengths } from '../../domain/register/fieldValue'
import { addMinutes, type LocalDateTime, minutesBetween } from '../../domain/time/localTime'
import type { Input } from '../../rpc/contract'
import { bookedAnswer } from '../card/answers'
import type { Changes, Decision, Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, type Found, findDeal } from '../located'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'
import { movedChanges, type Times } from './bookingChanges'
import { eventsBetween, nextMark, slotNow, unlessTroubled, withMirror } from './checks'
import { heldByOther } from './slotHolds'

export type RescheduleInput = Input<'deal/reschedule'>

/** What the page did not know: the event's present etag, and another booking of the consultant at that time. */
interface MoveFacts {
  readonly etag: string
}

/**
 * Decides a move. A slot's event is booked and the old one freed; without a slot the same event moves, both on the condition that
 * nobody changed it since.
 */
function rescheduleDeal(input: RescheduleInput, facts: MoveFacts, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const times = timesOf(input, deal)
  const problem = forbidden(moment.who, 'assign', deal) ?? moveProblem(input, times, deal, desk, moment)
  if (problem !== null || times === null) return { ok: false, problem: problem ?? { code: 'nothingToDo' } }
  const eventId = input.slot?.eventId ?? deal.eventId
  const made = movedChanges(found.value, { ...times, eventId, reason: input.reason, kind: 'deal/reschedule' }, moment)
  return { ok: true, changes: { ...made, ...calendarOf(input, times, made, found.value, facts) } }
}

function timesOf({ slot, at }: RescheduleInput, deal: Deal): Times | null {
  if (slot === null) return at === null ? null : { start: at.start, end: at.end }
  const length = deal.start === null || deal.end === null ? 60 : minutesBetween(deal.start, deal.end)
  const end = addMinutes(slot.start, length)
  return { start: slot.start, end: end <= slot.event.end ? end : slot.event.end }
}

function moveProblem({ reason, slot }: RescheduleInput, times: Times | null, deal: Deal, desk: Desk, moment: Moment): Problem | null {
  if (deal.stage !== 'assigned') return { code: 'moveNotAllowed', from: deal.stage, to: 'assigned' }
  if (times === null) return { code: 'badValue', title: 'Начало', why: 'не выбрано новое время' }
  if (reason.trim() === '') return { code: 'reasonNeeded', what: 'консультация переносится' }
  return timeProblem(times, deal, desk, moment) ?? heldByOther(slot, desk, moment) ?? checkLengths({ moveReason: reason })
}

function timeProblem({ start, end }: Times, deal: Deal, { office }: Desk, { now }: Moment): Problem | null {
  if (end <= start) return { code: 'badValue', title: 'Конец', why: 'должен быть позже начала' }
  if (start <= now) return { code: 'badValue', title: 'Начало', why: 'это время уже прошло' }
  if (start === deal.start && end === deal.end) return { code: 'nothingToDo' }
  if (!isWithinMoveLimit(deal.firstStart, start, office))
    return { code: 'moveLimit', firstStart: deal.firstStart ?? start, days: office.settings.moveLimitDays }
  return null
}

/** Longest reason that a private property keeps beside the rest, characters. */
const reasonKept = 300

function calendarOf(
  { slot, reason }: RescheduleInput,
  times: Times,
  made: Changes,
  { deal }: Found,
  { etag }: MoveFacts,
): Pick<Changes, 'calendar' | 'freed'> {
  const booking = JSON.stringify({ reason: reason.slice(0, reasonKept) })
  const mark = { deal: deal.id, version: deal.version + 1, booking, method: 'deal/reschedule' }
  const summary = bookedTitle(deal.consultant, deal.organisation)
  const restSummary = freeTitle(deal.consultant)
  if (slot === null) {
    const was = JSON.stringify(times)
    const standing = { title: summary, start: deal.start ?? '', end: deal.end ?? '' }
    return {
      calendar: { kind: 'book', eventId: deal.eventId, etag, summary, ...times, mark: { ...mark, was }, rest: [], restSummary, standing },
      freed: made.freed,
    }
  }
  const was = JSON.stringify(slot.event)
  return {
    calendar: {
      kind: 'book',
      eventId: slot.eventId,
      etag: slot.etag,
      summary,
      ...times,
      mark: { ...mark, was, from: deal.eventId },
      rest: restsAround(times, slot.event),
      restSummary,
    },
    freed: deal.eventId === '' || deal.eventId === slot.eventId ? [] : [{ eventId: deal.eventId, summary: restSummary }],
  }
}

/** Parts of a slot before and after the consultation. */
export function restsAround(times: Times, whole: { readonly start: LocalDateTime; readonly end: LocalDateTime }): Times[] {
  const parts = [
    { start: whole.start, end: times.start },
    { start: times.end, end: whole.end },
  ]
  return parts.filter(({ start, end }) => start < end)
}

/** Six calls, one more for each rest of a slot. */
export const reschedule = method('deal/reschedule', {
  may: 'assign',
  reads: [
    ({ deal }) => ({ ...dealReads(deal), ...withMirror }),
    ({ deal, slot, at }, { desk }) => eventsBetween(desk.deals.get(deal.id)?.value.start, slot?.start ?? at?.start),
  ],
  decide: rescheduled,
  answer: bookedAnswer,
})

/** The move, asked of what the calendar says now: for the panel, and for a client's wish. */
export function rescheduled(input: RescheduleInput, known: Known): Decision {
  const consultant = known.desk.deals.get(input.deal.id)?.value.consultant ?? ''
  const slot = input.slot === null ? null : slotNow(input.slot, { consultant, mark: nextMark(input.deal) }, known)
  if (input.slot !== null && slot === null) return { ok: false, problem: { code: 'slotTaken', start: input.slot.start, consultant } }
  return unlessTroubled(rescheduleDeal({ ...input, slot }, factsOf(input, known), known.desk, known.moment), known, input.reason)
}

function factsOf({ deal: ref, at }: RescheduleInput, known: Known): MoveFacts {
  const deal = known.desk.deals.get(ref.id)?.value
  return { etag: at === null || deal === undefined ? '' : (at.etag ?? etagOf(known, deal)) }
}

/** Of the event where the card says it stands; one that no event has where somebody has moved it meanwhile. */
function etagOf({ events }: Known, { eventId, start }: Deal): string {
  const event = events?.find(({ id }) => id === eventId)
  return event?.start === start ? (event?.etag ?? 'changed') : 'changed'
}
