/** What the people of a booking were last told, and what they are owed: what differs from what is so, and lies ahead (A2, R2). */

import * as v from 'valibot'
import type { Deal, Format } from '../deal/deal'
import { isBeyondMoveLimit } from '../deal/moveLimit'
import { formatTitles } from '../deal/words'
import { shortHash } from '../external/signedLink'
import type { Office } from '../office/office'
import { decoded } from '../register/stored'
import type { LocalDateTime } from '../time/localTime'
import { oneLine } from './plainLine'

const format = v.picklist(Object.keys(formatTitles) as Format[])
const told = v.object({ start: v.string(), consultant: v.string(), format, place: v.string() })
/** `at` = when he was told; `to` = the mark of the address written to, '' = told by a person. */
const toldClient = v.object({ ...told.entries, at: v.string(), to: v.string() })

/** A booking as somebody was told of it; `place` is a room, an address or a link, '' = none yet. */
export type Told = v.InferOutput<typeof told>
export type ToldClient = v.InferOutput<typeof toldClient>

/** What somebody is to be told, beside what he knows of a time that is still ahead (null = of none). */
export interface News<Known = Told> {
  readonly kind: 'booked' | 'moved' | 'reassigned' | 'details' | 'off' | 'left'
  readonly known: Known | null
}

/** Whom a letter is for, beside the initials of consultants. */
export const theClient = 'client'

/** Fields that say what people know: no command takes them back. */
export const toldKeys = ['toldAt', 'clientKnows', 'consultantKnows', 'tellFrom'] as const satisfies readonly (keyof Deal)[]

type Booked = Pick<Deal, 'stage' | 'start' | 'consultant' | 'format' | 'place'>

/** The booking that stands, '' and null as in a booking of nothing; null = none does. */
export function bookingOf({ stage, start, consultant, format: held, place }: Booked): Told | null {
  if (stage !== 'assigned' || start === null || consultant === '') return null
  return { start, consultant, format: held ?? 'inPerson', place: oneLine(place) }
}

/** The same as the client sees it: of a consultation by phone he is told no place. */
export function bookingForClient(deal: Booked): Told | null {
  const booking = bookingOf(deal)
  return booking?.format === 'phone' ? { ...booking, place: '' } : booking
}

/** What the client was told last; null = of no booking, or that it is off. */
export function clientKnows(deal: Deal): ToldClient | null {
  const { clientKnows: text, toldAt } = deal
  const booking = text === '' && toldAt !== null ? bookingForClient(deal) : null
  return booking === null ? decoded(toldClient, text, null) : { ...booking, at: toldAt ?? '', to: '' }
}

/** What the consultants were told last, each once; of a booking of older versions its consultant knows. */
export function consultantsKnow(deal: Deal): readonly Told[] {
  const booking = deal.consultantKnows === '' ? bookingOf(deal) : null
  return booking === null ? decoded(v.array(told), deal.consultantKnows, []) : [booking]
}

/** What is not so any more, or never was told; null = he knows how it stands, or its time has begun. */
function newsOf<Known extends Told>(known: Known | null, so: Told | null, { stage, start }: Deal, now: LocalDateTime): News<Known> | null {
  const ahead = known !== null && known.start > now ? known : null
  // A time that went by on the card is nobody's news: it was held, or a person is asked about it.
  if (isOver({ stage }) || (stage === 'assigned' && (start ?? '') <= now)) return null
  if (so === null) return ahead === null ? null : { kind: 'off', known: ahead }
  if (known === null) return { kind: 'booked', known: null }
  if (so.start !== known.start) return { kind: 'moved', known: ahead }
  if (so.consultant !== known.consultant) return { kind: 'reassigned', known: ahead }
  return isSame(so, known) ? null : { kind: 'details', known: ahead }
}

function isSame(a: Told, b: Told): boolean {
  return a.start === b.start && a.consultant === b.consultant && a.format === b.format && a.place === b.place
}

/**
 * What the client is owed, by letter or by phone; null = nothing.
 * @param email his address now: told at another one, he is told again; absent = it is not known here
 */
export function clientOwed(deal: Deal, now: LocalDateTime, email = ''): News<ToldClient> | null {
  const known = clientKnows(deal)
  const so = bookingForClient(deal)
  const isElsewhere = known !== null && known.to !== '' && email !== '' && known.to !== markOf(email)
  return newsOf(known, so, deal, now) ?? (isElsewhere && so !== null && so.start > now ? { kind: 'booked', known: null } : null)
}

/** Whether a person tells the client: no letter will, or none came. */
export function isLeftToTell(deal: Deal, now: LocalDateTime): boolean {
  return clientOwed(deal, now) !== null && (deal.tellFrom ?? now) <= now
}

/** G5: a move beyond the limit is no letter to the client until a person has decided. */
export function isUndecided(deal: Deal, office: Pick<Office, 'calendar' | 'settings'>): boolean {
  return deal.stage === 'assigned' && isBeyondMoveLimit(deal, office)
}

/** What a consultant is owed by letter; one who was told, and has the booking no more, that it is another's or off. */
export function consultantOwed(deal: Deal, initials: string, now: LocalDateTime): News | null {
  const known = consultantsKnow(deal).find(({ consultant }) => consultant === initials) ?? null
  const booking = bookingOf(deal)
  const news = newsOf(known, booking?.consultant === initials ? booking : null, deal, now)
  return news?.kind === 'off' && booking !== null ? { ...news, kind: 'left' } : news
}

/** Initials of whoever has the booking, or was told of it. */
export function consultantsOf(deal: Deal): string[] {
  const booking = bookingOf(deal)
  return [...new Set([...consultantsKnow(deal).map(({ consultant }) => consultant), ...(booking === null ? [] : [booking.consultant])])]
}

/** The deal after its client was told `said`, null = that it is off. @param email '' = by a person */
export function withClientTold(deal: Deal, said: Told | null, at: LocalDateTime, email = ''): Deal {
  const knows = said === null ? '' : JSON.stringify({ ...said, at, to: email === '' ? '' : markOf(email) } satisfies ToldClient)
  return settled({ ...deal, clientKnows: knows }, at)
}

/** The client was spoken to: he knows how it stands. */
export function withClientSpokenTo(deal: Deal, at: LocalDateTime): Deal {
  return withClientTold(deal, bookingForClient(deal), at)
}

/** The deal after the consultant was told `said`, null = that it is his no more. Times that have begun are forgotten. */
export function withConsultantTold(deal: Deal, initials: string, said: Told | null, now: LocalDateTime): Deal {
  const others = consultantsKnow(deal).filter(({ consultant, start }) => consultant !== initials && start > now)
  return { ...deal, consultantKnows: consultantsText(deal, said === null ? others : [...others, said]) }
}

function consultantsText(deal: Deal, all: readonly Told[]): string {
  return all.length === 0 && bookingOf(deal) === null ? '' : JSON.stringify(all)
}

/**
 * The deal as it stands after a change, with what its people knew before it: «Клиент извещён» says since when he knows what is so.
 * @param before null = a new deal
 */
export function withKnowledge(before: Deal | null, after: Deal, now: LocalDateTime): Deal {
  const isNoted = before !== null && after.clientKnows !== before.clientKnows
  if (!isNoted && isSameBooking(before, after)) return after
  const known = before === null ? null : clientKnows(before)
  const clients = isNoted ? after.clientKnows : known === null ? '' : JSON.stringify(known)
  const consultants = consultantsText(after, before === null ? [] : consultantsKnow(before))
  return settled({ ...after, clientKnows: clients, consultantKnows: consultants }, now)
}

function isSameBooking(before: Deal | null, after: Deal): boolean {
  return before !== null && before.stage === after.stage && JSON.stringify(bookingOf(before)) === JSON.stringify(bookingOf(after))
}

/** `toldAt` and `tellFrom` follow from what the client knows. */
function settled(deal: Deal, now: LocalDateTime): Deal {
  const known = decoded(toldClient, deal.clientKnows, null)
  const so = bookingForClient(deal)
  const toldAt = known !== null && so !== null && isSame(so, known) ? known.at : null
  const after = isOver(deal) ? deal : { ...deal, toldAt }
  return { ...after, tellFrom: clientOwed(after, now) === null ? null : deal.tellFrom }
}

function isOver({ stage }: Pick<Deal, 'stage'>): boolean {
  return stage === 'held' || stage === 'feedback' || stage === 'won'
}

function markOf(email: string): string {
  return shortHash(email.trim().toLowerCase())
}
