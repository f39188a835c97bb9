/** A lead of amoCRM in the words of the desk, and a deal in those of a lead. */

import type { Channel, Deal } from '../../deal/deal'
import { channelTitles, formatTitles, topicTitles } from '../../deal/words'
import type { Office } from '../../office/office'
import { readDateTime } from '../../text/russian'
import type { LocalDateTime } from '../../time/localTime'
import { splitAdvice } from '../amocrm/amocrmCells'
import { personNamed } from '../proposal/personNamed'
import { channelMeant, formatMeant, projectMeant, reasonMeant, topicMeant } from '../proposal/wordsMeant'
import { type FacetKey, type Facets, type FacetValue, facetKeys } from './facets'
import { type AmoLink, type FieldKey, fieldKeys, shownStage, stageOf } from './link'

/** A lead with its main contact and company, as its account tells it. */
export interface LeadView {
  readonly id: number
  readonly name: string
  readonly pipeline: number
  readonly status: number
  readonly reason: number | null
  /** Unix seconds. */
  readonly created: number
  readonly changed: number
  /** Number of who changed it last. */
  readonly by: number
  /** Field's number → its first value as shown. */
  readonly fields: Readonly<Record<string, string | number>>
  /** null = it has none, or it was not asked for. */
  readonly contact: { readonly id: number; readonly name: string; readonly phone: string; readonly email: string } | null
  readonly company: { readonly id: number; readonly name: string } | null
}

/** Unix seconds ↔ the office's wall clock. */
export interface Zone {
  local(seconds: number): LocalDateTime
  unix(at: LocalDateTime): number
}

export interface Reading {
  readonly link: AmoLink
  readonly office: Pick<Office, 'people' | 'projects'>
  readonly zone: Zone
}

export interface ReadLead {
  /** What its account has a place for. */
  readonly facets: Facets
  /** Of them, those whose words mean nothing here: they stand as written. */
  readonly unread: readonly FacetKey[]
}

type ReadValue = FacetValue | { readonly unread: string }

/** @example of a lead in «Консультация проведена», «Формат: очно» → { stage: 'held', format: 'inPerson', … } */
export function readLead(lead: LeadView, reading: Reading): ReadLead {
  const { link } = reading
  const read: Partial<Record<FacetKey, ReadValue>> = { ...readStage(lead, link), ...readFields(lead, reading), ...readContact(lead) }
  const facets = Object.entries(read).map(([key, value]) => [key, typeof value === 'object' && value !== null ? value.unread : value])
  const unread = facetKeys.filter((key) => typeof read[key] === 'object' && read[key] !== null)
  return { facets: Object.fromEntries(facets), unread }
}

function readStage({ status, reason }: LeadView, link: AmoLink): Partial<Record<FacetKey, ReadValue>> {
  const stage = stageOf(link, status)
  const name = link.reasons.find(([id]) => id === reason)?.[1] ?? ''
  const failure = stage === 'lost' ? reasonMeant(name) || name : ''
  return { stage: stage ?? { unread: String(status) }, ...(link.reasons.length === 0 ? {} : { failure }) }
}

function readContact({ contact, company }: LeadView): Facets {
  return {
    ...(contact === null ? {} : { contact: contact.name, phone: contact.phone }),
    ...(company === null ? {} : { organisation: company.name }),
  }
}

function readFields(lead: LeadView, reading: Reading): Partial<Record<FacetKey, ReadValue>> {
  const { fields } = reading.link
  const carried = fieldKeys.filter((key): key is FieldKey & FacetKey => key !== 'channel' && key in fields)
  const read = carried.map((key) => [key, readers[key](fieldOf(lead, reading.link, key), reading)] as const)
  const both = isBoth(reading.link) ? readBoth(String(fieldOf(lead, reading.link, 'content'))) : {}
  return { ...Object.fromEntries(read), ...both }
}

/** One field of the account holds content and recommendations (C5). */
export function isBoth({ fields }: Pick<AmoLink, 'fields'>): boolean {
  return fields['content'] !== undefined && fields['recommendations'] === undefined
}

function readBoth(text: string): Facets {
  const { content, recommendations } = splitAdvice(text)
  return { content, recommendations }
}

function fieldOf({ fields }: LeadView, link: AmoLink, key: FieldKey): string | number {
  return fields[String(link.fields[key]?.id)] ?? ''
}

type Reader = (value: string | number, reading: Reading) => ReadValue

/** An empty text is nothing; a word that means nothing stays as it is written. */
const meant =
  (mean: (text: string, reading: Reading) => FacetValue): Reader =>
  (value, reading) => {
    const text = String(value).trim()
    if (text === '') return ''
    const found = mean(text, reading)
    return found === '' || found === null ? { unread: text } : found
  }
const plain: Reader = (value) => String(value)

const readers: Readonly<Record<Exclude<FieldKey, 'channel'>, Reader>> = {
  consultant: meant((text, { office }) => personNamed(text, office.people)?.initials ?? ''),
  start: (value, { zone }) => (typeof value === 'number' ? zone.local(value) : meant(readDateTime)(value, {} as Reading)),
  topic: meant((text) => numberOf(topicMeant(text))),
  request: plain,
  format: meant((text) => keyOf(formatTitles, formatMeant(text))),
  minutes: meant((text) => (/^\d{1,4}$/.test(text) ? Number(text) : null)),
  project: meant((text, { office }) => projectMeant(text, office.projects) || text),
  content: plain,
  recommendations: plain,
}

function numberOf(topic: string): number | null {
  const found = Object.keys(topicTitles).find((number) => topicTitles[Number(number)] === topic)
  return found === undefined ? null : Number(found)
}

function keyOf(titles: Readonly<Record<string, string>>, title: string): string {
  return Object.keys(titles).find((key) => titles[key] === title) ?? ''
}

/** How the request came, where a field of the lead says so. */
export function channelOfLead(lead: LeadView, link: AmoLink): Channel | null {
  const title = channelMeant(String(fieldOf(lead, link, 'channel')))
  return (keyOf(channelTitles, title) || null) as Channel | null
}

/** @param waiting it still waits in «Неразобранное» there */
export function ofDeal(deal: Deal, link: AmoLink): Readonly<Record<FacetKey, FacetValue>> {
  const values = Object.fromEntries(facetKeys.map((key) => [key, deal[key]])) as Record<FacetKey, FacetValue>
  return { ...values, stage: shownStage(link, deal.stage), failure: deal.stage === 'lost' ? deal.failure : '' }
}

/** What the account has a place for; contact and company where the lead has them. */
export function carriedBy(
  link: AmoLink,
  { contact, company }: { readonly contact: number | null; readonly company: number | null },
): FacetKey[] {
  const isCarried: Readonly<Partial<Record<FacetKey, boolean>>> = {
    stage: true,
    failure: link.reasons.length > 0,
    contact: contact !== null,
    phone: contact !== null,
    organisation: company !== null,
    recommendations: isBoth(link) || link.fields['recommendations'] !== undefined,
  }
  return facetKeys.filter((key) => isCarried[key] ?? link.fields[key] !== undefined)
}
