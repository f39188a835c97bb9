/** One card: by number, by the row under the cursor, or out of the archive, where it is only to be read. */

import { accept, type Outcome, refuse } from '../../domain/problem'
import type { Card } from '../../rpc/contract'
import { clientRow, dealReads } from '../located'
import { type Known, method, type Reads } from '../method/method'
import { cardIn } from './answers'
import { cardOf } from './cards'
import { draftsOf } from './keepDraft'

/** Reads one card; a page that knows the number only costs a further read for the client. */
export const open = method('deal/open', {
  may: 'read',
  reads: [
    (input) => ({ ...dealReads(input), whole: ['drafts'] }),
    ({ id }, known) => moreOf(id, known),
    (_input, known) => archivedClient(known),
  ],
  strict: true,
  look: ({ id }, known) => cardOrWhy(id, known),
})

/** The deal of the row the cursor stands on, or null where it stands elsewhere. */
export const current = method('deal/current', {
  may: 'read',
  reads: [
    () => ({ facts: ['selection'] }),
    (_input, { facts: { selection } }) => (selection ? { deals: [selection] } : null),
    (_input, known) => (known.facts.selection ? moreOf(known.facts.selection.id, known) : null),
    (_input, known) => archivedClient(known),
  ],
  strict: true,
  look: (_input, known) => (known.facts.selection ? cardOrWhy(known.facts.selection.id, known) : accept(null)),
})

/** Its client, where the page did not know him; or the archive, where it is no row of «Сделки». */
function moreOf(id: number, { desk }: Known): Reads | null {
  const deal = desk.deals.get(id)?.value
  if (deal === undefined) return { archivedDeal: id }
  return deal.clientId === null || desk.clients.has(deal.clientId) ? null : { clients: [clientRow(deal.clientId)] }
}

function archivedClient({ archivedDeal }: Known): Reads | null {
  const clientId = archivedDeal?.deal.clientId ?? null
  return clientId === null ? null : { clients: [clientRow(clientId)] }
}

function cardOrWhy(id: number, known: Known): Outcome<Card> {
  const card = cardIn(known, id) ?? archivedCard(known)
  if (card === null) return refuse({ code: 'dealNotFound', id })
  const drafts = draftsOf(known, id)
  return accept(drafts.length === 0 ? card : { ...card, drafts })
}

/** With no step and no field to edit; null = it is not there either. */
function archivedCard({ archivedDeal, desk, moment }: Known): Card | null {
  if (archivedDeal === null) return null
  const { deal, year } = archivedDeal
  const card = cardOf(deal, null, desk.clients.get(deal.clientId ?? 0)?.value ?? null, desk, moment)
  return { ...card, steps: [], editable: [], archive: year }
}
