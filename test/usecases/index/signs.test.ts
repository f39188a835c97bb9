/** A sign under its short name. */
import fc from 'fast-check'
import { dealSigns, idsIn, keyOf, numberSign, outsideSign, partCount, partText, placeOfKey } from '../../../src/usecases/index/signs'

test('signs of one part: every number that has the name, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 999_999_999 })), { maxLength: 80 }),
      (pairs) => {
        const named = pairs.map(([sign, id]) => [placeOfKey(keyOf(numberSign(sign))).name, id] as const)
        const text = partText(named)
        for (const [name] of named)
          expect(new Set(idsIn(text, name))).toEqual(new Set(named.filter((one) => one[0] === name).map(([, id]) => id)))
      },
    ),
    { seed: 63, numRuns: 60 },
  )
})

test('a deal is known by its number and by each outside number; keys of one request differ in the minute alone', () => {
  expect(dealSigns({ id: 41003, outsideIds: 'amo:41003  tilda:1178' })).toEqual([
    numberSign(41003),
    outsideSign('amo:41003'),
    outsideSign('tilda:1178'),
  ])
  expect(outsideSign('letter:h1abc.29701234')).toBe(outsideSign('letter:h1abc.29701239'))
})

test('names are spread over the parts', () => {
  const parts = Array.from({ length: 5_000 }, (_, id) => placeOfKey(keyOf(numberSign(id))).part)
  expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...parts)).toBeLessThan(partCount)
  expect(new Set(parts).size).toBe(partCount)
})
