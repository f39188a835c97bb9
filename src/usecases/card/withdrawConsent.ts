/** The client takes his consent back, or the office takes that note back: on his card, with a note on the deal; bookings stay as they are. */

import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { clientTitles } from '../../domain/deal/fieldTitles'
import { plainText } from '../../domain/letter/plainLine'
import { leads } from '../../domain/office/actions'
import type { Problem } from '../../domain/problem'
import { checkLengths, checkValues } from '../../domain/register/fieldValue'
import { consentNotes, consentRefusals } from '../../domain/text/consentText.ru'
import type { LocalDate } from '../../domain/time/localTime'
import type { Input } from '../../rpc/contract'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, findDeal, nextVersion, stamp, withComment } from '../located'
import { method } from '../method/method'
import { dealLines, type JournalLine } from '../register/journal'
import { cardAfter } from './answers'

const withdrawKind = 'client/withdrawConsent'

interface Told {
  readonly kind: string
  readonly date: LocalDate | null
  readonly reason: string
  readonly note: string
}

/** @param problemOf why it is refused, asked once the card is found */
function withNote(
  ref: Input<'client/returnConsent'>['deal'],
  told: Told,
  problemOf: (client: Client) => Problem | null,
  desk: Desk,
  moment: Moment,
): Decision {
  const found = findDeal(desk, ref)
  if (!found.ok) return found
  const { deal, client } = found.value
  if (client === null) return { ok: false, problem: { code: 'clientNotFound', id: deal.clientId ?? 0 } }
  const comments = withComment(deal, `${stamp(moment.now)}: ${told.note}`)
  const problem = problemOf(client) ?? checkLengths({ comments })
  if (problem !== null) return { ok: false, problem }
  const deals = [{ before: deal, after: nextVersion<Deal>(deal, { comments }) }]
  const clients = [{ before: client, after: nextVersion<Client>(client, { consentWithdrawn: told.date }) }]
  return { ok: true, changes: changes({ kind: told.kind, reason: told.reason, deals, clients }) }
}

const refusalOf = (why: string): Problem => ({ code: 'badValue', title: clientTitles.consentWithdrawn, why })

function withdraw({ deal, date, reason: typed }: Input<'client/withdrawConsent'>, desk: Desk, moment: Moment): Decision {
  const reason = plainText(typed).trim()
  const told = { kind: withdrawKind, date, reason, note: consentNotes.withdrawn(date, reason) }
  return withNote(deal, told, (client) => withdrawProblem(client, { date, reason }, desk, moment), desk, moment)
}

function withdrawProblem(
  { consentDate, consentWithdrawn }: Client,
  { date, reason }: Pick<Input<'client/withdrawConsent'>, 'date' | 'reason'>,
  { office }: Desk,
  { now }: Moment,
): Problem | null {
  if (consentDate === null) return refusalOf(consentRefusals.none)
  if (consentWithdrawn !== null) return refusalOf(consentRefusals.again)
  if (reason === '') return refusalOf(consentRefusals.reason)
  if (date < consentDate) return refusalOf(consentRefusals.early)
  return checkValues({ consentWithdrawn: date }, { office, now })
}

/** As with every change: whoever noted it takes it back on the same deal, and who leads does so anywhere. */
function returnProblem(lines: readonly Partial<JournalLine>[], { who }: Moment): Problem | null {
  const last = lines.filter(({ kind }) => kind === withdrawKind).pop()
  return leads(who.roles) || last?.who === who.email ? null : { code: 'cannotUndo', why: consentRefusals.others }
}

export const withdrawConsent = method('client/withdrawConsent', {
  may: 'withdrawConsent',
  reads: ({ deal }) => dealReads(deal),
  decide: (input, { desk, moment }) => withdraw(input, desk, moment),
  answer: cardAfter,
})

export const returnConsent = method('client/returnConsent', {
  may: 'withdrawConsent',
  reads: ({ deal }) => ({ ...dealReads(deal), journal: { of: [deal.id], only: 'all' } }),
  decide: ({ deal }, known) => {
    const told = { kind: 'client/returnConsent', date: null, reason: '', note: consentNotes.returned }
    const problemOf = ({ consentWithdrawn }: Client) =>
      consentWithdrawn === null ? refusalOf(consentRefusals.notWithdrawn) : returnProblem(dealLines(known), known.moment)
    return withNote(deal, told, problemOf, known.desk, known.moment)
  },
  answer: cardAfter,
})
