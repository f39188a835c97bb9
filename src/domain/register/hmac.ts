/** HMAC-SHA256 as Google's Utilities compute it, without a call: a whole journal is proved in one run. */

import { hmac as hmacOf } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'

/** States after the key: the same key is asked thousands of times in a run. */
const begun = new Map<string, ReturnType<typeof begin>>()

const begin = (key: string) => hmacOf.create(sha256, utf8(key))

/**
 * Base64url without padding, 43 characters; text and key are taken as UTF-8.
 * @example hmac('текст', 'ключ').length // 43
 */
export function hmac(text: string, key: string): string {
  const name = `${key} ${text}`
  const known = text.length > keptLength ? undefined : made.get(name)
  if (known !== undefined) return known
  const seal = hmacAnew(text, key)
  if (text.length <= keptLength && made.size < mostKept) made.set(name, seal)
  return seal
}

/** A run reads «Служебное» and the like several times, and rarely finds other cells: what was proved is not proved again. */
const made = new Map<string, string>()
const [keptLength, mostKept] = [1000, 500]

function hmacAnew(text: string, key: string): string {
  const start = begun.get(key) ?? begin(key)
  begun.set(key, start)
  return base64Url(start.clone().update(utf8(text)).digest())
}

/** Half a surrogate pair is written as Google writes it, «?». */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let size = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) as number
    if (code < 0x80) bytes[size++] = code
    else if (code >= 0xd800 && code < 0xe000) bytes[size++] = 0x3f
    else size = wide(bytes, size, code)
  }
  return bytes.subarray(0, size)
}

function wide(bytes: Uint8Array, from: number, code: number): number {
  let size = from
  if (code < 0x800) bytes[size++] = 0xc0 | (code >> 6)
  else {
    if (code < 0x10000) bytes[size++] = 0xe0 | (code >> 12)
    else {
      bytes[size++] = 0xf0 | (code >> 18)
      bytes[size++] = 0x80 | ((code >> 12) & 0x3f)
    }
    bytes[size++] = 0x80 | ((code >> 6) & 0x3f)
  }
  bytes[size++] = 0x80 | (code & 0x3f)
  return size
}

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function base64Url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
    const bits = (first << 16) | (second << 8) | third
    const count = Math.min(4, bytes.length - at + 1)
    for (let sign = 0; sign < count; sign++) text += signs[(bits >> (18 - sign * 6)) & 63]
  }
  return text
}
