/** What stands in the calendar, told apart: free slots, bookings, mistakes and other things (G1, G3). */

import type { Person } from '../office/office'
import type { LocalDateTime } from '../time/localTime'
import { initialsKey, type SlotMistake, titleReader } from './slotTitle'

/** An event as the calendar gives it; of a series, one instance. */
export interface SlotEvent {
  readonly id: string
  readonly etag: string
  readonly title: string
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

export interface MistakenEvent {
  readonly event: SlotEvent
  /** 'noTime': a slot or booking without hours (all day, or its end is not after its start). */
  readonly why: SlotMistake['why'] | 'noTime'
  readonly initials: string
  /** Title to type instead, '' when none can be guessed. */
  readonly suggestion: string
}

/** A consultant is away while the event lasts: «Отпуск ММ», all day or by the hour. */
export interface AwayEvent {
  readonly event: SlotEvent
  readonly initials: string
  readonly why: string
}

export interface SlotReading {
  readonly free: readonly FreeEvent[]
  readonly booked: readonly BookedEvent[]
  readonly mistakes: readonly MistakenEvent[]
  readonly away: readonly AwayEvent[]
  readonly unrelated: readonly SlotEvent[]
}

/** Every event falls into exactly one of the lists (an absence of two people twice), in the calendar's order. Initials come back as «Сотрудники» spells them. */
export function readSlots(events: readonly SlotEvent[], people: readonly Pick<Person, 'initials'>[]): SlotReading {
  const read = titleReader(people.map((person) => person.initials).filter(Boolean))
  const reading = {
    free: [] as FreeEvent[],
    booked: [] as BookedEvent[],
    mistakes: [] as MistakenEvent[],
    away: [] as AwayEvent[],
    unrelated: [] as SlotEvent[],
  }
  for (const event of events) {
    const title = read(event.title)
    if (title.kind === 'unrelated') reading.unrelated.push(event)
    else if (title.kind === 'absence') reading.away.push(...title.people.map((initials) => ({ event, initials, why: title.why })))
    else if (title.kind === 'mistake')
      reading.mistakes.push({ event, why: title.why, initials: title.initials, suggestion: title.suggestion })
    else if (!hasTime(event)) reading.mistakes.push({ event, why: 'noTime', initials: title.initials, suggestion: event.title })
    else if (title.kind === 'free') reading.free.push({ event, initials: title.initials, note: title.note })
    else reading.booked.push({ event, initials: title.initials, organisation: title.organisation })
  }
  return reading
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
