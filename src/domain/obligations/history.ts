/** What an import brings is history, not today's debt: when the duties of an imported deal count (the procedure, «What an import brings»). */

import type { Deal } from '../deal/deal'
import type { Office } from '../office/office'
import type { LocalDateTime } from '../time/localTime'
import { dueInOneWorkingDay } from '../time/workingTime'

/** Whom «О просрочке узнаёт» names where a duty is history: nobody, no reminder, no breach. */
export const history = 'history'

type Dated = { readonly due: LocalDateTime; readonly remindAt: LocalDateTime | null; readonly overdueTo: string }

/** Imported, and nobody has worked on it since. */
export function isUntouched({ countedFrom, version }: Pick<Deal, 'countedFrom' | 'version'>): boolean {
  return countedFrom !== null && version === 1
}

/**
 * The duty as it counts. Of an imported deal: what was due before the import, or before «Начать учёт с», is history while nobody touches the
 * deal; from the first touch on there is one working day for it.
 */
export function counted<T extends Dated>(owed: T, deal: Deal, office: Office): T | (Omit<T, 'overdueTo'> & { overdueTo: typeof history }) {
  const { countedFrom } = deal
  if (countedFrom === null) return owed
  if (!isUntouched(deal)) return owed.due < countedFrom ? { ...owed, due: dueInOneWorkingDay(office, countedFrom), remindAt: null } : owed
  const start = countingStart(office)
  const isPast = owed.due < (start > countedFrom ? start : countedFrom)
  return isPast ? { ...owed, remindAt: null, overdueTo: history } : owed
}

/** «Начать учёт с», inclusive; '' = it was never said. */
export function countingStart({ settings }: Pick<Office, 'settings'>): LocalDateTime {
  return settings.countFrom === '' ? '' : `${settings.countFrom}T00:00`
}

export function isHistory({ overdueTo }: { readonly overdueTo: string }): boolean {
  return overdueTo === history
}

/** The deal after its first change: its clock starts now. */
export function clockStarted(before: Deal | null, after: Deal, now: LocalDateTime): Deal {
  const isFirst = before !== null && before.countedFrom !== null && (before.version === 1 || after.countedFrom !== before.countedFrom)
  return isFirst ? { ...after, countedFrom: now } : after
}
