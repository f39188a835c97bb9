/** The fields of a card: how they are grouped, typed and read back from what a person typed. */

import { clientTitles, dealTitles } from '../../../domain/deal/fieldTitles'
import type { Card, CardFields, ClientFields } from '../../../rpc/contract'

export type DealKey = `deal.${keyof CardFields}`
export type ClientKey = `client.${keyof ClientFields}`
export type FieldKey = DealKey | ClientKey
export type Control =
  | 'text'
  | 'tel'
  | 'email'
  | 'area'
  | 'number'
  | 'date'
  | 'topic'
  | 'format'
  | 'consultant'
  | 'project'
  | 'kind'
  | 'municipality'
  | 'score'

/** What was typed and not saved, as text; absent = as in the card. */
export type Edits = Readonly<Partial<Record<FieldKey, string>>>

/** Groups as they follow on a card → their fields in order → what each is typed with. */
const grouped = {
  client: {
    'client.organisation': 'area',
    'client.kind': 'kind',
    'client.contact': 'text',
    'client.phone': 'tel',
    'client.email': 'email',
    'client.messenger': 'text',
    'client.municipality': 'municipality',
    'client.consentDate': 'date',
  },
  request: { 'deal.topic': 'topic', 'deal.request': 'area', 'deal.agreedWith': 'consultant', 'deal.comments': 'area' },
  booking: { 'deal.format': 'format', 'deal.place': 'text' },
  result: {
    'deal.minutes': 'number',
    'deal.project': 'project',
    'deal.content': 'area',
    'deal.recommendations': 'area',
    'deal.discussedName': 'text',
    'deal.discussedTheme': 'text',
    'deal.discussedAdvice': 'area',
  },
  feedback: { 'deal.feedbackScore': 'score', 'deal.feedbackText': 'area' },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<FieldKey, Control>>>>>
export type Group = keyof typeof grouped
type Grouped = { [G in Group]: keyof (typeof grouped)[G] }[Group]

export const groupNames = Object.keys(grouped) as readonly Group[]
/** Every field stands in a group: one that does not would lack its control here. */
export const controls: Readonly<Record<FieldKey, Control>> = Object.assign({}, ...Object.values(grouped)) as Record<Grouped, Control>
export const groups = Object.fromEntries(groupNames.map((name) => [name, Object.keys(grouped[name])])) as Record<
  string,
  unknown
> as Readonly<Record<Group, readonly FieldKey[]>>

/** «Файлы» has no typed field: it stands below the results. */
export function groupOf(key: FieldKey | 'deal.files'): Group {
  if (key === 'deal.files') return 'result'
  return groupNames.find((name) => groups[name].includes(key)) ?? 'request'
}

export function titleOf(key: FieldKey): string {
  const [card, field] = key.split('.') as ['deal' | 'client', string]
  return (card === 'deal' ? (dealTitles as Record<string, string>) : (clientTitles as Record<string, string>))[field] ?? field
}

export function fieldId(key: FieldKey): string {
  return key.replace('.', '-')
}

/** Text of the field as the server has it. A client not in the register yet shows what the deal knows. */
export function savedText(card: Card, key: FieldKey): string {
  const [owner, field] = key.split('.') as ['deal' | 'client', string]
  const source: Readonly<Record<string, unknown>> = { ...(owner === 'client' ? (card.client ?? card.deal) : card.deal) }
  const value = source[field]
  return value === null || value === undefined ? '' : String(value)
}

/** Edits that differ from the card, without those that came back to it. */
export function withEdit(edits: Edits, card: Card, change: { readonly key: FieldKey; readonly typed: string }): Edits {
  const { [change.key]: _, ...others } = edits
  return savedText(card, change.key) === change.typed ? others : { ...others, [change.key]: change.typed }
}

const numeric: ReadonlySet<string> = new Set(['topic', 'minutes', 'feedbackScore'])
const nullable: ReadonlySet<string> = new Set([...numeric, 'format', 'consentDate'])

export function dealFieldsOf(edits: Edits): CardFields {
  return fieldsFor(edits, 'deal') as CardFields
}

export function clientFieldsOf(edits: Edits): Partial<ClientFields> {
  return fieldsFor(edits, 'client') as Partial<ClientFields>
}

function fieldsFor(edits: Edits, owner: 'deal' | 'client'): Readonly<Record<string, string | number | null>> {
  const own = Object.entries(edits).filter(([key]) => key.startsWith(owner + '.'))
  return Object.fromEntries(own.map(([key, typed]) => [key.slice(owner.length + 1), parsed(key.slice(owner.length + 1), typed)]))
}

function parsed(field: string, typed: string): string | number | null {
  if (typed.trim() === '' && nullable.has(field)) return null
  return numeric.has(field) ? Math.round(Number(typed)) : typed
}
