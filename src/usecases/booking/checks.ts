/** The one set of checks of a booking, asked of every plan that books, moves, gives away or brings back: refused, or allowed with a reason that stays. */

import * as v from 'valibot'
import {
  type Around,
  type BookedTime,
  isFirm,
  type Trouble,
  type TroubleKind,
  troublesOf,
  troubleText,
} from '../../domain/calendar/bookingTroubles'
import { type BookedEvent, type FreeEvent, readSlots, type SlotEvent, type SlotReading } from '../../domain/calendar/slotEvents'
import { overlaps } from '../../domain/calendar/slotHours'
import { bookedTitle } from '../../domain/calendar/slotTitle'
import { isOwnMark, readMark } from '../../domain/calendar/sync/bookingMark'
import { type CalendarEvent, type Discrepancy, flag } from '../../domain/calendar/sync/decision'
import { isSameOrganisation } from '../../domain/calendar/sync/sameOrganisation'
import type { Deal, Stage } from '../../domain/deal/deal'
import type { Problem } from '../../domain/problem'
import { decoded } from '../../domain/register/stored'
import { addDays, addMinutes, dateOf, type LocalDateTime } from '../../domain/time/localTime'
import type { SlotRef } from '../../rpc/contract'
import type { Changes, Decision, Moment, RowChange } from '../changes'
import type { Desk } from '../desk'
import { stamp } from '../located'
import type { Known, Reads } from '../method/method'

/** Read with a deal's rows: then the calendar's days come from the mirror, brought up to date by one list. */
export const withMirror = { whole: ['mirror'] } as const satisfies Reads

/** The calendar about a time; null = there is none. */
export function eventsAbout(at: LocalDateTime | null | undefined): Pick<Reads, 'events'> {
  return eventsBetween(at)
}

/** The days of two times and between them. */
export function eventsBetween(...times: readonly (LocalDateTime | null | undefined)[]): Pick<Reads, 'events'> {
  const told = times.flatMap((at) => at || []).sort()
  const [first, last] = [told[0], told[told.length - 1]]
  return first === undefined || last === undefined ? {} : { events: { from: addDays(dateOf(first), -1), until: addDays(dateOf(last), 1) } }
}

type Seen = Pick<Known, 'desk' | 'moment'> & Partial<Pick<Known, 'events'>>

/** What no person has to give a reason for: who books sees it. */
const silent: readonly TroubleKind[] = ['topic', 'severalHours']

/**
 * The same decision, or a refusal where the time of a deal cannot be meant. What a reason makes right is written down as decided, so that
 * nobody is asked about it again.
 * @param reason why it is done all the same, '' = not told
 * @param mayBePast where a person writes down what has been
 */
export function unlessTroubled(decision: Decision, known: Seen, reason = '', mayBePast = false): Decision {
  if (!decision.ok) return decision
  const taking = decision.changes.deals.filter(takesTime)
  const accepted: Changes['accepted'][number][] = []
  for (const { after } of taking) {
    const troubles = troublesIn(after, known).filter(({ kind }) => !(mayBePast && kind === 'past'))
    const problem = problemOf(after, troubles, reason, known)
    if (problem !== null) return { ok: false, problem }
    if (troubles.length > 0) accepted.push({ line: acceptedLine(after, troubles), how: `это не ошибка — ${howOf(reason, known.moment)}` })
  }
  return accepted.length === 0 ? decision : { ...decision, changes: { ...decision.changes, accepted } }
}

function howOf(reason: string, { who, now }: Moment): string {
  return `${reason === '' ? 'назначено так' : reason} (${who.name}, ${stamp(now)})`
}

/** Stages in which a deal has its hour: who goes back from «Консультация проведена» takes no other's. */
const keepingTime: readonly Stage[] = ['assigned', 'held', 'feedback', 'won']

/** A booking that stands as it stood is not judged again. */
function takesTime({ before, after }: RowChange<Deal>): boolean {
  if (after.stage !== 'assigned') return false
  const { stage, consultant, start, end } = before ?? { stage: 'new', consultant: '', start: null, end: null }
  return !keepingTime.includes(stage) || consultant !== after.consultant || start !== after.start || end !== after.end
}

function troublesIn(deal: Deal, { desk, moment, events = null }: Seen): Trouble[] {
  const { start, end } = deal
  if (start === null) return []
  const reading = events === null ? null : readSlots(events, desk.office.people)
  return troublesOf({ ...deal, start, end: end ?? addMinutes(start, usualMinutes) }, aroundOf(deal, reading, desk), desk.office, moment.now)
}

/** «Контроль» knows every booking to come; the calendar, how long it is. */
function aroundOf(deal: Pick<Deal, 'id'>, reading: SlotReading | null, { control }: Desk): Around {
  const holds = control.filter(({ key, dealId }) => key === 'A4.hold' && dealId !== null && dealId !== deal.id)
  return { reading, booked: holds.map(({ dealId, who, due }) => timeOf(dealId ?? 0, who, due, reading)) }
}

const usualMinutes = 60

function timeOf(id: number, consultant: string, start: LocalDateTime, reading: SlotReading | null): BookedTime {
  const event = reading?.booked.find((one) => one.initials === consultant && one.event.start === start)?.event
  return { id, consultant, start, end: event?.end ?? addMinutes(start, usualMinutes), eventId: event?.id ?? '' }
}

/** The very slot went to another meanwhile; or the time is no time for a booking. */
function problemOf(deal: Deal, troubles: readonly Trouble[], reason: string, known: Seen): Problem | null {
  const [firm] = troubles.filter(isFirm)
  if (firm !== undefined) return firmProblem(deal, firm, known)
  const asking = troubles.filter(({ kind }) => !silent.includes(kind))
  return asking.length > 0 && reason.trim() === ''
    ? { code: 'reasonNeeded', what: `консультация назначается, хотя ${troubleText(asking)}` }
    : null
}

function firmProblem({ consultant, start, end, eventId }: Deal, { kind, text, deal }: Trouble, known: Seen): Problem {
  if (kind === 'overlap') {
    const isSame = deal !== undefined && deal !== 0 && isOnEvent(deal, eventId, known)
    return isSame && start !== null ? { code: 'slotTaken', start, consultant } : { code: 'overlaps', consultant, deal: deal ?? 0 }
  }
  if (kind === 'unknown') return { code: 'consultantUnknown', initials: consultant }
  if (kind === 'undecided') return { code: 'externalDecisionNeeded', consultant }
  return { code: 'badValue', title: kind === 'past' || end === null ? 'Начало' : 'Продолжительность, мин', why: text }
}

function isOnEvent(other: number, eventId: string, { desk, events = null }: Seen): boolean {
  const reading = events === null ? null : readSlots(events, desk.office.people)
  return eventId !== '' && aroundOf({ id: 0 }, reading, desk).booked.some((one) => one.id === other && one.eventId === eventId)
}

/** As the look at the calendar will tell it. */
function acceptedLine(deal: Deal, troubles: readonly Trouble[]): Discrepancy {
  const detail = troubleText(troubles.filter(({ kind }) => kind !== 'overlap'))
  return flag('breaks', eventOf(deal), { consultant: deal.consultant, deal: deal.id, detail })
}

function eventOf({ id, eventId, consultant, organisation, start, end }: Deal): CalendarEvent {
  const plain = { etag: '', allDay: false, recurringEventId: '', private: {}, cancelled: false, declined: [] }
  const title = bookedTitle(consultant, organisation)
  return { ...plain, id: eventId || `deal${id}`, title, start: start ?? '', end: end ?? start ?? '' }
}

/** A slot as a page saw it. */
interface PageSlot {
  readonly eventId: string
  readonly etag: string
  readonly start: LocalDateTime
  readonly event: { readonly start: LocalDateTime; readonly end: LocalDateTime }
}

/** The mark that a booking of this deal writes. */
export function nextMark({ id, version }: { readonly id: number; readonly version: number }): {
  readonly deal: number
  readonly version: number
} {
  return { deal: id, version: version + 1 }
}

/** Whose slot it is to be. */
interface SlotFor {
  readonly consultant: string
  /** Of a booking that was written in the calendar before there was a deal (I9); absent = only a free slot will do. */
  readonly organisation?: string
  /** Whose mark may stand there already, from a run that died: the deal, and the version that the booking makes. */
  readonly mark?: { readonly deal: number; readonly version: number }
}

function isMarked(events: readonly SlotEvent[], id: string, { deal, version }: NonNullable<SlotFor['mark']>): boolean {
  const event = events.find((one) => one.id === id)
  const found = event === undefined ? null : readMark(event.private)
  return found !== null && isOwnMark(found, id) && found.deal === deal && found.version === version
}

/** The slot as it stands in the calendar; null = it is gone, another's, or does not hold the hour any more. What a page says is a hint. */
export function slotNow<S extends PageSlot>(
  slot: S,
  { consultant, organisation = '', mark }: SlotFor,
  { events, desk }: Pick<Known, 'events' | 'desk'>,
): S | null {
  if (events === null) return slot
  if (mark !== undefined && isMarked(events, slot.eventId, mark)) return slot
  const { free, booked } = readSlots(events, desk.office.people)
  const isFor = (one: FreeEvent | BookedEvent) => one.event.id === slot.eventId && one.initials === consultant
  const written = booked.find(
    (one) => isFor(one) && one.event.private['deal'] === undefined && isSameOrganisation(one.organisation, organisation),
  )
  const found = free.find(isFor) ?? (organisation === '' ? undefined : written)
  if (found === undefined) return null
  const { start, end, etag } = found.event
  const isWithin = overlaps({ start, end }, { start: slot.start, end: addMinutes(slot.start, 1) })
  return isWithin ? { ...slot, etag, event: { start, end } } : null
}

const bounds = v.object({ start: v.string(), end: v.string() })

/**
 * The slot of this deal's own booking whose run died before the register: its event bears the mark already, and the mark knows the whole slot.
 * null = there is none.
 */
export function slotOfMark(start: LocalDateTime, ref: Parameters<typeof nextMark>[0], { events }: Pick<Known, 'events'>): SlotRef | null {
  const event = events?.find((one) => one.start === start && isMarked([one], one.id, nextMark(ref)))
  if (event === undefined) return null
  const { id: eventId, etag, end } = event
  return { eventId, etag, start, end, event: decoded(bounds, readMark(event.private)?.was ?? '', { start, end }) }
}
