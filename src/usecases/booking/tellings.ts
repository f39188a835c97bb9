/** Who is owed a word after a change of deals (A2, R2): follows from the rows before and after it, whoever made it and by whatever door. */

import type { Client } from '../../domain/client/client'
import { isEmail } from '../../domain/client/email'
import type { Deal } from '../../domain/deal/deal'
import {
  bookingOf,
  clientOwed,
  consultantOwed,
  consultantsOf,
  isUndecided,
  type News,
  theClient,
  withConsultantTold,
  withKnowledge,
} from '../../domain/letter/telling'
import { addMinutes, type LocalDateTime } from '../../domain/time/localTime'
import type { Changes, Moment, RowChange, Telling } from '../changes'
import type { Desk } from '../desk'

/** Somebody who drags in the calendar is given a quiet tick before anybody is told. */
const quietMinutes = 10
/** A letter that has not gone by then has failed: somebody tells it by phone. */
const patienceMinutes = 30

/** Letters that go by the state of the deal: written down as told, they are no news. */
export const toldKind = 'letter/told'

/** An office that takes its deals over has told everybody. */
const silentKinds: readonly string[] = ['import/deals', toldKind]

/** The same plan with what people know kept on its deals, and a letter for each person to whom this change is news. */
export function withTellings(plan: Changes, desk: Desk, moment: Moment): Changes {
  if (plan.deals.length === 0 || silentKinds.includes(plan.kind)) return plan
  const made = plan.deals.map((change) => toldOf(change, plan, desk, moment))
  return { ...plan, deals: made.map(({ change }) => change), tellings: made.flatMap(({ tellings }) => tellings) }
}

interface Made {
  readonly change: RowChange<Deal>
  readonly tellings: readonly Telling[]
}

function toldOf({ before, after }: RowChange<Deal>, plan: Changes, desk: Desk, moment: Moment): Made {
  const kept = withOwnDeed(before, withKnowledge(before, after, moment.now), moment)
  const client = clientNews(before, kept, plan, desk, moment)
  const consultants = consultantsOf(kept).filter((initials) => isNewsFor(initials, before, kept, moment) && emailOf(initials, desk) !== '')
  const people = [...consultants, ...(client.isWritten ? [theClient] : [])]
  const row = before === null ? desk.nextDealRow : (desk.deals.get(kept.id)?.row ?? null)
  const about = { dealId: kept.id, row, version: kept.version, clientId: kept.clientId, at: settledAt(plan, moment) }
  return { change: { before, after: client.deal }, tellings: people.map((person) => ({ ...about, person })) }
}

/** The consultant who books, moves or gives up a consultation by a command of his own knows of it. */
function withOwnDeed(before: Deal | null, after: Deal, { who, now }: Moment): Deal {
  const { initials } = who
  if (initials === '' || !consultantsOf(after).includes(initials) || !isNewsFor(initials, before, after, { now })) return after
  const booking = bookingOf(after)
  return withConsultantTold(after, initials, booking?.consultant === initials ? booking : null, now)
}

function isNewsFor(initials: string, before: Deal | null, after: Deal, { now }: Pick<Moment, 'now'>): boolean {
  return isNews(before === null ? null : consultantOwed(before, initials, now), consultantOwed(after, initials, now), before, after)
}

/** Owed, and not just so before the change. */
function isNews(was: News | null, is: News | null, before: Deal | null, after: Deal): boolean {
  if (is === null) return false
  const said = (news: News | null, deal: Deal | null) => JSON.stringify([news, news === null || deal === null ? null : bookingOf(deal)])
  return said(was, before) !== said(is, after)
}

/** The client's letter, and from when on a person tells him. */
function clientNews(
  before: Deal | null,
  after: Deal,
  plan: Changes,
  desk: Desk,
  moment: Moment,
): { readonly deal: Deal; readonly isWritten: boolean } {
  const { now } = moment
  const was = before === null ? null : clientOf(before, desk)
  const client = plan.clients.find(({ after: { id } }) => id === after.clientId)?.after ?? clientOf(after, desk)
  const owed = clientOwed(after, now, client?.email)
  const address = addressOf(client, after, desk)
  const isSameWay = address === addressOf(was, after, desk) && isHeld(before, desk) === isHeld(after, desk)
  const wasOwed = before === null ? null : clientOwed(before, now, was?.email)
  if (owed === null || (isSameWay && !isNews(wasOwed, owed, before, after))) return { deal: after, isWritten: false }
  const isWritten = address !== '' && !isHeld(after, desk)
  const tellFrom = addMinutes(settledAt(plan, moment), isWritten ? patienceMinutes : 0)
  return { deal: { ...after, tellFrom: clientOwed(after, now) === null ? null : tellFrom }, isWritten }
}

function isHeld(deal: Deal | null, { office }: Desk): boolean {
  return deal !== null && isUndecided(deal, office)
}

function clientOf({ clientId }: Deal, desk: Desk): Client | null {
  return clientId === null ? null : (desk.clients.get(clientId)?.value ?? null)
}

/** '' = he cannot be written to. One who was not read may have an address: the letter finds out. */
function addressOf(client: Client | null, { clientId }: Deal, { office }: Desk): string {
  if (!office.settings.clientLetters || clientId === null) return ''
  return client === null ? 'unread' : isEmail(client.email) ? client.email : ''
}

function emailOf(initials: string, { office }: Desk): string {
  return office.people.find((person) => person.initials === initials)?.email ?? ''
}

/** What was done in the calendar by hand; a command of ours that the sync has finished is none. */
function settledAt({ kind }: Changes, { now }: Moment): LocalDateTime {
  return kind.startsWith('calendar/') ? addMinutes(now, quietMinutes) : now
}
