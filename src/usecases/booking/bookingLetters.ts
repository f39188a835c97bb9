/** Who is written to when a consultation is booked, moved or given to another consultant (A1, R2). */

import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { bookedClientLetter, bookedConsultantLetter, type Mail } from '../../domain/letter/letters.ru'
import { leftConsultantLetter, movedClientLetter, movedConsultantLetter } from '../../domain/letter/moveLetters.ru'
import type { Person } from '../../domain/office/office'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { Letter, Moment } from '../changes'
import type { Desk } from '../desk'

/** A booking as it will stand, without its next version yet. */
export interface Booking {
  readonly deal: Deal
  readonly client: Client | null
  readonly person: Person
}

export function bookedLetters(booking: Booking, desk: Desk, moment: Moment): Letter[] {
  const facts = bookingFacts(booking, desk, moment.now)
  return [...toConsultant(booking, bookedConsultantLetter(facts)), ...toClient(booking, desk, bookedClientLetter(facts))]
}

/** The time that a consultation leaves. */
interface Left {
  readonly before: LocalDateTime
  /** The same where the client knows of it, else null. */
  readonly told: LocalDateTime | null
}

/** The client always; the consultant where it was not he who moved it (R2). */
export function movedLetters(
  booking: Booking,
  { before, told, reason, tellConsultant }: Left & { readonly reason: string; readonly tellConsultant: boolean },
  desk: Desk,
  moment: Moment,
): Letter[] {
  const facts = { ...bookingFacts(booking, desk, moment.now), before, told }
  const own = tellConsultant ? toConsultant(booking, movedConsultantLetter({ ...facts, reason })) : []
  return [...own, ...toClient(booking, desk, movedClientLetter(facts))]
}

/** G6: the new consultant as of a booking, the one before with a plain note, the client with one letter. */
export function reassignedLetters(
  booking: Booking,
  { before, told, left }: Left & { readonly left: Person | undefined },
  desk: Desk,
  moment: Moment,
): Letter[] {
  const facts = { ...bookingFacts(booking, desk, moment.now), before, told }
  const note = left === undefined ? [] : [{ key: `left:${keyOf(booking)}`, to: left.email, ...leftConsultantLetter(facts) }]
  return [
    ...toConsultant(booking, bookedConsultantLetter(facts)),
    ...note.filter(({ to }) => to !== ''),
    ...toClient(booking, desk, movedClientLetter(facts)),
  ]
}

/** Whether the letters tell the client the time: then nothing more is owed (A1.tell). */
export function toldAt(letters: readonly Letter[], { now }: Moment): LocalDateTime | null {
  return letters.some(({ key }) => key.startsWith('client:')) ? now : null
}

/** What letters about a booking say. */
export function bookingFacts({ deal, person }: Booking, { office }: Desk, now: LocalDateTime) {
  const { settings } = office
  return {
    centreName: settings.centreName,
    centrePhone: settings.centrePhone,
    organisation: deal.organisation,
    contact: deal.contact,
    phone: deal.phone,
    request: deal.request,
    start: deal.start ?? '',
    now,
    consultantName: person.name,
    format: deal.format ?? 'inPerson',
    place: deal.place,
    dealId: deal.id,
    external: person.external,
    moveLimitDays: settings.moveLimitDays,
  } as const
}

function keyOf({ deal }: Booking): string {
  return `${deal.id}v${deal.version + 1}`
}

function toConsultant(booking: Booking, mail: Mail): Letter[] {
  return booking.person.email === '' ? [] : [{ key: `consultant:${keyOf(booking)}`, to: booking.person.email, ...mail }]
}

function toClient(booking: Booking, { office }: Desk, mail: Mail): Letter[] {
  const email = booking.client?.email ?? ''
  return email === '' || !office.settings.clientLetters ? [] : [{ key: `client:${keyOf(booking)}`, to: email, ...mail }]
}
