/** What of a deal is written into its lead: only what differs, in amoCRM's own numbers; what it has no word for is named. */

import { stamp } from '../../deal/comment'
import type { Stage } from '../../deal/deal'
import { formatTitles, topicTitles } from '../../deal/words'
import { personNamed } from '../proposal/personNamed'
import { formatMeant, projectMeant, reasonMeant, topicMeant } from '../proposal/wordsMeant'
import { type FacetKey, type Facets, type FacetValue, facets } from './facets'
import { isBoth, type Reading } from './lead'
import { type AmoFieldLink, type FieldKey, statusOf } from './link'

interface AmoValue {
  readonly value?: string | number
  readonly enum_id?: number
}

export interface FieldPart {
  readonly field_id?: number
  readonly field_code?: 'PHONE' | 'EMAIL'
  /** null = emptied. */
  readonly values: readonly AmoValue[] | null
}

/** Fields of `PATCH /leads`, without the number; {} = nothing. */
export interface LeadPart {
  readonly status_id?: number
  readonly pipeline_id?: number
  readonly loss_reason_id?: number
  readonly custom_fields_values?: readonly FieldPart[]
}

export interface ContactPart {
  readonly name?: string
  readonly custom_fields_values?: readonly FieldPart[]
}

export interface Written {
  readonly lead: LeadPart
  readonly contact: ContactPart
  readonly company: { readonly name?: string }
  /** Facets whose value amoCRM has no word for. */
  readonly unfit: readonly FacetKey[]
}

/** @param keys what is to be written, of `here` */
export function writtenOf(keys: readonly FacetKey[], here: Facets, reading: Reading): Written {
  const { link } = reading
  const has = (key: FacetKey) => keys.includes(key)
  const status = has('stage') ? statusOf(link, here.stage as Stage) : null
  const reason = has('failure') || (has('stage') && here.stage === 'lost') ? reasonOf(String(here.failure ?? ''), reading) : undefined
  const parts = fieldsOf(keys, here, reading)
  const fields = parts.flatMap(({ part }) => (part === null ? [] : [part]))
  return {
    lead: {
      ...(status === null ? {} : { status_id: status, pipeline_id: link.pipeline }),
      ...(reason === undefined || reason === null ? {} : { loss_reason_id: reason }),
      ...(fields.length === 0 ? {} : { custom_fields_values: fields }),
    },
    contact: {
      ...(has('contact') ? { name: String(here.contact ?? '') } : {}),
      ...(has('phone') ? { custom_fields_values: [{ field_code: 'PHONE', values: [{ value: String(here.phone ?? '') }] }] } : {}),
    },
    company: has('organisation') ? { name: String(here.organisation ?? '') } : {},
    unfit: [
      ...(has('stage') && status === null ? (['stage'] as const) : []),
      ...(has('failure') && reason === null ? (['failure'] as const) : []),
      ...parts.flatMap(({ part, key }) => (part === null ? [key] : [])),
    ],
  }
}

/** undefined = none is to be set; null = amoCRM has none for it. */
function reasonOf(failure: string, { link }: Reading): number | null | undefined {
  if (failure === '') return undefined
  return link.reasons.find(([, name]) => (reasonMeant(name) || name) === failure)?.[0] ?? null
}

function fieldsOf(
  keys: readonly FacetKey[],
  here: Facets,
  reading: Reading,
): { readonly key: FacetKey; readonly part: FieldPart | null }[] {
  const { link } = reading
  const isTold = (key: FacetKey) => keys.includes(key) || (isBoth(link) && key === 'content' && keys.includes('recommendations'))
  return (Object.keys(facets) as FacetKey[]).flatMap((key) => {
    const field = link.fields[key]
    if (field === undefined || !isTold(key)) return []
    const value = isBoth(link) && key === 'content' ? bothOf(here) : (here[key] ?? null)
    return [{ key, part: partOf(field, key as FieldKey, value, reading) }]
  })
}

/** As amoCRM's one field has them (C5). */
function bothOf({ content, recommendations }: Facets): string {
  const [first, second] = [String(content ?? ''), String(recommendations ?? '')]
  return first === second || second === '' ? first : first === '' ? second : `${first.replace(/[.;,]\s*$/, '')}; ${second}`
}

function partOf(field: AmoFieldLink, key: FieldKey, value: FacetValue, reading: Reading): FieldPart | null {
  const { id, type, enums } = field
  if (value === '' || value === null) return { field_id: id, values: null }
  if (type === 'date_time' || type === 'date') return { field_id: id, values: [{ value: reading.zone.unix(String(value)) }] }
  if (enums.length === 0) return { field_id: id, values: [{ value: key === 'start' ? stamp(String(value)) : shownWord(key, value) }] }
  const found = enums.find(([, word]) => meantBy(key, word, reading) === value)
  return found === undefined ? null : { field_id: id, values: [{ enum_id: found[0] }] }
}

/** As people read it there. */
function shownWord(key: FieldKey, value: string | number): string {
  if (key === 'topic') return topicTitles[Number(value)] ?? String(value)
  return key === 'format' ? ((formatTitles as Readonly<Record<string, string>>)[value] ?? String(value)) : String(value)
}

function meantBy(key: FieldKey, word: string, { office }: Reading): FacetValue {
  if (key === 'consultant') return personNamed(word, office.people)?.initials ?? ''
  if (key === 'topic') return Number(Object.keys(topicTitles).find((number) => topicTitles[Number(number)] === topicMeant(word)) ?? 0)
  if (key === 'format') return Object.entries(formatTitles).find(([, title]) => title === formatMeant(word))?.[0] ?? ''
  return key === 'project' ? projectMeant(word, office.projects) || word : word
}
