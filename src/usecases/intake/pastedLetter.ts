/** A pasted letter is read: fields as it says them, who may have written it, whether it came before. Nothing is written. */

import type { Client } from '../../domain/client/client'
import { type MaybeClient, whoIs } from '../../domain/client/meant/whoIs'
import { openStages } from '../../domain/deal/deal'
import { withoutOwn } from '../../domain/intake/ownContacts'
import { consultantMeant } from '../../domain/intake/read/meant'
import { letterRaw, readLetter } from '../../domain/intake/read/readLetter'
import type { RequestFields } from '../../domain/intake/request'
import { accept } from '../../domain/problem'
import { tables } from '../../domain/register/tables'
import { dateOf, type LocalDate } from '../../domain/time/localTime'
import type { ClientFields, ClientMatch } from '../../rpc/contract'
import { type Known, method } from '../method/method'
import { dealMadeFrom } from './createDeal'
import { repeatColumns, repeatsIn } from './repeats'
import { dealsOf, type SearchDeal } from './search'

const letterColumns = [...repeatColumns, 'contact', 'consultant', 'start', 'outsideIds']
const matchesShown = 10

/** One read. */
export const readPasted = method('intake/readLetter', {
  may: 'intake',
  reads: () => ({ columns: { deals: letterColumns, clients: tables.clients.columns.map(({ key }) => key) } }),
  look: ({ text }, known) => {
    const request = readLetter(text)
    const fields = withoutOwn(request, known.desk.office)
    const { known: sure, maybe } = whoIs(fields, clientsIn(known))
    const found = (sure === null ? maybe : [{ client: sure, by: [], against: [] }]).slice(0, matchesShown)
    const asked = { id: null, clientId: sure?.id ?? null, phone: fields.phone }
    return accept({
      client: clientFieldsOf(fields, dateOf(known.moment.now)),
      topic: fields.topic,
      request: fields.text,
      agreedWith: consultantMeant(fields.agreedWith, known.desk.office.people),
      unread: request.unread,
      matches: matchesOf(found, known),
      repeats: repeatsIn(known, asked, known.moment.now),
      known: dealMadeFrom(known, letterRaw(text).outsideIds),
    })
  },
})

function clientFieldsOf(
  { organisation, contact, phone, email, messenger, municipality, consent }: RequestFields,
  today: LocalDate,
): ClientFields {
  return { organisation, kind: '', contact, phone, email, messenger, municipality, consentDate: consent ? today : null }
}

function clientsIn({ scan }: Known): Client[] {
  return scan<Client>('clients').map(({ value }) => value as Client)
}

function matchesOf(found: readonly MaybeClient[], { scan }: Known): ClientMatch[] {
  const deals = scan<SearchDeal>('deals').map(({ row, value }) => ({ ...value, row }) as SearchDeal)
  return found.map(({ client, by }) => ({ client, by: by[0] ?? 'phone', ...dealsOf(client, deals, openStages) }))
}
