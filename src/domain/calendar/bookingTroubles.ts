/** What speaks against a booking as it stands, or would stand: the one list of checks that every door asks; what a failure becomes is the door's affair. */

import type { Deal } from '../deal/deal'
import type { Office, Person } from '../office/office'
import { counted, dateWords } from '../text/russian'
import { dateOf, type LocalDateTime, minutesBetween } from '../time/localTime'
import { isWorkingDay } from '../time/workingTime'
import { type AwayEvent, awayAt, type BookedEvent, type SlotReading } from './slotEvents'
import { overlaps, slotParts } from './slotHours'
import { absenceOn, isEmployedWithin } from './slotPieces'

/** Who is booked when. `end` is exclusive. */
export interface BookedTime {
  /** The deal, 0 = not made yet. */
  readonly id: number
  readonly consultant: string
  readonly start: LocalDateTime
  readonly end: LocalDateTime
  /** Its event, '' = none yet. */
  readonly eventId: string
}

/** A booking with what of its deal the checks look at. */
export type BookingAsked = BookedTime & Pick<Deal, 'topic' | 'agreedWith' | 'externalBy'>

/** What else stands there. */
export interface Around {
  /** Of the calendar about that time; null = it was not read. */
  readonly reading: Pick<SlotReading, 'booked' | 'away'> | null
  /** Bookings of the register about that time. */
  readonly booked: readonly BookedTime[]
}

/**
 * The weightiest first. 'unknown': nobody of that name; 'undecided': an external consultant without a decision (T2); 'severalHours': hardly
 * one consultation; 'employed': before the first day or after the last.
 */
const troubleKinds = [
  'past',
  'noTime',
  'tooLong',
  'unknown',
  'overlap',
  'undecided',
  'employed',
  'absent',
  'dayOff',
  'night',
  'severalHours',
  'topic',
] as const
export type TroubleKind = (typeof troubleKinds)[number]

export interface Trouble {
  readonly kind: TroubleKind
  /** «в этот день консультанта нет: больничный», part of a sentence. */
  readonly text: string
  /** Of an overlap: the other deal, 0 = an event that is no deal's. */
  readonly deal?: number
}

/** What no reason in words makes right. */
const firm: readonly TroubleKind[] = ['past', 'noTime', 'tooLong', 'unknown', 'overlap', 'undecided']

export function isFirm({ kind }: Trouble): boolean {
  return firm.includes(kind)
}

const shortest = 15
const longest = 8 * 60
/** A slot of three hours renamed by hand is hardly one consultation. */
const several = 3 * 60

type Check = (
  it: BookingAsked,
  person: Person | undefined,
  around: Around,
  office: Office,
  now: LocalDateTime,
) => Omit<Trouble, 'kind'> | null

const checks: Readonly<Record<TroubleKind, Check>> = {
  past: ({ start }, _person, _around, _office, now) => said(start <= now, 'это время уже прошло'),
  noTime: (it) => said(lengthOf(it) < shortest, `короче ${counted(shortest, 'минуты', 'минут', 'минут')}`),
  tooLong: (it) => said(lengthOf(it) > longest, `дольше ${counted(longest / 60, 'часа', 'часов', 'часов')}`),
  unknown: ({ consultant }, person) => said(person === undefined, `консультанта «${consultant}» нет в «Сотрудниках»`),
  overlap: (it, _person, around) => overlapOf(it, around),
  undecided: ({ externalBy }, person) =>
    said(person?.external === true && externalBy === '', 'внешний консультант без решения руководителя проекта'),
  employed: ({ start }, person) =>
    said(person !== undefined && !isEmployedWithin(person, dateOf(start), dateOf(start)), 'консультант в этот день не работает в центре'),
  absent: (it, person, around) => absenceOf(it, person, around),
  dayOff: ({ start }, _person, _around, { calendar }) => said(!isWorkingDay(calendar, dateOf(start)), 'это выходной день'),
  night: (it, _person, _around, office) => said(hoursIn(it, office) < Math.min(lengthOf(it), longest), 'это не рабочее время'),
  severalHours: (it) => said(lengthOf(it) >= several && lengthOf(it) <= longest, `длится ${hoursText(lengthOf(it))}`),
  topic: ({ topic, agreedWith, consultant }, person) =>
    said(
      topic !== null && person !== undefined && agreedWith !== consultant && !person.topics.includes(topic),
      `темы ${topic} нет у консультанта`,
    ),
}

function said(isSo: boolean, text: string): Omit<Trouble, 'kind'> | null {
  return isSo ? { text } : null
}

/** All that speaks against it now, the weightiest first; [] = nothing. */
export function troublesOf(it: BookingAsked, around: Around, office: Office, now: LocalDateTime): Trouble[] {
  const person = office.people.find(({ initials }) => initials === it.consultant)
  return troubleKinds.flatMap((kind) => {
    const found = checks[kind](it, person, around, office, now)
    return found === null ? [] : [{ kind, ...found }]
  })
}

/** «это выходной день; пересекается с записью сделки № 41720» */
export function troubleText(troubles: readonly Trouble[]): string {
  return troubles.map(({ text }) => text).join('; ')
}

function lengthOf({ start, end }: BookedTime): number {
  return minutesBetween(start, end)
}

function hoursIn({ start, end }: BookedTime, office: Office): number {
  return slotParts({ start, end }, office).reduce((sum, part) => sum + minutesBetween(part.start, part.end), 0)
}

function hoursText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${counted(hours, 'час', 'часа', 'часов')}${rest === 0 ? '' : ` ${rest} мин`}`
}

/** Another deal's booking first; else one in the calendar that is no deal's. */
function overlapOf(it: BookingAsked, { booked, reading }: Around): Omit<Trouble, 'kind'> | null {
  const other = booked.find((one) => one.id !== it.id && one.consultant === it.consultant && overlaps(one, it))
  if (other !== undefined) return { text: `пересекается с записью сделки № ${other.id}`, deal: other.id }
  const ids = new Set(booked.map(({ eventId }) => eventId))
  const event = reading?.booked.find((one) => isOther(one, it) && !ids.has(one.event.id) && overlaps(one.event, it))
  return event === undefined ? null : { text: `пересекается с записью «${event.event.title}» в календаре`, deal: 0 }
}

/** Not the booking itself, nor a copy of it. */
function isOther({ event, initials }: BookedEvent, it: BookingAsked): boolean {
  const isOwn = event.id === it.eventId || (it.id !== 0 && event.private['deal'] === String(it.id))
  return initials === it.consultant && !isOwn
}

function absenceOf(it: BookingAsked, person: Person | undefined, { reading }: Around): Omit<Trouble, 'kind'> | null {
  const absence = person === undefined ? undefined : absenceOn(person, dateOf(it.start))
  if (absence !== undefined) return { text: `консультанта нет ${dateWords(dateOf(it.start))}: ${absence.why || 'отсутствует'}` }
  const away = awayAt(ownAway(reading?.away ?? [], it.consultant), it)
  return away === undefined ? null : { text: `у консультанта в это время ${away.why || 'другое дело'}` }
}

function ownAway(away: readonly AwayEvent[], consultant: string): AwayEvent[] {
  return away.filter(({ initials }) => initials === consultant)
}
