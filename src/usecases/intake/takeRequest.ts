/** A request from outside becomes a deal in «Неразобранное» with its client; nothing that was sent is lost (I1, I2, I5). */

import { type Client, emptyClient } from '../../domain/client/client'
import { isOtherOrganisation, sameClient } from '../../domain/client/duplicates'
import { phoneKey } from '../../domain/client/phone'
import { type Channel, type Deal, emptyDeal } from '../../domain/deal/deal'
import { dealFields } from '../../domain/deal/fields'
import { cutRaw } from '../../domain/intake/rawText'
import { consultantMeant } from '../../domain/intake/read/meant'
import { noFields, type ReadRequest, type RequestFields } from '../../domain/intake/request'
import { outsideIdOf } from '../../domain/intake/requestKey'
import { cutLine } from '../../domain/letter/plainLine'
import { intakeNotes } from '../../domain/text/intakeText.ru'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { stamp } from '../located'

export interface OutsideRequest {
  readonly request: ReadRequest
  readonly channel: Channel
}

const shortText = dealFields.contact.kind.most
const longText = dealFields.request.kind.most
/** Names of fields that were not understood, as a note tells them. */
const namesTold = { count: 10, length: 60 } as const

/**
 * Takes the request as it is: any fields are enough (I5). Stage, number, owner and version are ours, whatever was sent.
 * @param clients all client cards: a known one is found by phone, e-mail or organisation, another is made from what is known
 */
export function takeRequest({ request, channel }: OutsideRequest, clients: readonly Client[], desk: Desk, moment: Moment): Decision {
  const fields = shortened(request.fields)
  const known = sameClient(clients, fields)[0]?.client ?? null
  const client = known ?? newClient(fields, desk, moment)
  const deal = newDeal({ request, channel, fields }, client, desk, moment)
  const added = known === null && client !== null ? [{ before: null, after: client }] : []
  return { ok: true, changes: changes({ kind: 'request/take', deals: [{ before: null, after: deal }], clients: added }) }
}

function shortened(fields: RequestFields): RequestFields {
  const cut = Object.entries(fields).map(([field, value]) => [
    field,
    typeof value === 'string' ? cutLine(value, field === 'text' ? longText : shortText) : value,
  ])
  return Object.fromEntries(cut) as unknown as RequestFields
}

/** Null where nobody is named. */
function newClient(fields: RequestFields, desk: Desk, { now }: Moment): Client | null {
  const { organisation, contact, phone, email, messenger, municipality } = fields
  if (organisation === '' && contact === '' && phone === '' && email === '') return null
  const told = { organisation, contact, phone, email, messenger, municipality, phoneKey: phoneKey(phone) }
  return { ...emptyClient, ...told, id: Number(desk.service.lastClientId) + 1, version: 1, created: now }
}

interface Taken extends OutsideRequest {
  readonly fields: RequestFields
}

function newDeal(taken: Taken, client: Client | null, desk: Desk, { now }: Moment): Deal {
  const { fields, request, channel } = taken
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
    comments: notesOf(taken, client, desk)
      .map((note) => `${stamp(now)}: ${note}`)
      .join('\n'),
    outsideIds: outsideIdOf(request),
    raw: cutRaw(request.raw),
  }
}

/** What the office must know before it calls: what was not understood, or does not agree with the card. */
function notesOf({ request, fields }: Taken, client: Client | null, desk: Desk): string[] {
  const isAgreedUnknown = fields.agreedWith !== '' && consultantMeant(fields.agreedWith, desk.office.people) === ''
  const isOther = client !== null && isOtherOrganisation(fields.organisation, client.organisation)
  return [
    isUnreadable(request) ? intakeNotes.unreadable() : '',
    request.unread.length > 0 ? intakeNotes.unread(namesOf(request.unread)) : '',
    isOther ? intakeNotes.otherOrganisation(fields.organisation) : '',
    isAgreedUnknown ? intakeNotes.agreedWith(fields.agreedWith) : '',
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
