/** HMAC-SHA256 as Google's Utilities compute it, without a call: a whole journal is proved in one run. */

const blockBytes = 64

/** The first 32 bits of the fractions of roots of the first primes (FIPS 180-4). */
const primes = firstPrimes(64)
const initialWords = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const roundWords = Uint32Array.from(primes.map((prime) => fraction(Math.cbrt(prime))))

/**
 * Base64url without padding, 43 characters; text and key are taken as UTF-8.
 * @example hmac('текст', 'ключ').length // 43
 */
export function hmac(text: string, key: string): string {
  const [inner, outer] = padsOf(key)
  return base64Url(digest(outer, digest(inner, utf8(text))))
}

/** States after the padded key, inner and outer: the same key is asked thousands of times in a run. */
type Pads = readonly [inner: Uint32Array, outer: Uint32Array]
const known = new Map<string, Pads>()

function padsOf(key: string): Pads {
  const found = known.get(key)
  if (found !== undefined) return found
  const bytes = utf8(key)
  const short = bytes.length > blockBytes ? digest(Uint32Array.from(initialWords), bytes, 0) : bytes
  const made: Pads = [padState(short, 0x36), padState(short, 0x5c)]
  known.set(key, made)
  return made
}

function padState(key: Uint8Array, mask: number): Uint32Array {
  const block = new Uint8Array(blockBytes).fill(mask)
  key.forEach((byte, at) => {
    block[at] = byte ^ mask
  })
  const state = Uint32Array.from(initialWords)
  compress(state, block, 0)
  return state
}

/** @param before bytes that the state has taken already */
function digest(start: Uint32Array, message: Uint8Array, before = blockBytes): Uint8Array {
  const blocks = new Uint8Array(Math.ceil((message.length + 9) / blockBytes) * blockBytes)
  blocks.set(message)
  blocks[message.length] = 0x80
  const view = new DataView(blocks.buffer)
  const bits = (before + message.length) * 8
  view.setUint32(blocks.length - 8, Math.floor(bits / 2 ** 32))
  view.setUint32(blocks.length - 4, bits % 2 ** 32)
  const state = Uint32Array.from(start)
  for (let at = 0; at < blocks.length; at += blockBytes) compress(state, blocks, at)
  const out = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => {
    out.setUint32(index * 4, word)
  })
  return new Uint8Array(out.buffer)
}

const words = new Uint32Array(64)

function compress(state: Uint32Array, bytes: Uint8Array, at: number): void {
  schedule(bytes, at)
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let round = 0; round < 64; round++) {
    const big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const first = (h + big1 + ((e & f) ^ (~e & g)) + (roundWords[round] as number) + (words[round] as number)) | 0
    const big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const added = [a, b, c, d, e, f, g, h]
  for (let index = 0; index < 8; index++) state[index] = (state[index] as number) + (added[index] as number)
}

function schedule(bytes: Uint8Array, at: number): void {
  for (let index = 0; index < 16; index++) {
    const from = at + index * 4
    words[index] =
      ((bytes[from] as number) << 24) |
      ((bytes[from + 1] as number) << 16) |
      ((bytes[from + 2] as number) << 8) |
      (bytes[from + 3] as number)
  }
  for (let index = 16; index < 64; index++) {
    const [early, late] = [words[index - 15] as number, words[index - 2] as number]
    const small0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const small1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[index] = (words[index - 16] as number) + small0 + (words[index - 7] as number) + small1
  }
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
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

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) >>> 0
}

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let one = 2; found.length < count; one++) if (found.every((prime) => one % prime !== 0)) found.push(one)
  return found
}
