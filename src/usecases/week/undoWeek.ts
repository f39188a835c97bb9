/** The closing of a week is taken back: each card as it was, unless it changed since or its client was written to (K1–K3, K7). */

import type { Deal } from '../../domain/deal/deal'
import type { Problem } from '../../domain/problem'
import { problemText, undoTexts } from '../../domain/text/text.ru'
import type { DealRef, Input } from '../../rpc/contract'
import { toldKind } from '../booking/tellings'
import { beforeOf, undoProblem } from '../card/undoDeal'
import { type Changes, changes, type Moment, type RowChange } from '../changes'
import type { Desk } from '../desk'
import { findDeal, nextVersion } from '../located'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'
import type { JournalLine } from '../register/journal'
import { dealLines } from '../register/journal'
import { letterColumns, mayBeAsked, type WaitingLetter, waitingLetters } from '../register/waitingLetter'
import { weekRows } from './closeWeek'

export interface UndoWeekFacts {
  /** Lines of «Сделки», the last ones of these deals at least. */
  readonly lines: readonly Partial<JournalLine>[]
  readonly letters: readonly Partial<WaitingLetter>[]
}

export interface UndoneWeek {
  readonly changes: Changes
  /** Cards that stand again where they stood; those that an earlier call of the same page took back are among them. */
  readonly undone: number
  readonly refused: readonly { readonly id: number; readonly problem: Problem }[]
}

const undoKind = 'week/undo'

/** @param refs the deals as they stood after the closing, each once */
export function undoWeek(refs: Input<'week/undo'>['deals'], facts: UndoWeekFacts, desk: Desk, moment: Moment): UndoneWeek {
  const results = refs.map((ref) => ({ ref, result: undoOne(ref, facts, desk, moment) }))
  const deals = results.flatMap(({ result }) => (result !== 'done' && 'after' in result ? [result] : []))
  const refused = results.flatMap(({ ref, result }) => (result !== 'done' && 'code' in result ? [{ id: ref.id, problem: result }] : []))
  return {
    changes: changes({ kind: undoKind, reason: 'отменено: week/close', deals }),
    undone: refs.length - refused.length,
    refused,
  }
}

type Ref = Input<'week/undo'>['deals'][number]

/** 'done' = the same was asked before and the answer got lost. */
function undoOne(ref: Ref, { lines, letters }: UndoWeekFacts, desk: Desk, moment: Moment): RowChange<Deal> | Problem | 'done' {
  const standing = desk.deals.get(ref.id)?.value
  const last = lines.filter(({ rowId, version }) => rowId === ref.id && version === standing?.version)
  if (standing?.version === ref.version + 1 && last[0]?.kind === undoKind) return 'done'
  const found = findDeal(desk, ref)
  if (!found.ok) return found.problem
  const { deal } = found.value
  if (last[0]?.kind !== 'week/close') return { code: 'cannotUndo', why: undoTexts.notClosing }
  if (mayBeAsked(deal, letters, moment)) return { code: 'cannotUndo', why: undoTexts.letterGone }
  const problem = forbidden(moment.who, 'close', deal) ?? undoProblem(last, moment)
  return problem ?? { before: deal, after: nextVersion(deal, beforeOf(last)) }
}

/** Five calls for any number of cards; one more where a client's number is a deal's too, and his line came later. */
export const undo = method<'week/undo', UndoneWeek>('week/undo', {
  may: 'close',
  reads: [
    ({ deals }) => {
      const rows = weekRows(deals)
      return { ...rows, columns: letterColumns, journal: { of: idsOf(deals), only: 'last' } }
    },
    ({ deals }, known) => {
      const found = new Set(dealLines(known).flatMap(({ rowId, kind }) => (kind === toldKind ? [] : [rowId])))
      return idsOf(deals).every((id) => found.has(id)) ? null : { journal: { of: idsOf(deals), only: 'all' } }
    },
  ],
  decide: ({ deals }, known) => {
    const refs = [...new Map(deals.map((ref) => [ref.id, ref])).values()]
    const told = undoWeek(refs, { lines: dealLines(known), letters: waitingLetters(known) }, known.desk, known.moment)
    return { ok: true, changes: told.changes, told }
  },
  answer: ({ told, changes: { deals }, known }) => ({
    undone: told?.undone ?? deals.length,
    refused: (told?.refused ?? []).map(({ id, problem }) => ({ id, sentence: whyNot(problem, known) })),
  }),
})

function idsOf(refs: readonly DealRef[]): number[] {
  return [...new Set(refs.map(({ id }) => id))]
}

/** In a list of cards the reason alone. */
function whyNot(problem: Problem, { moment }: Known): string {
  return problem.code === 'cannotUndo' ? problem.why : problemText(problem, moment.now)
}
