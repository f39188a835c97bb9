/** One parser for all senders: whatever is posted becomes a request, and nothing of it is lost. */

import * as v from 'valibot'
import { oneLine } from '../../letter/plainLine'
import { decoded } from '../../register/stored'
import type { LocalDateTime } from '../../time/localTime'
import { rawText } from '../rawText'
import type { Posted, ReadRequest, Sender } from '../request'
import { keyOfContent, keyOfSender } from '../requestKey'
import { foldName, isHoneypot } from './fieldNames'
import { nameOf, type Pair } from './flatten'
import { type PostedPairs, pairsOf } from './postedPairs'
import { readGoogleForm } from './readGoogleForm'
import { readLetter } from './readLetter'
import { fieldsOf } from './requestFields'

/**
 * @param minute now, in a zone without summer time: part of the key where the sender gives none
 * @example readRequest({ contentType: 'application/x-www-form-urlencoded', body: 'Name=Анна&Phone=8 911 416-01-23&tranid=3012345:1', … }, now)
 *   // → { sender: 'tilda', key: …, fields: { contact: 'Анна', phone: '8 911 416-01-23', … } }
 */
export function readRequest(posted: Posted, minute: LocalDateTime): ReadRequest {
  const request = readPosted(posted, minute)
  return posted.receipt === undefined ? request : { ...request, receipt: posted.receipt }
}

function readPosted(posted: Posted, minute: LocalDateTime): ReadRequest {
  const read = pairsOf(posted)
  if (read.kind === 'text') return { ...readLetter(posted.body), form: '' }
  return namedValuesOf(posted, read) ?? requestOf(posted, read, minute)
}

function requestOf(posted: Posted, read: PostedPairs, minute: LocalDateTime): ReadRequest {
  const { pairs } = read
  const raw = read.kind === 'form' ? (read.cut ? (read.all ?? pairs) : pairs).filter(isKept).map(lineOf).join('\n') : rawText(posted.body)
  const { fields, seen, unread } = fieldsOf(pairs)
  const form = oneLine(answerTo(pairs, ['formname', 'form name', 'formid', 'form id', 'form', 'wpcf7'])).slice(0, 200)
  const id = answerTo(pairs, ['tranid', 'answer id', 'answerid', 'lead id', 'request key'])
  return {
    sender: senderOf(pairs, id),
    test: answerTo(pairs, ['test']) === 'test' && fields.contact === '' && fields.phone === '' && fields.text === '',
    key: id === '' ? keyOfContent(form, raw, minute) : keyOfSender(id),
    fields,
    seen,
    spam: pairs.some((pair) => isHoneypot(nameOf(pair)) && pair.value.trim() !== ''),
    form,
    raw,
    unread,
  }
}

/** The secret's own field is not kept. */
function isKept({ path }: Pair): boolean {
  return !/^(key|secret)$/.test(path[0] ?? '')
}

function lineOf(pair: Pair): string {
  return rawText(`${nameOf(pair)}: ${pair.value}`)
}

function senderOf(pairs: readonly Pair[], id: string): Sender {
  const has = (test: (name: string) => boolean) => pairs.some((pair) => test(foldName(nameOf(pair))))
  if (has((name) => name === 'tranid') || (has((name) => name === 'formid') && has((name) => name === 'formname'))) return 'tilda'
  if (has((name) => /^(your |wpcf7)/.test(name))) return 'cf7'
  const isYandex = (id !== '' && has((name) => name === 'answer id' || name === 'answerid')) || isAnswerId(pairs)
  return isYandex ? 'yandex' : 'flat'
}

/** Yandex Forms' own shape: { id, survey: { id }, answer: { data: … } }. */
function isAnswerId(pairs: readonly Pair[]): boolean {
  return pairs.some(({ path }) => path[0] === 'answer' && path[1] === 'data')
}

/** Answer by its folded name, or by the last two parts of its path ({ answer: { id } } → 'answer id'). */
function answerTo(pairs: readonly Pair[], names: readonly string[]): string {
  for (const wanted of names) {
    const found = pairs.find(({ path }) => foldName(path.slice(-1)[0] ?? '') === wanted || foldName(path.slice(-2).join(' ')) === wanted)
    if (found !== undefined && found.value.trim() !== '') return found.value.trim()
  }
  const survey = pairs.find(({ path }) => path.length === 1 && path[0] === 'id')
  return names.includes('answer id') && isAnswerId(pairs) ? (survey?.value ?? '') : ''
}

/** A Google form's script may post its event as it is: { namedValues, row }. */
function namedValuesOf({ body }: Posted, { kind, pairs }: PostedPairs): ReadRequest | null {
  if (kind !== 'json' || !pairs.some(({ path }) => path[0] === 'namedValues')) return null
  const event = decoded(v.object({ namedValues: v.unknown(), row: v.fallback(v.number(), 0) }), body, null)
  return event === null ? null : readGoogleForm(event.namedValues, event.row)
}
