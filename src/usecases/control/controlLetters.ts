/** The letters of one run of the control: one to each person with everything in it, and the clients' own reminders. */

import { shortHash } from '../../domain/external/signedLink'
import { type ControlNews, controlLetter, type ToldItem } from '../../domain/letter/controlLetters.ru'
import { remindedClientLetter } from '../../domain/letter/letters.ru'
import { silenceOf } from '../../domain/letter/unasked'
import { readOwners } from '../../domain/obligations/owner'
import { type Recipient, recipientsOf, toldOf } from '../../domain/obligations/recipients'
import { addDays, dateOf, type LocalDateTime } from '../../domain/time/localTime'
import { bookingFacts, visitLink } from '../booking/bookingLetters'
import type { Letter, PageLink } from '../changes'
import type { ControlLine, Desk } from '../desk'
import { pageLink } from '../externals/pageLinks'
import { detailAt } from './control'
import type { Due } from './remind'

export interface LetterFacts {
  /** The deal's row in the register, as an address. */
  readonly urlOf: (line: ControlLine) => string
  /** Breaches noted since the last digest. */
  readonly breaches: number
  /** The address of the web app is known. */
  readonly hasPages?: boolean
}

interface Told {
  readonly line: ControlLine
  /** Said in the letter where the reader does not owe it. */
  readonly who: string
}

/** What one person is told. */
interface Mailbox {
  readonly recipient: Recipient
  readonly owed: Told[]
  readonly overdue: Told[]
  digest: readonly ControlLine[] | null
}

export function controlLetters(due: Due, desk: Desk, now: LocalDateTime, facts: LetterFacts): Letter[] {
  const letters = [...mailboxes(due, desk, now, facts.breaches).values()].map((box) => letterOf(box, desk, now, facts))
  return [...letters, ...clientReminders(due.remind, desk, now, facts.hasPages === true)]
}

function mailboxes(due: Due, { office }: Desk, now: LocalDateTime, breaches: number): ReadonlyMap<string, Mailbox> {
  const boxes = new Map<string, Mailbox>()
  const today = dateOf(now)
  const boxOf = (recipient: Recipient) => {
    const email = recipient.email.toLowerCase()
    const box = boxes.get(email) ?? { recipient, owed: [], overdue: [], digest: null }
    boxes.set(email, box)
    return box
  }
  for (const line of due.remind)
    for (const recipient of recipientsOf(readOwners(line.who), office, today))
      boxOf(recipient).owed.push({ line, who: recipient.substitute ? line.who : '' })
  for (const line of due.escalate)
    for (const recipient of toldOf(line.overdueTo, office, today)) boxOf(recipient).overdue.push({ line, who: line.who })
  const isWorthTelling = due.digest !== null && due.digest.length + breaches > 0
  for (const recipient of isWorthTelling ? recipientsOf([{ role: 'director' }], office, today) : []) boxOf(recipient).digest = due.digest
  return boxes
}

function letterOf(box: Mailbox, desk: Desk, now: LocalDateTime, facts: LetterFacts): Letter {
  const { recipient, owed, overdue, digest } = box
  const links: PageLink[] = []
  const item = ({ line, who }: Told): ToldItem => {
    const { subject, clause, due } = line
    return {
      subject,
      clause,
      due,
      who,
      detail: detailAt(line, now),
      url: urlFor(line, recipient, links, desk, now, facts),
    }
  }
  const news: ControlNews = {
    centreName: desk.office.settings.centreName,
    now,
    owed: owed.map(item),
    overdue: overdue.map(item),
    digest: digest === null ? null : { overdue: digest.map((line) => item({ line, who: line.who })), breaches: facts.breaches },
  }
  const priority = owed.length + overdue.length > 0 ? 2 : 3
  const words = controlLetter(news)
  // By what it says: two runs of one minute write different letters.
  return {
    key: `control:${now}:${shortHash(`${recipient.email}\n${words.subject}\n${words.body}`)}`,
    to: recipient.email,
    priority,
    ...words,
    ...(digest === null ? { about: [...owed, ...overdue].map(({ line }) => matterOf(line)) } : {}),
    ...(links.length === 0 ? {} : { links }),
  }
}

/** What a line is about, whenever it is due. */
function matterOf({ key, dealId, subject }: ControlLine): string {
  return `${key} ${dealId ?? subject}`
}

/** An external consultant has no register: a report is sent from its own page (C9). */
function urlFor(line: ControlLine, { external }: Recipient, links: PageLink[], desk: Desk, now: LocalDateTime, facts: LetterFacts): string {
  if (!external) return facts.urlOf(line)
  const deal = line.key === 'C9.report' && line.dealId !== null ? desk.deals.get(line.dealId)?.value : undefined
  if (deal === undefined) return ''
  links.push(pageLink('report', deal, addDays(dateOf(now), desk.office.settings.linkDays)))
  return `⟦${links.length}⟧`
}

/** The working day before, at the consultant's time, where the office reminds clients, and this one has not asked for no letters. */
function clientReminders(lines: readonly ControlLine[], desk: Desk, now: LocalDateTime, hasPage: boolean): Letter[] {
  if (!desk.office.settings.clientReminders) return []
  return lines.flatMap(({ key, dealId, due, row }) => {
    const deal = key === 'A4.hold' && dealId !== null ? desk.deals.get(dealId)?.value : undefined
    const client = deal?.clientId == null ? undefined : desk.clients.get(deal.clientId)?.value
    if (deal === undefined || client === undefined || deal.start !== due) return []
    if (silenceOf('reminder', client) !== null) return []
    const mail = remindedClientLetter({ ...bookingFacts(deal, desk.office, now), hasPage })
    const links = hasPage ? { links: [visitLink(deal, client.email)] } : {}
    const stands = { deal: deal.id, row, client: client.id, start: due }
    return [{ key: `coming:${deal.id}:${due}`, to: client.email, priority: 2, ...mail, ...links, stands } as const]
  })
}
