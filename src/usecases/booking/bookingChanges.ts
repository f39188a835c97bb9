/** What changes on a deal when it is booked, moved, given to another consultant or released: the same from the sidebar and from the calendar. */

import type { Deal } from '../../domain/deal/deal'
import type { Person } from '../../domain/office/office'
import type { LocalDateTime } from '../../domain/time/localTime'
import { type Changes, changes, type Moment } from '../changes'
import { type Found, nextVersion, stamp, withComment } from '../located'

export interface Times {
  readonly start: LocalDateTime
  /** Exclusive. */
  readonly end: LocalDateTime
}

/** Nothing is pending of an earlier booking, and no report of who held it then. */
export const freshBooking: Partial<Deal> = {
  moves: 0,
  cannotHold: '',
  moveReason: '',
  movedAt: null,
  reportSentAt: null,
  reportReceivedAt: null,
  report: '',
  formerConsultant: '',
}

/** Fields of a deal in «Принято в работу» again: format and place, which the next booking may need, stay. */
export function releasedFields({ consultant, formerConsultant }: Deal): Partial<Deal> {
  return { consultant: '', start: null, end: null, eventId: '', ...freshBooking, formerConsultant: consultant || formerConsultant }
}

interface Move extends Times {
  readonly eventId: string
  readonly kind: string
  /** '' = not told: it is asked for (R1). */
  readonly reason: string
}

/** R1: the new time on the card; the first assigned time stays, so that moves add up (G5). Back where it stood first it has not moved. */
export function movedChanges({ deal }: Found, { start, end, eventId, reason, kind }: Move, { now }: Moment): Changes {
  const before = deal.start ?? start
  const note = `${stamp(now)}: перенесено с ${stamp(before)} на ${stamp(start)}${reason === '' ? '' : ` — ${reason}`}`
  const after = nextVersion(deal, {
    start,
    end,
    eventId,
    firstStart: deal.firstStart ?? before,
    moves: start === deal.firstStart ? 0 : deal.moves + 1,
    moveReason: reason,
    movedAt: now,
    comments: withComment(deal, note),
  })
  return changes({ kind, reason, deals: [{ before: deal, after }] })
}

/** G6: another consultant, from whose first assigned time the two days count anew (G5). */
export function reassignedChanges({ deal }: Found, person: Person, { start, end, eventId, reason, kind }: Move, { now }: Moment): Changes {
  const note = `${stamp(now)}: передано от ${deal.consultant} к ${person.initials}, ${stamp(start)}${reason === '' ? '' : ` — ${reason}`}`
  const after = nextVersion(deal, {
    ...freshBooking,
    consultant: person.initials,
    start,
    end,
    eventId,
    firstStart: start,
    moveReason: reason,
    movedAt: now,
    comments: withComment(deal, note),
  })
  return changes({ kind, reason, deals: [{ before: deal, after }] })
}

/** The deal waits for an assignment again (A1.assign counts from now). */
export function releasedChanges({ deal }: Found, kind: string, reason: string, { now }: Moment): Changes {
  const comments = withComment(deal, `${stamp(now)}: отменено — ${reason}`)
  const after = nextVersion(deal, { ...releasedFields(deal), stage: 'accepted', stageSince: now, comments })
  return changes({ kind, reason, deals: [{ before: deal, after }] })
}
