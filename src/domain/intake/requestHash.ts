/** A short name for a text: the same text always gives the same one. */

/**
 * cyrb53 (bryc, public domain): 53 bits, not cryptographic, as 1–11 signs of base 36. It tells a repeated request from
 * another one; it hides and proves nothing.
 * @example requestHash('Анна|+79114160123') // the same eleven signs on every platform and in every zone
 */
export function requestHash(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  const mixedLow = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909)
  return (4294967296 * (2097151 & mixedLow) + (mixedHigh >>> 0)).toString(36)
}
