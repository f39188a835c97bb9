/** Which deals count as consultations held: the one definition behind every number of the monthly summary. */

import { type Client, emptyClient } from '../../client/client'
import { clientFields } from '../../client/fields'
import type { Deal, Stage } from '../../deal/deal'
import { dealFields } from '../../deal/fields'
import { type ListedKey, listedKeys } from '../../register/field'
import type { LocalDateTime } from '../../time/localTime'

/** Columns of «Сделки» that are counted. */
const counted = [
  'id',
  'stage',
  'stageSince',
  'received',
  'reachedAt',
  'toldAt',
  'start',
  'firstStart',
  'moves',
  'minutes',
  'clientId',
  'organisation',
  'topic',
  'consultant',
  'project',
  'format',
  'channel',
  'feedbackAskedAt',
  'feedbackScore',
  'feedbackText',
  'quotable',
  'paidAt',
  'paidFor',
  'failure',
] as const satisfies readonly (keyof Deal)[]

/** Columns of «Сделки» that a report needs: counted or listed. */
export const monthColumns = [...new Set<keyof Deal>([...counted, ...listedKeys(dealFields)])]

/** What the list tells of the client. */
export const listedOfClient = listedKeys(clientFields)

type ListedOfClient = Pick<Client, ListedKey<typeof clientFields>>

export function listedOf(client: Partial<Client>): ListedOfClient {
  return Object.fromEntries(listedOfClient.map((key) => [key, client[key] ?? emptyClient[key]])) as unknown as ListedOfClient
}

/** A deal as reports see it, with the listed fields of its client. */
export type MonthRow = Pick<Deal, (typeof counted)[number] | ListedKey<typeof dealFields>> & ListedOfClient

/** Stages of a consultation that took place. */
export const heldStages: readonly Stage[] = ['held', 'feedback', 'won']

/** Who the client is, for counting clients: the number, or the organisation where the deal has no client. */
export function clientOf(row: Pick<MonthRow, 'clientId' | 'organisation'>): string {
  return row.clientId === null ? row.organisation : String(row.clientId)
}

/**
 * S1: a consultation that took place = the stage is «Консультация проведена», «Запрошена обратная связь» or «Успешно завершённые». It counts for the
 * period in which its START lies. Closing later changes nothing; «Неуспешные» are not held, whatever time stands in them.
 *
 * @example start '2026-10-30T16:00', stage 'held', closed in November → held in October
 */
export function isHeld<Row extends Pick<MonthRow, 'stage' | 'start'>>(row: Row): row is Row & { readonly start: LocalDateTime } {
  return row.start !== null && heldStages.includes(row.stage)
}
