/** The same client and the same request, recognised before they stand in the register twice. */

import type { Deal } from '../deal/deal'
import { addDays, dateOf, type LocalDateTime } from '../time/localTime'
import { type Client, mergedInto } from './client'
import { organisationKey } from './organisation'
import { phoneKey } from './phone'

export type SameBy = 'phone' | 'email' | 'organisation'

export interface SameClient {
  readonly client: Client
  /** The strongest thing they share. */
  readonly by: SameBy
}

export interface ClientTraits {
  readonly phone: string
  readonly email: string
  readonly organisation: string
}

/** Days within which a client's second request may be the first one again, inclusive. */
const repeatDays = 14

/** What people write where they have no organisation: it tells nobody from another. */
const noOrganisation = new Set([
  '',
  'нет',
  'не указана',
  'физическое лицо',
  'физлицо',
  'физ лицо',
  'частное лицо',
  'самозанятый',
  'ип',
  'тест',
])

/**
 * Clients that share a phone, an e-mail or an organisation's name, legal form included (АНО and РОО «Маяк» are two), best first:
 * a phone weighs more than an e-mail, that more than a name, and several together more than one. Merged cards are left out.
 * @example sameClient(clients, { phone: '8 (911) 416-01-23', email: '', organisation: 'ано маяк' }) // [{ client: АНО «Маяк», by: 'phone' }]
 */
export function sameClient(clients: readonly Client[], traits: ClientTraits): SameClient[] {
  const wanted = keysOf(traits)
  const found = clients.flatMap((client) => {
    const shared = mergedInto(client) === null ? sharedOf(client, wanted) : []
    const by = shared[0]
    return by === undefined ? [] : [{ client, by, weight: weightOf(shared) }]
  })
  return found.sort((a, b) => b.weight - a.weight || b.client.id - a.client.id).map(({ client, by }) => ({ client, by }))
}

/** Whether two names of organisations are both told and are not the same. */
export function isOtherOrganisation(told: string, known: string): boolean {
  const [a, b] = [nameKey(told), nameKey(known)]
  return a !== '' && b !== '' && a !== b
}

export type RequestTraits = Pick<Deal, 'id' | 'clientId' | 'phone' | 'received'>

/**
 * Requests of the same client, or from the same phone, received in the last 14 days, open or closed, newest first:
 * «присоединить или новая?»
 * @param now the newer request's time
 */
export function sameRequest<T extends RequestTraits>(
  deals: readonly T[],
  asked: { readonly id: number | null; readonly clientId: number | null; readonly phone: string },
  now: LocalDateTime,
): T[] {
  const since = `${addDays(dateOf(now), -repeatDays)}T00:00`
  const key = phoneKey(asked.phone)
  const isSame = ({ id, clientId, phone, received }: T) => {
    const isRecent = id !== asked.id && received >= since && received <= now
    return isRecent && ((asked.clientId !== null && clientId === asked.clientId) || (key !== '' && phoneKey(phone) === key))
  }
  return deals.filter(isSame).sort((a, b) => (a.received < b.received ? 1 : a.received > b.received ? -1 : b.id - a.id))
}

type Keys = Readonly<Record<SameBy, string>>

function keysOf({ phone, email, organisation }: ClientTraits): Keys {
  return { phone: phoneKey(phone), email: email.trim().toLowerCase(), organisation: nameKey(organisation) }
}

function nameKey(organisation: string): string {
  const key = organisationKey(organisation)
  return noOrganisation.has(key) ? '' : key
}

function sharedOf(client: Client, wanted: Keys): SameBy[] {
  const shared: SameBy[] = []
  if (wanted.phone !== '' && (client.phoneKey || phoneKey(client.phone)) === wanted.phone) shared.push('phone')
  if (wanted.email !== '' && client.email.trim().toLowerCase() === wanted.email) shared.push('email')
  if (wanted.organisation !== '' && nameKey(client.organisation) === wanted.organisation) shared.push('organisation')
  return shared
}

const weights: Readonly<Record<SameBy, number>> = { phone: 4, email: 2, organisation: 1 }

function weightOf(shared: readonly SameBy[]): number {
  return shared.reduce((sum, by) => sum + weights[by], 0)
}
