/** A repeated request is joined to the one that is open: the new one is closed as «дубль», both say so. */

import { type Deal, unassignedStages } from '../../domain/deal/deal'
import { checkMove } from '../../domain/deal/pipeline'
import { stageTitles } from '../../domain/deal/words'
import { cutLine, oneLine } from '../../domain/letter/plainLine'
import type { Problem } from '../../domain/problem'
import { intakeRefusals, joinNotes } from '../../domain/text/intakeText.ru'
import type { Input } from '../../rpc/contract'
import { cardAfter } from '../card/answers'
import { movedFields } from '../card/moveDeal'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { clientRow, findDeal, nextVersion, stamp, withComment } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'

const reason = 'дубль'
/** What the open deal keeps of the repeated request's words, characters; the whole stays on the joined one. */
const toldLength = 1000

/** @returns the open deal first, then the joined one */
function joinDeal(input: Input<'deal/join'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const target = findDeal(desk, input.into)
  if (!target.ok) return target
  const [deal, into] = [found.value.deal, target.value.deal]
  const problem = forbidden(moment.who, 'call', deal) ?? forbidden(moment.who, 'call', into) ?? joinProblem(deal, into)
  if (problem !== null) return { ok: false, problem }
  const request = {
    deal,
    client: found.value.client,
    to: 'lost',
    reason,
    now: moment.now,
    office: desk.office,
    who: moment.who.roles,
  } as const
  const checked = checkMove(request)
  if (!checked.ok) return checked
  return {
    ok: true,
    changes: changes({
      kind: 'deal/join',
      reason: `№ ${deal.id} → № ${into.id}`,
      deals: [
        { before: into, after: withRepeat(into, deal, moment) },
        { before: deal, after: joined(deal, into, moment) },
      ],
    }),
  }
}

function joinProblem(deal: Deal, into: Deal): Problem | null {
  if (deal.id === into.id) return { code: 'badValue', title: 'Присоединить', why: intakeRefusals.sameDeal }
  if (into.stage === 'won' || into.stage === 'lost') return { code: 'dealClosed', stage: into.stage }
  // Later there is an event and a promise to a client.
  return unassignedStages.includes(deal.stage) ? null : { code: 'badValue', title: stageTitles[deal.stage], why: intakeRefusals.joinedLate }
}

function withRepeat(into: Deal, deal: Deal, { now }: Moment): Deal {
  const note = joinNotes.received(deal.id, cutLine(oneLine(deal.request), toldLength))
  return nextVersion(into, { comments: withComment(into, `${stamp(now)}: ${note}`) })
}

function joined(deal: Deal, into: Deal, moment: Moment): Deal {
  const comments = withComment(deal, `${stamp(moment.now)}: ${joinNotes.joined(into.id)}`)
  return nextVersion(deal, { ...movedFields(deal, { to: 'lost', reason }, moment), comments })
}

export const join = method('deal/join', {
  may: 'call',
  reads: ({ deal, into }) => ({
    deals: [deal, into].map(({ id, row }) => ({ id, row })),
    clients: [...new Set([deal.clientId, into.clientId])].flatMap((id) => (id === null ? [] : [clientRow(id)])),
  }),
  decide: (input, { desk, moment }) => joinDeal(input, desk, moment),
  answer: cardAfter,
})
