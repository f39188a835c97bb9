/** The letter that somebody is owed about a booking, composed when it goes (A1, A2, G6, R2). */

import type { Client } from '../../domain/client/client'
import { isEmail } from '../../domain/client/email'
import type { Deal } from '../../domain/deal/deal'
import {
  bookedClientLetter,
  bookedConsultantLetter,
  cancelledClientLetter,
  cancelledConsultantLetter,
  type Mail,
} from '../../domain/letter/letters.ru'
import {
  detailsClientLetter,
  detailsConsultantLetter,
  leftConsultantLetter,
  movedClientLetter,
  movedConsultantLetter,
} from '../../domain/letter/moveLetters.ru'
import {
  bookingForClient,
  bookingOf,
  clientOwed,
  consultantOwed,
  isUndecided,
  type News,
  type Told,
  theClient,
} from '../../domain/letter/telling'
import type { Office } from '../../domain/office/office'
import type { LocalDateTime } from '../../domain/time/localTime'

interface Reader {
  readonly deal: Deal
  readonly client: Client | null
  readonly person: string
}

export interface Composed {
  readonly to: string
  readonly mail: Mail
  /** What its reader knows afterwards; null = that there is no booking for him. */
  readonly said: Told | null
}

/** As it is true now; null = nothing is owed any more, or he cannot be written to. */
export function letterOwed(reader: Reader, office: Office, now: LocalDateTime): Composed | null {
  const composed = reader.person === theClient ? toClient(reader, office, now) : toConsultant(reader, office, now)
  return composed !== null && isEmail(composed.to) ? composed : null
}

function toClient({ deal, client }: Reader, office: Office, now: LocalDateTime): Composed | null {
  const to = client?.email.trim() ?? ''
  const news = office.settings.clientLetters && !isUndecided(deal, office) ? clientOwed(deal, now, to) : null
  return news === null ? null : { to, mail: clientMail(news, deal, office, now), said: bookingForClient(deal) }
}

function clientMail({ kind, known }: News, deal: Deal, office: Office, now: LocalDateTime): Mail {
  const facts = bookingFacts(deal, office, now)
  if (kind === 'off') return cancelledClientLetter({ ...facts, start: known?.start ?? '' })
  if (kind === 'booked') return bookedClientLetter(facts)
  return kind === 'details' ? detailsClientLetter(facts) : movedClientLetter({ ...facts, told: known?.start ?? null })
}

function toConsultant({ deal, person }: Reader, office: Office, now: LocalDateTime): Composed | null {
  const to = office.people.find(({ initials }) => initials === person)?.email ?? ''
  const news = consultantOwed(deal, person, now)
  if (news === null) return null
  const isOff = news.kind === 'off' || news.kind === 'left'
  return { to, mail: consultantMail(news, deal, office, now), said: isOff ? null : bookingOf(deal) }
}

function consultantMail({ kind, known }: News, deal: Deal, office: Office, now: LocalDateTime): Mail {
  const facts = bookingFacts(deal, office, now)
  const before = known?.start ?? ''
  if (kind === 'off') return cancelledConsultantLetter({ ...facts, start: before })
  if (kind === 'left') return leftConsultantLetter({ ...facts, before })
  if (kind === 'details') return detailsConsultantLetter(facts)
  return kind === 'booked' ? bookedConsultantLetter(facts) : movedConsultantLetter({ ...facts, before, reason: deal.moveReason })
}

/** What letters about a booking say. */
export function bookingFacts(deal: Deal, { settings, people }: Office, now: LocalDateTime) {
  const person = people.find(({ initials }) => initials === deal.consultant)
  return {
    centreName: settings.centreName,
    centrePhone: settings.centrePhone,
    organisation: deal.organisation,
    contact: deal.contact,
    phone: deal.phone,
    request: deal.request,
    start: deal.start ?? '',
    now,
    consultantName: person?.name ?? deal.consultant,
    format: deal.format ?? 'inPerson',
    place: deal.place,
    dealId: deal.id,
    external: person?.external ?? false,
    moveLimitDays: settings.moveLimitDays,
  } as const
}
