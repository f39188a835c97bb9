/** What a known client tells anew: kept beside what his card says, until a person takes it over or leaves it. */

import * as v from 'valibot'
import { decoded } from '../register/stored'
import { folded } from '../text/fold'
import type { Client } from './client'
import { isConsentNews } from './consent'
import { compare, nameKey, type Told, traitsOf } from './likeness'

export const newsFields = ['organisation', 'contact', 'phone', 'email', 'messenger', 'municipality', 'consentDate'] as const
export type NewsField = (typeof newsFields)[number]
/** Kept with a consent that is news, and taken over with it. */
const withConsent = ['consentText', 'consentSource'] as const
const keptFields = [...newsFields, ...withConsent]
/** Told values by field; what agrees with the card is not among them. */
export type News = Partial<Readonly<Record<(typeof keptFields)[number], string>>>
/** A date of consent '' or null = none is told. */
export type ToldClient = Told & Pick<Client, 'messenger' | 'municipality' | 'consentDate' | 'consentText' | 'consentSource'>

/** As a deal keeps it in «Сказано заново»; what cannot be read is no news. */
export function newsIn(text: string): News {
  const told = decoded(v.record(v.string(), v.string()), text, {} as Record<string, string>)
  return Object.fromEntries(keptFields.flatMap((field) => (told[field] ? [[field, told[field]]] : [])))
}

export function newsText(news: News): string {
  const told = keptFields.flatMap((field) => (news[field] ? [[field, news[field]]] : []))
  return told.length === 0 ? '' : JSON.stringify(Object.fromEntries(told))
}

/**
 * Told values that the card does not have; a shorter way to say the same («Анна» of «Анна Иванова») is none.
 * @example newsOf({ …, email: 'new@mayak.example' }, client) // { email: 'new@mayak.example' }
 */
export function newsOf(
  told: ToldClient,
  client: Omit<ToldClient, 'consentText' | 'consentSource'> & Pick<Client, 'consentWithdrawn'>,
): News {
  const { organisation, contact, phone, email } = compare(traitsOf(told), traitsOf(client))
  const isKnown: Readonly<Record<NewsField, boolean>> = {
    organisation: organisation === 'same' || nameKey(told.organisation) === '',
    contact: contact === 'same' || (contact === 'part' && told.contact.length <= client.contact.length),
    phone: phone === 'same',
    email: email === 'same',
    messenger: false,
    municipality: false,
    consentDate: !isConsentNews(told.consentDate, client),
  }
  const isNews = (field: NewsField) =>
    !isKnown[field] && (field === 'consentDate' || folded(told[field] ?? '') !== folded(client[field] ?? ''))
  const fresh: (typeof keptFields)[number][] = newsFields.filter((field) => told[field] && isNews(field))
  const kept = fresh.includes('consentDate') ? [...fresh, ...withConsent] : fresh
  return Object.fromEntries(kept.flatMap((field) => (told[field] ? [[field, told[field]]] : [])))
}
