/** The fields of a card: how they are grouped, typed and read back from what a person typed. */

import { clientFields } from '../../../domain/client/fields'
import type { Stage } from '../../../domain/deal/deal'
import { dealFields } from '../../../domain/deal/fields'
import { type Field, type Group, groupNames, keysInGroup } from '../../../domain/register/field'
import { isText } from '../../../domain/register/kinds'
import type { Card, CardFields, ClientFields } from '../../../rpc/contract'

export type DealKey = `deal.${keyof CardFields}`
export type ClientKey = `client.${keyof ClientFields}`
export type FieldKey = DealKey | ClientKey

/** What was typed and not saved, as text; absent = as in the card. */
export type Edits = Readonly<Partial<Record<FieldKey, string>>>

/** Fields of a group that are typed on the card, in their order. */
export function fieldsIn(group: Group): readonly FieldKey[] {
  const keys = group === 'client' ? keysInGroup(clientFields, group) : keysInGroup(dealFields, group)
  return keys.map((key) => `${group === 'client' ? 'client' : 'deal'}.${key}` as FieldKey)
}

/** The field's row in its table. */
export function fieldOf(key: FieldKey): Field {
  const [owner, name] = key.split('.') as ['deal' | 'client', string]
  return ((owner === 'client' ? clientFields : dealFields) as Readonly<Record<string, Field>>)[name] as Field
}

export function groupOf(key: FieldKey): Group {
  return fieldOf(key).group ?? 'request'
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

export function dealFieldsOf(edits: Edits): CardFields {
  return fieldsFor(edits, 'deal') as CardFields
}

export function clientFieldsOf(edits: Edits): Partial<ClientFields> {
  return fieldsFor(edits, 'client') as Partial<ClientFields>
}

function fieldsFor(edits: Edits, owner: 'deal' | 'client'): Readonly<Record<string, string | number | null>> {
  const own = (Object.entries(edits) as [FieldKey, string][]).filter(([key]) => key.startsWith(owner + '.'))
  return Object.fromEntries(own.map(([key, typed]) => [key.slice(owner.length + 1), parsed(fieldOf(key), typed)]))
}

function parsed({ kind }: Field, typed: string): string | number | null {
  if (isText(kind)) return typed
  if (typed.trim() === '') return null
  return kind.type === 'integer' || (kind.type === 'word' && kind.numeric) ? Math.round(Number(typed)) : typed
}

const afterStart: readonly Stage[] = ['held', 'feedback', 'won']

/** Groups that this stage is about, and those where something is missing. */
export function openAtFirst(card: Card): readonly Group[] {
  const stage = card.deal.stage
  const about: Group = afterStart.includes(stage) ? 'result' : stage === 'assigned' ? 'booking' : 'request'
  const lacking = card.missing.map((field) => groupOf(`${field.card}.${field.field}` as FieldKey))
  return groupNames.filter((group) => group === about || lacking.includes(group))
}

/** Not typed but chosen together with a free slot. */
export const setByBooking: ReadonlySet<string> = new Set(['deal.consultant', 'deal.start'])
