/** Must show 5: no regular expression of the product takes more than 50 ms of 100,000 characters, or grows no faster than the text. */

import { growsTooFast, worstOf } from './patternMeasure'
import { allPatterns } from './patternSamples'

const { patterns } = allPatterns()
const ends = ['', 'a', '\n'].flatMap((head) => ['', '@', '\n!'].map((tail) => [head, tail] as const))

test(`${patterns.length} patterns on 100,000 characters`, () => {
  const measured = patterns.map((pattern) => ({ pattern, worst: worstOf(pattern, ends, 100_000) }))
  const line = ({ pattern: { file, source }, worst: { ms, evil } }: (typeof measured)[number]) =>
    `${ms.toFixed(1)} ms /${source.slice(0, 80)}/ on ${JSON.stringify([evil.head, evil.atom, evil.tail])}, ${file}`
  const longest = [...measured].sort((a, b) => b.worst.ms - a.worst.ms).slice(0, 8)
  process.stdout.write(`${patterns.length} patterns; the longest:\n${longest.map(line).join('\n')}\n`)
  expect(measured.filter(({ pattern, worst }) => growsTooFast(pattern, worst)).map(line)).toEqual([])
})
