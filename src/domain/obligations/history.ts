/** What an import brings is history, not today's debt: when the duties of an imported deal count (the procedure, «What an import brings»). */

import type { Deal } from '../deal/deal'
import type { Office } from '../office/office'
import type { LocalDateTime } from '../time/localTime'
import { dueInOneWorkingDay } from '../time/workingTime'
import type { Duty } from './duty'

/** Whom «О просрочке узнаёт» names where a duty is history: nobody, no reminder, no breach. */
const history = 'history'

type Dated = { readonly due: LocalDateTime; readonly remindAt: LocalDateTime | null; readonly overdueTo: string }

/** Imported, and nobody has worked on it since. */
export function isUntouched({ importedAt, countedFrom }: Pick<Deal, 'importedAt' | 'countedFrom'>): boolean {
  return importedAt !== null && countedFrom === null
}

/**
 * The duty as it counts. Of an imported deal: what was due before the import, or before «Начать учёт с», is history while nobody touches the
 * deal; from the first touch on there is one working day for it.
 */
export function counted<T extends Dated>(owed: T, deal: Deal, office: Office): T | (Omit<T, 'overdueTo'> & { overdueTo: typeof history }) {
  const { importedAt, countedFrom } = deal
  if (importedAt === null) return owed
  if (countedFrom !== null) return owed.due < countedFrom ? { ...owed, due: dueInOneWorkingDay(office, countedFrom), remindAt: null } : owed
  const start = countingStart(office)
  const isPast = owed.due < (start > importedAt ? start : importedAt)
  return isPast ? { ...owed, remindAt: null, overdueTo: history } : owed
}

/** A duty of the whole office: what was due before «Начать учёт с» is history. */
export function countedDuty(duty: Duty, office: Office): Omit<Duty, 'overdueTo'> & { readonly overdueTo: string } {
  return duty.due < countingStart(office) ? { ...duty, remindAt: null, overdueTo: history } : duty
}

/** «Начать учёт с», inclusive; '' = it was never said. */
function countingStart({ settings }: Pick<Office, 'settings'>): LocalDateTime {
  return settings.countFrom === '' ? '' : `${settings.countFrom}T00:00`
}

export function isHistory({ overdueTo }: { readonly overdueTo: string }): boolean {
  return overdueTo === history
}

/** The deal after its first change: its clock starts now. A change that is taken back leaves it as it was. */
export function clockStarted(before: Deal | null, after: Deal, now: LocalDateTime): Deal {
  const isFirst = before !== null && isUntouched(before) && after.countedFrom === null
  return isFirst ? { ...after, countedFrom: now } : after
}
