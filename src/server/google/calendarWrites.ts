/** Changes of events in the calendar «Консультации»: one conditional patch for a booking, what follows from it, and what gives time back. */

import { type BookingMark, markProperties, slotBefore } from '../../domain/calendar/sync/bookingMark'
import type { CalendarEvent } from '../../domain/calendar/sync/decision'
import { freedBy, type LeftBooking } from '../../domain/calendar/sync/leftBooking'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { CalendarAction, FreedSlot, NewSlot } from '../../usecases/changes'
import { type CalendarAddress, getEvent, isGone, markOf } from './calendar'
import { messageOf, platformErrorOf, type Second, tried } from './platformError'
import { isTraining } from './training'

type Event = GoogleAppsScript.Calendar.Schema.Event
type ActionOf<K extends CalendarAction['kind']> = Extract<CalendarAction, { kind: K }>
type BookAction = ActionOf<'book'>
type Join = NonNullable<BookAction['join']>

/** What came of a conditional booking in the calendar. */
export type BookResult = 'booked' | 'taken'

/**
 * Books a slot: ONE patch with If-Match; rests of a longer slot become events of their own with ids that follow from
 * the booking, so that a repeated run makes no second one. An adjoining slot is taken last: where it is gone, the first is given back.
 */
export function bookEvent(calendar: CalendarAddress, action: BookAction): BookResult {
  if (!patchBooked(calendar, action, action.etag) && !goesOn(calendar, action)) return 'taken'
  if (action.join && !takeAdjoining(calendar, action.join, action.restSummary)) {
    takeBack(calendar, action)
    return 'taken'
  }
  insertRests(calendar, action)
  return 'booked'
}

function patchBooked(calendar: CalendarAddress, action: BookAction, etag: string): boolean {
  const resource: Event = {
    summary: action.summary,
    ...timesOf(calendar, action),
    extendedProperties: { private: privateOf(action.mark, action.eventId) },
  }
  return patchOn(calendar, action.eventId, resource, etag)
}

/** @returns false where the event is no longer what it was, or gone; a second try finds its own first one changed, so the caller looks */
export function patchOn(calendar: CalendarAddress, eventId: string, resource: Event, etag: string): boolean {
  return isDone(() => Calendar!.Events!.patch(resource, calendar.id, eventId, {}, { 'If-Match': etag }))
}

export function isDone(work: () => unknown, second: Second = 'harmless'): boolean {
  if (isTraining()) return true
  try {
    tried(work, second)
    return true
  } catch (error) {
    if (isGone(error) || /Precondition Failed|\b412\b/i.test(messageOf(error))) return false
    throw platformErrorOf(error)
  }
}

function privateOf(mark: BookingMark | null, eventId: string): Record<string, string> {
  return markProperties(mark === null ? null : { ...mark, event: eventId }) as Record<string, string>
}

/**
 * After a refusal: our own earlier run may have changed the event and died before it could write the register. Or the etag alone has grown,
 * which covers guests' answers and notes too: the event is what it was, and is booked, or moved, as it stands now.
 */
function goesOn(calendar: CalendarAddress, action: BookAction): boolean {
  const event = getEvent(calendar, action.eventId)
  if (event === null) return false
  const mark = markOf(event)
  if (mark?.deal === action.mark.deal && mark.version === action.mark.version) return event.start === action.start
  const isOpen = mark === null || (mark.deal === action.mark.deal && action.standing !== undefined)
  return isOpen && isAsSeen(event, seenBy(action)) && patchBooked(calendar, action, event.etag)
}

type Seen = NonNullable<BookAction['standing']>

/** The event as the decision knew it; null = nobody knows. */
function seenBy({ standing, mark, restSummary }: BookAction): Seen | null {
  const before = slotBefore(mark)
  return standing ?? (before === null ? null : { title: restSummary, ...before })
}

function isAsSeen({ cancelled, title, start, end }: CalendarEvent, seen: Seen | null): boolean {
  return !cancelled && seen !== null && title === seen.title && start === seen.start && end === seen.end
}

/** The beginning of the next free event goes into the booking (90 minutes over two slots). */
function takeAdjoining(calendar: CalendarAddress, join: Join, title: string): boolean {
  return takeBeginning(calendar, join) || takeAsItStands(calendar, join, title)
}

function takeBeginning(calendar: CalendarAddress, join: Join): boolean {
  if (join.start < join.end) return patchOn(calendar, join.eventId, timesOf(calendar, join), join.etag)
  return isDone(() => Calendar!.Events!.remove(calendar.id, join.eventId, {}, { 'If-Match': join.etag }), 'once')
}

/** A try before this one may have landed without an answer; or the etag alone has grown, and the event is as free as it was. */
function takeAsItStands(calendar: CalendarAddress, join: Join, title: string): boolean {
  const event = getEvent(calendar, join.eventId)
  if (event === null || event.end !== join.end) return false
  if (event.start === join.start) return true
  const isFree = !event.cancelled && event.title === title && event.start < join.start && markOf(event) === null
  return isFree && takeBeginning(calendar, { ...join, etag: event.etag })
}

/** The slot as it was before: its hours, its free title, no mark. */
function takeBack(calendar: CalendarAddress, { eventId, mark, restSummary }: BookAction): void {
  setEvent(calendar, { kind: 'set', eventId, summary: restSummary, ...slotBefore(mark), clearMark: true })
}

/** Parts of a longer slot that stay free; those that stand already are left as they are. */
export function insertRests(calendar: CalendarAddress, action: Pick<BookAction, 'mark' | 'eventId' | 'rest' | 'restSummary'>): void {
  action.rest.forEach((rest, index) => {
    const id = `desk${action.mark.deal}v${action.mark.version}r${index}${action.eventId.replace(/[^a-v0-9]/g, '')}`
    insertOnce(calendar, { id, summary: action.restSummary, ...timesOf(calendar, rest) })
  })
}

/** What a dead run may not have come to: rests of the slot, and the beginning of the free event behind it. */
export function finishRests(calendar: CalendarAddress, action: ActionOf<'rests'>): void {
  insertRests(calendar, action)
  const joined = action.join === '' ? null : getEvent(calendar, action.join)
  if (joined === null || joined.cancelled || joined.title !== action.restSummary || joined.start >= action.end) return
  const { id: eventId, etag, end } = joined
  takeAdjoining(calendar, { eventId, etag, start: action.end < end ? action.end : end, end }, action.restSummary)
}

/** @returns false where an event of this id stands, or stood, already */
export function insertOnce(calendar: CalendarAddress, event: Event): boolean {
  if (isTraining()) return true
  try {
    tried(() => Calendar!.Events!.insert(event, calendar.id))
    return true
  } catch (error) {
    if (/already exists|\b409\b/i.test(messageOf(error))) return false
    throw platformErrorOf(error)
  }
}

/** @returns ids of those that were not there yet */
export function insertSlots(calendar: CalendarAddress, slots: readonly NewSlot[]): string[] {
  const isNew = ({ eventId, summary, start, end }: NewSlot) =>
    insertOnce(calendar, { id: eventId, summary, ...timesOf(calendar, { start, end }) })
  return slots.filter(isNew).map(({ eventId }) => eventId)
}

/** An event made for its booking; what a dead run left under the id becomes it. */
export function insertBooked(calendar: CalendarAddress, action: ActionOf<'insert'>): void {
  const resource: Event = {
    summary: action.summary,
    ...timesOf(calendar, action),
    extendedProperties: { private: privateOf(action.mark, action.eventId) },
  }
  if (!insertOnce(calendar, { id: action.eventId, ...resource }))
    tried(() => Calendar!.Events!.patch({ status: 'confirmed', ...resource }, calendar.id, action.eventId))
}

export function timesOf({ zone }: CalendarAddress, { start, end }: { readonly start: LocalDateTime; readonly end: LocalDateTime }) {
  const time = (at: LocalDateTime) => ({ dateTime: `${at}:00`, timeZone: zone })
  return { start: time(start), end: time(end) }
}

/** Gives a booked event back, clean: its free title, no mark. */
export function freeEvent(calendar: CalendarAddress, eventId: string, summary: string): void {
  const resource: Event = { summary, extendedProperties: { private: privateOf(null, eventId) } }
  const freed: Event[] = []
  unlessGone(calendar, eventId, () => freed.push(Calendar!.Events!.patch(resource, calendar.id, eventId)))
  for (const event of freed) if (hasExtras(event)) cleanSlot(calendar, event, { eventId, summary })
}

/**
 * The time that a deal has let go: its event is free again, with a note for which booking, or goes where `summary` is ''. What people put on
 * it goes along to the deal's new event; the next client's hour is a clean one, and what stood there lies in the calendar's bin.
 * @param etag only where nobody has changed the event since; absent = in any case
 * @returns false where somebody has
 */
export function giveTimeBack(calendar: CalendarAddress, { eventId, summary, to = '', ...left }: LeftSlot, etag?: string): boolean {
  const condition = etag === undefined ? {} : { 'If-Match': etag }
  const isMade = (work: () => unknown) => (etag === undefined ? unlessGone(calendar, eventId, work) : isDone(work, 'once'))
  if (summary === '') return isMade(() => Calendar!.Events!.remove(calendar.id, eventId, {}, condition))
  const freed: Event[] = []
  const resource = freedResource(summary, eventId, left)
  const isFreed = isMade(() => freed.push(Calendar!.Events!.patch(resource, calendar.id, eventId, {}, condition)))
  for (const event of freed) if (hasExtras(event)) cleanSlot(calendar, event, { eventId, summary, to })
  return isFreed
}

type LeftSlot = FreedSlot & Pick<LeftBooking, 'deal' | 'version'>

function hasExtras({ attendees = [], description = '', location = '', colorId = '', conferenceData }: Event): boolean {
  return attendees.length > 0 || description !== '' || location !== '' || colorId !== '' || conferenceData !== undefined
}

/** A new event stands for the free hour; the old one goes with what people wrote. */
function cleanSlot(calendar: CalendarAddress, event: Event, { eventId, summary, to = '' }: FreedSlot): void {
  const { start, end, attendees, description, location, colorId } = event
  if (to !== '' && to !== eventId)
    unlessGone(calendar, to, () => Calendar!.Events!.patch(present({ attendees, description, location, colorId }), calendar.id, to))
  const id = `deskfree${eventId.replace(/[^a-v0-9]/g, '')}`
  insertOnce(calendar, present({ id, summary, start, end }))
  removeEvent(calendar, eventId)
}

function present(fields: { readonly [K in keyof Event]: Event[K] | undefined }): Event {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Event
}

function freedResource(summary: string, eventId: string, left: Pick<LeftBooking, 'deal' | 'version'>): Event {
  return { summary, extendedProperties: { private: { ...privateOf(null, eventId), freed: freedBy(left) } } }
}

/** A repair; an event that is gone needs none. An all-day event gets hours back: null takes its day away. */
export function setEvent(calendar: CalendarAddress, { eventId, summary, start, end, clearMark }: ActionOf<'set'>): void {
  const nothing = null as unknown as string
  const times = start === undefined || end === undefined ? null : timesOf(calendar, { start, end })
  const resource: Event = {
    ...(summary === undefined ? {} : { summary }),
    ...(times === null ? {} : { start: { ...times.start, date: nothing }, end: { ...times.end, date: nothing } }),
    ...(clearMark === true ? { extendedProperties: { private: privateOf(null, eventId) } } : {}),
  }
  unlessGone(calendar, eventId, () => Calendar!.Events!.patch(resource, calendar.id, eventId))
}

export function removeEvent(calendar: CalendarAddress, eventId: string): void {
  unlessGone(calendar, eventId, () => Calendar!.Events!.remove(calendar.id, eventId))
}

/**
 * What is gone needs no change. One answer says little: the event is looked for, and where it stands the change is made once more; whoever
 * asked for it is told of a second refusal, and nothing counts as done.
 */
function unlessGone(calendar: CalendarAddress, eventId: string, work: () => unknown): true {
  if (isTraining()) return true
  try {
    tried(work)
  } catch (error) {
    if (!isGone(error)) throw platformErrorOf(error)
    if (getEvent(calendar, eventId)?.cancelled === false) again(work)
  }
  return true
}

function again(work: () => unknown): void {
  try {
    tried(work)
  } catch (error) {
    throw platformErrorOf(error)
  }
}
