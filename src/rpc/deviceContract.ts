/** The part of the contract that is about devices on which people are signed in, and about what is typed there and not saved. */

import * as v from 'valibot'
import type { LocalDateTime } from '../domain/time/localTime'
import { cardFields, clientFields, dealRef, text, wholeNumber } from './inputParts'

/** A cell holds no more. */
const kept = v.pipe(v.string(), v.maxLength(49_000))
const fieldKeys = [
  ...Object.keys(cardFields.entries).map((name) => `deal.${name}`),
  ...Object.keys(clientFields.entries).map((name) => `client.${name}`),
]

/** What stands in a field, what stood in the card when it was begun, and that card's version. */
const draftText = v.object({ typed: kept, was: kept, version: wholeNumber })

export const deviceInputs = {
  /** Where the caller is signed in; who keeps the settings sees everybody's. */
  'device/list': v.object({}),
  /** By the id that the list gives. */
  'device/end': v.object({ id: text }),
  /** All that is typed on this device and not saved; {} = nothing is any more. */
  'draft/keep': v.object({
    deal: dealRef,
    device: v.pipe(v.string(), v.regex(/^[\w-]{8,40}$/)),
    where: v.picklist(['phone', 'computer']),
    texts: v.record(v.picklist(fieldKeys), draftText),
  }),
} as const

export interface DeviceOutputs {
  'device/list': DeviceList
  'device/end': { readonly ended: string }
  'draft/keep': { readonly at: LocalDateTime }
}

export interface DeviceLine {
  readonly id: string
  /** «iPhone, Safari». */
  readonly name: string
  readonly who: string
  readonly isOwn: boolean
  /** The page that asks stands on it. */
  readonly isHere: boolean
  /** Days, UTC. */
  readonly since: string
  readonly seen: string
  readonly until: string
}

export interface DeviceList {
  /** This one first, then one's own. */
  readonly devices: readonly DeviceLine[]
  /** Of the desk for phones; '' = not known yet. */
  readonly address: string
}

/** Of the caller himself, on one device. */
export interface CardDraft {
  readonly device: string
  readonly where: 'phone' | 'computer'
  readonly at: LocalDateTime
  readonly texts: Readonly<Record<string, v.InferOutput<typeof draftText>>>
}
