/** The week is closed: complete cards go to «Успешно завершённые» or to «Запрошена обратная связь», in one commit (K1, K2, K5, K6). */

import type { Deal } from '../../domain/deal/deal'
import { checkMove } from '../../domain/deal/pipeline'
import type { Problem } from '../../domain/problem'
import { problemText } from '../../domain/text/text.ru'
import type { DealRef, Input } from '../../rpc/contract'
import { refOf } from '../card/cards'
import { movedFields } from '../card/moveDeal'
import { type Changes, changes, type Moment, type RowChange } from '../changes'
import type { Desk } from '../desk'
import { clientRow, findDeal, nextVersion } from '../located'
import { method, type Reads } from '../method/method'
import { forbidden } from '../permissions'
import { withFeedbackLetters } from './askFeedback'
import { pastColumns, pastDeals } from './past'

/** A card that stays, and why. */
interface Stayed {
  readonly id: number
  readonly problem: Problem
}

/** Four calls for any number of cards. */
export const close = method<'week/close', readonly Stayed[]>('week/close', {
  may: 'close',
  reads: ({ deals }) => weekRows(deals.map(({ ref }) => ref)),
  decide: (input, known) => {
    const { changes: made, refused } = closeWeek(input, known.desk, known.moment)
    return { ok: true, changes: withFeedbackLetters(made, pastDeals(known), known.desk, known.moment), told: refused }
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

/** The cards of a week, their clients, and what was asked before. */
export function weekRows(refs: readonly DealRef[]): Reads {
  const clients = [...new Set(refs.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])))]
  return { deals: refs.map(({ id, row }) => ({ id, row })), clients: clients.map(clientRow), columns: { deals: pastColumns } }
}

/** Every card is checked by the same table of moves as a single one: an incomplete card cannot be closed here either. */
function closeWeek(
  input: Input<'week/close'>,
  desk: Desk,
  moment: Moment,
): { readonly changes: Changes; readonly refused: readonly Stayed[] } {
  const moved: RowChange<Deal>[] = []
  const refused: Stayed[] = []
  for (const { ref, to } of input.deals) {
    const result = closeOne(ref, to, desk, moment)
    if ('problem' in result) refused.push({ id: ref.id, problem: result.problem })
    else moved.push(result)
  }
  return { changes: changes({ kind: 'week/close', deals: moved }), refused }
}

type CloseItem = Input<'week/close'>['deals'][number]

function closeOne(ref: CloseItem['ref'], to: CloseItem['to'], desk: Desk, moment: Moment): RowChange<Deal> | { readonly problem: Problem } {
  const found = findDeal(desk, ref)
  if (!found.ok) return found
  const { deal, client } = found.value
  const denied = forbidden(moment.who, 'close', deal)
  if (denied !== null) return { problem: denied }
  const checked = checkMove({ deal, client, to, reason: '', now: moment.now, office: desk.office, who: moment.who.roles })
  if (!checked.ok) return checked
  return { before: deal, after: nextVersion(deal, movedFields(deal, { to, reason: '' }, moment)) }
}
