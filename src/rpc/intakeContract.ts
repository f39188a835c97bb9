/** The contract's part about intake: a pasted letter as fields, a wish by a link, earlier requests and consultations of a client. JSON-safe types only. */

import * as v from 'valibot'
import type { Client } from '../domain/client/client'
import { newsFields } from '../domain/client/news'
import type { Stage } from '../domain/deal/deal'
import type { LocalDateTime } from '../domain/time/localTime'
import { type ClientFields, type DealRef, dealRef, localDate, localDateTime, text, wholeNumber } from './inputParts'
import type { Card, ClientMatch } from './screens'

/** An earlier request of the same client: «присоединить или новая?» */
export interface Repeat {
  readonly ref: DealRef
  readonly stage: Stage
  readonly received: LocalDateTime
  readonly organisation: string
  readonly topic: number | null
  /** It can be joined to: it is not closed. */
  readonly open: boolean
  /** The question as a sentence. */
  readonly text: string
}

/** A request that the door could not take. */
export interface AsideRequest {
  readonly id: string
  /** When it came. */
  readonly at: LocalDateTime
  readonly why: string
  /** As it came, line by line. */
  readonly text: string
}

/** A known client that the request's client may be; the question as a sentence. */
export interface MaybeKnown {
  readonly id: number
  readonly text: string
}

/** Two cards that may be one client, the older one first. */
export interface LikeCards {
  readonly keep: Client
  readonly drop: Client
  /** Why, as a sentence about `drop`. */
  readonly text: string
}

/** A consultation that was held for the client, or stands assigned. */
export interface PastConsultation {
  readonly dealId: number
  /** null = it stands in an archive. */
  readonly row: number | null
  readonly start: LocalDateTime | null
  /** Initials. */
  readonly consultant: string
  readonly topic: number | null
  readonly recommendations: string
  readonly stage: Stage
}

/** A pasted letter as proposed fields; the person confirms them by deal/create. */
export interface ReadLetter {
  readonly client: ClientFields
  readonly topic: number | null
  readonly request: string
  /** Initials, '' = nobody is meant clearly. */
  readonly agreedWith: string
  /** Names of fields that were not understood. */
  readonly unread: readonly string[]
  /** Known clients, best first. */
  readonly matches: readonly ClientMatch[]
  readonly repeats: readonly Repeat[]
  /** The deal already made from this very letter, or null. */
  readonly known: { readonly id: number; readonly row: number; readonly clientId: number | null } | null
}

export const intakeInputs = {
  /** What the client asked by his link at `said`: as he wishes, or not. */
  'deal/settleWish': v.object({ deal: v.omit(dealRef, ['version']), said: localDateTime, take: v.boolean() }),
  /** Earlier requests of the same client (14 days), and known clients that he may be. */
  'deal/repeats': v.object({ deal: dealRef }),
  /** A repeated request is joined to an open one. */
  'deal/join': v.object({ deal: dealRef, into: dealRef }),
  /** A pasted letter is read; nothing is written. */
  'intake/readLetter': v.object({ text }),
  /** Addresses of forms. */
  'intake/address': v.object({}),
  /** Requests that the door could not take. */
  'intake/asides': v.object({}),
  'intake/settleAside': v.object({ id: text, take: v.boolean() }),
  /** The request's client is this known one. */
  'deal/recognise': v.object({ deal: dealRef, client: wholeNumber }),
  /** Told anew by a known client: taken over into his card, or left. */
  'deal/takeNews': v.object({ deal: dealRef, field: v.picklist(newsFields), take: v.boolean() }),
  /** The client takes his consent back; `reason` = how he said so. */
  'client/withdrawConsent': v.object({ deal: dealRef, date: localDate, reason: text }),
  'client/returnConsent': v.object({ deal: dealRef }),
  'client/merge': v.object({ keep: wholeNumber, drop: wholeNumber }),
  /** Two cards that look alike are two clients. */
  'client/apart': v.object({ client: wholeNumber, other: wholeNumber }),
  'client/duplicates': v.object({}),
  'client/unmerge': v.object({ drop: wholeNumber }),
  /** Earlier consultations of one client. */
  /** With `archive` its sheets are read too. */
  'client/history': v.object({ clientId: wholeNumber, archive: v.optional(v.boolean()) }),
} as const

export interface IntakeOutputs {
  'deal/settleWish': { readonly card: Card; readonly lettersWaiting: number }
  'deal/repeats': { readonly repeats: readonly Repeat[]; readonly maybe: readonly MaybeKnown[] }
  'deal/recognise': Card
  'deal/takeNews': Card
  /** The deal it was joined to. */
  'deal/join': Card
  'intake/readLetter': ReadLetter
  /** Where other forms send requests, with the key; and the centre's own form, which is open to anybody. */
  'intake/address': { readonly url: string; readonly form: string }
  'intake/asides': { readonly items: readonly AsideRequest[] }
  /** The deal that was made of it; null = it was thrown away. */
  'intake/settleAside': { readonly deal: number | null }
  'client/withdrawConsent': Card
  'client/returnConsent': Card
  'client/merge': { readonly client: Client; readonly deals: number }
  'client/unmerge': { readonly client: Client; readonly deals: number }
  'client/apart': { readonly client: number; readonly other: number }
  /** The first of them; `count` = how many there are. */
  'client/duplicates': { readonly pairs: readonly LikeCards[]; readonly count: number }
  /** Newest first. */
  /** inArchive: how many held ones were not read, since they stand in the archive. */
  'client/history': { readonly consultations: readonly PastConsultation[]; readonly inArchive: number }
}
