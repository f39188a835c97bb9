/** The card is filled in: fields of the deal (C5–C7) and of its client (I4); nothing moves. */

import { phoneKey } from '../../domain/client/phone'
import type { Stage } from '../../domain/deal/deal'
import type { Office } from '../../domain/office/office'
import type { Problem } from '../../domain/problem'
import { checkLengths, checkValues } from '../../domain/register/fieldValue'
import type { Input } from '../../rpc/contract'
import { cardAfter } from '../card/answers'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, findDeal, given, nextVersion } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'

function fillDeal(input: Input<'deal/fill'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const problem =
    forbidden(moment.who, 'fill', deal) ?? closedProblem(deal.stage) ?? checkLengths(input.fields) ?? checkValues(input.fields, desk.office)
  if (problem !== null) return { ok: false, problem }
  const after = nextVersion(deal, given(input.fields))
  return { ok: true, changes: changes({ kind: 'deal/fill', deals: [{ before: deal, after }] }) }
}

/** A closed card is corrected only after it has been reopened: otherwise an edit could leave it incomplete (K5). */
export function closedProblem(stage: Stage): Problem | null {
  return stage === 'won' || stage === 'lost' ? { code: 'dealClosed', stage } : null
}

/** A text in the field of the phone or of the e-mail that is none; an empty one is a missing one (I4). */
export function badContact(
  { phone = '', email = '' }: { readonly phone?: string; readonly email?: string },
  office: Office,
): Problem | null {
  if (phone.trim() !== '' && phoneKey(phone) === '') return { code: 'badPhone', value: phone }
  return checkValues({ email: email.trim() }, office)
}

/** The client's card, with its copies on the deal that is open. */
function fillClient(input: Input<'client/fill'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal, client } = found.value
  if (client === null) return { ok: false, problem: { code: 'clientNotFound', id: deal.clientId ?? 0 } }
  const problem = forbidden(moment.who, 'fill', deal) ?? checkLengths(input.fields) ?? badContact(given(input.fields), desk.office)
  if (problem !== null) return { ok: false, problem }
  const phone = input.fields.phone
  const fields = { ...given(input.fields), ...(phone === undefined ? {} : { phoneKey: phoneKey(phone) }) }
  const after = nextVersion(client, fields)
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
