/** What a known client tells anew: kept beside what his card says, until a person takes it over or leaves it. */

import * as v from 'valibot'
import { decoded } from '../register/stored'
import { folded } from '../text/fold'
import type { Client } from './client'
import { compare, nameKey, type Told, traitsOf } from './likeness'

export const newsFields = ['organisation', 'contact', 'phone', 'email', 'messenger', 'municipality', 'consentDate'] as const
export type NewsField = (typeof newsFields)[number]
/** Told values by field; what agrees with the card is not among them. */
export type News = Partial<Readonly<Record<NewsField, string>>>
/** A date of consent '' or null = none is told. */
export type ToldClient = Told & Pick<Client, 'messenger' | 'municipality' | 'consentDate'>

/** As a deal keeps it in «Сказано заново»; what cannot be read is no news. */
export function newsIn(text: string): News {
  const told = decoded(v.record(v.string(), v.string()), text, {} as Record<string, string>)
  return Object.fromEntries(newsFields.flatMap((field) => (told[field] ? [[field, told[field]]] : [])))
}

export function newsText(news: News): string {
  const told = newsFields.flatMap((field) => (news[field] ? [[field, news[field]]] : []))
  return told.length === 0 ? '' : JSON.stringify(Object.fromEntries(told))
}

/**
 * Told values that the card does not have; a shorter way to say the same («Анна» of «Анна Иванова») is none.
 * @example newsOf({ …, email: 'new@mayak.example' }, client) // { email: 'new@mayak.example' }
 */
export function newsOf(told: ToldClient, client: ToldClient): News {
  const { organisation, contact, phone, email } = compare(traitsOf(told), traitsOf(client))
  const isKnown: Readonly<Record<NewsField, boolean>> = {
    organisation: organisation === 'same' || nameKey(told.organisation) === '',
    contact: contact === 'same' || (contact === 'part' && told.contact.length <= client.contact.length),
    phone: phone === 'same',
    email: email === 'same',
    messenger: false,
    municipality: false,
    consentDate: client.consentDate !== null,
  }
  const isNews = (field: NewsField) => !isKnown[field] && folded(told[field] ?? '') !== folded(client[field] ?? '')
  return Object.fromEntries(newsFields.filter((field) => told[field] && isNews(field)).map((field) => [field, told[field]]))
}
