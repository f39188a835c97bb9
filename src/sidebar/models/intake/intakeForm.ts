/** The request being taken down: its fields, what they start with, and what is still missing. */

import { type Client, clientCardKeys, emptyClient, type FoundClient, isClientFieldFilled } from '../../../domain/client/client'
import { kindByName } from '../../../domain/client/meant/kindByName'
import type { Channel } from '../../../domain/deal/deal'
import type { LocalDate } from '../../../domain/time/localTime'
import type { ClientFields, DeskLists, Input, PageData } from '../../../rpc/contract'
import type { ReadLetter } from '../../../rpc/intakeContract'
import { intake as text } from '../../text/intake.ru'
import { lookOf } from '../page/searchLook'
import type { Awaited } from '../slots/awaited'

export interface IntakeForm {
  readonly query: string
  /** 'search' until a client is picked or a new one begun; 'letter' while a letter is pasted. */
  readonly phase: 'search' | 'letter' | 'form'
  readonly chosen: FoundClient | null
  readonly client: ClientFields
  readonly channel: Channel
  readonly topic: number | null
  readonly request: string
  readonly agreedWith: string
  /** Fields of a known client that are already filled are shown too. */
  readonly showAll: boolean
  /** The pasted letter, '' = the request is taken down by hand. */
  readonly letter: string
  /** Fields filled from the letter that nobody has touched yet. */
  readonly fromLetter: readonly LetterField[]
  /** The kind of organisation is what its name tells, and nobody has touched it yet. */
  readonly kindFromName: boolean
  /** What else the letter told: known clients, earlier requests, what was not understood. */
  readonly found: Pick<ReadLetter, 'matches' | 'repeats' | 'unread' | 'known'> | null
  /** Goes with every sending of this form; '' = it was not sent yet. */
  readonly requestKey: string
}

export type ClientFieldName = keyof ClientFields
export type LetterField = ClientFieldName | 'topic' | 'request' | 'agreedWith'

/** The order in which one asks on the phone. */
const phoneOrder: readonly ClientFieldName[] = [
  'contact',
  'phone',
  'organisation',
  'kind',
  'municipality',
  'email',
  'messenger',
  'consentDate',
]

export const allClientFields: readonly ClientFieldName[] = [...new Set([...phoneOrder, ...clientCardKeys])]

export function emptyForm(me: PageData['me']): IntakeForm {
  const ofStaff = me.roles.includes('consultant') && !me.roles.includes('officeManager')
  return {
    query: '',
    phase: 'search',
    chosen: null,
    client: fieldsOf(emptyClient),
    channel: ofStaff ? 'phoneStaff' : 'phoneOffice',
    topic: null,
    request: '',
    agreedWith: ofStaff ? me.initials : '',
    showAll: false,
    letter: '',
    fromLetter: [],
    kindFromName: false,
    found: null,
    requestKey: '',
  }
}

function fieldsOf(client: Pick<Client, ClientFieldName>): ClientFields {
  return Object.fromEntries(clientCardKeys.map((name) => [name, client[name]])) as unknown as ClientFields
}

/** A client nobody knows: what was typed into the search is already in its field. */
export function newClientForm(form: IntakeForm): IntakeForm {
  const typed = form.query.trim()
  const begun = typed === '' ? form : withField(form, lookOf(typed), typed)
  return { ...begun, phase: 'form', chosen: null, showAll: true }
}

/** How people call it: the client, as far as it is known. */
export function nameOfForm({ chosen, client, letter }: IntakeForm): string {
  const known = [client.organisation, client.contact, client.phone, client.email].find((value) => (value ?? '').trim() !== '')
  return chosen?.organisation || chosen?.contact || known || letter.trim().slice(0, 40) || text.title
}

/** What the card of a known client lacks is taken over from the letter. */
export function knownClientForm(form: IntakeForm, client: FoundClient): IntakeForm {
  const own = fieldsOf(client)
  const filled = allClientFields.filter((name) => form.fromLetter.includes(name) && !own[name])
  const others = form.fromLetter.filter((name) => !(name in own))
  return {
    ...form,
    phase: 'form',
    chosen: client,
    client: { ...own, ...Object.fromEntries(filled.map((name) => [name, form.client[name]])) },
    fromLetter: [...others, ...filled],
    found: form.found && { ...form.found, matches: [] },
    showAll: false,
  }
}

/** The letter's proposals in the form; what somebody typed since an earlier reading stays. */
export function letterForm(form: IntakeForm, { client, topic, request, agreedWith, ...found }: ReadLetter): IntakeForm {
  const said: Readonly<Record<LetterField, string | number | null>> = { ...client, topic, request, agreedWith }
  const own: typeof said = { ...form.client, topic: form.topic, request: form.request, agreedWith: form.agreedWith }
  const taken = (Object.keys(said) as LetterField[]).filter((name) => said[name] && (!own[name] || form.fromLetter.includes(name)))
  const value = Object.fromEntries(taken.map((name) => [name, said[name]]))
  const { topic: newTopic = form.topic, request: newRequest = form.request, agreedWith: newAgreed = form.agreedWith, ...ofClient } = value
  return {
    ...form,
    phase: 'form',
    chosen: null,
    client: { ...form.client, ...ofClient },
    topic: newTopic as number | null,
    request: String(newRequest),
    agreedWith: String(newAgreed),
    channel: 'email',
    showAll: true,
    fromLetter: taken,
    found,
  }
}

/** Fields that the rule I4 asks for and that are empty or cannot be read, in phone order. */
export function missingFields(client: ClientFields, lists: DeskLists): readonly ClientFieldName[] {
  const whole = { ...emptyClient, ...client }
  return allClientFields.filter((name) => lists.requiredClientFields.includes(name) && !isClientFieldFilled(whole, name))
}

/** Fields to show: all of a new client, only what the card of a known one lacks. */
export function shownClientFields(form: IntakeForm, lists: DeskLists): readonly ClientFieldName[] {
  if (form.chosen === null) return phoneOrder
  if (form.showAll) return allClientFields
  return missingFields(fieldsOf(form.chosen), lists)
}

export function withField(form: IntakeForm, name: ClientFieldName, value: string): IntakeForm {
  const stored: string | LocalDate | null = name === 'consentDate' && value === '' ? null : value
  const next = { ...form, client: { ...form.client, [name]: stored }, fromLetter: form.fromLetter.filter((one) => one !== name) }
  if (name === 'kind') return { ...next, kindFromName: false }
  const open = form.kindFromName || form.client.kind === ''
  return name === 'organisation' && open ? withKindOf(next, value) : next
}

/** Until somebody says otherwise. */
function withKindOf(form: IntakeForm, organisation: string): IntakeForm {
  const kind = kindByName(organisation)
  return { ...form, client: { ...form.client, kind }, kindFromName: kind !== '' }
}

/** Id of the control to which Enter goes on: what is asked for next and still empty, after the field first; null = nothing is, the request can go. */
export function nextAsked(form: IntakeForm, name: ClientFieldName | 'topic', lists: DeskLists): string | null {
  const shown: readonly (ClientFieldName | 'topic')[] = [...shownClientFields(form, lists), 'topic']
  const lacking: readonly string[] = missingFields(form.client, lists)
  const isOpen = (one: ClientFieldName | 'topic') => one !== name && (one === 'topic' ? form.topic === null : lacking.includes(one))
  const at = shown.indexOf(name)
  const next = [...shown.slice(at + 1), ...shown.slice(0, Math.max(at, 0))].find(isOpen)
  if (next !== undefined) return next === 'topic' ? 'intake-topic' : `client-${next}`
  return form.request.trim() === '' ? 'intake-request' : null
}

/** What was kept from before this page was reloaded; null where it is not such a form. */
export function storedForm(kept: unknown, me: PageData['me']): IntakeForm | null {
  if (kept === null || typeof kept !== 'object' || !('client' in kept) || !('phase' in kept)) return null
  return { ...emptyForm(me), ...(kept as Partial<IntakeForm>) }
}

/** Something stands in the form to come back to. */
export function isBegun(form: IntakeForm): boolean {
  const typed = [...Object.values(form.client), form.request].some((value) => (value ?? '').trim() !== '')
  return form.chosen !== null || form.topic !== null || form.letter !== '' || typed
}

/** As «Слоты» has it while it is being accepted. */
export function awaitedOf(form: IntakeForm, topic: number): Awaited {
  const { client, agreedWith, requestKey } = form
  return { key: requestKey, name: nameOfForm(form), topic, agreedWith, phone: client.phone ?? '', email: client.email ?? '' }
}

/** What is sent of it. */
export function requestOf(form: IntakeForm, stage: Input<'deal/create'>['stage']): Input<'deal/create'> {
  const { channel, client, topic, request, agreedWith, requestKey } = form
  const letter = form.letter === '' ? {} : { letter: form.letter }
  return { channel, stage, clientId: form.chosen?.id ?? null, client, topic, request, agreedWith, requestKey, ...letter }
}
