/** T3: how many external consultations a project has in a month, against its limit. */

import { type Deal, type Stage, unassignedStages } from '../../deal/deal'
import type { Office } from '../../office/office'
import { type Month, monthOf } from '../../time/localTime'

/** Columns of the register that are counted. */
export type ExternalRow = Pick<Deal, 'id' | 'stage' | 'project' | 'consultant' | 'start' | 'externalAt'>
export const externalColumns = [
  'id',
  'stage',
  'project',
  'consultant',
  'start',
  'externalAt',
] as const satisfies readonly (keyof ExternalRow)[]

const booked: readonly Stage[] = ['assigned', 'held', 'feedback', 'won']

/**
 * Consultations with an external consultant booked or held in the month, and those decided on in the month that wait for a time.
 * @param except the deal that is asked about
 */
export function externalsIn(
  month: Month,
  project: string,
  { rows, except }: { readonly rows: readonly ExternalRow[]; readonly except: number },
  { people }: Office,
): number {
  const externals = new Set(people.filter(({ external }) => external).map(({ initials }) => initials))
  return rows.filter((row) => {
    if (row.id === except || row.project !== project) return false
    const isBooked = booked.includes(row.stage) && externals.has(row.consultant) && monthIs(row.start, month)
    return isBooked || (unassignedStages.includes(row.stage) && monthIs(row.externalAt, month))
  }).length
}

function monthIs(at: string | null, month: Month): boolean {
  return at !== null && at !== '' && monthOf(at) === month
}
