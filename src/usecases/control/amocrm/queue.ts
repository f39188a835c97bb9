/** Which deals wait in «Исходящие» for their lead in amoCRM: nobody asks for it, the deals before and after tell. */

import type { Deal } from '../../../domain/deal/deal'
import { amoTexts } from '../../../domain/importing/leads/amocrmText.ru'
import { outgoing } from '../../../domain/importing/leads/compare'
import { ofDeal } from '../../../domain/importing/leads/lead'
import type { AmoLink } from '../../../domain/importing/leads/link'
import { decoded } from '../../../domain/register/stored'
import type { LocalDateTime } from '../../../domain/time/localTime'
import type { Changes } from '../../changes'
import { stamp } from '../../located'
import { type ServiceState, stored } from '../../register/service'

/** Of the journal and of whatever it brings: it is no change of the desk's own. */
export const amoEntry = 'amoCRM'

export interface AmoWish {
  readonly deal: number
  /** Where it stands, null = not known. */
  readonly row: number | null
  /** Tells wishes of one deal apart. */
  readonly mark: string
  readonly notes?: readonly string[]
  /** Its lead is gone: a new one. */
  readonly anew?: boolean
}

/** null = none is connected. */
export function amoLinkOf({ amoLink }: Pick<ServiceState, 'amoLink'>): AmoLink | null {
  return decoded(stored.amoLink, amoLink, null)
}

/** A row of «Исходящие». */
export function amoRow(
  { deal, row, mark, notes = [], anew = false }: AmoWish,
  now: LocalDateTime,
): Readonly<Record<string, string | number | null>> {
  return {
    key: `amo:${deal}:${mark}:${now}`,
    kind: 'amoCRM',
    to: '',
    payload: JSON.stringify({ deal, row, notes, ...(anew ? { anew } : {}) }),
    created: now,
    attempts: 0,
    nextTry: now,
    done: null,
    error: '',
  }
}

/** One row for each deal that says something else than before, with a note of each attempt (I7); what came by an import is met on the way. */
export function amoWishes(
  { kind, deals }: Pick<Changes, 'kind' | 'deals'>,
  link: AmoLink | null,
  rowOf: (id: number) => number | null,
): AmoWish[] {
  if (link === null || kind === 'import/deals' || kind === 'deal/archive') return []
  return deals.flatMap(({ before, after }) => {
    const notes = attempted(before, after)
    const isOther = before === null || outgoing(ofDeal(before, link), ofDeal(after, link)).length > 0 || leavesUnsorted(before, after)
    return isOther || notes.length > 0 ? [{ deal: after.id, row: rowOf(after.id), mark: `v${after.version}`, notes }] : []
  })
}

function leavesUnsorted(before: Deal, after: Deal): boolean {
  return before.stage === 'unsorted' && after.stage !== 'unsorted'
}

function attempted(before: Deal | null, { attempts, lastAttemptAt }: Deal): string[] {
  return attempts > (before?.attempts ?? 0) && lastAttemptAt !== null ? [amoTexts.attempt(stamp(lastAttemptAt), attempts)] : []
}
