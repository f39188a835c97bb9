/** The contract's part about intake: a pasted letter as fields, earlier requests and consultations of a client. JSON-safe types only. */

import type { Client } from '../domain/client/client'
import type { Stage } from '../domain/deal/deal'
import type { LocalDateTime } from '../domain/time/localTime'
import type { ClientFields, DealRef } from './inputParts'
import type { ClientMatch } from './screens'

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
  /** As it came. */
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
