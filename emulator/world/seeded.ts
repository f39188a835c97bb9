/** Ids and random numbers that depend on nothing but the world's seed. */

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/** Only 0–9 and a–v after the prefix, which is what Calendar takes for event ids. */
export function deterministicId(prefix: string, seed: number, serial: string): string {
  const first = hash(`${seed}/${serial}`)
  const second = hash(`${serial}/${first}`)
  return prefix + first.toString(32).padStart(7, '0') + second.toString(32).padStart(7, '0') + serial.replace(/\D/g, 'v')
}

/** A random source in [0, 1): mulberry32. */
export function seededRandom(seed: string): () => number {
  let state = hash(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** RFC 4122 version 4 in form. */
export function seededUuid(random: () => number): string {
  const digit = (): string => Math.floor(random() * 16).toString(16)
  const variant = (): string => (8 + Math.floor(random() * 4)).toString(16)
  return 'xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx'.replace(/[xv]/g, (place) => (place === 'x' ? digit() : variant()))
}
