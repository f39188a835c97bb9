/** The week is closed: complete cards go to «Успешно завершённые» or to «Запрошена обратная связь», in one commit (K1, K2, K5, K6). */

import type { Deal } from '../../domain/deal/deal'
import { checkMove } from '../../domain/deal/pipeline'
import type { Problem } from '../../domain/problem'
import type { Input } from '../../rpc/contract'
import { movedFields } from '../card/moveDeal'
import { type Changes, changes, type Moment, type RowChange } from '../changes'
import type { Desk } from '../desk'
import { findDeal, nextVersion } from '../located'
import { forbidden } from '../permissions'

export interface ClosedWeek {
  readonly changes: Changes
  readonly closed: number
  readonly asked: number
  /** Of the closed ones, those whose client was asked and has not answered (K7). */
  readonly unanswered: number
  /** Cards that stay, each with its reason; the others are closed all the same. */
  readonly refused: readonly { readonly id: number; readonly problem: Problem }[]
}

/** Every card is checked by the same table of moves as a single one: an incomplete card cannot be closed here either. */
export function closeWeek(input: Input<'week/close'>, desk: Desk, moment: Moment): ClosedWeek {
  const moved: RowChange<Deal>[] = []
  const refused: { id: number; problem: Problem }[] = []
  for (const { ref, to } of input.deals) {
    const result = closeOne(ref, to, desk, moment)
    if ('problem' in result) refused.push({ id: ref.id, problem: result.problem })
    else moved.push(result)
  }
  return {
    changes: changes({ kind: 'week/close', deals: moved }),
    closed: moved.filter(({ after }) => after.stage === 'won').length,
    unanswered: moved.filter(({ before, after }) => before?.stage === 'feedback' && after.feedbackScore === null).length,
    asked: moved.filter(({ after }) => after.stage === 'feedback').length,
    refused,
  }
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
