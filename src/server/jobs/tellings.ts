/** Letters that are composed when they go: which of them still wait, what they say, and what their readers know afterwards. */

import type { Deal } from '../../domain/deal/deal'
import { theClient, withClientTold, withConsultantTold } from '../../domain/deal/telling'
import { decoded } from '../../domain/register/stored'
import { letterWent } from '../../domain/text/text.ru'
import type { LocalDateTime } from '../../domain/time/localTime'
import { type Composed, letterOwed } from '../../usecases/booking/bookingLetters'
import { toldKind } from '../../usecases/booking/tellings'
import { type Changes, changes } from '../../usecases/changes'
import type { Desk } from '../../usecases/desk'
import { clientOf, clientRow } from '../../usecases/located'
import { type Loaded, loadFurther, rowIssues } from '../desk/load'
import { type OutboxRow, payloads } from '../desk/outboxRow'

/** A row of «Исходящие» where it stands. */
export interface Standing {
  readonly row: number
  readonly letter: OutboxRow
}

/** Who is told about which deal. */
type About = NonNullable<ReturnType<typeof toldIn>>

/** Rows that are not to go: a later one of the same deal and person says all, or one is on its way at this moment. */
export interface Sorted {
  readonly unneeded: readonly Standing[]
  readonly onTheWay: ReadonlySet<number>
}

/** @param standing rows that are not done, given up ones too, in the order of the sheet */
export function sortTellings(standing: readonly Standing[], now: string): Sorted {
  const groups = new Map<string, Standing[]>()
  for (const one of standing) {
    const about = toldIn(one.letter)
    if (about === null) continue
    const name = `${about.deal} ${about.person}`
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  const all = [...groups.values()]
  const leased = all.filter((group) => group.some(({ letter }) => isLeased(letter, now)))
  const unneeded = all.flatMap((group) => (leased.includes(group) ? [] : group.slice(0, -1)))
  return { unneeded, onTheWay: new Set(leased.flatMap((group) => group.map(({ row }) => row))) }
}

/** Another run has it, or had it when it died: told apart by nobody having noted an error. */
function isLeased({ attempts, error, nextTry }: OutboxRow, now: string): boolean {
  return (attempts ?? 0) > 0 && (error ?? '') === '' && (nextTry ?? '') > now
}

export function toldIn({ kind, payload }: Pick<OutboxRow, 'kind' | 'payload'>) {
  return kind === 'известие' ? decoded(payloads.известие, payload, null) : null
}

/** With what it says now; null = nothing any more, 'unread' = its deal cannot be read at this moment; absent = its words stand in the row. */
export type Worded = Standing & { readonly composed?: Composed | null | 'unread' }

/** Two reads at most, and none where no such letter goes. */
export function withWords(rows: readonly Standing[], loaded: Loaded): readonly Worded[] {
  const about = rows.flatMap(({ letter }) => toldIn(letter) ?? [])
  if (about.length === 0) return rows
  const known = withDeals(about, loaded)
  return rows.map((one) => {
    const told = toldIn(one.letter)
    return told === null ? one : { ...one, composed: wordsFor(told, known) }
  })
}

function withDeals(about: readonly About[], loaded: Loaded): Loaded {
  const clients = unique(about.map(({ client }) => client))
  const known = loadFurther(loaded, { deals: wantedDeals(about), clients: clients.map(clientRow) })
  const others = unique([...known.desk.deals.values()].map(({ value }) => value.clientId)).filter((id) => !clients.includes(id))
  return others.length === 0 ? known : loadFurther(known, { clients: others.map(clientRow) })
}

function unique(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : [id]))
}

function wantedDeals(about: readonly About[]) {
  return [...new Map(about.map(({ deal, row }) => [deal, { id: deal, row }])).values()]
}

function wordsFor({ deal: id, person }: About, known: Loaded): Composed | null | 'unread' {
  const { desk, moment } = known
  const found = desk.deals.get(id)
  if (found === undefined || rowIssues(known).some(({ where, row }) => where === 'Сделки' && row === found.row)) return 'unread'
  return letterOwed({ deal: found.value, client: clientOf(desk, found.value), person }, desk.office, moment.now)
}

/** What one letter told. */
export interface Told {
  readonly about: About
  readonly composed: Composed
}

/** For the read that goes before writing it down. */
export function toldDeals(told: readonly Told[]) {
  return wantedDeals(told.map(({ about }) => about))
}

/** One plan for each letter: what its reader knows now, on the deal as it stands by then. Its version stays, so no open card is disturbed. */
export function toldPlans(told: readonly Told[], desk: Desk, at: LocalDateTime): Changes[] {
  const deals = new Map([...desk.deals].map(([id, { value }]) => [id, value]))
  return told.flatMap(({ about, composed }) => {
    const before = deals.get(about.deal)
    if (before === undefined) return []
    const after = knowing(before, about, composed, at)
    deals.set(about.deal, after)
    return [changes({ kind: toldKind, reason: letterWent(composed.mail.subject), deals: [{ before, after }] })]
  })
}

function knowing(deal: Deal, { person }: About, { said, to }: Composed, at: LocalDateTime): Deal {
  return person === theClient ? withClientTold(deal, said, at, to) : withConsultantTold(deal, person, said, at)
}
