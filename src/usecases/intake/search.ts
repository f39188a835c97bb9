/** Finding clients and deals by what a person types: a number, a phone, an e-mail, an organisation, a consultant. */

import { type Client, type FoundClient, foundKeys, mergedInto } from '../../domain/client/client'
import { isNamed, isPerson, matchedBy, type Typed, typed } from '../../domain/client/meant/matchClient'
import { readArchivedLast } from '../../domain/deal/archive'
import type { Deal, Stage } from '../../domain/deal/deal'
import { openStages } from '../../domain/deal/deal'
import type { Person } from '../../domain/office/office'
import { accept } from '../../domain/problem'
import { folded } from '../../domain/text/fold'
import type { ClientMatch, DealMatch } from '../../rpc/contract'
import { type Known, method } from '../method/method'

export type SearchDeal = Pick<
  Deal,
  'id' | 'stage' | 'clientId' | 'organisation' | 'contact' | 'phone' | 'consultant' | 'start' | 'topic'
> & { readonly row: number }
export type SearchClient = FoundClient

const limit = 20

/**
 * Clients that match, best first: by phone digits (4 and more), e-mail, organisation, contact. Words may stand anywhere in the name.
 * @example findClients('маяк', …) // «Фонд «Маяк»», «Благотворительный фонд «Маяк»»
 */
export function findClients(
  text: string,
  clients: readonly SearchClient[],
  deals: readonly SearchDeal[],
  open: readonly Stage[],
): ClientMatch[] {
  const wanted = typed(text)
  if (wanted.text === '') return []
  const found = clients.flatMap((client) => {
    const by = mergedInto(client) === null ? matchedBy(client, wanted) : null
    return by === null ? [] : [{ client, by }]
  })
  return found.slice(0, limit).map(({ client, by }) => ({ client, by, ...dealsOf(client, deals, open) }))
}

/** The last consultation of a client, which may be an archived one that only the card remembers, and the request that is open. */
export function dealsOf(
  { id: clientId, archivedLast }: Pick<Client, 'id' | 'archivedLast'>,
  deals: readonly SearchDeal[],
  open: readonly Stage[],
): Pick<ClientMatch, 'last' | 'open'> {
  const own = deals.filter((deal) => deal.clientId === clientId)
  const last = own.filter(({ start }) => start !== null).sort((a, b) => (b.start ?? '').localeCompare(a.start ?? ''))[0]
  const archived = readArchivedLast(archivedLast ?? '')
  const going = own.find(({ stage }) => open.includes(stage) && stage !== 'held' && stage !== 'feedback')
  return {
    last: last === undefined ? archived : archived !== null && archived.start > (last.start ?? '') ? archived : lastOf(last),
    open: going === undefined ? null : { id: going.id, row: going.row, clientId, stage: going.stage },
  }
}

function lastOf({ id, start, consultant, topic }: SearchDeal): ClientMatch['last'] {
  return { dealId: id, start, consultant, topic }
}

/** Deals by number, phone, consultant's initials or surname, organisation, contact; open and newest first. */
function findDeals(text: string, deals: readonly SearchDeal[], people: readonly Person[]): DealMatch[] {
  const wanted = typed(text)
  if (wanted.text === '') return []
  const initials = new Set(people.filter((person) => isConsultant(person, wanted.text)).map((person) => person.initials))
  return deals
    .filter((deal) => isMatch(deal, wanted, initials))
    .sort((a, b) => Number(isClosed(a.stage)) - Number(isClosed(b.stage)) || b.id - a.id)
    .slice(0, limit)
    .map(({ id, row, clientId, organisation, contact, stage, consultant, start }) => ({
      id,
      row,
      clientId,
      organisation,
      contact,
      stage,
      consultant,
      start,
    }))
}

function isConsultant({ initials, name }: Person, text: string): boolean {
  return initials !== '' && (folded(initials) === text || (text.length >= 3 && isPerson(name, text)))
}

function isMatch(deal: SearchDeal, { text, digits, key }: Typed, initials: ReadonlySet<string>): boolean {
  if (/^\d+$/.test(text) && String(deal.id).startsWith(text)) return true
  if (digits.length >= 4 && deal.phone.replace(/\D/g, '').includes(digits)) return true
  if (initials.has(deal.consultant)) return true
  return isNamed(deal.organisation, text, key) || (text.length >= 3 && isPerson(deal.contact, text))
}

function isClosed(stage: Stage): boolean {
  return stage === 'won' || stage === 'lost'
}

/** Deals by what was typed; a number that stands in no row of «Сделки» may stand in an archive, other words are not looked for there. */
export const searchDeals = method('deal/search', {
  may: 'read',
  reads: [
    () => ({ columns: { deals: ['id', 'stage', 'clientId', 'organisation', 'contact', 'phone', 'consultant', 'start'] } }),
    ({ text }, { scan }) => {
      const id = /^\s*\d+\s*$/.test(text) ? Number(text) : null
      return id === null || scan<Deal>('deals').some(({ value }) => value.id === id) ? null : { archivedDeal: id }
    },
  ],
  look: ({ text }, known) => accept({ matches: [...archivedMatch(known), ...findDeals(text, dealsIn(known), known.desk.office.people)] }),
})

function dealsIn({ scan }: Known): SearchDeal[] {
  return scan<Deal>('deals').map(({ row, value }) => ({ ...value, row }) as SearchDeal)
}

function archivedMatch({ archivedDeal }: Known): DealMatch[] {
  if (archivedDeal === null) return []
  const { id, clientId, organisation, contact, stage, consultant, start } = archivedDeal.deal
  return [{ id, row: null, clientId, organisation, contact, stage, consultant, start }]
}

/** Known clients as one types, with the last consultation and an open deal. */
export const searchClients = method('client/search', {
  may: 'read',
  reads: () => ({ columns: { clients: foundKeys, deals: ['id', 'stage', 'clientId', 'consultant', 'start', 'topic'] } }),
  look: ({ text }, known) => {
    const clients = known.scan<Client>('clients').map(({ value }) => value as SearchClient)
    return accept({ matches: findClients(text, clients, dealsIn(known), openStages) })
  },
})
