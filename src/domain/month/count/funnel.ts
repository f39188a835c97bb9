/** How far the requests of a period have come, and in what time: a cohort by the day of receipt (S2). */

import { type LocalDateTime, minutesBetween } from '../../time/localTime'
import { heldStages, isHeld, type MonthRow } from './held'
import { median } from './median'

export type FunnelStep = 'received' | 'accepted' | 'assigned' | 'held' | 'won'

export interface FunnelLine {
  readonly step: FunnelStep
  readonly count: number
  readonly dealIds: readonly number[]
  /** Median minutes since the request was received; null where no deal tells. */
  readonly median: number | null
}

const funnelSteps: readonly FunnelStep[] = ['received', 'accepted', 'assigned', 'held', 'won']

interface Step {
  readonly came: (row: MonthRow) => boolean
  /** When, as the deal tells; null = it does not. */
  readonly at: (row: MonthRow) => LocalDateTime | null
}

const steps: Readonly<Record<FunnelStep, Step>> = {
  received: { came: () => true, at: () => null },
  accepted: { came: (row) => row.reachedAt !== null || row.stage === 'accepted' || isAssigned(row), at: ({ reachedAt }) => reachedAt },
  assigned: { came: isAssigned, at: ({ moves, toldAt }) => (moves === 0 ? toldAt : null) },
  held: { came: isHeldStage, at: (row) => (isHeld(row) ? row.start : null) },
  won: { came: ({ stage }) => stage === 'won', at: ({ stage, stageSince }) => (stage === 'won' ? stageSince : null) },
}

/** Each step counts the deals that reached it or a later one. */
export function funnelOf(received: readonly MonthRow[]): FunnelLine[] {
  return funnelSteps.map((step) => {
    const came = received.filter(steps[step].came)
    const times = came.flatMap((row) => minutesSinceReceipt(row, steps[step].at(row)))
    return { step, count: came.length, dealIds: came.map(({ id }) => id), median: median(times) }
  })
}

function minutesSinceReceipt({ received }: MonthRow, at: LocalDateTime | null): number[] {
  return at === null || received === '' || at < received ? [] : [minutesBetween(received, at)]
}

function isHeldStage({ stage }: MonthRow): boolean {
  return heldStages.includes(stage)
}

function isAssigned(row: MonthRow): boolean {
  return row.start !== null || row.stage === 'assigned' || isHeldStage(row)
}
