/** A slot is booked: event, deal, the consultant's task and letter, the client's letter (A1–A4, G3). */

import { bookedTitle, freeTitle } from '../../domain/calendar/slotTitle'
import { isSameAgain } from '../../domain/calendar/sync/book'
import type { Deal } from '../../domain/deal/deal'
import { isWithinMoveLimit } from '../../domain/deal/moveLimit'
import { checkMove } from '../../domain/deal/pipeline'
import type { Person } from '../../domain/office/office'
import type { Problem } from '../../domain/problem'
import { checkLengths } from '../../domain/register/fieldValue'
import { addMinutes, type LocalDateTime } from '../../domain/time/localTime'
import type { Input } from '../../rpc/contract'
import { bookedAnswer, cardIn } from '../card/answers'
import { type CalendarAction, changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, findDeal, nextVersion, stamp, withComment } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'
import { freshBooking } from './bookingChanges'
import { eventsAbout, nextMark, slotNow, unlessTroubled, withMirror } from './checks'
import { heldByOther } from './slotHolds'

export type BookInput = Input<'deal/book'>

/**
 * Decides a booking. The calendar is changed between this decision and its commit, on the condition that the event is
 * still the one the slot list showed (etag).
 */
function bookSlot(input: BookInput, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal, client } = found.value
  const person = desk.office.people.find(({ initials }) => initials === input.consultant)
  const problem =
    mayAssign(moment, deal, input.consultant) ??
    inputProblem(input, person) ??
    tooFarAgain(input, deal, desk.office) ??
    heldByOther(input.slot, desk, moment)
  if (problem !== null || person === undefined)
    return { ok: false, problem: problem ?? { code: 'consultantUnknown', initials: input.consultant } }
  const booked = { ...deal, ...bookedFields(input, deal, moment) }
  const checked = checkMove({
    deal: { ...booked, stage: deal.stage },
    client,
    to: 'assigned',
    reason: '',
    now: moment.now,
    office: desk.office,
    who: moment.who.roles,
  })
  if (!checked.ok) return checked
  const after = nextVersion(deal, booked)
  const calendar = calendarAction(input, after)
  return { ok: true, changes: changes({ kind: 'deal/book', reason: overrideOf(input), deals: [{ before: deal, after }], calendar }) }
}

/** I9: a consultant assigns to himself; who gets a colleague's time is decided at the office (A1). */
function mayAssign({ who }: Moment, deal: Deal, consultant: string): Problem | null {
  return forbidden(who, 'assign', deal) ?? forbidden(who, 'assign', { ...deal, consultant })
}

function because(input: BookInput): string {
  const reason = overrideOf(input)
  return reason === '' ? '' : ` — ${reason}`
}

/** Already booked just so: a repeated call of a page that did not hear the first answer. */
function isBookedSo(input: BookInput, deal: Deal): boolean {
  return (
    deal.stage === 'assigned' &&
    deal.eventId === input.slot.eventId &&
    deal.start === input.slot.start &&
    deal.consultant === input.consultant
  )
}

function inputProblem(input: BookInput, person: Person | undefined): Problem | null {
  if (person === undefined) return { code: 'consultantUnknown', initials: input.consultant }
  if (input.minutes < 15 || input.minutes > 480) return { code: 'badValue', title: 'Продолжительность, мин', why: 'от 15 минут до 8 часов' }
  if (addMinutes(input.slot.start, input.minutes) > roomUntil(input))
    return { code: 'badValue', title: 'Продолжительность, мин', why: 'не помещается в выбранный слот' }
  return checkLengths({ place: input.place, moveReason: overrideOf(input) })
}

/** «вопреки правилам: …», trimmed; '' = nothing is overridden. */
function overrideOf({ overrideReason = '' }: BookInput): string {
  return overrideReason.trim()
}

/** G5: the same consultant again is a move; the first time is forgotten only with a reason. */
function tooFarAgain(input: BookInput, deal: Deal, office: Desk['office']): Problem | null {
  const isFar = isSameAgain(deal, input.consultant) && !isWithinMoveLimit(deal.firstStart, input.slot.start, office)
  return isFar && overrideOf(input) === ''
    ? { code: 'reasonNeeded', what: 'консультация назначается тому же консультанту дальше разрешённого от первого времени (G5)' }
    : null
}

function bookedFields(input: BookInput, deal: Deal, { now }: Moment): Partial<Deal> {
  const { start } = input.slot
  return {
    stage: 'assigned',
    stageSince: now,
    consultant: input.consultant,
    topic: input.topic,
    start,
    end: bookedEnd(input),
    ...freshBooking,
    firstStart: isSameAgain(deal, input.consultant) && overrideOf(input) === '' ? deal.firstStart : start,
    format: input.format,
    place: input.place,
    eventId: input.slot.eventId,
    comments: withComment(deal, `${stamp(now)}: назначено на ${stamp(start)}, ${input.consultant}${because(input)}`),
  }
}

/** Up to an hour takes the hour; a longer one ends on its minute (a slot longer than the consultation is split). */
function bookedEnd(input: BookInput): LocalDateTime {
  const hour = addMinutes(input.slot.start, Math.max(60, input.minutes))
  return hour <= roomUntil(input) ? hour : roomUntil(input)
}

/** The slot's end, or that of the free event behind it, which is taken only where the consultation needs it. */
function roomUntil({ slot, join, minutes }: BookInput): LocalDateTime {
  const { end } = slot.event
  return join && join.start === end && addMinutes(slot.start, minutes) > end ? join.end : end
}

/** What becomes of the event behind the slot: it starts later, or goes; null = it is not touched. */
function joinOf(input: BookInput): NonNullable<Extract<CalendarAction, { kind: 'book' }>['join']> | null {
  const { join, slot } = input
  const end = bookedEnd(input)
  return join && end > slot.event.end ? { eventId: join.eventId, etag: join.etag, start: end, end: join.end } : null
}

/** What the event will say; parts of a longer slot before and after the consultation stay free (G3). */
function calendarAction(input: BookInput, deal: Deal): CalendarAction {
  const whole = input.slot.event
  return {
    kind: 'book',
    eventId: input.slot.eventId,
    etag: input.slot.etag,
    summary: bookedTitle(deal.consultant, deal.organisation),
    start: deal.start ?? '',
    end: deal.end ?? '',
    mark: { deal: deal.id, version: deal.version, booking: bookingOf(input), was: JSON.stringify(whole) },
    rest: restsOf(input),
    restSummary: freeTitle(deal.consultant),
    join: joinOf(input),
  }
}

/** What is left of a longer slot, before the consultation and after it. */
function restsOf(input: BookInput): readonly { readonly start: LocalDateTime; readonly end: LocalDateTime }[] {
  const { start, event } = input.slot
  const parts = [
    { start: event.start, end: start },
    { start: bookedEnd(input), end: event.end },
  ]
  return parts.filter((part) => part.start < part.end)
}

/** Longest value of a private property, characters. */
const propertyLimit = 1024
/** Longest reason kept beside the rest, characters. */
const reasonKept = 200

/** The input as a private property; a place that would make it too long is cut there. */
function bookingOf(input: BookInput): string {
  const { overrideReason: _, ...booking } = input
  const reason = overrideOf(input).slice(0, reasonKept)
  const told = { ...booking, deal: { ...input.deal, row: null }, ...(reason === '' ? {} : { reason }) }
  let place = input.place
  while (place !== '' && JSON.stringify({ ...told, place }).length > propertyLimit) place = place.slice(0, Math.max(0, place.length - 50))
  return JSON.stringify({ ...told, place })
}

/** Six calls: lock, load, the calendar's news, conditional patch, commit, release. A repeated call finds its own booking and says so. */
export const book = method('deal/book', {
  may: 'assign',
  reads: [({ deal }) => ({ ...dealReads(deal), ...withMirror }), ({ slot }) => eventsAbout(slot.start)],
  again: (input, known) => {
    const card = cardIn(known, input.deal.id)
    return card !== null && isBookedSo(input, card.deal) ? { card, lettersWaiting: 0 } : null
  },
  decide: (input, known) => {
    const slot = slotNow(input.slot, { consultant: input.consultant, mark: nextMark(input.deal) }, known)
    if (slot === null) return { ok: false, problem: { code: 'slotTaken', start: input.slot.start, consultant: input.consultant } }
    return unlessTroubled(bookSlot({ ...input, slot }, known.desk, known.moment), known, overrideOf(input))
  },
  answer: bookedAnswer,
})
