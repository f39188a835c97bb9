/** The mark of a shown form: when it was shown, signed. It tells a page that a person filled in from a post that no page was shown for. */

/** Sooner nobody fills in a name, a way to be reached and a question; a page that restores a draft waits for it. Milliseconds. */
export const fewestMs = 4000
/** A page may stay open so long. */
const longestMs = 3 * 24 * 3_600_000

/** What the signature covers. */
export function signedMark(shownAt: number): string {
  return `form|${shownAt.toString(36)}`
}

/** @example formMark(1795424400000, 'aB…') // → 'mwtfq9c0.aB…' */
export function formMark(shownAt: number, signature: string): string {
  return `${shownAt.toString(36)}.${signature}`
}

/** null = it is none of ours by its form. */
export function readMark(mark: string): { readonly shownAt: number; readonly signature: string } | null {
  const [, shown = '', signature = ''] = /^([0-9a-z]{8,9})\.([\w-]{43})$/.exec(mark) ?? []
  return shown === '' ? null : { shownAt: Number.parseInt(shown, 36), signature }
}

/** Whether a person can have filled in a form that was shown then; both ends inclusive. */
export function isPersonsPace(shownAt: number, now: number): boolean {
  return now - shownAt >= fewestMs && now - shownAt <= longestMs
}
