/** What methods on one deal answer: its card as it stands after the command. */

import type { Card } from '../../rpc/contract'
import type { Done, Known } from '../method/method'
import { cardOf } from './cards'

/** The deal that the command changed first, with its client as it stands now. */
export function cardAfter({ changes, deals, known }: Done): Card {
  const changed = changes.deals[0]?.after
  if (changed === undefined) throw new Error('a command on a deal changes a deal')
  const { row, value: deal } = deals.get(changed.id) ?? { row: null, value: changed }
  const client = changes.clients.find(({ after }) => after.id === deal.clientId)?.after ?? clientIn(known, deal.clientId)
  return cardOf(deal, row, client, known.desk, known.moment)
}

export function bookedAnswer(done: Done): { readonly card: Card; readonly lettersWaiting: number } {
  return { card: cardAfter(done), lettersWaiting: done.lettersWaiting }
}

/** The card of a deal that was read; null = it was not found. */
export function cardIn(known: Known, id: number): Card | null {
  const found = known.desk.deals.get(id)
  return found === undefined ? null : cardOf(found.value, found.row, clientIn(known, found.value.clientId), known.desk, known.moment)
}

function clientIn({ desk }: Known, id: number | null) {
  return id === null ? null : (desk.clients.get(id)?.value ?? null)
}
