/** T2: which projects can be asked about an external consultant, and whether one is. */

import type { Deal } from '../../domain/deal/deal'
import type { Office } from '../../domain/office/office'

/** Projects whose manager can be asked. */
export function askableProjects({ projects }: Office): readonly string[] {
  return projects.filter(({ externals, managerEmail }) => externals && managerEmail !== '').map(({ name }) => name)
}

/** A decision is still to be taken: asked, not answered, no consultation assigned yet. */
export function isAskedExternal({ stage, externalAskedAt, externalAt }: Deal): boolean {
  return isBeforeBooking(stage) && externalAskedAt !== null && externalAt === null
}

export function isBeforeBooking(stage: Deal['stage']): boolean {
  return stage === 'new' || stage === 'accepted'
}
