/** A person says who it is: the request's client is a known one, or two cards that look alike are two clients. */

import { type Client, mergedInto } from '../../domain/client/client'
import { toldApart } from '../../domain/client/duplicates'
import type { Deal } from '../../domain/deal/deal'
import { clientTitles } from '../../domain/deal/fieldTitles'
import type { Problem } from '../../domain/problem'
import { intakeRefusals } from '../../domain/text/intakeText.ru'
import type { Input } from '../../rpc/contract'
import { cardAfter } from '../card/answers'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { clientRow, findDeal, nextVersion } from '../located'
import { type Known, method, type Reads } from '../method/method'
import { mergeClients } from './mergeClients'

/** «Да, это они»: the request's own card becomes one with the known client's; what it told anew stays beside the card. */
function recogniseClient({ deal: ref, client }: Input<'deal/recognise'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, ref)
  if (!found.ok) return found
  const { deal } = found.value
  if (deal.clientId === null) return { ok: false, problem: { code: 'clientNotFound', id: 0 } }
  const merged = mergeClients({ keep: client, drop: deal.clientId }, desk, moment)
  if (!merged.ok) return merged
  const isAsked = ({ after }: { readonly after: Deal }) => after.id === deal.id
  const deals = [...merged.changes.deals.filter(isAsked), ...merged.changes.deals.filter((change) => !isAsked(change))]
  return { ok: true, changes: { ...merged.changes, deals } }
}

/** Its own row and both cards; then all deals of the card that goes, since they go with it. */
export const recognise = method('deal/recognise', {
  may: 'merge',
  reads: [
    ({ deal, client }) => ({
      columns: { deals: ['id', 'clientId'] },
      deals: [{ id: deal.id, row: deal.row }],
      clients: [client, ...(deal.clientId === null ? [] : [deal.clientId])].map(clientRow),
    }),
    ({ deal }, known) => ofDropped(known, known.desk.deals.get(deal.id)?.value.clientId ?? null),
  ],
  decide: (input, { desk, moment }) => recogniseClient(input, desk, moment),
  answer: cardAfter,
})

function ofDropped({ scan, desk }: Known, drop: number | null): Reads | null {
  if (drop === null) return null
  const own = scan<Deal>('deals').filter(({ value }) => value.clientId === drop && !desk.deals.has(value.id ?? 0))
  const isRead = desk.clients.has(drop)
  if (own.length === 0 && isRead) return null
  return { deals: own.map(({ row, value }) => ({ id: value.id ?? 0, row })), clients: isRead ? [] : [clientRow(drop)] }
}

/** «Нет, это другие»: kept with one of the two cards, and not asked again. */
function tellApart({ client, other }: Input<'client/apart'>, desk: Desk): Decision {
  const cards = [client, other].map((id) => desk.clients.get(id)?.value)
  const missing = cards.indexOf(undefined)
  const [one, two] = cards as [Client, Client]
  const problem: Problem | null = missing < 0 ? apartProblem(one, two) : { code: 'clientNotFound', id: [client, other][missing] ?? 0 }
  if (problem !== null) return { ok: false, problem }
  const after = nextVersion(one, { outsideIds: `${one.outsideIds} not:${two.id}`.trim() })
  return { ok: true, changes: changes({ kind: 'client/apart', clients: [{ before: one, after }] }) }
}

function apartProblem(one: Client, two: Client): Problem | null {
  if (one.id === two.id) return { code: 'badValue', title: clientTitles.id, why: intakeRefusals.sameClient }
  const into = mergedInto(one) ?? mergedInto(two)
  if (into !== null) return { code: 'badValue', title: clientTitles.id, why: intakeRefusals.mergedAlready(into) }
  return toldApart(one).includes(two.id) ? { code: 'nothingToDo' } : null
}

export const apart = method('client/apart', {
  may: 'merge',
  reads: ({ client, other }) => ({ clients: [clientRow(client), clientRow(other)] }),
  decide: (input, { desk }) => tellApart(input, desk),
  answer: (_done, { client, other }) => ({ client, other }),
})
