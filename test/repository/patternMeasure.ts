/** How long a regular expression takes on evil texts, and whether that grows faster than they do. */

import { growthOf, isTooFast } from '../fixtures/growth'
import { beginningsOf, type Pattern } from './patternSamples'

const signs = [...' \t\n\ra1.,:;-_+@#/\\=&%"\'<>()[]{}«»*?!|~^$яЁ№\u00a0\u200b\ud83d\ude00', '.a', 'a.', '1-', '. ', '\r\n', 'Аа', 'А. ']
/** Characters of the first look. */
const short = 4_000

export interface Evil {
  readonly head: string
  readonly atom: string
  readonly tail: string
}

export interface Worst {
  readonly evil: Evil
  /** 0 = the first look found nothing slow. */
  readonly ms: number
  /** Characters of the text. */
  readonly length: number
}

/** The least of several: a busy computer counts for nothing. */
function timeOf({ source, flags }: Pattern, { head, atom, tail }: Evil, length: number, times: number): number {
  const pattern = new RegExp(source, flags)
  const text = `${head}${atom.repeat(Math.ceil(length / atom.length))}${tail}`
  let least = Number.POSITIVE_INFINITY
  for (let time = 0; time < times; time++) {
    const started = performance.now()
    text.replace(pattern, '')
    least = Math.min(least, performance.now() - started)
    if (least < quick || least > hopeless) break
  }
  return least
}
/** ms: of a first look, linear ones need a tenth of the one; above the other nothing is measured twice. */
const quick = 0.7
const hopeless = 1_000

/** What takes a pattern longest in proportion. @param ends what stands before and behind the repeated text */
export function worstOf(pattern: Pattern, ends: readonly (readonly [head: string, tail: string])[], length: number): Worst {
  const atoms = [...new Set([...signs, ...beginningsOf(pattern.source)])]
  let worst = { evil: { head: '', atom: 'a', tail: '' }, ms: 0, length }
  for (const atom of atoms)
    for (const [head, tail] of ends) {
      const ms = timeOf(pattern, { head, atom, tail }, short, 3)
      if (ms > worst.ms) worst = { evil: { head, atom, tail }, ms, length }
    }
  return worst.ms < quick ? { ...worst, ms: 0 } : { ...worst, ms: timeOf(pattern, worst.evil, length, 3) }
}

/** Over 50 ms for 100,000 characters, and it grows faster than the text. */
export function growsTooFast(pattern: Pattern, { evil, ms, length }: Worst): boolean {
  return ms > hopeless || (ms > length / 2_000 && isTooFast(growthOf((size) => timeOf(pattern, evil, size, 1), length)))
}
