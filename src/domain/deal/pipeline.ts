/** The table «Stages and moves» of the procedure as data, and the check that every way of moving a deal goes through. */

import type { Client } from '../client/client'
import type { Action } from '../office/actions'
import type { Office } from '../office/office'
import { accept, type MissingField, type Outcome, type Problem, refuse } from '../problem'
import { type Deal, openStages, type Stage } from './deal'
import { dealTitles } from './fieldTitles'
import {
  attemptNoted,
  clientComplete,
  completeFor,
  decisionStands,
  externalDecided,
  failureReason,
  inCalendar,
  type MoveRequest,
  type Need,
  newStageNeeds,
  reached,
  reasonGiven,
  reopening,
  reportReceived,
  started,
} from './moveNeeds'
import { stageTitles } from './words'

/** One row of the table; 'before' = the stage the closed deal came from. */
export interface MoveRule {
  readonly from: readonly Stage[]
  readonly to: Stage | 'before'
  readonly needs: readonly Need[]
  readonly clause: string
}

/** «Stages and moves», the rows that start from a stage, in the order of the procedure. */
export const moveRules: readonly MoveRule[] = [
  { from: ['unsorted', 'new'], to: 'accepted', needs: [reached, clientComplete, completeFor('request')], clause: 'I5' },
  { from: ['unsorted', 'new', 'accepted'], to: 'unreached', needs: [attemptNoted], clause: 'I6' },
  { from: ['unreached'], to: 'accepted', needs: [reached], clause: 'I5' },
  {
    from: ['new', 'accepted'],
    to: 'assigned',
    needs: [clientComplete, completeFor('assigned'), inCalendar, externalDecided],
    clause: 'A2',
  },
  { from: ['assigned'], to: 'accepted', needs: [reasonGiven('консультация отменяется или передаётся другому')], clause: 'G6' },
  { from: ['assigned'], to: 'held', needs: [started, decisionStands, reportReceived, completeFor('held')], clause: 'C8' },
  { from: ['held'], to: 'feedback', needs: [completeFor('won')], clause: 'K2' },
  { from: ['held', 'feedback'], to: 'won', needs: [completeFor('won')], clause: 'K5' },
  { from: openStages, to: 'lost', needs: [failureReason], clause: 'I7' },
  { from: ['won', 'lost'], to: 'before', needs: [reopening, reasonGiven('закрытая сделка возвращается в работу')], clause: 'K5' },
]

/**
 * Whether the deal may move, by «Stages and moves». A row that is not in the table → moveNotAllowed; otherwise the first need that is not met,
 * where all missing fields of both cards come together in one `incomplete`.
 *
 * @example checkMove({ deal: { ...held, minutes: null }, to: 'won', … })
 *   // → incomplete, «Продолжительность, мин» (K5)
 */
export function checkMove(request: MoveRequest): Outcome<null> {
  const rule = ruleOf(request)
  if (rule === undefined) return refuse({ code: 'moveNotAllowed', from: request.deal.stage, to: request.to })
  return meet(rule.needs, request)
}

const rights: Partial<Readonly<Record<Stage, Action>>> = { won: 'close', feedback: 'close', held: 'fill', assigned: 'assign' }

/** The right that a move to this stage asks for, by every door. */
export function stageRight(to: Stage): Action {
  return rights[to] ?? 'call'
}

/** Stages the deal may go to from here, in the order of the pipeline; a closed one only back to where it came from. */
export function movesFrom(stage: Stage, stageBefore: Stage | null = null): Stage[] {
  return (Object.keys(stageTitles) as Stage[]).filter((to) => moveRules.some((rule) => allows(rule, stage, to, stageBefore)))
}

/**
 * Whether a deal may be created in this stage: the three rows «(new)» and I9. A new deal in «Неразобранное» may hold anything,
 * but comes only from the site, social networks or e-mail; other stages are no place to start.
 */
export function checkNew(request: {
  readonly stage: Stage
  readonly client: Client | null
  readonly deal: Deal
  readonly office: Office
}): Outcome<null> {
  const needs = newStageNeeds[request.stage]
  if (needs === undefined) {
    return refuse({ code: 'badValue', title: dealTitles.stage, why: `новая сделка не начинается с этапа «${stageTitles[request.stage]}»` })
  }
  return meet(needs, { ...request, to: request.stage, reason: '', now: request.deal.received, who: [] })
}

function ruleOf({ deal, to, stageBefore }: MoveRequest): MoveRule | undefined {
  return moveRules.find((rule) => allows(rule, deal.stage, to, stageBefore ?? null))
}

function allows(rule: MoveRule, from: Stage, to: Stage, stageBefore: Stage | null): boolean {
  if (!rule.from.includes(from) || from === to) return false
  return rule.to === 'before' ? to === stageBefore : to === rule.to
}

/** The first refusal; what is missing in the cards is gathered from all needs. */
function meet(needs: readonly Need[], request: MoveRequest): Outcome<null> {
  const problems = needs.map((need) => need(request)).filter((problem): problem is Problem => problem !== null)
  const first = problems[0]
  if (first === undefined) return accept(null)
  if (first.code !== 'incomplete') return refuse(first)
  const missing = problems.flatMap((problem): readonly MissingField[] => (problem.code === 'incomplete' ? problem.missing : []))
  return refuse({ code: 'incomplete', missing, to: request.to })
}
