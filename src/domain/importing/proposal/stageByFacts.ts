/** The stage of a row of a file that has none: what its other cells prove. */

import { stageTitles } from '../../deal/words'
import type { LocalDateTime } from '../../time/localTime'

export interface RowFacts {
  /** '' or unreadable = no time. */
  readonly start: string
  /** Minutes or content are told. */
  readonly isFilled: boolean
  readonly failure: string
  readonly now: LocalDateTime
}

/** Held where it is filled and over, closed then by what the import demands of a closed card (K5). */
export function stageByFacts({ start, isFilled, failure, now }: RowFacts): string {
  if (failure !== '') return stageTitles.lost
  const isTime = /^\d{4}-\d\d-\d\dT/.test(start)
  if (isFilled && (!isTime || start <= now)) return stageTitles.won
  if (isTime) return stageTitles.assigned
  return stageTitles.accepted
}
