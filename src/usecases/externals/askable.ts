/** T2: which projects can be asked about an external consultant, and whether one is. */

import type { Deal } from '../../domain/deal/deal'
import { isUndecidedBooking } from '../../domain/external/decision'
import type { Office } from '../../domain/office/office'

/** Projects whose manager can be asked. */
export function askableProjects({ projects }: Office): readonly string[] {
  return projects.filter(({ externals, managerEmail }) => externals && managerEmail !== '').map(({ name }) => name)
}

/** A decision is still to be taken: asked, not answered, no consultation assigned yet, or one that lost its decision. */
export function isAskedExternal(deal: Deal, office: Office): boolean {
  const isOpen = isBeforeBooking(deal.stage) || isUndecidedBooking(deal, office)
  return isOpen && deal.externalAskedAt !== null && deal.externalAt === null
}

export function isBeforeBooking(stage: Deal['stage']): boolean {
  return stage === 'new' || stage === 'accepted'
}
