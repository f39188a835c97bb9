/** What the receiver in Russia passes on: the request as it came, when it was recorded, and a signature over all of it. */

import * as v from 'valibot'
import { jsonIn } from '../../register/json'
import type { Posted } from '../request'

/** Largest text of a request, characters, inclusive. */
const longest = 100_000

const envelope = v.object({
  /** SHA-256 of nonce and request, hexadecimal: the same request has the same one, whichever receiver recorded it. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** When it was sent, Unix seconds by the receiver's clock. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** JSON of the recorded request. A text, so that both sides sign the same bytes. */
  payload: v.pipe(v.string(), v.maxLength(2 * longest)),
  /** HMAC-SHA256 of signedEnvelope, hexadecimal. */
  sign: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})
export type Envelope = v.InferOutput<typeof envelope>

const recorded = v.object({
  nonce: v.pipe(v.string(), v.maxLength(200)),
  contentType: v.pipe(v.string(), v.maxLength(200)),
  body: v.pipe(v.string(), v.maxLength(longest)),
  /** `from` of the address, as a site's form names its channel; '' = none. */
  from: v.pipe(v.string(), v.maxLength(100)),
  /** Unix seconds. */
  recordedAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999_999_999)),
  /** Why it looks like a robot's; '' = it does not. */
  suspect: v.picklist(['', 'trap', 'hasty']),
})
export type Recorded = v.InferOutput<typeof recorded>

/** null = it is none. */
export function envelopeIn(body: string): Envelope | null {
  const read = v.safeParse(envelope, jsonIn(body))
  return read.success ? read.output : null
}

/** null = it cannot be read. */
export function recordedIn(payload: string): Recorded | null {
  const read = v.safeParse(recorded, jsonIn(payload))
  return read.success ? read.output : null
}

/** What the signature covers. */
export function signedEnvelope({ id, at, payload }: Omit<Envelope, 'sign'>): string {
  return `desk-1\n${id}\n${at}\n${payload}`
}

/** What the id is the digest of. */
export function identified({ nonce, contentType, body }: Pick<Recorded, 'nonce' | 'contentType' | 'body'>): string {
  return `${nonce}\n${contentType}\n${body}`
}

/** Clocks of hostings go wrong by minutes; an older letter is somebody's copy. Seconds, inclusive. */
const skew = 900

export function isInTime({ at }: Pick<Envelope, 'at'>, now: number): boolean {
  return Math.abs(now - at) <= skew
}

export function postedOf({ contentType, body, from }: Recorded): Posted {
  return { contentType, body, parameters: from === '' ? {} : { from: [from] } }
}

/** As a deal's «Внешние номера» have it: the record in the receiver's file begins with the same signs. */
export function receiptOf({ id }: Pick<Envelope, 'id'>): string {
  return `ru:${id.slice(0, 24)}`
}
