/** Which deals count as consultations held in a month: the one definition behind every number of the monthly summary. */

import type { Deal, Stage } from '../deal'
import { type LocalDate, type Month, monthOf } from '../localTime'

/** Columns of the register that the month needs, with two of the client's. */
export type MonthRow = Pick<
  Deal,
  | 'id'
  | 'stage'
  | 'stageSince'
  | 'start'
  | 'minutes'
  | 'clientId'
  | 'organisation'
  | 'topic'
  | 'consultant'
  | 'project'
  | 'format'
  | 'channel'
  | 'feedbackScore'
  | 'feedbackText'
  | 'failure'
> & {
  /** Kind of organisation, '' = not known. */
  readonly kind: string
  readonly municipality: string
}

/** Stages of a consultation that took place. */
export const heldStages: readonly Stage[] = ['held', 'feedback', 'won']

/**
 * S1: held in the month = the stage is «Консультация проведена», «Запрошена обратная связь» or «Успешно завершённые», and the START lies in the
 * month. Closing later changes nothing; «Неуспешные» are not held, whatever time stands in them.
 *
 * @example start '2026-10-30T16:00', stage 'held', closed in November → held in '2026-10'
 */
export function isHeldIn(month: Month, row: Pick<MonthRow, 'stage' | 'start'>): boolean {
  return isHeld(row) && monthOf(row.start) === month
}

/** A consultation that took place before the date (exclusive). */
export function isHeldBefore(date: LocalDate, row: Pick<MonthRow, 'stage' | 'start'>): boolean {
  return isHeld(row) && row.start < date
}

/** Who the client is, for counting clients: the number, or the organisation where the deal has no client. */
export function clientOf(row: Pick<MonthRow, 'clientId' | 'organisation'>): string {
  return row.clientId === null ? row.organisation : String(row.clientId)
}

function isHeld<Row extends Pick<MonthRow, 'stage' | 'start'>>(row: Row): row is Row & { readonly start: string } {
  return row.start !== null && heldStages.includes(row.stage)
}
