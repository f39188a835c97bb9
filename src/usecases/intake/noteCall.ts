/** A call or a message is noted on the card, with its date and time (I5–I7). */

import { type AttemptOutcome, noteAttempt } from '../../domain/deal/attempts'
import type { Deal } from '../../domain/deal/deal'
import { withClientSpokenTo } from '../../domain/letter/telling'
import { checkLengths } from '../../domain/register/fieldValue'
import type { Input } from '../../rpc/contract'
import { cardAfter } from '../card/answers'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, findDeal, nextVersion, stamp, withComment } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'

const noted: Readonly<Record<AttemptOutcome, string>> = {
  reached: 'дозвонились',
  noAnswer: 'не ответили',
  messenger: 'написали в мессенджер',
}

/**
 * Notes the attempt; an unanswered call on a fresh deal takes it to «Не дозвонились» (I6). On a booked deal «дозвонились»
 * notes that the client was told the time (A1).
 */
function noteCall(input: Input<'deal/note'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const problem = forbidden(moment.who, 'call', deal) ?? checkLengths({ comments: input.text })
  if (problem !== null) return { ok: false, problem }
  const attempt = noteAttempt(deal, input.outcome, moment.now, desk.office.settings)
  if (!attempt.ok) return attempt
  const comments = withComment(deal, `${stamp(moment.now)}: ${noted[input.outcome]}${input.text === '' ? '' : ` — ${input.text}`}`)
  const called = nextVersion(deal, { ...attempt.value, ...stageAfter(deal, input.outcome, moment), comments })
  const after = input.outcome === 'reached' ? withClientSpokenTo(called, moment.now) : called
  return { ok: true, changes: changes({ kind: `deal/note/${input.outcome}`, reason: input.text, deals: [{ before: deal, after }] }) }
}

function stageAfter(deal: Deal, outcome: AttemptOutcome, { now }: Moment): Partial<Deal> {
  const fresh = deal.stage === 'unsorted' || deal.stage === 'new' || deal.stage === 'accepted'
  return outcome === 'noAnswer' && fresh ? { stage: 'unreached', stageSince: now } : {}
}

export const note = method('deal/note', {
  may: 'call',
  reads: ({ deal }) => dealReads(deal),
  decide: (input, { desk, moment }) => noteCall(input, desk, moment),
  answer: cardAfter,
})
