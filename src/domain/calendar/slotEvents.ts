/** What stands in the calendar, told apart: free slots, bookings, mistakes and other things (G1, G3). */

import type { Person } from '../office/office'
import { initialsKey } from '../text/fold'
import type { LocalDateTime } from '../time/localTime'
import { type EventPerson, eventReader, type ToldEvent } from './eventReader'
import type { AskedTitle, AskWhy, SlotTitle } from './slotTitle'
import { awayText } from './title/awayWords'

type AwayTitle = Extract<SlotTitle, { kind: 'away' }>

/** An event as the calendar gives it; of a series, one instance. */
export interface SlotEvent extends ToldEvent {
  readonly id: string
  readonly etag: string
  readonly start: LocalDateTime
  /** Exclusive. */
  readonly end: LocalDateTime
  readonly allDay: boolean
  /** Id of the series, '' for a single event. */
  readonly recurringEventId: string
  /** extendedProperties.private: deal and version of a booking that we wrote. */
  readonly private: Readonly<Record<string, string>>
}

export interface FreeEvent {
  readonly event: SlotEvent
  readonly initials: string
  readonly note: string
}

export interface BookedEvent {
  readonly event: SlotEvent
  readonly initials: string
  readonly organisation: string
}

/** About a consultant, and a person has to say what it is. */
export interface AskedEvent extends Omit<AskedTitle, 'kind' | 'why'> {
  readonly event: SlotEvent
  /** 'noTime': a slot or booking without hours (all day, or its end is not after its start). */
  readonly why: AskWhy | 'noTime'
}

/** A consultant is away or busy while the event lasts: «Отпуск ММ», «ММ обед», all day or by the hour. */
export interface AwayEvent {
  readonly event: SlotEvent
  readonly initials: string
  /** «отпуск», «занята: обед». */
  readonly why: string
}

export interface SlotReading {
  readonly free: readonly FreeEvent[]
  readonly booked: readonly BookedEvent[]
  readonly asked: readonly AskedEvent[]
  readonly away: readonly AwayEvent[]
  readonly unrelated: readonly SlotEvent[]
}

/** Every event falls into exactly one of the lists (an absence of several people once for each), in the calendar's order. Initials come back as «Сотрудники» spells them. */
export function readSlots(events: readonly SlotEvent[], people: readonly EventPerson[]): SlotReading {
  const read = eventReader(people)
  const reading = {
    free: [] as FreeEvent[],
    booked: [] as BookedEvent[],
    asked: [] as AskedEvent[],
    away: [] as AwayEvent[],
    unrelated: [] as SlotEvent[],
  }
  for (const event of events) {
    const title = read(event)
    if (title.kind === 'unrelated') reading.unrelated.push(event)
    else if (title.kind === 'away') reading.away.push(...awayOf(event, title, people))
    else if (title.kind === 'ask') reading.asked.push({ ...title, event })
    else if (!hasTime(event)) reading.asked.push(withoutTime(event, title.initials))
    else if (title.kind === 'free') reading.free.push({ event, initials: title.initials, note: title.note })
    else reading.booked.push({ event, initials: title.initials, organisation: title.organisation })
  }
  return reading
}

function awayOf(event: SlotEvent, { people: who, why }: AwayTitle, people: readonly EventPerson[]): AwayEvent[] {
  const all = people.filter(({ initials }) => initials !== '' && (who === 'everybody' || who.includes(initials)))
  return all.map(({ initials, name }) => ({ event, initials, why: awayText(why, name) }))
}

function withoutTime(event: SlotEvent, initials: string): AskedEvent {
  return { event, why: 'noTime', people: [initials], initials, suggestion: event.title, organisation: '' }
}

/** People whose initials are theirs alone; the others are never guessed (the import of staff reports them). */
export function withOwnInitials<P extends Pick<Person, 'initials'>>(people: readonly P[]): P[] {
  const times = new Map<string, number>()
  for (const person of people) times.set(initialsKey(person.initials), (times.get(initialsKey(person.initials)) ?? 0) + 1)
  return people.filter((person) => person.initials !== '' && times.get(initialsKey(person.initials)) === 1)
}

/** The absence that lies over the hours; `end` is exclusive. */
export function awayAt(
  away: readonly AwayEvent[],
  { start, end }: { readonly start: LocalDateTime; readonly end: LocalDateTime },
): AwayEvent | undefined {
  return away.find(({ event }) => event.start < end && start < event.end)
}

function hasTime(event: SlotEvent): boolean {
  return !event.allDay && event.end > event.start
}
