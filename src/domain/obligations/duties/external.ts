/** T2.decide: the decision on an external consultant. */

import { unassignedStages } from '../../deal/deal'
import { dueInOneWorkingDay } from '../../time/workingTime'
import type { ObligationRule } from '../obligation'
import { managerOf } from '../owner'

/**
 * One working day from the question the manager of the deal's project has decided; without a project or its manager the director. Over when
 * the deal has gone on without the decision.
 */
export const decideOnExternal: ObligationRule = (deal, office) => {
  if (deal.externalAskedAt === null || deal.externalAt !== null || !unassignedStages.includes(deal.stage)) return null
  const opensAt = deal.externalAskedAt
  const who = managerOf(deal.project, office) === '' ? ({ role: 'director' } as const) : { managerOf: deal.project }
  return { who, opensAt, due: dueInOneWorkingDay(office, opensAt), remindAt: opensAt, overdueTo: 'director' }
}
