/** The part of the contract that is about time in the calendar: moves, reassignment, discrepancies, the board, holds. */

import * as v from 'valibot'
import type { GridWeek } from '../domain/calendar/grid/ownGrid'
import type { RefusedTap } from '../domain/calendar/grid/planTaps'
import type { Taps } from '../domain/calendar/grid/taps'
import type { BoardRow } from '../domain/calendar/slotBoard'
import type { Times } from '../domain/calendar/slotHours'
import type { Deal } from '../domain/deal/deal'
import type { LocalDate, LocalDateTime } from '../domain/time/localTime'
import { localDate, text, times } from './inputParts'

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

/** Three weeks by the hour have fewer. */
const mostTaps = 500
const taps = v.pipe(v.array(times), v.maxLength(mostTaps))

export const calendarInputs = {
  'slot/board': v.object({ weeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)) }),
  /** Slots of the week before `monday` proposed for that week; written with apply. */
  'slot/repeatWeek': v.object({ consultant: text, monday: v.nullable(localDate), apply: v.boolean() }),
  /** The caller's own consultations: to be filled, today, to come. */
  'deal/mine': v.object({}),
  /** The caller's own hours. */
  'slot/own': v.object({}),
  /** Hours to be offered, and to be taken back. */
  'slot/mark': v.object({ offer: taps, take: taps }),
} as const

/** One's own consultation in a list: whom to call, when and where. */
export interface OwnConsultation
  extends Pick<Deal, 'id' | 'clientId' | 'organisation' | 'contact' | 'phone' | 'stage' | 'topic' | 'format' | 'place'> {
  readonly row: number | null
  readonly start: LocalDateTime
  readonly end: LocalDateTime
  readonly group: 'fill' | 'today' | 'week' | 'later'
  /** Until when the card is to be filled; null = it is still to be held. */
  readonly due: LocalDateTime | null
  /** «Не смогу провести» has been said: the office is looking for somebody else. */
  readonly cannotHold: boolean
}

export interface OwnSlots {
  readonly weeks: readonly GridWeek[]
  /** Of the week before them, which «как на прошлой неделе» repeats. */
  readonly before: readonly Times[]
}

/** What came of the taps, what stood so already among it; `left` is for the next request. */
export interface OwnSlotsMarked {
  /** As it stands with it. */
  readonly grid: OwnSlots
  readonly offered: readonly Times[]
  readonly taken: readonly Times[]
  readonly refused: readonly RefusedTap[]
  readonly left: Taps
}

export interface CalendarOutputs {
  'slot/board': SlotBoard
  'slot/repeatWeek': { readonly monday: string; readonly slots: readonly ProposedSlot[]; readonly written: number }
  'deal/mine': { readonly items: readonly OwnConsultation[] }
  'slot/own': OwnSlots
  'slot/mark': OwnSlotsMarked
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
