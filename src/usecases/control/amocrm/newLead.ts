/** A lead that nobody here knows: a request like any other (I1, I5), or a consultation of the years before. */

import type { Client } from '../../../domain/client/client'
import type { Channel } from '../../../domain/deal/deal'
import { channelTitles, formatTitles, stageTitles, topicTitles } from '../../../domain/deal/words'
import { amocrmColumns } from '../../../domain/importing/amocrm/amocrmExport'
import { channelOfLead, type LeadView, type Reading, readLead } from '../../../domain/importing/leads/lead'
import { stageOf } from '../../../domain/importing/leads/link'
import type { SourceTable } from '../../../domain/importing/sheetTable'
import { rawText } from '../../../domain/intake/rawText'
import { noFields } from '../../../domain/intake/request'
import type { Changes, Moment } from '../../changes'
import type { Desk } from '../../desk'
import { type OutsideRequest, takeRequest } from '../../intake/takeRequest'
import { stamp } from '../../located'

/** What came with a lead of «Неразобранное». */
export interface Arrival {
  readonly uid: string
  /** forms, mail, chats, sip. */
  readonly category: string
  readonly metadata: unknown
}

const channels: Readonly<Record<string, Channel>> = { forms: 'site', mail: 'email', chats: 'social', sip: 'phoneOffice' }

/** @param arrival null = somebody made it there by hand */
export function requestOfLead(lead: LeadView, arrival: Arrival | null, reading: Reading): OutsideRequest {
  const { facets } = readLead(lead, reading)
  const { name, contact, company } = lead
  const phone = contact?.phone ?? ''
  const email = contact?.email ?? ''
  const told = {
    name,
    contact: contact?.name,
    phone,
    email,
    company: company?.name,
    fields: namedFields(lead, reading),
    ...metadataOf(arrival),
  }
  return {
    channel: (arrival === null ? null : channels[arrival.category]) ?? channelOfLead(lead, reading.link) ?? 'phoneOffice',
    request: {
      sender: 'amo',
      test: false,
      key: String(lead.id),
      fields: {
        ...noFields,
        organisation: company?.name ?? '',
        contact: contact?.name ?? '',
        phone,
        email,
        topic: typeof facets.topic === 'number' ? facets.topic : null,
        text: String(facets.request ?? '') || textIn(arrival?.metadata) || name,
      },
      seen: { phones: phone === '' ? [] : [phone], emails: email === '' ? [] : [email] },
      spam: false,
      form: '',
      raw: rawText(JSON.stringify(told, null, 1)),
      unread: [],
    },
  }
}

function metadataOf(arrival: Arrival | null): object {
  return arrival === null ? {} : { category: arrival.category, metadata: arrival.metadata }
}

/** Field's name → what stands there. */
function namedFields({ fields }: LeadView, { link }: Reading): object {
  const names = new Map(Object.values(link.fields).map(({ id, name }) => [String(id), name]))
  return Object.fromEntries(Object.entries(fields).map(([id, value]) => [names.get(id) ?? id, value]))
}

/** The words of a form, a letter or a chat, where their kind has them. */
function textIn(metadata: unknown): string {
  if (typeof metadata !== 'object' || metadata === null) return ''
  const named = ['message', 'text', 'content_summary', 'subject', 'comment'] as const
  const texts = named.map((name) => (metadata as Readonly<Record<string, unknown>>)[name])
  return texts.find((text): text is string => typeof text === 'string' && text.trim() !== '') ?? ''
}

/** Numbers that were given out and clients that were made are seen by the next one. */
export function withTaken(desk: Desk, { deals, clients }: Changes): Desk {
  const lastDealId = String(Math.max(Number(desk.service.lastDealId), ...deals.map(({ after }) => after.id)))
  const lastClientId = String(Math.max(Number(desk.service.lastClientId), ...clients.map(({ after }) => after.id)))
  return { ...desk, service: { ...desk.service, lastDealId, lastClientId } }
}

/** null = it cannot be taken: its text has no room. */
export function takeLead(request: OutsideRequest, clients: readonly Client[], desk: Desk, moment: Moment): Changes | null {
  const decision = takeRequest(request, clients, desk, moment)
  return decision.ok ? decision.changes : null
}

type Row = Readonly<Partial<Record<string, string>>>

/** Leads of the years before as the table that the import reads. */
export function historyTable(leads: readonly LeadView[], reading: Reading): SourceTable {
  const headings = [...amocrmColumns.needed, ...amocrmColumns.optional]
  const rows = leads.map((lead) => historyRow(lead, reading))
  return { fileName: 'amoCRM', headings, rows: rows.map((row) => headings.map((heading) => row[heading] ?? '')) }
}

function historyRow(lead: LeadView, reading: Reading): Row {
  const { link, zone } = reading
  const { facets } = readLead(lead, reading)
  const stage = stageOf(link, lead.status)
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  const channel = channelOfLead(lead, link)
  const isClosed = stage === 'won' || stage === 'lost'
  return {
    ID: String(lead.id),
    'Название сделки': lead.name,
    Компания: lead.company?.name ?? '',
    'Основной контакт': lead.contact?.name ?? '',
    'Рабочий телефон (контакт)': lead.contact?.phone ?? '',
    'Рабочий email (контакт)': lead.contact?.email ?? '',
    'Этап сделки': stage === null ? `этап ${lead.status}` : stageTitles[stage],
    Воронка: 'Консультация',
    'Дата создания': stamp(zone.local(lead.created)),
    'Дата закрытия': isClosed ? stamp(zone.local(lead.changed)) : '',
    'Причина отказа': text(facets.failure),
    Источник: channelTitles[channel ?? 'phoneOffice'],
    'Тема консультации': typeof facets.topic === 'number' ? (topicTitles[facets.topic] ?? '') : text(facets.topic),
    Консультант: text(facets.consultant),
    'Дата и время консультации': typeof facets.start === 'string' && facets.start.includes('T') ? stamp(facets.start) : '',
    Формат: (formatTitles as Readonly<Record<string, string>>)[text(facets.format)] ?? text(facets.format),
    'Продолжительность, мин': text(facets.minutes),
    Проект: text(facets.project),
    'Содержание и рекомендации': text(facets.content),
    Рекомендации: text(facets.recommendations),
    Запрос: text(facets.request),
  }
}
