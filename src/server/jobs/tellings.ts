/** Letters that look at their deal when they go: whether they still go, what they say, and what the deal says afterwards. */

import type { Deal } from '../../domain/deal/deal'
import { asked, isStillAsked, linksAsked } from '../../domain/external/asking'
import type { Invitation } from '../../domain/letter/invitation'
import { theClient, withClientTold, withConsultantTold } from '../../domain/letter/telling'
import { decoded } from '../../domain/register/stored'
import { letterWent } from '../../domain/text/text.ru'
import type { LocalDateTime } from '../../domain/time/localTime'
import { letterOwed } from '../../usecases/booking/bookingLetters'
import { toldKind } from '../../usecases/booking/tellings'
import { type Changes, changes, type Letter } from '../../usecases/changes'
import type { Desk } from '../../usecases/desk'
import { clientOf, clientRow } from '../../usecases/located'
import { type Loaded, loadFurther, rowIssues } from '../desk/load'
import { type OutboxRow, payloads } from '../desk/outboxRow'
import { hasPages } from '../google/signed/links'

/** A row of «Исходящие» where it stands. */
export interface Standing {
  readonly row: number
  readonly letter: OutboxRow
}

/** Rows that are not to go: a later one of the same deal and person says all, or one is on its way at this moment. */
export interface Sorted {
  readonly unneeded: readonly Standing[]
  readonly onTheWay: ReadonlySet<number>
}

/** @param standing rows that are not done, given up ones too, in the order of the sheet */
export function sortTellings(standing: readonly Standing[], now: LocalDateTime): Sorted {
  const groups = new Map<string, Standing[]>()
  for (const one of standing) {
    const name = nameOf(one)
    if (name === '') continue
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  const tellings = [...groups.values()].map((group) => ({ unneeded: group.slice(0, -1), others: group.slice(-1), awaited: group }))
  const all = [...tellings, ...reminders(standing)]
  const leased = all.filter(({ awaited }) => awaited.some(({ letter }) => isLeased(letter, now)))
  return {
    unneeded: all.flatMap((group) => (leased.includes(group) ? [] : group.unneeded)),
    onTheWay: new Set(leased.flatMap(({ unneeded, others }) => [...unneeded, ...others].map(({ row }) => row))),
  }
}

interface Again {
  readonly unneeded: readonly Standing[]
  /** They say it all. */
  readonly others: readonly Standing[]
  /** While one of these is on its way, none of them goes. */
  readonly awaited: readonly Standing[]
}

/** Reminders that waited while mail was down or the quota over, each with the later ones to the same person that tell all its matters. */
function reminders(standing: readonly Standing[]): Again[] {
  const all = standing.flatMap((one) => {
    const about = plainIn(one.letter)?.about
    return about === undefined ? [] : [{ one, about }]
  })
  return all.flatMap(({ one, about }, at) => {
    const later = all.slice(at + 1).filter((other) => other.one.letter.to === one.letter.to)
    const told = new Set(later.flatMap((other) => other.about))
    return about.every((matter) => told.has(matter)) ? [{ unneeded: [one], others: later.map((other) => other.one), awaited: [one] }] : []
  })
}

/** Whom it tells what about which deal: of several that wait the last one goes. */
function nameOf({ letter }: Standing): string {
  const told = toldIn(letter)
  const sets = askingIn(letter)?.sets
  return told === null ? (sets === undefined ? '' : `${sets.deal} ${sets.field}`) : `${told.deal} ${told.person}`
}

/** Another run has it, or had it when it died: told apart by nobody having noted an error. */
function isLeased({ attempts, error, nextTry }: OutboxRow, now: LocalDateTime): boolean {
  return (attempts ?? 0) > 0 && (error ?? '') === '' && (nextTry ?? '') > now
}

function toldIn({ kind, payload }: OutboxRow) {
  return kind === 'известие' ? decoded(payloads.известие, payload, null) : null
}

function plainIn({ kind, payload }: OutboxRow) {
  return kind === 'письмо' ? decoded(payloads.письмо, payload, null) : null
}

function askingIn(letter: OutboxRow) {
  const content = plainIn(letter)
  return content?.sets === undefined ? null : { ...content, sets: content.sets }
}

/** The deal that the letter looks at. */
interface About {
  readonly deal: number
  readonly row: number | null
  readonly client?: number | null
}

function aboutOf({ letter }: Standing): About | null {
  return toldIn(letter) ?? askingIn(letter)?.sets ?? plainIn(letter)?.stands ?? null
}

/** A letter as it goes now. */
export interface Words {
  readonly mail: Omit<Letter, 'key'>
  readonly invitation?: Invitation
  /** The deal once it has gone; null = it stays as it is. */
  readonly after: ((deal: Deal, at: LocalDateTime) => Deal) | null
}

/** null = it goes no more, 'unread' = its deal cannot be read at this moment; absent = it looks at no deal. */
export type Worded = Standing & { readonly words?: Words | null | 'unread' }

/** Two reads at most, and none where no such letter goes. */
export function withWords(rows: readonly Standing[], loaded: Loaded): readonly Worded[] {
  const about = rows.flatMap((one) => aboutOf(one) ?? [])
  if (about.length === 0) return rows
  const known = { ...withDeals(about, loaded), hasPages: hasPages(loaded.desk.office) }
  return rows.map((one) => {
    const deal = aboutOf(one)
    return deal === null ? one : { ...one, words: wordsOf(one, deal, known) }
  })
}

interface KnownDeals extends Loaded {
  /** The address of the web app is known. */
  readonly hasPages: boolean
}

function withDeals(about: readonly About[], loaded: Loaded): Loaded {
  const clients = unique(about.map(({ client = null }) => client))
  const known = loadFurther(loaded, { deals: wantedDeals(about), clients: clients.map(clientRow) })
  const told = unique(about.map(({ deal, client }) => (client === undefined ? null : deal)))
  const others = unique(told.map((id) => known.desk.deals.get(id)?.value.clientId ?? null)).filter((id) => !clients.includes(id))
  return others.length === 0 ? known : loadFurther(known, { clients: others.map(clientRow) })
}

function unique(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : [id]))
}

function wantedDeals(about: readonly About[]) {
  return [...new Map(about.map(({ deal, row }) => [deal, { id: deal, row }])).values()]
}

function wordsOf({ letter }: Standing, { deal: id }: About, known: KnownDeals): Words | null | 'unread' {
  const { moment } = known
  const found = known.desk.deals.get(id)
  if (found === undefined || rowIssues(known).some(({ where, row }) => where === 'Сделки' && row === found.row)) return 'unread'
  return wordsTold(letter, found.value, known) ?? wordsAsked(letter, found.value, moment.now) ?? wordsOfBooking(letter, found.value, known)
}

/** It was queued for a booking, and may have waited (the mail quota, a service that was down) until that was another, or over. */
function wordsOfBooking(letter: OutboxRow, deal: Deal, { desk, moment }: KnownDeals): Words | null {
  const plain = plainIn(letter)
  const client = clientOf(desk, deal)
  if (plain?.stands === undefined || deal.stage !== 'assigned' || deal.start !== plain.stands.start || moment.now >= deal.start) return null
  if (client?.email !== letter.to || client.noLetters === 'да') return null
  const { stands, sets: _, ...mail } = plain
  return { mail: { to: letter.to, ...mail, stands }, after: null }
}

function wordsTold(letter: OutboxRow, deal: Deal, { desk, moment, hasPages }: KnownDeals): Words | null {
  const person = toldIn(letter)?.person ?? ''
  const owed = person === '' ? null : letterOwed({ deal, client: clientOf(desk, deal), person }, desk.office, moment.now, hasPages)
  if (owed === null) return null
  const { said, to, mail, links = [], invitation } = owed
  const isClient = person === theClient
  return {
    mail: { to, ...mail, links },
    ...(invitation === undefined ? {} : { invitation }),
    after: (then, at) => (isClient ? withClientTold(then, said, at, to) : withConsultantTold(then, person, said, at)),
  }
}

function wordsAsked(letter: OutboxRow, deal: Deal, now: LocalDateTime): Words | null {
  const asking = askingIn(letter)
  if (asking === null || !isStillAsked(asking.sets.field, asking.links, deal, letter.to)) return null
  const { sets, ...mail } = asking
  const links = linksAsked(mail.links, asked(deal, sets.field, now), letter.to)
  return { mail: { to: letter.to, ...mail, links }, after: (then, at) => asked(then, sets.field, at) }
}

/** A letter that has gone, and that its deal tells of. */
export type Gone = Standing & { readonly words: Words & { readonly after: (deal: Deal, at: LocalDateTime) => Deal } }

/** For the read that goes before writing it down. */
export function toldDeals(gone: readonly Gone[]) {
  return wantedDeals(gone.flatMap((one) => aboutOf(one) ?? []))
}

/** One plan for each letter, on the deal as it stands by then. Its version stays, so no open card is disturbed. */
export function toldPlans(gone: readonly Gone[], desk: Desk, at: LocalDateTime): Changes[] {
  const deals = new Map([...desk.deals].map(([id, { value }]) => [id, value]))
  return gone.flatMap((one) => {
    const before = deals.get(aboutOf(one)?.deal ?? 0)
    if (before === undefined) return []
    const after = one.words.after(before, at)
    deals.set(after.id, after)
    return [changes({ kind: toldKind, reason: letterWent(one.words.mail.subject), deals: [{ before, after }] })]
  })
}

/** A letter that was composed as it went leaves its address and its subject in its row. */
export function leftBy({ letter, words }: Gone): { readonly to?: string; readonly payload?: string } {
  const told = toldIn(letter)
  return told === null ? {} : { to: words.mail.to, payload: JSON.stringify({ ...told, subject: words.mail.subject }) }
}
