/** Earlier requests of the same client, 14 days back («присоединить или новая?»), and known clients that he may be. One read. */

import { type Client, mergedInto } from '../../domain/client/client'
import { likeCards, sameRequest } from '../../domain/client/duplicates'
import { type Deal, openStages } from '../../domain/deal/deal'
import { accept, refuse } from '../../domain/problem'
import { maybeText, repeatText } from '../../domain/text/intakeText.ru'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { MaybeKnown, Repeat } from '../../rpc/intakeContract'
import { refOf } from '../card/cards'
import { type Known, method } from '../method/method'
import { matchColumns } from './takeRequest'

export const repeatColumns = ['id', 'version', 'stage', 'received', 'clientId', 'organisation', 'phone', 'topic']

export const repeats = method('deal/repeats', {
  may: 'read',
  reads: () => ({ columns: { deals: repeatColumns, clients: matchColumns } }),
  look: ({ deal }, known) => {
    const own = known.scan<Deal>('deals').find(({ value }) => value.id === deal.id)?.value
    if (own === undefined) return refuse({ code: 'dealNotFound', id: deal.id })
    const asked = { id: deal.id, clientId: own.clientId ?? null, phone: own.phone ?? '' }
    return accept({ repeats: repeatsIn(known, asked, own.received ?? known.moment.now), maybe: maybeIn(known, asked.clientId) })
  },
})

/** Clients proposed on a card. */
const maybeShown = 3

/** @param known with matchColumns */
function maybeIn({ scan }: Known, clientId: number | null): MaybeKnown[] {
  const clients = scan<Client>('clients').map(({ value }) => value as Client)
  const own = clients.find(({ id }) => id === clientId)
  const like = own === undefined || mergedInto(own) !== null ? [] : likeCards(own, clients)
  return like.slice(0, maybeShown).map((one) => ({ id: one.client.id, text: maybeText(one) }))
}

/** @param known with repeatColumns */
export function repeatsIn({ scan }: Pick<Known, 'scan'>, asked: Parameters<typeof sameRequest>[1], now: LocalDateTime): Repeat[] {
  const deals = scan<Deal>('deals').flatMap(({ row, value }) =>
    value.received == null || value.stage == null ? [] : [{ ...(value as Deal), row }],
  )
  return sameRequest(deals, asked, now).map((deal) => ({
    ref: refOf(deal, deal.row),
    stage: deal.stage,
    received: deal.received,
    organisation: deal.organisation,
    topic: deal.topic,
    open: openStages.includes(deal.stage),
    text: repeatText(deal, now),
  }))
}
