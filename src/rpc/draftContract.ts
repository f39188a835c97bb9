/** The part of the contract that is about texts typed on a phone and not saved yet: kept for another device. */

import * as v from 'valibot'
import type { LocalDateTime } from '../domain/time/localTime'
import { cardFields, clientFields, dealRef, wholeNumber } from './inputParts'

/** A cell holds no more. */
const kept = v.pipe(v.string(), v.maxLength(49_000))
const fieldKeys = [
  ...Object.keys(cardFields.entries).map((name) => `deal.${name}`),
  ...Object.keys(clientFields.entries).map((name) => `client.${name}`),
]

/** What stands in a field, what stood in the card when it was begun, and that card's version. */
const draftText = v.object({ typed: kept, was: kept, version: wholeNumber })

export const draftInputs = {
  /** All that is typed on this device and not saved; {} = nothing is any more. */
  'draft/keep': v.object({
    deal: dealRef,
    device: v.pipe(v.string(), v.regex(/^[\w-]{8,40}$/)),
    where: v.picklist(['phone', 'computer']),
    texts: v.record(v.picklist(fieldKeys), draftText),
  }),
} as const

export interface DraftOutputs {
  'draft/keep': { readonly at: LocalDateTime }
}

/** Of the caller himself, on one device. */
export interface CardDraft {
  readonly device: string
  readonly where: 'phone' | 'computer'
  readonly at: LocalDateTime
  readonly texts: Readonly<Record<string, v.InferOutput<typeof draftText>>>
}
