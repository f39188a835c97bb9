/** The same request recognised before it is answered twice; cards of the register that may be one client. */

import type { Deal } from '../deal/deal'
import { addDays, dateOf, type LocalDateTime } from '../time/localTime'
import { mergedInto } from './client'
import { clientTraits, type Traits } from './likeness'
import { type Card, likeCard, type MaybeClient } from './meant/whoIs'
import { phoneKey } from './phone'

/** Days within which a client's second request may be the first one again, inclusive. */
const repeatDays = 14

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

/** Cards that a person has told apart from this one, as its «Внешние номера» keep it: 'not:12'. */
export function toldApart({ outsideIds }: Pick<Card, 'outsideIds'>): number[] {
  return [...outsideIds.matchAll(/(?:^|\s)not:(\d{1,9})(?=\s|$)/g)].map(([, id]) => Number(id))
}

/** Other cards that may be this client, the likeliest first; those told apart and merged ones are left out. */
export function likeCards<C extends Card>(card: Card, clients: readonly C[]): MaybeClient<C>[] {
  const apart = toldApart(card)
  const others = clients.filter((one) => one.id !== card.id && !apart.includes(one.id) && !toldApart(one).includes(card.id))
  return likeCard(card, others)
}

export interface LikePair<C extends Card> extends MaybeClient<C> {
  /** The older card. */
  readonly of: C
}

/** Pairs of cards that may be one client, by their older card; each card is compared only with those that share a trait with it. */
export function duplicatesIn<C extends Card>(clients: readonly C[]): LikePair<C>[] {
  const standing = clients.filter((client) => mergedInto(client) === null)
  const sharing = new Map<string, C[]>()
  for (const client of standing) {
    for (const key of sharedKeys(clientTraits(client))) sharing.set(key, [...(sharing.get(key) ?? []), client])
  }
  return standing.flatMap((client) => {
    const near = new Set(sharedKeys(clientTraits(client)).flatMap((key) => sharing.get(key) ?? []))
    return likeCards(
      client,
      [...near].filter(({ id }) => id > client.id),
    ).map((like) => ({ ...like, of: client }))
  })
}

function sharedKeys({ core, phones, emails }: Traits): string[] {
  return [...(core === '' ? [] : [`o ${core}`]), ...phones.map(({ number }) => `p ${number}`), ...emails.map((email) => `e ${email}`)]
}
