/** Which deals count as consultations held: the one definition behind every number of the monthly summary. */

import type { Deal, Stage } from '../../deal/deal'
import type { LocalDateTime } from '../../time/localTime'

/** Columns of «Сделки» that a report needs. */
export const monthColumns = [
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
  'failure',
] as const satisfies readonly (keyof Deal)[]

/** A deal as reports see it, with two columns of its client. */
export type MonthRow = Pick<Deal, (typeof monthColumns)[number]> & {
  /** Kind of organisation, '' = not known. */
  readonly kind: string
  readonly municipality: string
}

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
