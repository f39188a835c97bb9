/** A request is taken: the deal with its client, in «Принято в работу» for a call to the office (I3, I4, I8). */

import { type Client, clientCardKeys, emptyClient } from '../../domain/client/client'
import { keptConsent } from '../../domain/client/consent'
import { newsOf, newsText } from '../../domain/client/news'
import { phoneKey } from '../../domain/client/phone'
import { type Deal, emptyDeal } from '../../domain/deal/deal'
import { clientTitles } from '../../domain/deal/fieldTitles'
import { checkNew } from '../../domain/deal/pipeline'
import { withoutOwn } from '../../domain/intake/ownContacts'
import { letterRaw, readLetter } from '../../domain/intake/read/readLetter'
import { noFields } from '../../domain/intake/request'
import { isMadeFrom } from '../../domain/intake/requestKey'
import { mayDo } from '../../domain/office/actions'
import type { Problem } from '../../domain/problem'
import { isFilled } from '../../domain/register/field'
import { type Bounds, checkLengths, checkValues } from '../../domain/register/fieldValue'
import { consentSources } from '../../domain/text/consentText.ru'
import type { Input } from '../../rpc/contract'
import { cardAfter, cardIn } from '../card/answers'
import { withConsent } from '../card/fillDeal'
import { type Caller, changes, type Decision, type Moment, type RowChange } from '../changes'
import type { Desk } from '../desk'
import { outsideSign } from '../index/signs'
import { clientRow, dealReads, nextVersion, stamp } from '../located'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'

type CreateInput = Input<'deal/create'>

/** What a repeated click or a letter pasted again is known by. */
export function outsideIdsOf({ letter, requestKey }: Pick<CreateInput, 'letter' | 'requestKey'>): string[] {
  const ofLetter = letter === undefined ? [] : [letterRaw(letter).outsideIds]
  return requestKey === undefined ? ofLetter : [...ofLetter, `page:${requestKey}`]
}

/**
 * @returns a new deal with version 1; a known client is brought up to date with what was asked on the phone
 */
function createDeal(input: CreateInput, desk: Desk, moment: Moment): Decision {
  const problem = forbidden(moment.who, 'intake') ?? valueProblem(input, { office: desk.office, now: moment.now })
  if (problem !== null) return { ok: false, problem }
  const known = input.clientId === null ? null : (desk.clients.get(input.clientId)?.value ?? null)
  if (input.clientId !== null && known === null) return { ok: false, problem: { code: 'clientNotFound', id: input.clientId } }
  const client = clientAfter(known, input, desk, moment)
  const deal = { ...newDeal(input, client.after, desk, moment), news: known === null ? '' : newsOfLetter(input, client.after, desk) }
  const checked = checkNew({ stage: deal.stage, client: client.after, deal, office: desk.office })
  if (!checked.ok) return checked
  const isChanged = client.before !== client.after
  return { ok: true, changes: changes({ kind: 'deal/create', deals: [{ before: null, after: deal }], clients: isChanged ? [client] : [] }) }
}

/** What the letter of a known client tells otherwise than his card. */
function newsOfLetter({ letter }: CreateInput, client: Client, { office }: Desk): string {
  return letter === undefined ? '' : newsText(newsOf({ ...withoutOwn(readLetter(letter), office), ...keptConsent(null) }, client))
}

/** A phone typed wrong is told as such, not as a missing one; what came in writing is taken as it is. */
function valueProblem({ stage, client, topic, request, agreedWith, letter = '' }: CreateInput, bounds: Bounds): Problem | null {
  const fields = { ...client, topic, request, agreedWith }
  return checkLengths({ ...fields, raw: letter }) ?? checkValues(stage === 'unsorted' ? { ...fields, phone: '' } : fields, bounds)
}

/**
 * The client's card as told now: a new one, or a known one brought up to date (before and after are one where nothing differs). A consultant
 * fills only what a known card lacks: what it says is changed by the right to that card (fillClient).
 */
export function clientAfter(
  known: Client | null,
  { client: told, letter }: Pick<CreateInput, 'client' | 'letter'>,
  desk: Desk,
  moment: Moment,
): RowChange<Client> {
  const client = known === null || !isOnlyConsultant(moment.who) ? told : { ...told, ...filledIn(known) }
  const fields = withConsent(known ?? emptyClient, { ...client, phoneKey: phoneKey(client.phone) }, heardIn(letter))
  if (known === null) {
    const id = Number(desk.service.lastClientId) + 1
    return { before: null, after: { ...emptyClient, ...fields, id, version: 1, created: moment.now } }
  }
  const same = (Object.keys(fields) as (keyof typeof fields)[]).every((field) => known[field] === fields[field])
  return { before: known, after: same ? known : nextVersion(known, fields) }
}

/** The wording of a letter that gives consent; absent = it was told. */
function heardIn(letter: string | undefined): { readonly text: string; readonly source: string } | undefined {
  const { consent, consentText: text } = letter === undefined ? noFields : readLetter(letter).fields
  return consent ? { text, source: consentSources.letter } : undefined
}

function isOnlyConsultant({ roles }: Caller): boolean {
  return !mayDo(roles, 'merge')
}

/** What a card says already. */
function filledIn(known: Client): Partial<Client> {
  return Object.fromEntries(clientCardKeys.filter((key) => isFilled(known[key])).map((key) => [key, known[key]])) as Partial<Client>
}

/** What a consultant was told otherwise than the card says, for whoever keeps it. */
function toldOtherwise(client: Client, { client: told }: CreateInput, { now }: Moment): string {
  const other = clientCardKeys.filter((key) => isFilled(told[key]) && told[key] !== client[key])
  const words = other.map((key) => `${clientTitles[key]} — ${told[key]}`).join('; ')
  return words === '' ? '' : `${stamp(now)}: клиент сообщил иное, чем в карточке: ${words}`
}

function newDeal(input: CreateInput, client: Client, desk: Desk, moment: Moment): Deal {
  const { now } = moment
  const isCall = input.channel === 'phoneOffice' || input.channel === 'phoneStaff'
  return {
    ...emptyDeal,
    id: Number(desk.service.lastDealId) + 1,
    version: 1,
    stage: input.stage,
    stageSince: now,
    received: now,
    channel: input.channel,
    clientId: client.id,
    organisation: client.organisation,
    contact: client.contact,
    phone: client.phone,
    topic: input.topic,
    request: input.request,
    agreedWith: input.agreedWith,
    comments: toldOtherwise(client, input, moment),
    ...(input.letter === undefined ? {} : { raw: letterRaw(input.letter).raw }),
    outsideIds: outsideIdsOf(input).join(' '),
    reachedAt: isCall ? now : null,
  }
}

/** A repeated click and a letter pasted again find the deal that stands already: only they cost a read more. */
export const create = method('deal/create', {
  may: 'intake',
  reads: [
    ({ clientId, ...input }) => ({ index: signsOf(input), ...(clientId === null ? {} : { clients: [clientRow(clientId)] }) }),
    (input, { index }) => {
      const ids = index?.having(signsOf(input)) ?? null
      if (index === null || ids === null) return { columns: { deals: ['id', 'outsideIds', 'clientId'] } }
      return ids.length === 0 ? null : { deals: ids.map(index.placeOf) }
    },
    (input, known) => {
      const made = madeBefore(input, known)
      return made === null ? null : dealReads(made)
    },
  ],
  again: (input, known) => {
    const made = madeBefore(input, known)
    return made === null ? null : cardIn(known, made.id)
  },
  decide: (input, { desk, moment }) => createDeal(input, desk, moment),
  answer: cardAfter,
})

function signsOf(input: Pick<CreateInput, 'letter' | 'requestKey'>): string[] {
  return outsideIdsOf(input).map(outsideSign)
}

function madeBefore(input: CreateInput, known: Known): DealPlace | null {
  return (
    outsideIdsOf(input)
      .map((key) => dealMadeFrom(known, key) ?? dealWith(known, key))
      .find((made) => made !== null) ?? null
  )
}

interface DealPlace {
  readonly id: number
  readonly row: number | null
  readonly clientId: number | null
}

/** The deal with this outside id, where the columns `id`, `outsideIds` and `clientId` were read. */
export function dealMadeFrom({ scan }: Pick<Known, 'scan'>, outsideId: string): (DealPlace & { readonly row: number }) | null {
  const found = scan<Deal>('deals').find(({ value }) => isMadeFrom(value.outsideIds ?? '', outsideId))
  return found?.value.id == null ? null : { id: found.value.id, row: found.row, clientId: found.value.clientId ?? null }
}

/** The same among rows that were read. */
function dealWith({ desk }: Pick<Known, 'desk'>, outsideId: string): DealPlace | null {
  const found = [...desk.deals.values()].find(({ value }) => isMadeFrom(value.outsideIds, outsideId))
  return found === undefined ? null : { id: found.value.id, row: found.row, clientId: found.value.clientId }
}
