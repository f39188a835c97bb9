/** The part of the contract that is about time in the calendar: moves, reassignment, discrepancies, the board, holds. */

import type { BoardRow } from '../domain/calendar/slotBoard'
import type { LocalDate, LocalDateTime } from '../domain/time/localTime'

/** Outcome of a discrepancy, as a button. */
export interface DiscrepancyOutcome {
  readonly value:
    | 'putBack'
    | 'repair'
    | 'accept'
    | 'reassign'
    | 'release'
    | 'link'
    | 'create'
    | 'free'
    | 'ignore'
    | 'confirm'
    | 'handOver'
    | 'restoreAddress'
    | 'anew'
  readonly title: string
  /** A reason has to be given with it. */
  readonly needsReason: boolean
  /** A deal has to be chosen with it. */
  readonly needsDeal: boolean
}

/** A line of «Расхождения» that waits for a person. */
export interface DiscrepancyItem {
  readonly key: string
  readonly at: LocalDateTime
  /** «ММ_Фонд «Надежда», пт 27 ноября, 10:00». */
  readonly event: string
  readonly eventId: string
  readonly what: string
  readonly consultant: string
  readonly dealId: number | null
  readonly outcomes: readonly DiscrepancyOutcome[]
}

/** Weeks that the dialog shows: the running one and the two that slots are offered for (G1). */
export const boardWeeks = 3

export interface SlotBoard {
  readonly from: LocalDate
  readonly rows: readonly BoardRow[]
}

/** A slot that is proposed for a week after the pattern of the one before. */
export interface ProposedSlot {
  readonly start: LocalDateTime
  readonly end: LocalDateTime
  /** Why it is not written, '' = it can be. */
  readonly why: string
}

/** An hour that somebody holds while on the phone. */
export interface Hold {
  readonly eventId: string
  readonly start: LocalDateTime
  /** E-mail. */
  readonly who: string
  readonly name: string
  /** Exclusive. */
  readonly until: LocalDateTime
}
