/** T2: a decision on an external consultant is for one deal, one project, one expert; of anything else the deal is undecided again. */

import { stamp, withComment } from '../deal/comment'
import type { Deal, Stage } from '../deal/deal'
import { managerOf } from '../obligations/owner'
import type { Office } from '../office/office'
import { decisionTexts } from '../text/fieldText.ru'
import type { LocalDateTime } from '../time/localTime'

type Decided = Pick<Deal, 'externalBy' | 'externalAt' | 'externalProject' | 'externalExpert' | 'project' | 'consultant'>

/** Whether a decision stands that was given for this project and this expert. Kept before schema 6 it names neither, and counts. */
export function isExternalDecided(deal: Decided): boolean {
  return deal.externalBy !== '' && deal.externalAt !== null && isForProject(deal) && isForExpert(deal)
}

function isForProject({ externalProject, project }: Decided): boolean {
  return externalProject === '' || externalProject === project
}

function isForExpert({ externalExpert, consultant }: Decided): boolean {
  return externalExpert === '' || externalExpert === consultant
}

const booked: readonly Stage[] = ['assigned', 'held', 'feedback']

/** Whether an expert stands on the deal, and the decision on him is gone; what an import brought never had one. */
export function isUndecidedBooking(deal: Deal, office: Pick<Office, 'people'>): boolean {
  return booked.includes(deal.stage) && deal.externalAt === null && deal.externalProject !== '' && isExternal(deal.consultant, office)
}

/**
 * The deal with its decision as it holds after a change: the first expert who is booked is the one decided on; where project or expert are
 * others now, the decision goes, and for a booking it is asked for anew.
 */
export function withDecision(before: Deal | null, after: Deal, office: Pick<Office, 'people' | 'projects'>, now: LocalDateTime): Deal {
  if (before === null || after.externalAt === null || isClosed(after)) return after
  const expert = isExternal(after.consultant, office) ? after.consultant : ''
  const isBooked = after.externalExpert === '' && before.consultant !== after.consultant
  const named = isBooked ? { ...after, externalExpert: expert } : after
  const holds = isForProject(named) && (expert === '' || isForExpert(named))
  return holds ? named : undecided(named, office, now)
}

/** Nobody has decided any more; a booking waits for the manager of its project, and the office is told (T2.decide). */
export function undecided(deal: Deal, office: Pick<Office, 'people' | 'projects'>, now: LocalDateTime): Deal {
  const isBooked = booked.includes(deal.stage) && isExternal(deal.consultant, office)
  const note = decisionTexts.gone(deal.externalProject, deal.project, isBooked)
  return {
    ...deal,
    externalBy: '',
    externalAt: null,
    externalAskedAt: isBooked ? now : null,
    externalAskedOf: isBooked ? managerOf(deal.project, office) : '',
    externalProject: deal.project,
    externalExpert: '',
    comments: withComment(deal, `${stamp(now)}: ${note}`),
  }
}

function isExternal(consultant: string, { people }: Pick<Office, 'people'>): boolean {
  return people.some(({ external, initials }) => external && initials === consultant)
}

function isClosed({ stage }: Pick<Deal, 'stage'>): boolean {
  return stage === 'won' || stage === 'lost'
}
