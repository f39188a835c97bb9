/** What changes on a deal when it is booked, moved, given to another consultant or released: the same from the sidebar and from the calendar. */

import type { Deal } from '../../domain/deal/deal'
import { isWithinMoveLimit } from '../../domain/deal/moveLimit'
import type { Person } from '../../domain/office/office'
import type { LocalDateTime } from '../../domain/time/localTime'
import { type Changes, changes, type Moment } from '../changes'
import type { Desk } from '../desk'
import { type Found, nextVersion, stamp, withComment } from '../located'
import { bookedLetters, movedLetters, reassignedLetters, toldAt } from './bookingLetters'

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
  /** R2: somebody else than the consultant has moved it. */
  readonly tellConsultant: boolean
}

/** R1: the new time on the card; the first assigned time stays, so that moves add up (G5). A move beyond the limit is not told to the client yet. */
export function movedChanges({ deal, client }: Found, person: Person | undefined, move: Move, desk: Desk, moment: Moment): Changes {
  const { start, end, eventId, reason, kind, tellConsultant } = move
  const before = deal.start ?? start
  const note = `${stamp(moment.now)}: перенесено с ${stamp(before)} на ${stamp(start)}${reason === '' ? '' : ` — ${reason}`}`
  const moved = {
    ...deal,
    start,
    end,
    eventId,
    moves: deal.moves + 1,
    moveReason: reason,
    movedAt: moment.now,
    comments: withComment(deal, note),
  }
  const isTold = isWithinMoveLimit(deal.firstStart, start, desk.office) && person !== undefined
  const letters = isTold
    ? movedLetters({ deal: moved, client, person }, { before, told: toldStart(deal), reason, tellConsultant }, desk, moment)
    : []
  const after = nextVersion(deal, { ...moved, firstStart: deal.firstStart ?? before, toldAt: toldAt(letters, moment) })
  return changes({ kind, reason, deals: [{ before: deal, after }], letters })
}

/** A move beyond the limit is not told (G5), so its time is nothing that a letter could call the former one. */
function toldStart({ start, moves, toldAt }: Deal): LocalDateTime | null {
  return moves > 0 && toldAt === null ? null : start
}

interface Reassignment extends Times {
  readonly eventId: string
  readonly kind: string
  readonly reason: string
}

/** G6: another consultant, from whose first assigned time the two days count anew (G5). */
export function reassignedChanges({ deal, client }: Found, person: Person, move: Reassignment, desk: Desk, moment: Moment): Changes {
  const { start, end, eventId, reason, kind } = move
  const note = `${stamp(moment.now)}: передано от ${deal.consultant} к ${person.initials}, ${stamp(start)}${reason === '' ? '' : ` — ${reason}`}`
  const fields = {
    ...freshBooking,
    consultant: person.initials,
    start,
    end,
    eventId,
    firstStart: start,
    moveReason: reason,
    movedAt: moment.now,
  }
  const given = { ...deal, ...fields, comments: withComment(deal, note) }
  const left = desk.office.people.find(({ initials }) => initials === deal.consultant)
  const letters = reassignedLetters(
    { deal: given, client, person },
    { before: deal.start ?? start, told: toldStart(deal), left },
    desk,
    moment,
  )
  const after = nextVersion(deal, { ...given, toldAt: toldAt(letters, moment) })
  return changes({ kind, reason, deals: [{ before: deal, after }], letters })
}

/** A booking of a deal that stands in no calendar yet; `details` are topic, format, place and the like. */
export function bookedChanges({ deal, client }: Found, person: Person, booked: Deal, kind: string, desk: Desk, moment: Moment): Changes {
  const letters = bookedLetters({ deal: booked, client, person }, desk, moment)
  const after = nextVersion(deal, { ...booked, toldAt: toldAt(letters, moment) })
  return changes({ kind, deals: [{ before: deal, after }], letters })
}

/** The deal waits for an assignment again (A1.assign counts from now). */
export function releasedChanges({ deal }: Found, kind: string, reason: string, { now }: Moment): Changes {
  const comments = withComment(deal, `${stamp(now)}: отменено — ${reason}`)
  const after = nextVersion(deal, { ...releasedFields(deal), stage: 'accepted', stageSince: now, comments })
  return changes({ kind, reason, deals: [{ before: deal, after }] })
}
