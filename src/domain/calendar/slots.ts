/** Who can be offered to a client and when, the best choice first, with the reason (A1, I2, T1, T2, G7). */

import type { Office, Person } from '../office/office'
import { initialsKey } from '../text/fold'
import { dateWords, isWoman, shortName } from '../text/russian'
import { addDays, addMinutes, dateOf, type LocalDate, type LocalDateTime, mondayOf } from '../time/localTime'
import { quotaOf } from './quota'
import {
  type AskedEvent,
  type AwayEvent,
  awayAt,
  type BookedEvent,
  type FreeEvent,
  readSlots,
  type SlotEvent,
  type SlotReading,
  withOwnInitials,
} from './slotEvents'
import { overlaps, timeDoubt, timeDoubts } from './slotHours'
import {
  absenceOn,
  type FreeSlot,
  isEmployedWithin,
  type NoSlotReason,
  type PartOfDay,
  type SlotWindow,
  slotWindow,
  sortHours,
  wholeDay,
} from './slotPieces'
import { askReasons } from './slotTitle'
import { usualPlace } from './sync/usualPlace'

export { type BookedEvent, type FreeEvent, readSlots, type SlotEvent, type SlotReading } from './slotEvents'
export type { FreeSlot, NoSlotReason, PartOfDay } from './slotPieces'

export interface SlotQuery {
  /** Must reach from sinceWeekStart to the horizon. */
  readonly events: readonly SlotEvent[]
  readonly office: Pick<Office, 'people' | 'settings' | 'calendar'>
  readonly now: LocalDateTime
  /** null = consultants of all topics. */
  readonly topic: number | null
  /** Initials; only this one, whatever the topic. */
  readonly consultant: string | null
  /** Initials of I2: comes first, whatever the topic. */
  readonly agreedWith: string | null
  readonly part: PartOfDay | null
  /** Dates, both inclusive; null = today, and the horizon counted from `from`. */
  readonly from: LocalDate | null
  readonly until: LocalDate | null
  /** Monday of the week whose consultations are counted against the quota; null = the week of now. */
  readonly sinceWeekStart: LocalDate | null
  /** Hours against the notice, a day off or an absence are offered too, each marked with why. */
  readonly override?: boolean | undefined
}

export interface ConsultantSlots {
  readonly initials: string
  readonly name: string
  readonly external: boolean
  /** Booked or held this week, against the quota (G7). */
  readonly thisWeek: number
  readonly quota: number
  /** «меньше всех занята на этой неделе». */
  readonly why: string
  /** Room where clients usually come to; absent = nobody can tell. */
  readonly place?: string
  readonly slots: readonly FreeSlot[]
}

export interface SlotList {
  readonly consultants: readonly ConsultantSlots[]
  /** «почему нет слотов»: counts by reason. */
  readonly none: readonly { readonly reason: NoSlotReason; readonly count: number; readonly who: readonly string[] }[]
  /** Dates, both inclusive. */
  readonly horizon: { readonly from: LocalDate; readonly until: LocalDate }
  /** Events about consultants that a person has to look at: titles that are not understood, slots at night or too long. */
  readonly unread: readonly UnreadEvent[]
}

export interface UnreadEvent {
  readonly title: string
  readonly start: LocalDateTime
  /** A title to type instead, '' when none is certain. */
  readonly suggestion: string
  /** What is strange about it; absent = the title is not understood. */
  readonly why?: string
}

interface Candidate {
  readonly person: Person
  readonly agreed: boolean
  readonly thisWeek: number
  readonly offered: readonly FreeSlot[]
  readonly reason: NoSlotReason
  readonly away: readonly AwayEvent[]
  readonly free: readonly FreeEvent[]
  readonly booked: readonly BookedEvent[]
}

/**
 * Free hours of the consultants of a topic (or of the one asked for). The agreed one first (I2), external ones last (T2), then who has
 * fewer consultations this week (G7), then the nearest time. An hour is offered when its event is free, it starts no sooner than the
 * notice, on a working day of the horizon on which the person works here and is not away, and no booking of that person overlaps it.
 * Consultants of whom nothing is offered are counted by reason in `none`; what a person has to look at is in `unread`.
 */
export function findSlots(query: SlotQuery): SlotList {
  const window = slotWindow(query, query.office)
  const reading = readSlots(query.events, query.office.people)
  const candidates = candidatesOf(query, window).map((person) => candidateOf(person, query, reading, window))
  const ranked = candidates.filter(({ offered }) => offered.length > 0).sort(compareCandidates)
  return {
    consultants: ranked.map((candidate) => consultantSlots(candidate, ranked, query)),
    none: countReasons(candidates, window),
    horizon: { from: window.from, until: window.until },
    unread: unreadOf(reading, query, window),
  }
}

function candidatesOf(query: SlotQuery, window: SlotWindow): Person[] {
  const people = withOwnInitials(query.office.people).filter((person) => isEmployedWithin(person, window.from, window.until))
  if (query.consultant) return people.filter((person) => isSame(person.initials, query.consultant))
  const { topic } = query
  return people.filter((person) => topic === null || person.topics.includes(topic) || isSame(person.initials, query.agreedWith))
}

function candidateOf(person: Person, query: SlotQuery, reading: SlotReading, window: SlotWindow): Candidate {
  const own = {
    free: ownOf(person, reading.free),
    booked: ownOf(person, reading.booked),
    away: ownOf(person, reading.away),
    asked: reading.asked.filter(({ people }) => people.includes(person.initials)),
  }
  const monday = query.sinceWeekStart ?? mondayOf(query.now)
  const thisWeek = own.booked.filter(({ event }) => event.start >= monday && event.start < addDays(monday, 7)).length
  return {
    person,
    agreed: isSame(person.initials, query.agreedWith),
    thisWeek,
    away: own.away,
    free: own.free,
    booked: own.booked,
    ...sortHours(person, own, window),
  }
}

function compareCandidates(a: Candidate, b: Candidate): number {
  const group = groupOf(a) - groupOf(b)
  if (group !== 0) return group
  if (a.thisWeek !== b.thisWeek) return a.thisWeek - b.thisWeek
  return compareText(nearest(a), nearest(b)) || compareText(a.person.initials, b.person.initials)
}

/** Agreed with the client, then staff, then external experts, who cost a project's money (T2). */
function groupOf({ agreed, person }: Candidate): number {
  if (agreed) return 0
  return person.external ? 2 : 1
}

function consultantSlots(candidate: Candidate, ranked: readonly Candidate[], query: SlotQuery): ConsultantSlots {
  const { person, thisWeek, offered } = candidate
  const place = usualPlace(candidate.booked)
  const quota = quotaOf(person, query.office, mondayOf(query.now))
  return {
    initials: person.initials,
    name: person.name,
    external: person.external,
    thisWeek,
    quota,
    why: whyOf(candidate, ranked, query),
    ...(place === '' ? {} : { place }),
    slots: offered,
  }
}

function whyOf(candidate: Candidate, ranked: readonly Candidate[], query: SlotQuery): string {
  const { person, agreed, thisWeek } = candidate
  const woman = isWoman(person.name)
  const known = query.topic === null || person.topics.includes(query.topic)
  if (agreed) return `${woman ? 'договорилась' : 'договорился'} с клиентом${known ? '' : ', но темы нет в списке консультанта'}`
  if (person.external) return 'внешний консультант, нужно решение руководителя проекта'
  if (!known) return 'темы нет в списке консультанта'
  const others = ranked.filter((other) => other !== candidate && groupOf(other) === 1)
  if (others.length > 0 && others.every((other) => other.thisWeek > thisWeek))
    return `меньше всех ${woman ? 'занята' : 'занят'} на этой неделе`
  if (ranked.every((other) => nearest(other) >= nearest(candidate))) return 'ближайшее время'
  return thisWeek >= quotaOf(person, query.office, mondayOf(query.now)) ? 'норма недели уже набрана' : 'норма недели ещё не набрана'
}

function countReasons(candidates: readonly Candidate[], window: SlotWindow): SlotList['none'] {
  const without = candidates.filter(({ offered }) => offered.length === 0)
  const reasons = [...new Set(without.map(({ reason }) => reason))]
  return reasons.map((reason) => {
    const who = without.filter((one) => one.reason === reason).map((one) => whoOf(one, reason, window))
    return { reason, count: who.length, who }
  })
}

/** «Морозова М. И.», of somebody away «Морозова М. И. (отпуск до 30 ноября)», «Морозова М. И. (занята: обед)». */
function whoOf({ person, away, free }: Candidate, reason: NoSlotReason, window: SlotWindow): string {
  const name = shortName(person.name)
  if (reason !== 'absent') return name
  const absence = absenceOn(person, window.from)
  if (absence) return `${name} (${absence.why || 'нет на месте'} до ${dateWords(absence.until)})`
  const today = awayAt(away, wholeDay(window.from))
  if (today !== undefined && isWholeDay(today.event)) return `${name} (${today.why} до ${dateWords(addMinutes(today.event.end, -1))})`
  const over = today ?? away.find(({ event }) => free.some((one) => overlaps(one.event, event)))
  return over === undefined ? name : `${name} (${over.why})`
}

function isWholeDay({ start, end, allDay }: SlotEvent): boolean {
  return allDay || dateOf(start) !== dateOf(end)
}

/** From today on: what is past cannot be offered any more. */
function unreadOf(reading: SlotReading, { office }: SlotQuery, window: SlotWindow): SlotList['unread'] {
  const titles = reading.asked.map(({ event, suggestion, why }) => ({ event, suggestion, ...reasonOf(why) }))
  const times = reading.free.flatMap(({ event }) => {
    const doubt = timeDoubt(event, 'free', office)
    return doubt === null ? [] : [{ event, suggestion: '', why: timeDoubts[doubt] }]
  })
  return [...titles, ...times]
    .filter(({ event }) => dateOf(event.start) >= dateOf(window.now) && dateOf(event.start) <= window.until)
    .sort((a, b) => compareText(a.event.start, b.event.start))
    .map(({ event: { title, start }, ...rest }) => ({ title, start, ...rest }))
}

function reasonOf(why: AskedEvent['why']): { readonly why?: string } {
  return why === 'unreadable' || why === 'unknownInitials' || why === 'noTime' ? {} : { why: askReasons[why] }
}

/** readSlots gives initials back as «Сотрудники» spells them. */
function ownOf<E extends FreeEvent | BookedEvent | AwayEvent>(person: Person, events: readonly E[]): E[] {
  return events.filter((event) => event.initials === person.initials)
}

function isSame(initials: string, other: string | null): boolean {
  return other !== null && other !== '' && initialsKey(initials) === initialsKey(other)
}

function nearest({ offered }: Candidate): LocalDateTime {
  return offered[0]?.start ?? ''
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
