/** T2.decide: the decision on an external consultant. */

import { type Deal, unassignedStages } from '../../deal/deal'
import { isUndecidedBooking } from '../../external/decision'
import type { Office } from '../../office/office'
import { dueInOneWorkingDay } from '../../time/workingTime'
import { type ObligationRule, type Owed, officeManager } from '../obligation'
import { managerOf } from '../owner'

/**
 * One working day from the question the manager of the deal's project has decided; without a project or its manager the director. Over when
 * the deal has gone on without the decision. A booking whose decision was withdrawn, or was for another project or expert, is the office
 * manager's too.
 */
export const decideOnExternal: ObligationRule = (deal, office) => {
  if (isUndecidedBooking(deal, office)) return { ...askedOf(deal, office), also: officeManager }
  if (deal.externalAskedAt === null || deal.externalAt !== null || !unassignedStages.includes(deal.stage)) return null
  return askedOf(deal, office)
}

function askedOf(deal: Deal, office: Office): Owed {
  const opensAt = deal.externalAskedAt ?? deal.stageSince
  const who = managerOf(deal.project, office) === '' ? ({ role: 'director' } as const) : { managerOf: deal.project }
  return { who, opensAt, due: dueInOneWorkingDay(office, opensAt), remindAt: opensAt, overdueTo: 'director' }
}
