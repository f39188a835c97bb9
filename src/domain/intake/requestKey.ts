/** The key by which a request that a sender repeats is known to be the same one. */

import { epochDay, type LocalDateTime, minuteOfDay } from '../time/localTime'
import type { ReadRequest } from './request'
import { requestHash } from './requestHash'

/** A sender without keys of its own repeats within so many minutes; later the same words are a new request. */
const repeatMinutes = 10

/** A sender's own key as it can stand among «Внешние номера»: without spaces, not endless. */
export function keyOfSender(id: string): string {
  return /^[\w.-]{1,64}$/.test(id) ? id : `x${requestHash(id)}`
}

/** Key of a request whose sender gives none: all that it says, and the minute. What differs in anything is another request. */
export function keyOfContent(form: string, raw: string, minute: LocalDateTime): string {
  return `h${requestHash(JSON.stringify([form, raw]))}.${epochDay(minute) * 1440 + minuteOfDay(minute)}`
}

/** How the key stands in the deal's «Внешние номера». Example: 'tilda:3012345:1178'. */
export function outsideIdOf({ sender, key }: Pick<ReadRequest, 'sender' | 'key'>): string {
  return `${sender}:${key}`
}

/** Whether a key was made of all that was said; another one is the sender's word alone. */
export function isKeyOfContent(key: string): boolean {
  return /^(h[0-9a-z]+(\.\d+)?|\d+-[0-9a-z]+)$/.test(key)
}

/** Whether a deal with these outside ids was made from an answer in the same row of a Google form's sheet. */
export function isOfSameRow(outsideIds: string, { sender, key }: Pick<ReadRequest, 'sender' | 'key'>): boolean {
  const row = /^([1-9]\d*)-/.exec(key)?.[1]
  return sender === 'google' && row !== undefined && ` ${outsideIds}`.includes(` google:${row}-`)
}

/** Whether a deal with these outside ids was made from this record of the receiver in Russia. */
export function isOfReceipt(outsideIds: string, { receipt }: Pick<ReadRequest, 'receipt'>): boolean {
  return receipt !== undefined && outsideIds.split(/\s+/).includes(receipt.key)
}

/**
 * Whether a deal with these outside ids was made from this very request. Keys made of the content are the same within ten minutes.
 * @example isMadeFrom('amo:41003 tilda:3012345', 'tilda:3012345') // true
 */
export function isMadeFrom(outsideIds: string, wanted: string): boolean {
  const [head, minute] = splitKey(wanted)
  if (!outsideIds.includes(head)) return false
  return outsideIds.split(/\s+/).some((id) => {
    if (id === wanted) return true
    const [ownHead, ownMinute] = splitKey(id)
    return minute !== null && ownMinute !== null && ownHead === head && Math.abs(ownMinute - minute) <= repeatMinutes
  })
}

/** What stays of an outside id whatever the minute of its key: two that are of one request share it. */
export function headOfKey(outsideId: string): string {
  return splitKey(outsideId)[0]
}

function splitKey(id: string): readonly [head: string, minute: number | null] {
  const parts = /^(\w+:h[0-9a-z]+)\.(\d{6,9})$/.exec(id)
  return parts === null ? [id, null] : [parts[1] ?? id, Number(parts[2])]
}
