/** Regular expressions of the product: all are seen, and none takes more time than in proportion to the text. The sweep is patterns.long. */

import { growsTooFast, worstOf } from './patternMeasure'
import { allPatterns, beginningsOf } from './patternSamples'

const { patterns, made, seen } = allPatterns()

test('every `new RegExp` stands where a module is loaded, so that the sweep sees it', () => {
  expect(patterns.length).toBeGreaterThan(450)
  expect(seen).toEqual(made)
})

test('beginnings of a pattern', () => {
  expect(beginningsOf('<day\\s([^>]*)>').slice(-3)).toEqual(['<day ', '<day я', '<day я>'])
  expect(beginningsOf('^(?:дата|время)[.:]?$')).toEqual(expect.arrayContaining(['дата.', 'время:']))
})

test.each([
  ['[.\\s]+$', true],
  ['(дата|время).*приема', true],
  ['<day\\s([^>]*)\\/>', true],
  ['(?<![.\\s])[.\\s]+$', false],
  ['(дата|время).{0,60}приема', false],
  ['<day\\s([^<>]*)>', false],
])('the measure knows a quadratic one: %s', (source, isQuadratic) => {
  const pattern = { file: '', source, flags: 'g' }
  expect(growsTooFast(pattern, worstOf(pattern, [['', '!']], 20_000))).toBe(isQuadratic)
})
