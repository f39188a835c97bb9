/** A closed deal goes back to the stage it was closed from (F12). */

import type { Deal, Stage } from '../../domain/deal/deal'
import { checkMove } from '../../domain/deal/pipeline'
import type { Input } from '../../rpc/contract'
import { releasedFields } from '../booking/bookingChanges'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, findDeal, nextVersion } from '../located'
import { method } from '../method/method'
import { changeIn, dealLines, type JournalLine } from '../register/journal'
import { cardAfter } from './answers'

/** A deal imported as closed: the journal does not know where it came from. */
const unknownBefore: Readonly<Record<string, Stage>> = { won: 'held', lost: 'accepted' }

export const reopen = method('deal/reopen', {
  may: 'reopen',
  reads: ({ deal }) => ({ ...dealReads(deal), journal: { of: [deal.id], only: 'all' } }),
  decide: (input, known) => {
    const stage = known.desk.deals.get(input.deal.id)?.value.stage
    const before = stageBeforeClosing(dealLines(known)) ?? unknownBefore[stage ?? ''] ?? null
    return reopenDeal(input, before, known.desk, known.moment)
  },
  answer: cardAfter,
})

/** A closed deal goes back to the stage it was closed from, with a reason, by the director or the administrator. */
function reopenDeal(input: Input<'deal/reopen'>, stageBefore: Stage | null, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal, client } = found.value
  const isClosed = deal.stage === 'won' || deal.stage === 'lost'
  if (stageBefore === null || !isClosed) return { ok: false, problem: { code: 'moveNotAllowed', from: deal.stage, to: deal.stage } }
  const request = {
    deal,
    client,
    to: stageBefore,
    reason: input.reason,
    now: moment.now,
    office: desk.office,
    who: moment.who.roles,
    stageBefore,
  }
  const checked = checkMove(request)
  if (!checked.ok) return checked
  const after = nextVersion(deal, { ...stageAgain(stageBefore, deal), stageSince: moment.now, failure: '' })
  return { ok: true, changes: changes({ kind: 'deal/reopen', reason: input.reason, deals: [{ before: deal, after }] }) }
}

/** The hour of a booking was given back when it was closed, and may be another's by now: it is assigned anew. */
function stageAgain(before: Stage, deal: Deal): Partial<Deal> {
  return before === 'assigned' ? { ...releasedFields(deal), stage: 'accepted' } : { stage: before }
}

/** The stage from which the deal was closed last; null when the journal does not tell (imported as closed). */
export function stageBeforeClosing(lines: readonly Partial<JournalLine>[]): Stage | null {
  const moves = lines.map((line) => changeIn(line)?.['stage']).filter((pair) => pair !== undefined)
  const before = moves[moves.length - 1]?.[0]
  return typeof before === 'string' ? (before as Stage) : null
}
