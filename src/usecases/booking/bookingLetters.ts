/** The letter that somebody is owed about a booking, composed when it goes (A1, A2, G6, R2). */

import type { Client } from '../../domain/client/client'
import { isEmail } from '../../domain/client/email'
import type { Deal } from '../../domain/deal/deal'
import { toldPlace } from '../../domain/deal/place/meetingPlace'
import { shortHash } from '../../domain/external/signedLink'
import type { Invitation } from '../../domain/letter/invitation'
import {
  bookedClientLetter,
  bookedConsultantLetter,
  cancelledClientLetter,
  cancelledConsultantLetter,
  howForClient,
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
import { silenceOf } from '../../domain/letter/unasked'
import type { Office } from '../../domain/office/office'
import { dateOf, type LocalDateTime } from '../../domain/time/localTime'
import type { PageLink } from '../changes'
import { pageLink } from '../externals/pageLinks'

interface Reader {
  readonly deal: Deal
  readonly client: Client | null
  readonly person: string
}

export interface Composed {
  readonly to: string
  readonly mail: Mail
  /** ⟦1⟧ of the mail is the first. */
  readonly links?: readonly PageLink[]
  /** What its reader knows afterwards; null = that there is no booking for him. */
  readonly said: Told | null
  /** For the calendar of a reader who does not see the office's. */
  readonly invitation?: Invitation
}

/** As it is true now; null = nothing is owed any more, or he cannot be written to. @param hasPages the address of the web app is known */
export function letterOwed(reader: Reader, office: Office, now: LocalDateTime, hasPages = false): Composed | null {
  const composed = reader.person === theClient ? toClient(reader, office, now, hasPages) : toConsultant(reader, office, now)
  return composed !== null && isEmail(composed.to) ? composed : null
}

function toClient({ deal, client }: Reader, office: Office, now: LocalDateTime, hasPages: boolean): Composed | null {
  const to = client?.email.trim() ?? ''
  const isWritten = office.settings.clientLetters && silenceOf('booking', client) === null
  const news = isWritten && !isUndecided(deal, office) ? clientOwed(deal, now, to) : null
  if (news === null) return null
  const links = hasPages && !isOff(news) ? [visitLink(deal, to)] : []
  const mail = clientMail(news, deal, office, now, links.length > 0)
  return { to, mail, links, said: bookingForClient(deal), invitation: clientInvitation(news, deal, office, now) }
}

/** To the client's page, until the consultation's own day. */
export function visitLink(deal: Deal, email: string): PageLink {
  return pageLink('visit', deal, dateOf(deal.start ?? ''), '', email)
}

function clientMail({ kind, known }: News, deal: Deal, office: Office, now: LocalDateTime, hasPage: boolean): Mail {
  const facts = { ...bookingFacts(deal, office, now), hasPage }
  if (kind === 'off') return cancelledClientLetter({ ...facts, start: known?.start ?? '' })
  if (kind === 'booked') return bookedClientLetter(facts)
  return kind === 'details' ? detailsClientLetter(facts) : movedClientLetter({ ...facts, told: known?.start ?? null })
}

function toConsultant({ deal, person }: Reader, office: Office, now: LocalDateTime): Composed | null {
  const to = office.people.find(({ initials }) => initials === person)?.email ?? ''
  const news = consultantOwed(deal, person, now)
  if (news === null) return null
  const isExternal = office.people.some(({ initials, external }) => initials === person && external)
  const invitation = isExternal ? { invitation: expertInvitation(news, { deal, person }, office) } : {}
  return { to, mail: consultantMail(news, deal, office, now), said: isOff(news) ? null : bookingOf(deal), ...invitation }
}

function isOff({ kind }: News): boolean {
  return kind === 'off' || kind === 'left'
}

function clientInvitation(news: News, deal: Deal, office: Office, now: LocalDateTime): Invitation {
  const facts = bookingFacts(deal, office, now)
  const { centreName, centrePhone, consultantName } = facts
  const about = isOff(news) ? [] : [`Консультант: ${consultantName}`, howForClient(facts)]
  return {
    ...eventOf(news, deal),
    uid: uidOf(deal, theClient, office),
    title: `Консультация: ${centreName}`,
    place: deal.format === 'phone' ? '' : facts.place,
    about: [...about, ...(centrePhone === '' ? [] : [`Телефон центра: ${centrePhone}`])],
  }
}

/** The booking that stands, as its client's calendar takes it. */
export function visitInvitation(deal: Deal, office: Office, now: LocalDateTime): Invitation {
  return clientInvitation({ kind: 'booked', known: null }, deal, office, now)
}

/** Says no more than the subject of his letter. */
function expertInvitation(news: News, { deal, person }: Pick<Reader, 'deal' | 'person'>, office: Office): Invitation {
  const { centreName, centrePhone, centreAddress } = office.settings
  return {
    ...eventOf(news, deal),
    uid: uidOf(deal, person, office),
    title: `Консультация, сделка № ${deal.id}`,
    place: deal.format === 'phone' ? '' : toldPlace(deal, centreAddress),
    about: [[centreName, centrePhone].filter(Boolean).join(', ')],
  }
}

function eventOf(news: News, { start, end, version }: Deal) {
  const off = isOff(news)
  return { sequence: version, isOff: off, start: (off ? news.known?.start : start) ?? '', end: off ? '' : (end ?? '') } as const
}

function uidOf({ id }: Deal, person: string, { settings }: Office): string {
  return `${id}.${shortHash(`${settings.calendarId} ${person}`)}@consultation-desk`
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
    place: toldPlace(deal, settings.centreAddress),
    dealId: deal.id,
    external: person?.external ?? false,
    moveLimitDays: settings.moveLimitDays,
  } as const
}
