/** A request from outside becomes a deal in «Неразобранное» with its client; nothing that was sent is lost (I1, I2, I5). */

import { type Client, emptyClient } from '../../domain/client/client'
import { type KeptConsent, keptConsent } from '../../domain/client/consent'
import { type MaybeClient, whoIs } from '../../domain/client/meant/whoIs'
import { type News, newsOf, newsText, type ToldClient } from '../../domain/client/news'
import { phoneKey } from '../../domain/client/phone'
import { type Channel, type Deal, emptyDeal } from '../../domain/deal/deal'
import { dealFields } from '../../domain/deal/fields'
import { judgeWritten } from '../../domain/deal/judging/judgeWritten'
import { withoutOwn } from '../../domain/intake/ownContacts'
import { consultantMeant } from '../../domain/intake/read/meant'
import { noFields, type ReadRequest, type RequestFields } from '../../domain/intake/request'
import { outsideIdOf } from '../../domain/intake/requestKey'
import { recordedNote } from '../../domain/intake/ruFirst/ruFirstText.ru'
import { cutLine } from '../../domain/letter/plainLine'
import type { Problem } from '../../domain/problem'
import { type Bounds, checkLengths } from '../../domain/register/fieldValue'
import { consentSources } from '../../domain/text/consentText.ru'
import { intakeNotes, maybeText, newsNote } from '../../domain/text/intakeText.ru'
import { dateOf } from '../../domain/time/localTime'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { stamp } from '../located'

export interface OutsideRequest {
  readonly request: ReadRequest
  readonly channel: Channel
}

const longText = dealFields.request.kind.most
/** Names of fields that were not understood, as a note tells them. */
const namesTold = { count: 10, length: 60 } as const
/** Clients that a note names at most: the card shows the others. */
const maybeTold = 3

/** Columns of «Клиенты» that the matcher and the news ask for. */
export const matchColumns = [
  'id',
  'organisation',
  'contact',
  'phone',
  'phoneKey',
  'email',
  'messenger',
  'municipality',
  'consentDate',
  'consentWithdrawn',
  'outsideIds',
]

/**
 * Takes the request as it is: any fields are enough (I5). Stage, number, owner and version are ours, whatever was sent. A client who is
 * known beyond doubt gets it; otherwise it stands on its own, with what was told, and names whom it may be.
 * @param clients all client cards, as far as matchColumns
 * @returns tooLong where the text as it came has no room
 */
export function takeRequest(outside: OutsideRequest, clients: readonly Client[], desk: Desk, moment: Moment): Decision {
  const taken = { ...outside, ...fitting(withoutOwn(outside.request, desk.office), { office: desk.office, now: moment.now }) }
  const told = toldBy(taken.fields, outside.request, moment)
  const found = whoIs(told, clients)
  const client = found.known ?? newClient(told, desk, moment)
  const news = found.known === null ? {} : newsOf(told, found.known)
  const deal = newDeal(taken, { ...found, client, news }, desk, moment)
  const problem = checkLengths(deal)
  if (problem !== null) return { ok: false, problem }
  const added = found.known === null && client !== null ? [{ before: null, after: client }] : []
  return { ok: true, changes: changes({ kind: 'request/take', deals: [{ before: null, after: deal }], clients: added }) }
}

interface Taken extends OutsideRequest {
  readonly fields: RequestFields
  /** Headings of fields whose answer is too long for them: it stands in the text as it came. */
  readonly tooLong: readonly string[]
  /** The same of answers that may not stand in them. */
  readonly unfit: readonly string[]
}

/** Nothing is cut: an answer that may not stand in its field stays in the text as it came. Of the question the beginning stands in both. */
function fitting(fields: RequestFields, bounds: Bounds): Pick<Taken, 'fields' | 'tooLong' | 'unfit'> {
  const { kept, refused: refusedOfClient } = judgeWritten('client', fields, bounds)
  const wished = judgeWritten('deal', { wishedTimes: fields.wishedTimes }, bounds)
  const refused = [...refusedOfClient, ...wished.refused]
  const of = (code: Problem['code']) => refused.filter(({ problem }) => problem.code === code).map(({ heading }) => heading)
  return { fields: { ...kept, ...wished.kept, text: cutLine(fields.text, longText) }, tooLong: of('tooLong'), unfit: of('badValue') }
}

/** Consent counts from the day on which it came, or was recorded on its way. */
export function toldBy(
  fields: RequestFields,
  request: Pick<ReadRequest, 'sender' | 'form' | 'receipt'>,
  { now }: Moment,
): ToldClient & KeptConsent {
  const { organisation, contact, phone, email, messenger, municipality, consent, consentText: text } = fields
  const given = consent ? { date: dateOf(request.receipt?.at ?? now), text, source: sourceOf(request) } : null
  return { organisation, contact, phone, email, messenger, municipality, ...keptConsent(given) }
}

function sourceOf({ sender, form }: Pick<ReadRequest, 'sender' | 'form'>): string {
  const isNamed = sender === 'letter' || sender === 'amo' || sender === 'google'
  return isNamed ? consentSources[sender] : consentSources.form(cutLine(form, namesTold.length))
}

/** Null where nobody is named. */
function newClient(told: ToldClient & KeptConsent, desk: Desk, { now }: Moment): Client | null {
  const { organisation, contact, phone, email } = told
  if (organisation === '' && contact === '' && phone === '' && email === '') return null
  return {
    ...emptyClient,
    ...told,
    phoneKey: phoneKey(phone),
    id: Number(desk.service.lastClientId) + 1,
    version: 1,
    created: now,
  }
}

interface Asking {
  readonly client: Client | null
  readonly known: Client | null
  readonly maybe: readonly MaybeClient[]
  readonly news: News
}

function newDeal(taken: Taken, asking: Asking, desk: Desk, { now }: Moment): Deal {
  const { fields, request, channel } = taken
  const { client, news } = asking
  return {
    ...emptyDeal,
    id: Number(desk.service.lastDealId) + 1,
    version: 1,
    stage: 'unsorted',
    stageSince: now,
    received: now,
    channel,
    clientId: client?.id ?? null,
    organisation: client?.organisation || fields.organisation,
    contact: fields.contact || (client?.contact ?? ''),
    phone: fields.phone || (client?.phone ?? ''),
    topic: fields.topic,
    request: fields.text,
    agreedWith: consultantMeant(fields.agreedWith, desk.office.people),
    wishedTimes: fields.wishedTimes,
    comments: notesOf(taken, asking, desk)
      .map((note) => `${stamp(now)}: ${note}`)
      .join('\n'),
    outsideIds: [outsideIdOf(request), request.receipt?.key ?? ''].join(' ').trim(),
    raw: request.raw,
    news: newsText(news),
  }
}

/** What the office must know before it calls: whom it may be, what a known client tells anew, what was not understood. */
function notesOf({ request, fields, tooLong, unfit }: Taken, { known, maybe, news }: Asking, desk: Desk): string[] {
  const isAgreedUnknown = fields.agreedWith !== '' && consultantMeant(fields.agreedWith, desk.office.people) === ''
  return [
    request.receipt === undefined ? '' : recordedNote(stamp(request.receipt.at)),
    isUnreadable(request) ? intakeNotes.unreadable() : '',
    ...maybe.slice(0, maybeTold).map(maybeText),
    known === null ? '' : newsNote(news, known),
    request.unread.length > 0 ? intakeNotes.unread(namesOf(request.unread)) : '',
    isAgreedUnknown ? intakeNotes.agreedWith(cutLine(fields.agreedWith, namesTold.length)) : '',
    tooLong.length > 0 ? intakeNotes.tooLong(tooLong.join(', ')) : '',
    unfit.length > 0 ? intakeNotes.unfit(unfit.join(', ')) : '',
    request.fields.text.length > longText ? intakeNotes.shortened() : '',
  ].filter((note) => note !== '')
}

function isUnreadable({ fields }: ReadRequest): boolean {
  return (Object.keys(noFields) as (keyof RequestFields)[]).every((field) => fields[field] === noFields[field])
}

function namesOf(names: readonly string[]): string {
  const told = names.slice(0, namesTold.count).map((name) => `«${cutLine(name, namesTold.length)}»`)
  return [...told, names.length > told.length ? '…' : ''].filter((name) => name !== '').join(', ')
}
