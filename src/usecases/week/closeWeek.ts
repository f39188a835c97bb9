/** The week is closed: complete cards go to «Успешно завершённые» or to «Запрошена обратная связь», in one commit (K1, K2, K5, K6). */

import { distributionProblem, waiverOf } from '../../domain/deal/closing'
import type { Deal } from '../../domain/deal/deal'
import { answeredAt, firstRefusal, judgeDeal, type Verdict } from '../../domain/deal/judging/judge'
import { checkMove } from '../../domain/deal/pipeline'
import type { Problem } from '../../domain/problem'
import { closingTexts } from '../../domain/text/fieldText.ru'
import { problemText } from '../../domain/text/text.ru'
import type { DealRef, Input } from '../../rpc/contract'
import { refOf } from '../card/cards'
import { movedFields } from '../card/moveDeal'
import { type Changes, changes, type Moment, type RowChange } from '../changes'
import type { Desk } from '../desk'
import { changedOf, clientRow, findDeal, nextVersion } from '../located'
import { method, type Reads } from '../method/method'
import { forbidden } from '../permissions'
import { withFeedbackLetters } from './askFeedback'
import { isNewClient, type PastDeal, pastDeals, pastFurther, pastIndex } from './past'

/** A card that stays, and why. */
interface Stayed {
  readonly id: number
  readonly problem: Problem
}

/** Four calls for any number of cards. */
export const close = method<'week/close', readonly Stayed[]>('week/close', {
  may: 'close',
  reads: [({ deals }) => ({ ...weekRows(deals.map(({ ref }) => ref)), ...pastIndex }), (_input, known) => pastFurther(known)],
  decide: (input, known) => {
    const past = pastDeals(known)
    const { changes: made, refused } = closeWeek(input, past, known.desk, known.moment)
    return { ok: true, changes: withFeedbackLetters(made, past, known.desk, known.moment), told: refused }
  },
  answer: ({ changes: { deals }, told = [], deals: standing, lettersWaiting, known }) => ({
    closed: deals.filter(({ after }) => after.stage === 'won').length,
    unanswered: deals.filter(({ before, after }) => before?.stage === 'feedback' && after.stage === 'won' && after.feedbackScore === null)
      .length,
    asked: deals.filter(({ after }) => after.stage === 'feedback').length,
    refused: told.flatMap(({ id, problem }) =>
      deals.some(({ after }) => after.id === id) ? [] : [{ id, sentence: problemText(problem, known.moment.now) }],
    ),
    undo: [...standing.values()].map(({ value, row }) => refOf(value, row)),
    lettersWaiting,
  }),
})

/** The cards of a week, and their clients. */
export function weekRows(refs: readonly DealRef[]): Reads {
  const clients = [...new Set(refs.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])))]
  return { deals: refs.map(({ id, row }) => ({ id, row })), clients: clients.map(clientRow) }
}

/** Every card is checked by the same table of moves as a single one: an incomplete card cannot be closed here either. */
function closeWeek(
  input: Input<'week/close'>,
  past: readonly PastDeal[],
  desk: Desk,
  moment: Moment,
): { readonly changes: Changes; readonly refused: readonly Stayed[] } {
  const moved: RowChange<Deal>[] = []
  const refused: Stayed[] = []
  for (const item of input.deals) {
    const result = closeOne(item, past, desk, moment)
    if ('there' in result) continue
    if ('problem' in result) refused.push({ id: item.ref.id, problem: result.problem })
    else moved.push(result)
  }
  return { changes: changes({ kind: 'week/close', deals: moved }), refused }
}

type CloseItem = Input<'week/close'>['deals'][number]

function closeOne(
  { ref, to, project, reason = '' }: CloseItem,
  past: readonly PastDeal[],
  desk: Desk,
  moment: Moment,
): RowChange<Deal> | { readonly problem: Problem } | { readonly there: number } {
  const found = findDeal(desk, ref)
  if (!found.ok) return isThere(desk, ref, to) ? { there: ref.id } : found
  const { deal, client } = found.value
  const verdict = distributed(deal, project, desk, moment)
  const filled = { ...deal, ...verdict.accepted }
  const denied = forbidden(moment.who, 'close', deal) ?? firstRefusal(verdict)
  if (denied !== null) return { problem: denied }
  const checked = checkMove({ deal: filled, client, to, reason: '', now: moment.now, office: desk.office, who: moment.who.roles })
  if (!checked.ok) return checked
  const undistributed = distributionProblem(filled, to)
  if (undistributed !== null) return { problem: undistributed }
  const waived = waiverOf(filled, client, {
    to,
    isNew: isNewClient(filled, client, past, { now: moment.now, settings: desk.office.settings }),
    reason,
  })
  if (waived === null) return { problem: { code: 'reasonNeeded', what: closingTexts.newUnasked } }
  const told = { ...verdict.accepted, ...(waived === '' ? {} : { feedbackWaived: waived }) }
  return { before: deal, after: nextVersion(deal, { ...told, ...movedFields(filled, { to, reason: '' }, moment) }) }
}

/** Somebody else has closed it meanwhile: nothing is left to be done, and nothing is wrong. */
function isThere({ deals }: Desk, { id }: DealRef, to: CloseItem['to']): boolean {
  const stage = deals.get(id)?.value.stage
  return stage === to || stage === 'won'
}

/** K1: the project that the closer gives the card to; «не распределено» is an answer too. */
function distributed(deal: Deal, project: string | undefined, { office }: Desk, moment: Moment): Verdict<Deal> {
  if (project === undefined) return { accepted: {}, refused: {} }
  const verdict = judgeDeal(deal, changedOf(deal, { project }), { ...moment, office, door: 'page' })
  return { ...verdict, accepted: { ...verdict.accepted, undistributedAt: answeredAt(project, moment.who, moment.now) } }
}
