/** What an import brings is history, not today's debt: when the duties of an imported deal count (the procedure, «What an import brings»). */

import type { Deal } from '../deal/deal'
import type { Office } from '../office/office'
import { atMinute, dateOf, type LocalDateTime } from '../time/localTime'
import { closingOf, dueInOneWorkingDay, nextWorkingDay } from '../time/workingTime'

/** Whom «О просрочке узнаёт» names where a duty is history: nobody, no reminder, no breach. */
const history = 'history'

type Dated = { readonly due: LocalDateTime; readonly remindAt: LocalDateTime | null; readonly overdueTo: string }

/** Imported, and nobody has worked on it since. */
export function isUntouched({ importedAt, countedFrom }: Pick<Deal, 'importedAt' | 'countedFrom'>): boolean {
  return importedAt !== null && countedFrom === null
}

/**
 * The duty as it counts. Of an imported deal: what was due before the import, or before «Начать учёт с», is history while nobody touches the
 * deal, and nothing is due sooner than at the end of the next working day; from the first touch on there is one working day for what is past.
 */
export function counted<T extends Dated>(owed: T, deal: Deal, office: Office): T | (Omit<T, 'overdueTo'> & { overdueTo: typeof history }) {
  const { importedAt, countedFrom } = deal
  if (importedAt === null) return owed
  if (countedFrom !== null) return owed.due < countedFrom ? { ...owed, due: dueInOneWorkingDay(office, countedFrom), remindAt: null } : owed
  const start = countingStart(office)
  const from = start > importedAt ? start : importedAt
  return owed.due < from ? { ...owed, remindAt: null, overdueTo: history } : afterGrace(owed, from, office)
}

/** The first day is calm: whatever falls due in it has time until the next working day closes. */
function afterGrace<T extends Dated>(owed: T, from: LocalDateTime, office: Office): T {
  const day = nextWorkingDay(office.calendar, dateOf(from))
  const until = atMinute(day, closingOf(office, day))
  return owed.due < until ? { ...owed, due: until } : owed
}

/** A duty that stands for no deal's own stage: what was due before «Начать учёт с» is history, and the first day is calm. */
export function countedDuty<T extends Dated>(duty: T, office: Office): Omit<T, 'overdueTo'> & { readonly overdueTo: string } {
  const start = countingStart(office)
  if (start === '') return duty
  return duty.due < start ? { ...duty, remindAt: null, overdueTo: history } : afterGrace(duty, start, office)
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
