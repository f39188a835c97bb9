/** Earlier requests of the same client, 14 days back: «присоединить или новая?» */

import { sameRequest } from '../../domain/client/duplicates'
import { type Deal, openStages } from '../../domain/deal/deal'
import { accept, refuse } from '../../domain/problem'
import { repeatText } from '../../domain/text/intakeText.ru'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { Repeat } from '../../rpc/intakeContract'
import { refOf } from '../card/cards'
import { type Known, method } from '../method/method'

export const repeatColumns = ['id', 'version', 'stage', 'received', 'clientId', 'organisation', 'phone', 'topic']

export const repeats = method('deal/repeats', {
  may: 'read',
  reads: () => ({ columns: { deals: repeatColumns } }),
  look: ({ deal }, known) => {
    const own = known.scan<Deal>('deals').find(({ value }) => value.id === deal.id)?.value
    if (own === undefined) return refuse({ code: 'dealNotFound', id: deal.id })
    const asked = { id: deal.id, clientId: own.clientId ?? null, phone: own.phone ?? '' }
    return accept({ repeats: repeatsIn(known, asked, own.received ?? known.moment.now) })
  },
})

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
