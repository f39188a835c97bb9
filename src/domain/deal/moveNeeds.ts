/** The column «needs» of «Stages and moves»: one small question each, answered by what is missing or by null. */

import type { Client } from '../client/client'
import { isExternalDecided, isUndecidedBooking } from '../external/decision'
import { mayDo, rights } from '../office/actions'
import type { Office } from '../office/office'
import { type Role, roleTitles } from '../office/roles'
import type { MissingField, Problem } from '../problem'
import type { LocalDateTime } from '../time/localTime'
import { attemptsMade, attemptsMissing, isReached } from './attempts'
import { type CardGoal, missingClientFields, missingDealFields } from './card'
import type { Channel, Deal, Stage } from './deal'
import { dealTitles } from './fieldTitles'
import { failureReasons } from './words'

/** A move that somebody wants to make. */
export interface MoveRequest {
  /** As it will stand, with what is filled in together with the move. */
  readonly deal: Deal
  readonly client: Client | null
  readonly to: Stage
  readonly reason: string
  readonly now: LocalDateTime
  readonly office: Office
  readonly who: readonly Role[]
  /** Where a closed deal came from (the journal knows); needed for reopening only. */
  readonly stageBefore?: Stage | null
}

/** null = the need is met. */
export type Need = (request: MoveRequest) => Problem | null

/** I5: the client was reached by the last call or message noted. */
export const reached: Need = ({ deal }) => (isReached(deal) ? null : { code: 'notReached' })

/** I6: at least one failed attempt since the client was last reached. */
export const attemptNoted: Need = ({ deal }) => (attemptsMade(deal) > 0 ? null : { code: 'noAttempt' })

/** I4; what the office asks for only at the assignment is asked for there. */
export const clientComplete: Need = ({ client, office, to }) =>
  incomplete(missingClientFields(client, office.required, to === 'assigned' ? 'assigned' : 'request'), to)

/** A2 or C5–C7, K5, by «Обязательные поля». */
export function completeFor(goal: CardGoal): Need {
  return ({ deal, to, office }) => incomplete(missingDealFields(deal, goal, office.required), to)
}

/** A3: the consultation stands in the calendar. */
export const inCalendar: Need = ({ deal, to }) => {
  const event: MissingField = { card: 'deal', field: 'eventId', title: dealTitles.eventId, clause: 'A3' }
  return incomplete(deal.eventId === '' ? [event] : [], to)
}

/** T2: an external consultant only on a recorded decision, who and when. A consultant who is not in «Сотрудники» is nobody's to assign. */
export const externalDecided: Need = ({ deal, office }) => {
  if (deal.consultant === '') return null
  const person = office.people.find(({ initials }) => initials === deal.consultant)
  if (person === undefined) return { code: 'consultantUnknown', initials: deal.consultant }
  return person.external && !isExternalDecided(deal) ? { code: 'externalDecisionNeeded', consultant: deal.consultant } : null
}

/** T2: nothing is held on a decision that was withdrawn, or given for something else; what an import brought has none, and needs none. */
export const decisionStands: Need = ({ deal, office }) =>
  isUndecidedBooking(deal, office) ? { code: 'externalDecisionNeeded', consultant: deal.consultant } : null

/** C8: the start has come. */
export const started: Need = ({ deal, now }) =>
  deal.start !== null && now < deal.start ? { code: 'notYetStarted', start: deal.start } : null

/** C9: an external consultant's report is there. */
export const reportReceived: Need = ({ deal, office }) => {
  const isExternal = office.people.some((person) => person.external && person.initials === deal.consultant)
  return isExternal && deal.reportReceivedAt === null ? { code: 'reportNotReceived' } : null
}

/** A reason in words; `what` says of what, after «Не указано, почему: …». */
export function reasonGiven(what: string): Need {
  return ({ reason }) => (reason.trim() === '' ? { code: 'reasonNeeded', what } : null)
}

/** A reason of the list; «не дозвонились» only after enough attempts (I7), whatever the stage. */
export const failureReason: Need = ({ deal, reason, office }) => {
  if (reason.trim() === '') return { code: 'reasonNeeded', what: 'сделка закрывается как неуспешная' }
  if (!failureReasons.some((known) => known === reason)) return { code: 'unknownReason', reason }
  return reason === 'не дозвонились' ? attemptsMissing(deal, office) : null
}

/** A closed deal is opened again by the director or the administrator. */
export const reopening: Need = ({ who }) => {
  if (mayDo(who, 'reopen')) return null
  return { code: 'notAllowed', role: who.map((role) => roleTitles[role]).join(', ') || 'не указана', action: rights.reopen.title }
}

const unsortedChannels: readonly Channel[] = ['site', 'social', 'email']

/** «Неразобранное» is for what came by itself, in writing. */
const cameInWriting: Need = ({ deal }) =>
  unsortedChannels.includes(deal.channel)
    ? null
    : { code: 'badValue', title: dealTitles.channel, why: 'в «Неразобранное» попадают заявки с сайта, из соцсетей и почты' }

/** The three rows «(new)»: where a deal may begin, and what it needs there (I3, I8, I9). */
export const newStageNeeds: Partial<Record<Stage, readonly Need[]>> = {
  unsorted: [cameInWriting],
  new: [clientComplete, completeFor('request')],
  accepted: [clientComplete, completeFor('request')],
  assigned: [clientComplete, completeFor('assigned'), inCalendar, externalDecided],
}

function incomplete(missing: readonly MissingField[], to: Stage): Problem | null {
  return missing.length === 0 ? null : { code: 'incomplete', missing, to }
}
