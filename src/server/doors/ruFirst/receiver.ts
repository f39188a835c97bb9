/** The receiver in Russia passes on what it has recorded: signed, fresh, the same request as often as it likes, one deal of it. */

import { isSameSecret } from '../../../domain/external/sameSecret'
import { readRequest } from '../../../domain/intake/read/readRequest'
import { ownValue, type Posted } from '../../../domain/intake/request'
import {
  type Envelope,
  envelopeIn,
  identified,
  isInTime,
  postedOf,
  type Recorded,
  receiptOf,
  recordedIn,
  signedEnvelope,
} from '../../../domain/intake/ruFirst/envelope'
import { receiverTexts } from '../../../domain/intake/ruFirst/ruFirstText.ru'
import { localOf } from '../../google/clock'
import type { StoredProperties } from '../../google/spreadsheet'
import { receive } from '../receive'

/** `ok` = the desk has it, and it need not be sent again. `code` is the receiver's to act on, `error` a person's to read. */
export type ReceiverAnswer =
  | { readonly ok: true; readonly id?: number }
  | { readonly ok: false; readonly code: keyof typeof receiverTexts | 'busy'; readonly error: string; readonly now?: number }

type Kept = Pick<StoredProperties, 'spreadsheetId' | 'receiverKey'>

export function isFromReceiver({ parameters }: Posted): boolean {
  return ownValue(parameters, 'receiver') !== undefined
}

export function answerReceiver({ body }: Posted, kept: Kept): ReceiverAnswer {
  if (kept.receiverKey === '') return refused('notSetUp')
  const envelope = envelopeIn(body)
  if (envelope === null || !isSameSecret(envelope.sign, signatureOf(envelope, kept.receiverKey))) return refused('signature')
  const now = Math.floor(Date.now() / 1000)
  if (!isInTime(envelope, now)) return { ...refused('clock'), now }
  const recorded = recordedIn(envelope.payload)
  if (recorded === null || digestOf(identified(recorded)) !== envelope.id) return refused('unreadable')
  return taken(envelope, recorded, kept)
}

function taken(envelope: Envelope, recorded: Recorded, { spreadsheetId }: Kept): ReceiverAnswer {
  const receipt = { key: receiptOf(envelope), at: localOf(recorded.recordedAt, Session.getScriptTimeZone()) }
  const posted: Posted = { ...postedOf(recorded), receipt }
  const request = readRequest(posted, localOf(recorded.recordedAt, 'Etc/UTC'))
  if (request.test) return { ok: true }
  if (request.raw.trim() === '' && !request.spam) return refused('empty')
  const suspect = request.spam ? 'trap' : recorded.suspect || null
  const received = receive(posted, request, { spreadsheetId, suspect })
  if ('id' in received) return { ok: true, id: received.id }
  // A robot's is in the receiver's file, whether there is room for it here or not.
  const isHad = received.isKept || suspect !== null
  return isHad ? { ok: true } : { ok: false, code: 'busy', error: received.aside }
}

function refused(code: keyof typeof receiverTexts): Extract<ReceiverAnswer, { ok: false }> {
  return { ok: false, code, error: receiverTexts[code] }
}

function signatureOf(envelope: Envelope, key: string): string {
  return hex(Utilities.computeHmacSha256Signature(signedEnvelope(envelope), key, Utilities.Charset.UTF_8))
}

function digestOf(text: string): string {
  return hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8))
}

/** Google's bytes go from -128 to 127. */
function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => (byte & 255).toString(16).padStart(2, '0')).join('')
}
