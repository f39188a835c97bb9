/** The card is filled in: fields of the deal (C5–C7) and of its client (I4); nothing moves. */

import type { Client } from '../../domain/client/client'
import { type Consent, keptConsent } from '../../domain/client/consent'
import type { Stage } from '../../domain/deal/deal'
import { firstRefusal, judgeClient, judgeDeal } from '../../domain/deal/judging/judge'
import type { Problem } from '../../domain/problem'
import { consentSources, consentTexts } from '../../domain/text/consentText.ru'
import type { Input } from '../../rpc/contract'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { changedOf, dealReads, findDeal, given, nextVersion } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'
import { cardAfter } from './answers'

function fillDeal(input: Input<'deal/fill'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const verdict = judgeDeal(deal, changedOf(deal, given(input.fields)), { ...moment, office: desk.office, door: 'page' })
  const problem = forbidden(moment.who, 'fill', deal) ?? closedProblem(deal.stage) ?? firstRefusal(verdict)
  if (problem !== null) return { ok: false, problem }
  const after = nextVersion(deal, verdict.accepted)
  return { ok: true, changes: changes({ kind: 'deal/fill', deals: [{ before: deal, after }] }) }
}

/** A closed card is corrected only after it has been reopened: otherwise an edit could leave it incomplete (K5). */
export function closedProblem(stage: Stage): Problem | null {
  return stage === 'won' || stage === 'lost' ? { code: 'dealClosed', stage } : null
}

/** The client's card, with its copies on the deal that is open. */
function fillClient(input: Input<'client/fill'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal, client } = found.value
  if (client === null) return { ok: false, problem: { code: 'clientNotFound', id: deal.clientId ?? 0 } }
  const asked = { ...moment, office: desk.office, door: 'page', isOwn: true } as const
  const verdict = judgeClient(changedOf(client, given(input.fields)), asked)
  const problem = forbidden(moment.who, 'fill', deal) ?? firstRefusal(verdict)
  if (problem !== null) return { ok: false, problem }
  const after = nextVersion(client, withConsent(client, verdict.accepted))
  const copy = { organisation: after.organisation, contact: after.contact, phone: after.phone }
  return {
    ok: true,
    changes: changes({
      kind: 'client/fill',
      clients: [{ before: client, after }],
      deals: [{ before: deal, after: nextVersion(deal, copy) }],
    }),
  }
}

/** A day of consent written on the panel was told by the client: wording and door go with it. */
export function withConsent(client: Client, fields: Partial<Client>, heard: Heard = heardOnPanel): Partial<Client> {
  const { consentDate: date } = fields
  if (date === undefined || date === client.consentDate) return fields
  return { ...fields, ...keptConsent(date === null ? null : { date, ...heard }, client.consentWithdrawn) }
}

type Heard = Pick<Consent, 'text' | 'source'>
const heardOnPanel: Heard = { text: consentTexts.spoken(consentTexts.question), source: consentSources.panel }

export const fill = method('deal/fill', {
  may: 'fill',
  reads: ({ deal }) => dealReads(deal),
  decide: (input, { desk, moment }) => fillDeal(input, desk, moment),
  answer: cardAfter,
})

export const fillClientCard = method('client/fill', {
  may: 'fill',
  reads: ({ deal }) => dealReads(deal),
  decide: (input, { desk, moment }) => fillClient(input, desk, moment),
  answer: cardAfter,
})
